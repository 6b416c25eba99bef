//! What is refused, with what status, and that the server goes on.

use axum::http::StatusCode;
use http_body_util::Full;
use std::time::Duration;
use twiml::signature::{self, Signer};
use twiml::webhook::{Call, Webhook};

use super::client::{Client, PUBLIC_URL, form, frontline, signer, verifier};
use crate::sms;

#[tokio::test]
async fn nobody_else_is_heard() {
    let mut client = Client::connect(&frontline().await).await;
    let call = Call::sample().to_parameters();
    let body = call.to_form();
    let signed = signer().sign(&format!("{PUBLIC_URL}/voice"), &call);

    client.send(form("/voice", None, body.clone())).await.assert_refused(StatusCode::FORBIDDEN);
    client.send(form("/voice", Some(""), body.clone())).await.assert_refused(StatusCode::FORBIDDEN);

    let other_token = Signer::auth_token("54321").sign(&format!("{PUBLIC_URL}/voice"), &call);
    client.send(form("/voice", Some(&other_token), body.clone())).await.assert_refused(StatusCode::FORBIDDEN);
    let tampered = body.replace("CallStatus=ringing", "CallStatus=busy");
    assert_ne!(tampered, body);
    client.send(form("/voice", Some(&signed), tampered)).await.assert_refused(StatusCode::FORBIDDEN);
    client.send(form("/voicemail", Some(&signed), body.clone())).await.assert_refused(StatusCode::FORBIDDEN);
    client.send(form("/voice?a=1", Some(&signed), body.clone())).await.assert_refused(StatusCode::FORBIDDEN);

    assert_eq!(client.send(form("/voice", Some(&signed), body)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_twilio_forgets_is_named() {
    let mut client = Client::connect(&frontline().await).await;
    let mut call = Call::sample().to_parameters();
    call.take("CallSid");
    client.post("/voice", &call).await.assert_malformed("parameter `CallSid` is missing");
    client.get("/voice?CallSid=CA1").await.assert_malformed("parameter `AccountSid` is missing");
    // To Twilio alone.
    client.send(form("/voice", Some("forged"), "a=1")).await.assert_refused(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn nothing_of_a_forged_request_comes_back() {
    let mut client = Client::connect(&frontline().await).await;
    for body in [&b"CallSid=%FF"[..], b"CallSid=\xC3", &b"a".repeat(60_000)] {
        let answer = client.send(form("/voice", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), body.to_vec())).await;
        answer.assert_refused(StatusCode::FORBIDDEN);
    }
    assert_eq!(client.tell("/voice", &Call::sample()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_too_large_is_refused() {
    const LIMIT: usize = 64 * 1024;
    let address = frontline().await;
    for (size, status) in [
        (LIMIT, StatusCode::FORBIDDEN),
        (LIMIT + 1, StatusCode::PAYLOAD_TOO_LARGE),
        (1024 * 1024, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let mut client = Client::connect(&address).await;
        let answer = client.send(form("/voice", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), "a".repeat(size))).await;
        answer.assert_refused(status);
    }
    let mut client = Client::connect(&address).await;
    let many = client.send(form("/voice", Some("RSOYDt4T1cUTdK1PDd93/VVr8B8="), "a&".repeat(2_000))).await;
    many.assert_refused(StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(client.tell("/voice", &Call::sample()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_limit_of_another_layer_is_told_as_well() {
    use axum::Router;
    use axum::extract::DefaultBodyLimit;
    use axum::routing::post;
    use twiml::signature::Verified;

    let router = Router::new().route("/", post(async |_: Verified| "taken")).with_state(verifier());
    let router = router.layer(DefaultBodyLimit::max(10));
    let mut client = Client::connect(&super::client::serve(router).await).await;
    // It counts for extractors of axum alone, so ours has its own.
    assert_eq!(client.tell("/", &Call::sample()).await.body, "taken");
}

#[tokio::test]
async fn a_body_that_takes_its_time_is_refused() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let router = sms::router(verifier().body_time(Duration::from_millis(200)));
    let address = super::client::serve(router).await;
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    let head = format!(
        "POST /sms HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\
         {}: RSOYDt4T1cUTdK1PDd93/VVr8B8=\r\n\r\nCallSid=",
        signature::HEADER
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = vec![0; 1024];
    let read = tokio::time::timeout(Duration::from_secs(5), stream.read(&mut answer)).await.unwrap().unwrap();
    assert!(answer[..read].starts_with(b"HTTP/1.1 408 "), "{}", String::from_utf8_lossy(&answer[..read]));
}

#[tokio::test]
async fn a_body_that_breaks_off_is_refused() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let address = frontline().await;
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    let head = format!(
        "POST /voice HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n{}: RSOYDt4T1cUTdK1PDd93/VVr8B8=\r\n\r\nno chunk\r\n",
        signature::HEADER
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
}

#[tokio::test]
async fn a_body_that_is_no_form_must_be_covered() {
    let mut client = Client::connect(&frontline().await).await;
    let events = signer().post_body::<Full<_>>(&format!("{PUBLIC_URL}/voice"), "application/json", "{}").unwrap();
    client.send(events.clone()).await.assert_malformed("parameter `CallSid` is missing");
    let (mut parts, body) = events.into_parts();
    parts.uri = "/voice".parse().unwrap();
    client.send(axum::http::Request::from_parts(parts, body)).await.assert_refused(StatusCode::FORBIDDEN);
}
