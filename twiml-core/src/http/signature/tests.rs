use super::{Invalid, Received, Refused, receive, sign, sign_body, verify_body};
use crate::Parameters;

const TOKEN: &str = "12345";
const LATIN: &str = "https://example.com/call?Body=%E9";

fn get(signature: &str) -> Received<'_> {
    Received { method: "GET", url: LATIN, content_type: None, signature: Some(signature), body: b"" }
}

#[test]
fn only_twilio_is_told_that_a_query_cannot_be_read() {
    assert_eq!(receive(TOKEN, &get("forged")), Err(Refused::Invalid(Invalid::Signature)));
    assert_eq!(receive(TOKEN, &get("")), Err(Refused::Invalid(Invalid::NoSignature)));
    let signature = sign(TOKEN, LATIN, &Parameters::new());
    assert!(matches!(receive(TOKEN, &get(&signature)), Err(Refused::Malformed(_))));
}

#[test]
fn the_hash_is_found_beside_what_is_not_utf_8() {
    let (url, signature) = sign_body(TOKEN, LATIN, b"{}");
    assert_eq!(verify_body(TOKEN, &url, b"{}", &signature), Ok(()));
}
