//! Signs and verifies requests: one JSON object in a line of the input, one in a line of the output.
//!
//! A request as a function has an `auth_token`, a `url` and a `signature`, and either `params`, an array of names and values,
//! or a `body`. One as a server has it has a `public_url`, `auth_tokens`, `shared_keys` (ids and secrets), `shared_only`, a
//! `method`, a `target`, `headers` and a `body`.

use std::io::{self, BufRead as _, BufWriter, Write as _};

use serde_json::{Value, json};
use twiml::Parameters;
use twiml::signature::{self, Keys, Received, Verifier};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        let answer = if request.get("public_url").is_some() { verify(&request) } else { answer(&request) };
        writeln!(out, "{}", answer.ok_or_else(|| io::Error::other(format!("what is {request}?")))?)?;
    }
    out.flush()
}

/// What the functions say, and what they would sign themselves.
fn answer(request: &Value) -> Option<Value> {
    let text = |name: &str| request.get(name)?.as_str();
    let (auth_token, url, given) = (text("auth_token")?, text("url")?, text("signature")?);
    if let Some(body) = text("body") {
        let (url_with_hash, signature) = signature::sign_body(auth_token, url, body.as_bytes());
        let verdict = signature::verify_body(auth_token, url, body.as_bytes(), given);
        return Some(json!({ "valid": verdict.is_ok(), "signature": signature, "url": url_with_hash }));
    }
    let parameters: Parameters = pairs(request.get("params")?)?.into_iter().collect();
    let verdict = signature::verify(auth_token, url, &parameters, given);
    // What stands behind a `#` is not signed.
    let signed = url.split('#').next()?;
    Some(json!({ "valid": verdict.is_ok(), "signature": signature::sign(auth_token, url, &parameters), "url": signed }))
}

/// What a verifier says.
fn verify(request: &Value) -> Option<Value> {
    let text = |name: &str| request.get(name)?.as_str();
    let tokens = request.get("auth_tokens")?.as_array()?.iter();
    let keys = tokens.fold(Keys::new(), |keys, token| keys.auth_token(token.as_str().unwrap_or_default()));
    let shared = pairs(request.get("shared_keys")?)?.into_iter();
    let keys = shared.fold(keys, |keys, (id, secret)| keys.shared_key(id, secret));
    let keys = if request.get("shared_only")?.as_bool()? { keys.shared_keys_only() } else { keys };
    let verifier = match Verifier::new(keys, text("public_url")?) {
        Ok(verifier) => verifier,
        Err(error) => return Some(json!({ "status": null, "reason": error.to_string() })),
    };
    let headers = pairs(request.get("headers")?)?;
    let received = Received::new(text("method")?, text("target")?).body(text("body")?);
    let received = headers.iter().fold(received, |received, (name, value)| received.header(name, *value));
    Some(match verifier.verify(&received) {
        Ok(_) => json!({ "status": 200, "reason": null }),
        Err(refused) => json!({ "status": refused.status(), "reason": refused.to_string() }),
    })
}

fn pairs(pairs: &Value) -> Option<Vec<(&str, &str)>> {
    pairs.as_array()?.iter().map(|pair| Some((pair.get(0)?.as_str()?, pair.get(1)?.as_str()?))).collect()
}
