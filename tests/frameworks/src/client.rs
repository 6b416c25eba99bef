//! A client that sends exactly what it is told.

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use http::Request;

/// What came back; the head in lower case.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Longer than any server may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends a request over a connection of its own.
pub(crate) fn send(address: &str, request: &Request<Vec<u8>>) -> Result<Answer, Box<dyn Error>> {
    let body = request.body();
    exchange(address, &head(request), body)
}

/// Sends the head, and of the body only the beginning.
pub(crate) fn send_slowly(address: &str, request: &Request<Vec<u8>>) -> Result<Answer, Box<dyn Error>> {
    let body = request.body().get(..10).unwrap_or_default();
    exchange(address, &head(request), body)
}

fn head(request: &Request<Vec<u8>>) -> Vec<u8> {
    let mut head = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", request.method(), request.uri()).into_bytes();
    if !request.headers().contains_key("host") {
        head.extend_from_slice(b"Host: localhost\r\n");
    }
    if !request.headers().contains_key("content-length") && !request.body().is_empty() {
        head.extend_from_slice(format!("Content-Length: {}\r\n", request.body().len()).as_bytes());
    }
    // Whoever upgrades keeps the connection.
    for (name, value) in request.headers().iter().filter(|(name, _)| *name != "connection") {
        head.extend_from_slice(&[name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    head.extend_from_slice(b"\r\n");
    head
}

fn exchange(address: &str, head: &[u8], body: &[u8]) -> Result<Answer, Box<dyn Error>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(head)?;
    stream.write_all(body)?;
    let mut answer = Vec::new();
    // A server may hang up on a body that it does not want, once it has answered.
    if let Err(error) = stream.read_to_end(&mut answer) {
        if answer.is_empty() {
            return Err(error.into());
        }
    }
    let answer = String::from_utf8(answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(|| format!("there is no head in {answer:?}"))?;
    let status = head.split(' ').nth(1).ok_or("there is no status")?.parse()?;
    Ok(Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() })
}
