//! Signs and verifies requests: one JSON object in a line of the input, one in a line of the output.
//!
//! A request has an `auth_token`, a `url` and a `signature`, and either `params`, an array of names and values, or a
//! `body`.

use std::io::{self, BufRead as _, BufWriter, Write as _};

use serde_json::{Value, json};
use twiml::{Parameters, signature};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        writeln!(out, "{}", answer(&request).ok_or_else(|| io::Error::other(format!("what is {request}?")))?)?;
    }
    out.flush()
}

/// What the crate says, and what it would sign itself.
fn answer(request: &Value) -> Option<Value> {
    let text = |name: &str| request.get(name)?.as_str();
    let (auth_token, url, given) = (text("auth_token")?, text("url")?, text("signature")?);
    if let Some(body) = text("body") {
        let (url_with_hash, signature) = signature::sign_body(auth_token, url, body.as_bytes());
        let verdict = signature::verify_body(auth_token, url, body.as_bytes(), given);
        return Some(json!({ "valid": verdict.is_ok(), "signature": signature, "url": url_with_hash }));
    }
    let parameters = parameters(request.get("params")?)?;
    let verdict = signature::verify(auth_token, url, &parameters, given);
    Some(json!({ "valid": verdict.is_ok(), "signature": signature::sign(auth_token, url, &parameters), "url": url }))
}

fn parameters(pairs: &Value) -> Option<Parameters> {
    pairs.as_array()?.iter().map(|pair| Some((pair.get(0)?.as_str()?, pair.get(1)?.as_str()?))).collect()
}
