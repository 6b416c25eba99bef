//! `axum`: documents as answers, and the extractors. The layer is that of [`tower`](super::tower).

use alloc::string::String;

use axum::body::Body;
use axum::extract::{FromRef, FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response as Answer};

use super::tower;
use crate::Response;
use crate::signature::{Handshake, Received, Refused, Signed, Verified, Verifier};
use crate::webhook::Webhook;

impl<K> IntoResponse for Response<K> {
    fn into_response(self) -> Answer {
        super::http::respond::<K, Body>(self.as_str().len(), self.into_cow().into())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Answer {
        let (status, answer): (StatusCode, String) = (tower::status(&self), self.answer());
        if answer.is_empty() { status.into_response() } else { (status, answer).into_response() }
    }
}

/// The state of the router holds the [`Verifier`]. It reads the body, so that it comes last among the arguments.
impl<S: Sync, T: Webhook> FromRequest<S> for Signed<T>
where
    Verifier: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let verifier = Verifier::from_ref(state);
        let genuine = receive(&verifier, request).await?;
        verifier.read(genuine).map(Self)
    }
}

/// The state of the router holds the [`Verifier`]. It reads the body, so that it comes last among the arguments.
impl<S: Sync> FromRequest<S> for Verified
where
    Verifier: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        receive(&Verifier::from_ref(state), request).await
    }
}

async fn receive(verifier: &Verifier, request: Request) -> Result<Verified, Refused> {
    let (mut parts, body) = request.into_parts();
    tower::receive(verifier, &mut parts, body).await
}

/// The state of the router holds the [`Verifier`]. What opens the socket stands inside, as in `Handshake<WebSocketUpgrade>`, and is
/// asked for after the signature.
impl<S: Sync + Send, U: FromRequestParts<S>> FromRequestParts<S> for Handshake<U>
where
    Verifier: FromRef<S>,
{
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Answer> {
        let known = parts.extensions.get::<Verified>().is_some_and(|verified| verified.is_handshake);
        if !known {
            let verifier = Verifier::from_ref(state);
            let verdict = verifier.verify_handshake_async(&Received::from(&*parts)).await;
            verdict.map_err(IntoResponse::into_response)?;
        }
        U::from_request_parts(parts, state).await.map(Self).map_err(IntoResponse::into_response)
    }
}
