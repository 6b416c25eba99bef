//! The functions of an address and its parameters, and the same of a request.

use proptest::{collection, prelude::*};
use twiml::Parameters;
use twiml::signature::{self, Reason, Refused, Verified};

use super::vectors::{AUTH_TOKEN, Content, FORGED, GENUINE, Vector};
use crate::{form, server};

fn verify(vector: &Vector) -> Result<(), Reason> {
    match &vector.content {
        Content::Form(parameters) => {
            let parameters = parameters.iter().copied().collect();
            signature::verify(AUTH_TOKEN, vector.url, &parameters, vector.signature)
        }
        Content::Body(body) => signature::verify_body(AUTH_TOKEN, vector.url, body.as_bytes(), vector.signature),
    }
}

/// The vector as a server has it.
fn receive(vector: &Vector) -> Result<Verified, Refused> {
    let (verifier, target) = server(vector.url);
    match &vector.content {
        Content::Form(parameters) => {
            let body = parameters.iter().copied().collect::<Parameters>().to_form();
            verifier.verify(&form(target, vector.signature, &body))
        }
        Content::Body(body) => {
            let received = signature::Received::new("POST", target).header("content-type", "application/json");
            verifier.verify(&received.header(signature::HEADER, vector.signature).body(*body))
        }
    }
}

#[test]
fn every_genuine_signature_is_taken() {
    assert_eq!(GENUINE.len(), 38);
    for vector in GENUINE {
        assert_eq!(verify(vector), Ok(()), "{}", vector.name);
        assert!(receive(vector).is_ok(), "{}", vector.name);
    }
}

#[test]
fn every_forged_signature_is_refused() {
    assert_eq!(FORGED.len(), 5);
    for vector in FORGED {
        assert!(verify(vector).is_err(), "{}", vector.name);
        assert!(receive(vector).is_err(), "{}", vector.name);
    }
}

#[test]
fn another_token_address_or_order_of_names() {
    let url = "https://example.com/call";
    let parameters = Parameters::from_iter([("To", "+1"), ("From", "+2"), ("Digits", "")]);
    let signed = signature::sign(AUTH_TOKEN, url, &parameters);
    let reordered = Parameters::from_iter([("From", "+2"), ("Digits", ""), ("To", "+1")]);
    assert_eq!(signature::verify(AUTH_TOKEN, url, &reordered, &signed), Ok(()));
    for (token, url) in
        [("12346", url), (AUTH_TOKEN, "https://example.com/call/"), (AUTH_TOKEN, "http://example.com/call")]
    {
        assert_eq!(signature::verify(token, url, &parameters, &signed), Err(Reason::Signature), "{token} {url}");
    }
    assert_eq!(signature::verify(AUTH_TOKEN, url, &Parameters::new(), &signed), Err(Reason::Signature));
}

#[test]
fn nobody_signs_with_an_empty_token() {
    let url = "https://example.com/call";
    let signed = signature::sign("", url, &Parameters::new());
    assert_eq!(signature::verify("", url, &Parameters::new(), &signed), Err(Reason::NoToken));
}

#[test]
fn a_signature_that_is_none() {
    for signed in ["=", "RSOYDt4T1cUTdK1PDd93/VVr8B8", " RSOYDt4T1cUTdK1PDd93/VVr8B8=", "é", &"A".repeat(100_000)] {
        let refused = signature::verify(AUTH_TOKEN, "https://example.com/", &Parameters::new(), signed);
        assert_eq!(refused, Err(Reason::Signature));
    }
}

#[test]
fn how_twilio_shall_connect_is_not_signed() {
    let (plain, configured) = ("https://example.com/call?a=1", "https://example.com/call?a=1#rc=2&rp=5xx");
    let signed = signature::sign(AUTH_TOKEN, plain, &Parameters::new());
    assert_eq!(signature::sign(AUTH_TOKEN, configured, &Parameters::new()), signed);
    assert_eq!(signature::verify(AUTH_TOKEN, configured, &Parameters::new(), &signed), Ok(()));
    let (url, signed) = signature::sign_body(AUTH_TOKEN, configured, b"{}");
    assert!(url.starts_with("https://example.com/call?a=1&bodySHA256="));
    assert_eq!(signature::verify_body(AUTH_TOKEN, &url, b"{}", &signed), Ok(()));
}

fn parameters() -> impl Strategy<Value = Parameters> {
    let text = prop_oneof!["[A-C]{0,2}", any::<String>(), "[ +&=%a]{0,6}"];
    collection::vec((text.clone(), text), 0..8).prop_map(|pairs| pairs.into_iter().collect())
}

proptest! {
    #[test]
    fn what_is_signed_is_taken_as_a_form(parameters in parameters(), query in "[a-z=&%'é]{0,10}") {
        let url = format!("https://example.com/call?{query}");
        let signed = signature::sign(AUTH_TOKEN, &url, &parameters);
        let (verifier, target) = server(&url);
        let verified = verifier.verify(&form(target, &signed, &parameters.to_form())).unwrap();
        prop_assert_eq!(verified.parameters, parameters);
        prop_assert_eq!(verified.query, Parameters::from_query(&query));
    }

    #[test]
    fn one_parameter_more_is_refused(parameters in parameters(), name in "[a-z]{1,5}", value in "[a-z]{1,5}") {
        let url = "https://example.com/call";
        let signed = signature::sign(AUTH_TOKEN, url, &parameters);
        let mut tampered = parameters;
        tampered.push(name, value);
        prop_assert_eq!(signature::verify(AUTH_TOKEN, url, &tampered, &signed), Err(Reason::Signature));
        let (verifier, target) = server(url);
        prop_assert!(verifier.verify(&form(target, &signed, &tampered.to_form())).is_err());
    }

    #[test]
    fn any_request_is_only_bytes(target in any::<String>(), header in any::<Vec<u8>>(), body in any::<Vec<u8>>()) {
        let (verifier, _) = server("https://example.com/");
        let trusting = signature::Verifier::dangerously_trusting_host(AUTH_TOKEN).unwrap();
        for method in ["GET", "POST", "", "é"] {
            for name in [signature::HEADER, signature::SETTINGS_HEADER, "host", "content-type", "upgrade"] {
                let received = signature::Received::new(method, &target).header(signature::HEADER, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
                let received = received.header(name, &header).body(&body);
                prop_assert!(verifier.verify(&received).is_err());
                prop_assert!(trusting.verify(&received).is_err());
                prop_assert!(verifier.verify_handshake(&received).is_err());
            }
        }
    }
}
