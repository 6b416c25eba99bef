//! Documents that servers of each framework answer with, and what must arrive.

use std::io::{Read, Write};
use std::net::TcpStream;

use twiml::{MessagingResponse, VoiceResponse, twiml};

/// A document that is in the binary.
pub const CONSTANT: VoiceResponse = twiml! { <Response><Say>"Tom & Jerry – é"</Say></Response> };

/// A document that is written at run time, longer than what servers buffer before they send in chunks.
pub fn written() -> MessagingResponse {
    let body = "Fish & chips ".repeat(10_000);
    twiml! { <Response><Message>{body}</Message></Response> }
}

/// Asks a server for both documents, at `/constant` and `/written`.
///
/// # Errors
///
/// The server cannot be reached, or the answer is not what it should be.
pub fn check(address: &str) -> Result<(), Box<dyn std::error::Error>> {
    check_document(address, "/constant", CONSTANT.as_str())?;
    check_document(address, "/written", written().as_str())
}

fn check_document(address: &str, path: &str, document: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("there is no body")?;
    let head = head.to_ascii_lowercase();
    let headers = |name: &str| -> Vec<_> { head.lines().filter_map(|line| line.strip_prefix(name)).collect() };
    let length = document.len().to_string();
    let right = head.starts_with("http/1.1 200 ")
        && headers("content-type: ") == ["text/xml; charset=utf-8"]
        && headers("content-length: ") == [length.as_str()]
        && headers("transfer-encoding:").is_empty()
        && body == document;
    if right { Ok(()) } else { Err(format!("{path}: {head}\n{} bytes", body.len()).into()) }
}
