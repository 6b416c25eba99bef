//! What is refused, with what status, and that the server goes on.

use axum::http::StatusCode;
use http_body_util::Full;
use twiml::signature;
use twiml::webhook::{Call, Request};

use super::client::{AUTH_TOKEN, Client, PUBLIC_URL, form, frontline};

const FORGED: &str = "the signature is not that of this request";

#[tokio::test]
async fn nobody_else_is_heard() {
    let mut client = Client::connect(&frontline().await).await;
    let call = Call::WEBHOOK.sample();
    let body = call.to_form();
    let signed = signature::sign(AUTH_TOKEN, &format!("{PUBLIC_URL}/voice"), &call);

    let unsigned = client.send(form("/voice", None, body.clone())).await;
    unsigned.assert_refused(StatusCode::FORBIDDEN, "there is no signature");
    let empty = client.send(form("/voice", Some(""), body.clone())).await;
    empty.assert_refused(StatusCode::FORBIDDEN, "there is no signature");

    let other_token = signature::sign("54321", &format!("{PUBLIC_URL}/voice"), &call);
    client.send(form("/voice", Some(&other_token), body.clone())).await.assert_refused(StatusCode::FORBIDDEN, FORGED);
    let tampered = body.replace("CallStatus=queued", "CallStatus=busy");
    client.send(form("/voice", Some(&signed), tampered)).await.assert_refused(StatusCode::FORBIDDEN, FORGED);
    client.send(form("/voicemail", Some(&signed), body.clone())).await.assert_refused(StatusCode::FORBIDDEN, FORGED);
    client.send(form("/voice?a=1", Some(&signed), body.clone())).await.assert_refused(StatusCode::FORBIDDEN, FORGED);

    assert_eq!(client.send(form("/voice", Some(&signed), body)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_malformed_is_named() {
    let mut client = Client::connect(&frontline().await).await;
    let mut call = Call::WEBHOOK.sample();
    call.take("CallSid");
    let answer = client.post("/voice", &call).await;
    answer.assert_refused(StatusCode::BAD_REQUEST, "parameter `CallSid` is missing");
    let answer = client.get("/voice?CallSid=CA1").await;
    answer.assert_refused(StatusCode::BAD_REQUEST, "parameter `AccountSid` is missing");
}

#[tokio::test]
async fn what_is_not_utf_8_is_refused() {
    let mut client = Client::connect(&frontline().await).await;
    for body in [&b"CallSid=%FF"[..], b"CallSid=\xC3"] {
        let answer = client.send(form("/voice", Some("x"), body)).await;
        answer.assert_refused(StatusCode::BAD_REQUEST, "parameter `CallSid` is `\u{FFFD}`, not UTF-8");
    }
    assert_eq!(client.post("/voice", &Call::WEBHOOK.sample()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_too_large_is_refused() {
    const MIB: usize = 1024 * 1024;
    let address = frontline().await;
    for (size, status) in [
        (MIB, StatusCode::FORBIDDEN),
        (MIB + 1, StatusCode::PAYLOAD_TOO_LARGE),
        (10 * MIB, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let mut client = Client::connect(&address).await;
        let answer = client.send(form("/voice", Some("x"), "a".repeat(size))).await;
        assert_eq!(answer.status, status, "{}", answer.body);
    }
    let mut client = Client::connect(&address).await;
    assert_eq!(client.post("/voice", &Call::WEBHOOK.sample()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_body_that_is_no_form_must_be_covered() {
    let mut client = Client::connect(&frontline().await).await;
    let json = |url: &str, signed: &str| {
        let request = axum::http::Request::post(url).header("content-type", "application/json");
        request.header(signature::HEADER, signed).body(Full::from("{}")).unwrap()
    };
    let (url, signed) = signature::sign_body(AUTH_TOKEN, &format!("{PUBLIC_URL}/voice"), b"{}");
    let target = url.strip_prefix(PUBLIC_URL).unwrap();
    let answer = client.send(json(target, &signed)).await;
    answer.assert_refused(StatusCode::BAD_REQUEST, "parameter `CallSid` is missing");
    let answer = client.send(json("/voice", &signed)).await;
    let reason = "the body is no form, and its hash does not stand in the address";
    answer.assert_refused(StatusCode::FORBIDDEN, reason);
}
