//! The extractor of sockets.

use alloc::string::String;
use alloc::vec::Vec;

use axum_core::extract::{FromRef, FromRequestParts};
use axum_core::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, Method};

use super::{Rejection, Verifier};
use crate::Parameters;
use crate::signature::{HEADER, Invalid, verify};

/// The opening request of a WebSocket, signed by Twilio for the `wss` address: it wraps what opens the socket, so that nobody
/// else gets as far as that.
///
/// Anybody else is refused with 403 before the upgrade, so that nobody talks to a model at the expense of its owner. Whatever
/// scheme the server sees, Twilio signs the address of the document, with `wss`. The state of the router holds the [`Verifier`]:
/// the same as for requests.
///
/// A signed handshake shows that it is Twilio who calls and for which account, not for which call: that comes with the first
/// message.
///
/// ```
/// use axum::Router;
/// use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
/// use axum::response::Response;
/// use axum::routing::any;
/// use twiml_core::axum::{Handshake, Verifier};
///
/// async fn relay(Handshake(upgrade): Handshake<WebSocketUpgrade>) -> Response {
///     // Twilio's messages are far smaller.
///     upgrade.max_message_size(64 * 1024).max_frame_size(64 * 1024).on_upgrade(talk)
/// }
///
/// async fn talk(mut socket: WebSocket) {
///     while let Some(Ok(message)) = socket.recv().await {
///         if let Message::Text(text) = message {
///             println!("{text}");
///         }
///     }
/// }
///
/// let verifier = Verifier::new("the auth token").public_url("https://voice.example.com");
/// let app: Router = Router::new().route("/relay", any(relay)).with_state(verifier);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Handshake<U = ()>(pub U);

impl<S: Send + Sync, U: FromRequestParts<S>> FromRequestParts<S> for Handshake<U>
where
    Verifier: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let verifier = Verifier::from_ref(state);
        if let Some(auth_token) = &verifier.auth_token {
            let refuse = |rejection: Rejection| rejection.into_response();
            let urls = verifier.urls(parts).map_err(refuse)?;
            is_signed(auth_token, &parts.method, &parts.headers, &urls).map_err(|invalid| refuse(invalid.into()))?;
        }
        U::from_request_parts(parts, state).await.map(Self).map_err(IntoResponse::into_response)
    }
}

/// Whether Twilio opens this socket, under whichever of these addresses.
fn is_signed(auth_token: &str, method: &Method, headers: &HeaderMap, urls: &[String]) -> Result<(), Invalid> {
    // Over HTTP/2 a socket is opened with CONNECT. Of anything else a body would come that no signature covers.
    if ![Method::GET, Method::CONNECT].contains(method) {
        return Err(Invalid::Signature);
    }
    let signature = headers.get(HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut refused = Invalid::NoSignature;
    for (url, parameters) in urls.iter().flat_map(|url| addresses(url)) {
        match verify(auth_token, &url, &parameters, signature) {
            Ok(()) => return Ok(()),
            Err(invalid) => refused = invalid,
        }
    }
    Err(refused)
}

/// What Twilio may have signed: the address with its query, or without it and with what stands there as parameters. No page
/// says which; libraries of Twilio's do the latter.
fn addresses(url: &str) -> Vec<(String, Parameters)> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let socket = alloc::format!("wss://{rest}");
    let without = socket.split_once('?').and_then(|(path, query)| {
        let parameters = Parameters::from_query(query).ok()?;
        Some((path.into(), parameters))
    });
    core::iter::once((socket.clone(), Parameters::new())).chain(without).collect()
}

impl From<Invalid> for Rejection {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}
