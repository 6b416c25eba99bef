//! The extractors under the addresses that servers have.

use axum::Router;
use axum::extract::{FromRef, State};
use axum::http::{Request as HttpRequest, StatusCode};
use axum::routing::{any, post};
use http_body_util::Full;
use twiml::axum::{Signed, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Request};
use twiml::{Parameters, signature};

use super::client::{AUTH_TOKEN, Client, form, serve};

/// What came in, as text.
async fn echo(verified: Verified) -> String {
    format!("{} {}", verified.parameters.to_form(), String::from_utf8_lossy(&verified.body))
}

async fn server(verifier: Verifier) -> Client {
    let router = Router::new().route("/", any(echo)).route("/call", any(echo)).with_state(verifier);
    Client::connect(&serve(router).await).await
}

/// A form for a server that does not know its address, signed for this one.
async fn status(client: &mut Client, host: &str, path: &str, signed_for: &str) -> StatusCode {
    let parameters = Parameters::from_iter([("a", "1")]);
    let signed = signature::sign(AUTH_TOKEN, signed_for, &parameters);
    let mut request = form(path, Some(&signed), parameters.to_form());
    request.headers_mut().insert("host", host.parse().unwrap());
    client.send(request).await.status
}

#[tokio::test]
async fn without_a_public_url_the_host_counts() {
    let mut client = server(Verifier::new(AUTH_TOKEN)).await;
    for (host, path, signed_for, expected) in [
        ("example.com", "/call", "https://example.com/call", StatusCode::OK),
        ("example.com", "/call", "http://example.com/call", StatusCode::OK),
        ("example.com", "/call?b=2", "https://example.com/call?b=2", StatusCode::OK),
        ("example.com:8443", "/call", "https://example.com:8443/call", StatusCode::OK),
        ("example.com:8443", "/call", "https://example.com/call", StatusCode::OK),
        ("example.com", "/", "https://example.com/", StatusCode::OK),
        ("example.com", "/", "https://example.com", StatusCode::OK),
        ("example.com", "/call", "https://example.org/call", StatusCode::FORBIDDEN),
        ("example.com", "/call", "https://example.com/", StatusCode::FORBIDDEN),
    ] {
        assert_eq!(status(&mut client, host, path, signed_for).await, expected, "{host} {path} {signed_for}");
    }
}

#[tokio::test]
async fn with_a_public_url_the_host_does_not_count() {
    let mut client = server(Verifier::new(AUTH_TOKEN).public_url("https://example.com/twilio/")).await;
    for (host, path, signed_for, expected) in [
        ("10.0.0.1:3000", "/call", "https://example.com/twilio/call", StatusCode::OK),
        ("10.0.0.1:3000", "/", "https://example.com/twilio", StatusCode::OK),
        ("example.org", "/call", "https://example.org/call", StatusCode::FORBIDDEN),
        ("example.com", "/call", "https://example.com/call", StatusCode::FORBIDDEN),
        ("example.com", "/call", "http://example.com/twilio/call", StatusCode::FORBIDDEN),
    ] {
        assert_eq!(status(&mut client, host, path, signed_for).await, expected, "{host} {path} {signed_for}");
    }
}

#[tokio::test]
async fn unverified_requests_are_read_all_the_same() {
    let mut client = server(Verifier::dangerously_unverified()).await;
    assert_eq!(client.send(form("/call", None, "a=1")).await.body, "a=1 a=1");
    let get = HttpRequest::get("/call?b=2").body(Full::default()).unwrap();
    assert_eq!(client.send(get).await.body, "b=2 ");
    let answer = client.send(form("/call", None, "a=%FF")).await;
    answer.assert_refused(StatusCode::BAD_REQUEST, "parameter `a` is `\u{FFFD}`, not UTF-8");
}

#[tokio::test]
async fn an_empty_token_lets_nobody_in() {
    let mut client = server(Verifier::new("")).await;
    let signed = signature::sign("", "https://example.com/call", &Parameters::new());
    let answer = client.send(form("/call", Some(&signed), "")).await;
    answer.assert_refused(StatusCode::FORBIDDEN, "the auth token is empty");
}

#[tokio::test]
async fn a_body_that_is_no_form_comes_as_it_is() {
    let mut client = server(Verifier::new(AUTH_TOKEN).public_url("https://example.com")).await;
    let (url, signed) = signature::sign_body(AUTH_TOKEN, "https://example.com/call?b=2", b"{\"a\": 1}");
    let target = url.strip_prefix("https://example.com").unwrap();
    let request = HttpRequest::post(target).header("content-type", "application/json; charset=utf-8");
    let request = request.header(signature::HEADER, signed).body(Full::from("{\"a\": 1}")).unwrap();
    let answer = client.send(request).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.body.starts_with("b=2&bodySHA256="));
    assert!(answer.body.ends_with(" {\"a\": 1}"));
}

#[derive(Clone)]
struct Shared {
    verifier: Verifier,
    greeting: &'static str,
}

impl FromRef<Shared> for Verifier {
    fn from_ref(shared: &Shared) -> Self {
        shared.verifier.clone()
    }
}

#[tokio::test]
async fn the_verifier_may_be_a_part_of_the_state_and_the_router_nested() {
    async fn greet(State(shared): State<Shared>, Signed(gather): Signed<GatherAction>) -> String {
        format!("{} {}", shared.greeting, gather.digits.unwrap_or_default())
    }
    let verifier = Verifier::new(AUTH_TOKEN).public_url("https://example.com/twilio");
    let inner = Router::new().route("/keys", post(greet)).with_state(Shared { verifier, greeting: "You pressed" });
    let mut client = Client::connect(&serve(Router::new().nest("/twilio", inner)).await).await;
    let parameters = GatherAction::WEBHOOK.sample();
    let signed = signature::sign(AUTH_TOKEN, "https://example.com/twilio/keys", &parameters);
    let answer = client.send(form("/twilio/keys", Some(&signed), parameters.to_form())).await;
    assert_eq!(answer.body, "You pressed 1");
}

#[tokio::test]
async fn frameworks_read_requests_without_the_extractor_too() {
    async fn whose(body: axum::body::Bytes) -> Result<String, (StatusCode, String)> {
        let call = Call::from_form(&body).map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
        Ok(call.from)
    }
    let mut client = Client::connect(&serve(Router::new().route("/", post(whose))).await).await;
    assert_eq!(client.send(form("/", None, Call::WEBHOOK.sample().to_form())).await.body, "+15551234567");
}

#[tokio::test]
async fn a_request_without_a_host_cannot_be_verified() {
    use std::io::{Read, Write};

    let ask = |address: String| {
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        write!(stream, "GET /call?b=2 HTTP/1.0\r\n{}: x\r\n\r\n", signature::HEADER).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    for (verifier, end) in [
        (Verifier::new(AUTH_TOKEN), "there is no host in the request, and no public URL is set"),
        (Verifier::new(AUTH_TOKEN).public_url("https://example.com"), "the signature is not that of this request"),
        (Verifier::dangerously_unverified(), "b=2 "),
    ] {
        let router = Router::new().route("/call", any(echo)).with_state(verifier);
        let address = serve(router).await;
        let answer = tokio::task::spawn_blocking(move || ask(address)).await.unwrap();
        assert!(answer.ends_with(end), "{answer}");
    }
}
