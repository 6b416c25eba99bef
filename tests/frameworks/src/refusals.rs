//! What each framework must take and refuse, each with the same status.

use std::error::Error;

use http::{HeaderValue, Request};
use twiml::Parameters;
use twiml::signature::{HEADER, IDEMPOTENCY_HEADER, Signer};
use twiml::webhook::{Call, Webhook};

use crate::client::{Answer, send, send_slowly};

type Made = Result<Request<Vec<u8>>, Box<dyn Error>>;

const PUBLIC: &str = "https://voice.example.com";
const FORGED: &str = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

fn signer() -> Signer {
    Signer::auth_token("12345")
}

fn post(path: &str) -> Made {
    Ok(signer().post(&format!("{PUBLIC}{path}"), &Call::sample())?)
}

fn get(path: &str) -> Made {
    Ok(signer().get(&format!("{PUBLIC}{path}"), &Call::sample())?)
}

fn events(body: &str) -> Made {
    Ok(signer().post_body(&format!("{PUBLIC}/events?a=it's"), "application/json", body)?)
}

/// The same for another path, with another body or with another signature.
fn at(path: &'static str, made: Made) -> Made {
    let mut request = made?;
    *request.uri_mut() = path.parse()?;
    Ok(request)
}

fn with_body(body: String, made: Made) -> Made {
    let mut request = made?;
    request.headers_mut().remove("content-length");
    *request.body_mut() = body.into_bytes();
    Ok(request)
}

fn with(name: &'static str, value: &'static str, made: Made) -> Made {
    let mut request = made?;
    request.headers_mut().insert(name, HeaderValue::from_static(value));
    Ok(request)
}

fn without(name: &str, made: Made) -> Made {
    let mut request = made?;
    request.headers_mut().remove(name);
    Ok(request)
}

fn tampered() -> Made {
    let request = post("/voice")?;
    let body = String::from_utf8(request.body().clone())?;
    with_body(body.replace("%2B15551234567", "%2B15550000000"), Ok(request))
}

/// `Host: partner.example/hookAccountSidAC1Body`: what a captured signature of another address could be made to fit.
fn by_the_host() -> Made {
    let parameters = Parameters::from_iter([("AccountSid", "AC1"), ("Body", "/voice")]);
    let captured = signer().sign("https://partner.example/hook", &parameters);
    let mut request = Request::get("/voice").header("host", "partner.example/hookAccountSidAC1Body").body(Vec::new())?;
    request.headers_mut().insert(HEADER, captured.parse()?);
    Ok(request)
}

/// All that is not Twilio's, or too much, with the status that it is refused with.
fn refused() -> Result<Vec<(&'static str, u16, Request<Vec<u8>>)>, Box<dyn Error>> {
    let large = |size: usize| with_body("a".repeat(size), with(HEADER, FORGED, post("/voice")));
    let cases = [
        ("no signature", 403, without(HEADER, post("/voice"))),
        ("no signature of GET", 403, without(HEADER, get("/voice"))),
        ("an empty signature", 403, with(HEADER, "", post("/voice"))),
        ("another signature", 403, with(HEADER, FORGED, post("/voice"))),
        ("what is no signature", 403, with(HEADER, "forged", get("/voice"))),
        ("tampered parameters", 403, tampered()),
        ("tampered query", 403, at("/voice?CallSid=CA1", get("/voice"))),
        ("another address", 403, at("/nested/voice", post("/voice"))),
        ("more in the query", 403, at("/voice?a=1", post("/voice"))),
        ("the path that is left of a nested one", 403, at("/nested/voice", post("/nested/nested/voice"))),
        ("another method", 403, at("/voice", with_body("a=1".to_owned(), get("/voice")))),
        ("a host that is none", 403, by_the_host()),
        ("a form without a body", 403, with_body(String::new(), post("/voice"))),
        ("another body", 403, with_body("{\"a\": 2}".to_owned(), events("{\"a\": 1}"))),
        ("a body without its hash", 403, at("/events?a=it's", events("{}"))),
        ("a body as a form", 403, with("content-type", "application/x-www-form-urlencoded", events("a=1"))),
        (
            "an unknown key",
            403,
            with("X-Twilio-Webhooks-Signature-Settings", "key=k,algorithm=HMAC_SHA256", post("/voice")),
        ),
        ("just not too large", 403, large(64 * 1024)),
        ("too large", 413, large(64 * 1024 + 1)),
        ("a mebibyte", 413, large(1024 * 1024)),
        ("too many parameters", 413, with_body("a&".repeat(2_000), with(HEADER, FORGED, post("/voice")))),
        ("a socket by the signature of a page", 403, Ok(signer().upgrade("https://voice.example.com/media")?)),
        ("a socket without a signature", 403, without(HEADER, Ok(signer().upgrade("wss://voice.example.com/media")?))),
    ];
    cases.into_iter().map(|(name, status, made)| Ok((name, status, made?))).collect()
}

