//! The opening requests of sockets.

use twiml::Parameters;
use twiml::signature::{HEADER, Reason, Received, Signer, Verifier, sign};

use crate::{AUTH_TOKEN, reason};

fn verifier() -> Verifier {
    Verifier::new(AUTH_TOKEN, "https://mycompany.com").unwrap()
}

fn handshake<'a>(target: &'a str, signature: &'a str) -> Received<'a> {
    Received::new("GET", target)
        .header("connection", "Upgrade")
        .header("upgrade", "websocket")
        .header(HEADER, signature)
}

#[test]
fn every_genuine_handshake_is_taken() {
    for signature in [
        "okykUWKkAOgQseVjzERZh4soLeU=",
        // Of the address with a slash at its end.
        "m6zCRgAmr39sY5bRHH3mG0yRr1o=",
        // And with its port.
        "y/eZxfvMeXBmejSJYHDm4y/cRMk=",
    ] {
        assert!(verifier().verify(&handshake("/media", signature)).is_ok(), "{signature}");
        let without_upgrade = Received::new("GET", "/media").header("x-twilio-signature", signature);
        assert!(verifier().verify_handshake(&without_upgrade).is_ok(), "{signature}");
        // A page is not a socket.
        assert!(verifier().verify(&without_upgrade).is_err(), "{signature}");
    }
}

#[test]
fn the_signature_of_a_page_opens_no_socket() {
    let https = "767ALDRNA8VrAN2kKcJ/ivLgcfQ=";
    assert_eq!(sign(AUTH_TOKEN, "https://mycompany.com/media", &Parameters::new()), https);
    assert!(verifier().verify(&handshake("/media", https)).is_err());
    assert!(verifier().verify_handshake(&handshake("/media", https)).is_err());
    assert!(verifier().verify(&Received::new("GET", "/media").header(HEADER, https)).is_ok());
}

#[test]
fn without_a_signature_nothing_opens() {
    let bare = Received::new("GET", "/media").header("upgrade", "websocket");
    assert_eq!(reason(verifier().verify(&bare)), Reason::NoSignature);
    assert_eq!(reason(verifier().verify_handshake(&bare.header(HEADER, ""))), Reason::NoSignature);
    for target in ["/media/x", "/Media", "/", "/media?a=1"] {
        assert!(verifier().verify(&handshake(target, "okykUWKkAOgQseVjzERZh4soLeU=")).is_err(), "{target}");
    }
}

#[test]
fn one_verifier_serves_the_call_and_its_socket() {
    let verifier = Verifier::new(AUTH_TOKEN, "https://mycompany.com/twilio").unwrap();
    let signed = |url: &str| sign(AUTH_TOKEN, url, &Parameters::new());
    let call = signed("https://mycompany.com/twilio/voice");
    assert!(verifier.verify(&Received::new("GET", "/voice").header(HEADER, &call)).is_ok());
    let socket = signed("wss://mycompany.com/twilio/media");
    assert!(verifier.verify(&handshake("/media", &socket)).is_ok());
    // By whatever spelling of the header.
    let shouted = Received::new("GET", "/media").header("Upgrade", "h2c, WebSocket").header(HEADER, &socket);
    assert!(verifier.verify(&shouted).is_ok());
    let local = Verifier::new(AUTH_TOKEN, "http://localhost:3000").unwrap();
    assert!(local.verify(&handshake("/media", &signed("ws://localhost:3000/media"))).is_ok());
}

#[test]
fn a_host_may_be_trusted_for_sockets_too() {
    let verifier = Verifier::dangerously_trusting_host(AUTH_TOKEN).unwrap();
    for (signed_for, expected) in [("wss://h/media", true), ("ws://h/media", true), ("https://h/media", false)] {
        let signed = sign(AUTH_TOKEN, signed_for, &Parameters::new());
        assert_eq!(
            verifier.verify(&handshake("/media", &signed).header("host", "h")).is_ok(),
            expected,
            "{signed_for}"
        );
    }
}

#[test]
fn a_query_is_signed_in_the_address_or_as_parameters() {
    let query = Parameters::from_iter([("b", "2 2"), ("a", "1")]);
    let target = format!("/relay?{}", query.to_form());
    let in_the_address = sign(AUTH_TOKEN, &format!("wss://mycompany.com{target}"), &Parameters::new());
    let as_parameters = sign(AUTH_TOKEN, "wss://mycompany.com/relay", &query);
    let without = sign(AUTH_TOKEN, "wss://mycompany.com/relay", &Parameters::new());
    for (signature, expected) in [(in_the_address, true), (as_parameters, true), (without, false)] {
        assert_eq!(verifier().verify(&handshake(&target, &signature)).is_ok(), expected);
    }
    let verified = verifier().verify(&handshake(&target, &sign(AUTH_TOKEN, "wss://mycompany.com/relay", &query)));
    assert_eq!(verified.unwrap().parameters, query);
}

#[test]
fn a_shared_key_may_sign_a_handshake() {
    let keys = twiml::signature::Keys::new().shared_key("k", "secret").shared_keys_only();
    let verifier = Verifier::new(keys, "https://mycompany.com").unwrap();
    let signature = Signer::shared_key("k", "secret").sign("wss://mycompany.com/media", &Parameters::new());
    let settings = "key=k,algorithm=HMAC_SHA256";
    let received = handshake("/media", &signature);
    assert!(verifier.verify(&received.header(twiml::signature::SETTINGS_HEADER, settings)).is_ok());
    assert!(verifier.verify(&received).is_err());
}
