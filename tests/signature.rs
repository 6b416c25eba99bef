//! Whether a request was sent by Twilio.

#![cfg(feature = "signature")]
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

mod signature {
    mod addresses;
    mod bodies;
    mod cost;
    mod functions;
    mod keys;
    mod refusals;
    mod shared;
    mod sockets;
    mod vectors;
}

use twiml::signature::{Reason, Received, Verified, Verifier};

const AUTH_TOKEN: &str = "12345";
const FORM: &str = "application/x-www-form-urlencoded; charset=UTF-8";

/// A verifier of a server at the scheme and the host of this address, and the rest of the address.
fn server(url: &str) -> (Verifier, &str) {
    let start = url.find("://").unwrap() + 3;
    let (origin, target) = url.split_at(url[start..].find(['/', '?']).map_or(url.len(), |at| at + start));
    let origin = origin.replacen("wss://", "https://", 1).replacen("ws://", "http://", 1);
    (Verifier::new(AUTH_TOKEN, &origin).unwrap(), target)
}

fn reason(verdict: Result<Verified, twiml::signature::Refused>) -> Reason {
    verdict.unwrap_err().reason().clone()
}

/// A form, as it comes.
fn form<'a>(target: &'a str, signature: &'a str, body: &'a str) -> Received<'a> {
    Received::new("POST", target).header("content-type", FORM).header("X-TWILIO-SIGNATURE", signature).body(body)
}
