//! Documents that servers of each framework answer with, requests that they take and refuse, and what must come back.

mod client;
mod refusals;

use std::error::Error;
use std::time::Duration;

use twiml::signature::{Misconfigured, Verifier};
use twiml::webhook::Call;
use twiml::{MessagingResponse, VoiceResponse, twiml};

use client::{Answer, send};
pub use refusals::check_requests;

/// A document that is in the binary.
pub const CONSTANT: VoiceResponse = twiml! { <Response><Say>"Tom & Jerry – é"</Say></Response> };

/// A document that is written at run time, longer than what servers buffer before they send in chunks.
pub fn written() -> MessagingResponse {
    let body = "Fish & chips ".repeat(10_000);
    twiml! { <Response><Message>{body}</Message></Response> }
}

/// What the servers verify requests with.
///
/// # Errors
///
/// None.
pub fn verifier() -> Result<Verifier, Misconfigured> {
    Ok(Verifier::new("12345", "https://voice.example.com")?.body_time(Duration::from_millis(500)))
}

/// What `/voice` and `/nested/voice` answer to GET and POST.
pub fn voice(call: &Call) -> String {
    let token = call.idempotency_token.as_deref().unwrap_or("none");
    format!("{} {} {token}", call.from, call.other.to_form())
}

/// What `/events` answers to POST.
pub fn events(body: &[u8]) -> String {
    format!("{} bytes", body.len())
}

/// Asks a server for both documents, at `/constant` and `/written`.
///
/// # Errors
///
/// The server cannot be reached, or the answer is not what it should be.
pub fn check(address: &str) -> Result<(), Box<dyn Error>> {
    check_document(address, "/constant", CONSTANT.as_str())?;
    check_document(address, "/written", written().as_str())
}

fn check_document(address: &str, path: &str, document: &str) -> Result<(), Box<dyn Error>> {
    let Answer { head, body, .. } = send(address, &http::Request::get(path).body(Vec::new())?)?;
    let headers = |name: &str| -> Vec<_> { head.lines().filter_map(|line| line.strip_prefix(name)).collect() };
    let length = document.len().to_string();
    let right = head.starts_with("http/1.1 200 ")
        && headers("content-type: ") == ["text/xml; charset=utf-8"]
        && headers("content-length: ") == [length.as_str()]
        && headers("transfer-encoding:").is_empty()
        && body == document;
    if right { Ok(()) } else { Err(format!("{path}: {head}\n{} bytes", body.len()).into()) }
}
