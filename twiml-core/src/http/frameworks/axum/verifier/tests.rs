use http::Request;

use super::Verifier;
use crate::Parameters;
use crate::axum::Rejection;
use crate::signature::{HEADER, Invalid, sign};

#[test]
fn what_cannot_be_read_is_said_under_whatever_address_it_was_signed() {
    let verifier = Verifier::new("12345");
    for (signed, valid) in [("https", true), ("http", true), ("ftp", false)] {
        let signature = sign("12345", &alloc::format!("{signed}://example.com/call?Body=%E9"), &Parameters::new());
        let request = Request::get("/call?Body=%E9").header("host", "example.com").header(HEADER, signature);
        let (parts, ()) = request.body(()).unwrap().into_parts();
        match verifier.receive(&parts, b"") {
            Err(Rejection::Malformed(_)) => assert!(valid, "{signed}"),
            refused => assert_eq!((refused, valid), (Err(Rejection::Invalid(Invalid::Signature)), false), "{signed}"),
        }
    }
}
