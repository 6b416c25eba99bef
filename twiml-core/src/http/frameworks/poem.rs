//! `poem`: documents as answers, and the extractors.

use poem::error::ResponseError;
use poem::http::StatusCode;
use poem::http::header::CONTENT_LENGTH;
use poem::{FromRequest, IntoResponse, Request, RequestBody, Result};

use super::{body, bytes, http};
use crate::Response;
use crate::signature::{Handshake, Received, Refused, Signed, Verified, Verifier};
use crate::webhook::Webhook;

impl<K> IntoResponse for Response<K> {
    fn into_response(self) -> poem::Response {
        let length = self.as_str().len();
        poem::Response::builder().content_type(Self::CONTENT_TYPE).header(CONTENT_LENGTH, length).body(bytes(self))
    }
}

impl ResponseError for Refused {
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(Self::status(self)).unwrap_or(StatusCode::FORBIDDEN)
    }

    fn as_response(&self) -> poem::Response {
        poem::Response::builder().status(ResponseError::status(self)).body(self.answer())
    }
}

/// The [`Verifier`] is data of the endpoint: `.data(verifier)`.
impl<'a, T: Webhook + Send> FromRequest<'a> for Signed<T> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let genuine = receive(request, body).await?;
        Ok(Self(verifier(request)?.read(genuine)?))
    }
}

/// The [`Verifier`] is data of the endpoint: `.data(verifier)`.
impl<'a> FromRequest<'a> for Verified {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        receive(request, body).await
    }
}

/// The [`Verifier`] is data of the endpoint: `.data(verifier)`. It stands before what opens the socket.
impl<'a> FromRequest<'a> for Handshake {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        verifier(request)?.verify_handshake_async(&head(request)).await?;
        Ok(Self(()))
    }
}

fn verifier(request: &Request) -> Result<&Verifier, Refused> {
    request.data().ok_or_else(Verifier::missing)
}

/// Under the path that came, also where `Route::nest` took the beginning off.
fn head(request: &Request) -> Received<'_> {
    http::received(request.method(), request.original_uri(), request.headers())
}

async fn receive(request: &Request, body: &mut RequestBody) -> Result<Verified> {
    let verifier = verifier(request)?;
    let body = body.take().unwrap_or_default();
    Ok(body::verify(verifier, head(request), |buffer| body::fill(buffer, body.into_bytes_stream())).await?)
}
