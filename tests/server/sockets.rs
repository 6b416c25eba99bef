//! The opening requests of sockets, refused before anything opens.

use axum::Router;
use axum::extract::FromRequestParts;
use axum::extract::rejection::ExtensionRejection;
use axum::http::request::Parts;
use axum::http::{Request as HttpRequest, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use http_body_util::Full;
use twiml::Parameters;
use twiml::signature::{HEADER, Handshake, Signer, Verifier};

use super::client::{AUTH_TOKEN, Client, serve, signer, verifier};

/// What opens a socket, in the place of `WebSocketUpgrade`: it sees only what is an upgrade.
struct Opening(String);

impl<S: Sync> FromRequestParts<S> for Opening {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let protocol = parts.headers.get("upgrade").and_then(|protocol| protocol.to_str().ok());
        protocol.map(|protocol| Self(protocol.to_owned())).ok_or_else(|| StatusCode::UPGRADE_REQUIRED.into_response())
    }
}

async fn open(Handshake(Opening(protocol)): Handshake<Opening>) -> String {
    format!("opens {protocol}")
}

fn router() -> Router<Verifier> {
    Router::new().route("/media", any(open)).route("/bare", any(async |_: Handshake| "opens"))
}

fn handshake(signer: &Signer, url: &str) -> HttpRequest<Full<axum::body::Bytes>> {
    signer.upgrade(url).unwrap()
}

#[tokio::test]
async fn only_twilio_opens_a_socket() {
    for layered in [false, true] {
        let router = if layered { router().layer(verifier()) } else { router() };
        let mut client = Client::connect(&serve(router.with_state(verifier())).await).await;
        let answer = client.send(handshake(&signer(), "wss://voice.example.com/media")).await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "opens websocket"));
        let answer = client.send(handshake(&signer(), "wss://voice.example.com:443/media")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(client.send(handshake(&signer(), "wss://voice.example.com/bare")).await.body, "opens");

        let stranger = Signer::auth_token("another");
        client.send(handshake(&stranger, "wss://voice.example.com/media")).await.assert_refused(StatusCode::FORBIDDEN);
        let as_a_page = handshake(&signer(), "https://voice.example.com/media");
        client.send(as_a_page).await.assert_refused(StatusCode::FORBIDDEN);
        let mut unsigned = handshake(&signer(), "wss://voice.example.com/media");
        unsigned.headers_mut().remove(HEADER);
        client.send(unsigned).await.assert_refused(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn the_signature_of_a_page_opens_nothing_behind_the_layer() {
    // A signed GET passes the layer as a page, and is held against the address of the socket by the extractor.
    let router = router().layer(verifier()).with_state(verifier());
    let mut client = Client::connect(&serve(router).await).await;
    client.get("/media").await.assert_refused(StatusCode::FORBIDDEN);
    client.get("/bare").await.assert_refused(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_opens_the_socket_is_asked_after_the_signature() {
    let mut client = Client::connect(&serve(router().with_state(verifier())).await).await;
    let signature = signer().sign("wss://voice.example.com/media", &Parameters::new());
    let plain = HttpRequest::get("/media").header(HEADER, signature).body(Full::default()).unwrap();
    assert_eq!(client.send(plain).await.status, StatusCode::UPGRADE_REQUIRED);
    let unsigned = HttpRequest::get("/media").body(Full::default()).unwrap();
    client.send(unsigned).await.assert_refused(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_nested_socket() {
    let nested = Router::new().nest("/twilio", router().with_state(verifier()));
    let mut client = Client::connect(&serve(nested).await).await;
    let mut request = handshake(&signer(), "wss://voice.example.com/twilio/media");
    assert_eq!(client.send(request.clone()).await.status, StatusCode::OK);
    *request.headers_mut() = handshake(&signer(), "wss://voice.example.com/media").headers().clone();
    client.send(request).await.assert_refused(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn any_extractor_of_heads_stands_inside() {
    use axum::extract::Extension;

    async fn missing(Handshake(Extension(number)): Handshake<Extension<u8>>) -> String {
        number.to_string()
    }
    let unset = Verifier::new(AUTH_TOKEN, "https://voice.example.com").unwrap();
    let router: Router = Router::new().route("/media", any(missing)).with_state(unset);
    let mut client = Client::connect(&serve(router).await).await;
    let answer = client.send(handshake(&signer(), "wss://voice.example.com/media")).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    let _: Option<ExtensionRejection> = None;
}