/// What must be taken, and what it answers.
fn taken() -> Result<Vec<(&'static str, String, Request<Vec<u8>>)>, Box<dyn Error>> {
    let call = |other: &str, token: &str| format!("+15551234567 {other} {token}");
    let query = "worker=7&q=%22it%27s%22+%2B";
    let cases = [
        ("a form", call("", "none"), post("/voice")),
        ("a query", call("", "none"), get("/voice")),
        ("a form beside a query", call(query, "none"), post("/voice?worker=7&q=%22it's%22%20%2B")),
        ("a query beside a query", call("a=1", "none"), get("/voice?a=1")),
        ("an empty query", call("", "none"), post("/voice?")),
        ("a nested form", call("", "none"), post("/nested/voice")),
        ("a nested query", call("", "none"), get("/nested/voice")),
        ("a token", call("", "0b6d5c6e"), with(IDEMPOTENCY_HEADER, "0b6d5c6e", post("/voice"))),
        ("a token of a query", call("", "0b6d5c6e"), with(IDEMPOTENCY_HEADER, "0b6d5c6e", get("/voice"))),
        ("another host", call("", "none"), with("host", "10.0.0.1:3000", post("/voice"))),
        (
            "a charset",
            call("", "none"),
            with("content-type", "Application/X-WWW-Form-Urlencoded;charset=utf-8", post("/voice")),
        ),
        ("a body", "8 bytes".to_owned(), events("{\"a\": 1}")),
        ("a socket", "opens".to_owned(), Ok(signer().upgrade("wss://voice.example.com/media")?)),
        (
            "a socket with its port",
            "opens".to_owned(),
            at("/media", Ok(signer().upgrade("wss://voice.example.com:443/media")?)),
        ),
    ];
    cases.into_iter().map(|(name, answer, made)| Ok((name, answer, made?))).collect()
}

/// Sends all of it to a server, which has `/voice` (GET and POST), `/nested/voice`, `/events` (POST) and `/media` (GET).
/// `speaks` tells whether Twilio gets to read what its request lacks.
///
/// # Errors
///
/// The server cannot be reached, or answers otherwise.
pub fn check_requests(address: &str, speaks: bool) -> Result<(), Box<dyn Error>> {
    for (name, answer, request) in taken()? {
        let Answer { status, body, .. } = send(address, &request).map_err(|error| format!("{name}: {error}"))?;
        if (status, &body) != (200, &answer) {
            return Err(format!("{name}: {status} {body}, and not {answer}").into());
        }
    }
    for (name, expected, request) in refused()? {
        let Answer { status, body, .. } = send(address, &request).map_err(|error| format!("{name}: {error}"))?;
        let silent = !body.contains("signature") && !body.contains("aaa") && !body.contains("example.com");
        if status != expected || !silent {
            return Err(format!("{name}: {status} {body}, and not {expected}").into());
        }
    }
    for (name, made) in [("a form", post("/voice")), ("a body", events("{\"a\": 12345}"))] {
        let Answer { status, body, .. } = send_slowly(address, &made?).map_err(|error| format!("{name}: {error}"))?;
        if status != 408 {
            return Err(format!("{name} that does not arrive: {status} {body}").into());
        }
    }
    for request in [
        signer().post(&format!("{PUBLIC}/voice"), &Parameters::from_iter([("CallSid", "CA1")]))?,
        signer().get(&format!("{PUBLIC}/voice"), &Parameters::from_iter([("CallSid", "CA1")]))?,
    ] {
        let Answer { status, body, .. } = send(address, &request)?;
        if status != 400 || speaks && body != "parameter `AccountSid` is missing" {
            return Err(format!("a call without an account: {status} {body}").into());
        }
    }
    // And it goes on.
    let Answer { status, .. } = send(address, &post("/voice")?)?;
    if status == 200 { Ok(()) } else { Err(format!("after all that: {status}").into()) }
}
