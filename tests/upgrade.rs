//! Sockets that are opened on loopback: whoever is not Twilio gets 403 and no socket.

#![cfg(all(feature = "axum", feature = "signature", feature = "webhook"))]
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::Response;
use axum::routing::any;
use http_body_util::Empty;
use hyper::body::Bytes;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use twiml::signature::{Handshake, Verifier};
use twiml::{Parameters, signature};

const AUTH_TOKEN: &str = "12345";

async fn open(Handshake(upgrade): Handshake<WebSocketUpgrade>) -> Response {
    upgrade.on_upgrade(async |_| {})
}

async fn look(_: Handshake) -> &'static str {
    "a socket would be opened"
}

/// What a router with this verifier answers.
async fn answer(verifier: Verifier, method: Method, target: &str, signature: Option<&str>) -> (StatusCode, HeaderMap) {
    let router = Router::new().fallback(any(open)).route("/look", any(look)).with_state(verifier);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, router).await });

    let (mut sender, connection) = handshake(TokioIo::new(TcpStream::connect(&address).await.unwrap())).await.unwrap();
    tokio::spawn(connection.with_upgrades());
    let mut request = Request::builder().method(method).uri(target).header(header::HOST, address);
    for (name, value) in [
        ("connection", "upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ] {
        request = request.header(name, value);
    }
    if let Some(signature) = signature {
        request = request.header("x-twilio-signature", signature);
    }
    let response = sender.send_request(request.body(Empty::<Bytes>::new()).unwrap()).await.unwrap();
    (response.status(), response.headers().clone())
}

async fn status(target: &str, signature: Option<&str>) -> u16 {
    let verifier = Verifier::new(AUTH_TOKEN, "https://mycompany.com").unwrap();
    answer(verifier, Method::GET, target, signature).await.0.as_u16()
}

fn sign(url: &str) -> String {
    signature::sign(AUTH_TOKEN, url, &Parameters::new())
}

#[tokio::test]
async fn published_signatures_open_the_socket() {
    // Of `wss://mycompany.com/media`, with a slash at its end, and with its port.
    for signature in ["okykUWKkAOgQseVjzERZh4soLeU=", "m6zCRgAmr39sY5bRHH3mG0yRr1o=", "y/eZxfvMeXBmejSJYHDm4y/cRMk="] {
        assert_eq!(status("/media", Some(signature)).await, 101, "{signature}");
        assert_eq!(status("/other", Some(signature)).await, 403, "{signature}");
    }
}

#[tokio::test]
async fn nobody_else_opens_it() {
    // Of the same address with `https`, which a server sees.
    let of_https = "767ALDRNA8VrAN2kKcJ/ivLgcfQ=";
    for signature in [None, Some(""), Some("forged"), Some(of_https), Some("okykUWKkAOgQseVjzERZh4soLeX=")] {
        assert_eq!(status("/media", signature).await, 403, "{signature:?}");
    }
    let (_, headers) =
        answer(Verifier::new(AUTH_TOKEN, "https://mycompany.com").unwrap(), Method::GET, "/media", None).await;
    assert!(!headers.contains_key(header::UPGRADE));
}

#[tokio::test]
async fn the_address_is_what_is_configured() {
    let verifier = Verifier::new(AUTH_TOKEN, "https://mycompany.com/twilio/").unwrap();
    let signed = sign("wss://mycompany.com/twilio/media");
    assert_eq!(answer(verifier.clone(), Method::GET, "/media", Some(&signed)).await.0, 101);
    assert_eq!(answer(verifier, Method::GET, "/media", Some(&sign("wss://mycompany.com/media"))).await.0, 403);
    // Also where everything about the server is plain: an address in a document is never `ws`.
    let verifier = Verifier::new(AUTH_TOKEN, "http://mycompany.com").unwrap();
    assert_eq!(answer(verifier, Method::GET, "/media", Some(&sign("wss://mycompany.com/media"))).await.0, 101);
}

#[tokio::test]
async fn a_query_is_signed_as_it_is_or_as_parameters() {
    let parameters = Parameters::from_iter([("b", "2"), ("a", "1 ")]);
    let as_parameters = signature::sign(AUTH_TOKEN, "wss://mycompany.com/media", &parameters);
    assert_eq!(status("/media?b=2&a=1%20", Some(&sign("wss://mycompany.com/media?b=2&a=1%20"))).await, 101);
    assert_eq!(status("/media?b=2&a=1%20", Some(&as_parameters)).await, 101);
    assert_eq!(status("/media?b=2&a=1%20", Some(&sign("wss://mycompany.com/media"))).await, 403);
    assert_eq!(status("/media?b=2&a=1%20", Some(&sign("wss://mycompany.com/media?b=2"))).await, 403);
}

#[tokio::test]
async fn only_what_opens_a_socket_is_taken() {
    let verifier = Verifier::new(AUTH_TOKEN, "https://mycompany.com").unwrap();
    let signed = sign("wss://mycompany.com/look");
    assert_eq!(answer(verifier.clone(), Method::GET, "/look", Some(&signed)).await.0, 200);
    assert_eq!(answer(verifier, Method::POST, "/look", Some(&signed)).await.0, 403);
}

#[tokio::test]
async fn without_a_verifier_everybody_opens_it() {
    assert_eq!(answer(Verifier::dangerously_unverified(), Method::GET, "/media", None).await.0, 101);
    // What is no handshake is refused by the upgrade itself.
    assert_eq!(answer(Verifier::dangerously_unverified(), Method::POST, "/media", None).await.0, 405);
}
