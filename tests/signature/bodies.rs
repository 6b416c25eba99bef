//! Forms, queries and other bodies: what is signed of them, and what comes out.

use twiml::Parameters;
use twiml::signature::{HEADER, Reason, Received, Verifier, sign, sign_body};

use crate::{AUTH_TOKEN, form, reason, server};

const URL: &str = "https://example.com/events";

fn verifier() -> Verifier {
    server(URL).0
}

#[test]
fn a_signed_body_cannot_be_sent_as_an_empty_form() {
    let (url, signed) = sign_body(AUTH_TOKEN, URL, b"{\"a\": 1}");
    let target = server(&url).1;
    let received = Received::new("POST", target).header("content-type", "application/json").header(HEADER, &signed);
    let verified = verifier().verify(&received.body("{\"a\": 1}")).unwrap();
    assert_eq!((verified.body.as_slice(), verified.query.len()), (&b"{\"a\": 1}"[..], 0));
    assert!(verified.parameters.get("bodySHA256").is_some());
    assert_eq!(reason(verifier().verify(&received.body("{\"a\": 2}"))), Reason::BodyHash);
    assert_eq!(reason(verifier().verify(&form(target, &signed, ""))), Reason::BodyHash);
    assert_eq!(reason(verifier().verify(&form(target, &signed, "a=1"))), Reason::Parameters);
}

#[test]
fn a_body_that_is_not_covered_is_refused() {
    let signed = sign(AUTH_TOKEN, URL, &Parameters::new());
    for kind in ["application/json", "text/plain", "application/x-www-form-urlencoded2", ""] {
        let received = Received::new("POST", "/events").header("content-type", kind).header(HEADER, &signed);
        assert_eq!(reason(verifier().verify(&received.body("{}"))), Reason::NoBodyHash);
        assert_eq!(reason(verifier().verify(&received)), Reason::NoBodyHash);
    }
}

#[test]
fn a_body_of_get_is_covered_by_nothing_and_is_not_handed_on() {
    let signed = sign(AUTH_TOKEN, URL, &Parameters::new());
    for method in ["GET", "HEAD"] {
        let received = Received::new(method, "/events").header(HEADER, &signed);
        for received in [received, received.header("content-type", "application/x-www-form-urlencoded")] {
            let verified = verifier().verify(&received.body("CallSid=FORGED")).unwrap();
            assert_eq!((verified.body.len(), verified.parameters.len(), verified.query.len()), (0, 0, 0));
        }
    }
    let unverified = Verifier::dangerously_unverified();
    assert!(unverified.verify(&Received::new("GET", "/").body("a=1")).unwrap().body.is_empty());
}

#[test]
fn parameters_of_a_query_beside_a_form_are_apart() {
    let url = "https://example.com/keys?worker=7&Digits=9";
    let form_parameters = Parameters::from_iter([("Digits", "1")]);
    let signed = sign(AUTH_TOKEN, url, &form_parameters);
    let (verifier, target) = server(url);
    let verified = verifier.verify(&form(target, &signed, "Digits=1")).unwrap();
    assert_eq!(verified.parameters, form_parameters);
    assert_eq!(verified.query, Parameters::from_iter([("worker", "7"), ("Digits", "9")]));
}

#[test]
fn the_token_of_a_request_that_is_sent_again() {
    let signed = sign(AUTH_TOKEN, URL, &Parameters::new());
    let received = Received::new("GET", "/events").header(HEADER, &signed);
    assert_eq!(verifier().verify(&received).unwrap().idempotency_token, None);
    let received = received.header("i-twilio-idempotency-token", "0b6d5c6e");
    assert_eq!(verifier().verify(&received).unwrap().idempotency_token.as_deref(), Some("0b6d5c6e"));
}

#[test]
fn what_is_not_utf_8_is_judged_as_it_came_and_then_replaced() {
    // The bytes are signed, not what is made of them.
    let (verifier, target) = server("https://example.com/call?Body=%E9");
    let signed = sign(AUTH_TOKEN, "https://example.com/call?Body=%E9", &Parameters::new());
    let received = Received::new("GET", target).header(HEADER, &signed);
    assert_eq!(verifier.verify(&received).unwrap().parameters.get("Body"), Some("\u{FFFD}"));
    let replaced = sign(AUTH_TOKEN, "https://example.com/call", &Parameters::from_iter([("Body", "\u{FFFD}")]));
    assert!(verifier.verify(&form("/call", &replaced, "Body=%E9")).is_err());
    assert!(verifier.verify(&form("/call", &replaced, "Body=%EF%BF%BD")).is_ok());
}

#[test]
fn a_form_by_any_case_and_with_any_charset() {
    let signed = sign(AUTH_TOKEN, URL, &Parameters::from_iter([("a", "1")]));
    for kind in [
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-URLencoded;charset=utf-8",
        " application/x-www-form-urlencoded ; charset=UTF-8",
    ] {
        let received = Received::new("POST", "/events").header("Content-Type", kind).header(HEADER, &signed);
        assert!(verifier().verify(&received.body("a=1")).is_ok(), "{kind}");
    }
}

#[test]
fn unverified_requests_are_read_all_the_same() {
    let verifier = Verifier::dangerously_unverified();
    let verified = verifier.verify(&form("/call?b=2", "", "a=1")).unwrap();
    assert_eq!((verified.parameters.get("a"), verified.query.get("b")), (Some("1"), Some("2")));
    assert_eq!(reason(verifier.body_limit(2).verify(&form("/call", "", "a=1"))), Reason::TooLarge(2));
}
