//! Why a request is refused: told to the owner of the server, and not to who sent it.

use std::sync::{Arc, Mutex};

use twiml::Parameters;
use twiml::signature::{HEADER, Reason, Received, Verifier, sign};

use crate::{AUTH_TOKEN, form, reason};

const PUBLIC: &str = "https://voice.example.com";

fn verifier() -> Verifier {
    Verifier::new(AUTH_TOKEN, PUBLIC).unwrap()
}

fn signed(url: &str, body: &str) -> String {
    sign(AUTH_TOKEN, url, &Parameters::from_form(body.as_bytes()))
}

#[test]
fn the_addresses_that_were_tried_are_named() {
    let refused = verifier().verify(&form("/voice?a=1", &signed(PUBLIC, "b=2"), "c=3")).unwrap_err();
    assert_eq!(refused.reason(), &Reason::Signature);
    assert_eq!(refused.addresses(), ["https://voice.example.com/voice?a=1", "https://voice.example.com:443/voice?a=1"]);
    assert!(
        refused
            .to_string()
            .ends_with("tried `https://voice.example.com/voice?a=1`, `https://voice.example.com:443/voice?a=1`")
    );
    assert_eq!((refused.status(), refused.answer()), (403, String::new()));
}

#[test]
fn the_parameters_are_at_fault() {
    // A parser in front has added something, or the form was sent to an address that was signed for GET.
    let refused =
        verifier().verify(&form("/voice", &signed("https://voice.example.com/voice", ""), "a=1")).unwrap_err();
    assert_eq!(refused.reason(), &Reason::Parameters);
    assert_eq!(
        refused.to_string().split(':').next(),
        Some("the signature is that of the address alone, without these parameters")
    );
}

#[test]
fn the_public_url_is_at_fault() {
    let configured = Verifier::new(AUTH_TOKEN, "https://voice.example.com/twilio").unwrap();
    let cases = [
        // The router of the server already has what no proxy takes off.
        (&configured, "voice.example.com", "https://voice.example.com/voice"),
        (&verifier(), "abc.tunnel.example", "https://abc.tunnel.example/voice"),
        (&verifier(), "voice.example.com", "http://voice.example.com/voice"),
        (&verifier(), "localhost:3000", "http://localhost:3000/voice"),
    ];
    for (verifier, host, url) in cases {
        let verdict = verifier.verify(&form("/voice", &signed(url, "a=1"), "a=1").header("host", host));
        assert_eq!(reason(verdict), Reason::Address(url.to_owned()), "{url}");
    }
    // It is a hint, and no reason to take the request; and nothing is said of what no key of the server signed.
    let foreign = sign("54321", "https://abc.tunnel.example/voice", &Parameters::new());
    let verdict = verifier().verify(&form("/voice", &foreign, "").header("host", "abc.tunnel.example"));
    assert_eq!(reason(verdict), Reason::Signature);
}

#[test]
fn what_is_quoted_is_short_and_in_one_line() {
    let target = format!("/voice?{}", "é".repeat(100_000));
    let refused = verifier().verify(&form(&target, &signed(PUBLIC, ""), "a=1")).unwrap_err();
    assert!(refused.to_string().len() < 1_000, "{}", refused.to_string().len());
    let refused = verifier().verify(&form("/a\nb", &signed(PUBLIC, ""), "a=1")).unwrap_err();
    assert!(!refused.to_string().contains('\n'));
    let settings = format!("key=a\nb{}", "x".repeat(10_000));
    let signature = signed(PUBLIC, "");
    let received = form("/voice", &signature, "").header("X-Twilio-Webhooks-Signature-Settings", &settings);
    let refused = verifier().verify(&received).unwrap_err();
    assert!(refused.to_string().len() < 200 && !refused.to_string().contains('\n'), "{refused}");
}

#[test]
fn a_refusal_is_told_once() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&told);
    let verifier = verifier().on_refused(move |refused| log.lock().unwrap().push(refused.to_string()));
    let head = Received::new("POST", "/voice");
    assert!(verifier.verify_head(&head).is_err());
    assert!(verifier.verify(&head).is_err());
    let genuine = signed("https://voice.example.com/voice", "");
    assert!(verifier.verify(&Received::new("GET", "/voice").header(HEADER, &genuine)).is_ok());
    assert_eq!(*told.lock().unwrap(), ["there is no signature", "there is no signature"]);
}

#[test]
fn each_reason_has_its_status() {
    for (reason, status) in [
        (Reason::NoSignature, 403),
        (Reason::Signature, 403),
        (Reason::Parameters, 403),
        (Reason::Address(String::new()), 403),
        (Reason::NoBodyHash, 403),
        (Reason::BodyHash, 403),
        (Reason::NoToken, 403),
        (Reason::UnknownAlgorithm(String::new()), 403),
        (Reason::UnknownKey(String::new()), 403),
        (Reason::SharedKeyWanted, 403),
        (Reason::Host(String::new()), 403),
        (Reason::NoHost, 403),
        (Reason::TooLarge(1), 413),
        (Reason::TooManyParameters(1), 413),
        (Reason::TooSlow(std::time::Duration::from_secs(1)), 408),
        (Reason::Unreadable, 400),
        (Reason::Unavailable, 503),
        (Reason::NoVerifier, 500),
        (Reason::BodyOutOfReach, 500),
    ] {
        assert_eq!(reason.status(), status, "{reason:?}");
        let text = reason.to_string();
        assert!(text.starts_with(|sign: char| sign.is_lowercase() || sign == '`') && !text.ends_with('.'), "{text}");
    }
}
