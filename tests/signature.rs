//! Whether a request was sent by Twilio.

#![cfg(feature = "signature")]

use proptest::{collection, prelude::*};
use twiml::Parameters;
use twiml::signature::{self, Invalid, Received, Refused};

#[path = "signature/vectors.rs"]
mod vectors;

use vectors::{AUTH_TOKEN, Content, FORGED, GENUINE, Vector};

fn verify(vector: &Vector) -> Result<(), Invalid> {
    match &vector.content {
        Content::Form(parameters) => {
            let parameters = parameters.iter().copied().collect();
            signature::verify(AUTH_TOKEN, vector.url, &parameters, vector.signature)
        }
        Content::Body(body) => signature::verify_body(AUTH_TOKEN, vector.url, body.as_bytes(), vector.signature),
    }
}

/// The vector as a server has it.
fn receive(vector: &Vector) -> Result<Parameters, Refused> {
    let (content_type, body) = match &vector.content {
        Content::Form(parameters) => {
            let parameters: Parameters = parameters.iter().copied().collect();
            ("application/x-www-form-urlencoded; charset=UTF-8", parameters.to_form())
        }
        Content::Body(body) => ("application/json", (*body).to_owned()),
    };
    signature::receive(
        AUTH_TOKEN,
        &Received {
            method: "POST",
            url: vector.url,
            content_type: Some(content_type),
            signature: Some(vector.signature),
            body: body.as_bytes(),
        },
    )
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
        assert_eq!(signature::verify(token, url, &parameters, &signed), Err(Invalid::Signature), "{token} {url}");
    }
    assert_eq!(signature::verify(AUTH_TOKEN, url, &Parameters::new(), &signed), Err(Invalid::Signature));
}

#[test]
fn nobody_signs_with_an_empty_token() {
    let url = "https://example.com/call";
    let signed = signature::sign("", url, &Parameters::new());
    assert_eq!(signature::verify("", url, &Parameters::new(), &signed), Err(Invalid::NoToken));
}

#[test]
fn a_signature_that_is_none() {
    for signed in ["=", "RSOYDt4T1cUTdK1PDd93/VVr8B8", " RSOYDt4T1cUTdK1PDd93/VVr8B8=", "é", &"A".repeat(100_000)] {
        let refused = signature::verify(AUTH_TOKEN, "https://example.com/", &Parameters::new(), signed);
        assert_eq!(refused, Err(Invalid::Signature));
    }
}

#[test]
fn a_socket_may_be_signed_with_a_slash() {
    let signed = signature::sign(AUTH_TOKEN, "wss://example.com/stream/", &Parameters::new());
    assert!(signature::verify(AUTH_TOKEN, "wss://example.com/stream", &Parameters::new(), &signed).is_ok());
    let signed = signature::sign(AUTH_TOKEN, "https://example.com/call/", &Parameters::new());
    assert!(signature::verify(AUTH_TOKEN, "https://example.com/call", &Parameters::new(), &signed).is_err());
}

#[test]
fn a_signed_body_cannot_be_sent_as_an_empty_form() {
    let (url, signed) = signature::sign_body(AUTH_TOKEN, "https://example.com/events", b"{\"a\": 1}");
    let received = Received {
        method: "POST",
        url: &url,
        content_type: Some("application/json"),
        signature: Some(&signed),
        body: b"{\"a\": 1}",
    };
    assert!(signature::receive(AUTH_TOKEN, &received).is_ok());
    let form = Received { content_type: Some("application/x-www-form-urlencoded"), body: b"", ..received };
    assert_eq!(signature::receive(AUTH_TOKEN, &form), Err(Refused::Invalid(Invalid::BodyHash)));
    let other = Received { body: b"{\"a\": 2}", ..received };
    assert_eq!(signature::receive(AUTH_TOKEN, &other), Err(Refused::Invalid(Invalid::BodyHash)));
}

#[test]
fn a_body_that_is_not_covered_is_refused() {
    let url = "https://example.com/events";
    let signed = signature::sign(AUTH_TOKEN, url, &Parameters::new());
    let received = Received { method: "POST", url, content_type: None, signature: Some(&signed), body: b"{}" };
    assert_eq!(signature::receive(AUTH_TOKEN, &received), Err(Refused::Invalid(Invalid::NoBodyHash)));
    // A body of GET is not looked at.
    let get = Received { method: "GET", ..received };
    assert_eq!(signature::receive(AUTH_TOKEN, &get), Ok(Parameters::new()));
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
        let form = parameters.to_form();
        let received = Received {
            method: "POST",
            url: &url,
            content_type: Some("application/x-www-form-urlencoded"),
            signature: Some(&signed),
            body: form.as_bytes(),
        };
        prop_assert_eq!(signature::receive(AUTH_TOKEN, &received), Ok(parameters));
    }

    #[test]
    fn one_parameter_more_is_refused(parameters in parameters(), name in "[a-z]{1,5}", value in "[a-z]{1,5}") {
        let url = "https://example.com/call";
        let signed = signature::sign(AUTH_TOKEN, url, &parameters);
        let mut tampered = parameters;
        tampered.push(name, value);
        prop_assert_eq!(signature::verify(AUTH_TOKEN, url, &tampered, &signed), Err(Invalid::Signature));
    }

    #[test]
    fn any_address_is_only_a_text(url in any::<String>(), signed in any::<String>(), body in any::<Vec<u8>>()) {
        for content_type in [None, Some("application/x-www-form-urlencoded")] {
            let received = Received { method: "POST", url: &url, content_type, signature: Some(&signed), body: &body };
            prop_assert!(signature::receive(AUTH_TOKEN, &received).is_err());
        }
    }
}
