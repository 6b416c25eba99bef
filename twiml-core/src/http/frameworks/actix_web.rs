//! `actix-web`: documents as answers, and the extractors.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::future::Future;
use core::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HOST, HeaderValue};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, ResponseError, web};

use super::body;
use crate::Response;
use crate::signature::{Handshake, Received, Refused, Signed, Verified, Verifier};
use crate::webhook::Webhook;

impl<K> Responder for Response<K> {
    type Body = Cow<'static, str>;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse<Self::Body> {
        // Actix sends the length of a body that knows its size.
        let mut response = HttpResponse::with_body(StatusCode::OK, self.into_cow());
        let kind = HeaderValue::from_static(Self::CONTENT_TYPE);
        response.headers_mut().insert(CONTENT_TYPE, kind);
        response
    }
}

impl ResponseError for Refused {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).unwrap_or(StatusCode::FORBIDDEN)
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status_code()).body(self.answer())
    }
}

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T, Refused>>>>;

/// The [`Verifier`] is data of the application, of a scope or of a resource: `.app_data(verifier)`.
impl<T: Webhook> FromRequest for Signed<T> {
    type Error = Refused;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let verifier = verifier(&request)?;
            let genuine = receive(verifier, &request, payload).await?;
            verifier.read(genuine).map(Self)
        })
    }
}

/// The [`Verifier`] is data of the application, of a scope or of a resource: `.app_data(verifier)`.
impl FromRequest for Verified {
    type Error = Refused;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move { receive(verifier(&request)?, &request, payload).await })
    }
}

/// The [`Verifier`] is data of the application, of a scope or of a resource: `.app_data(verifier)`. It stands before what opens the
/// socket.
impl FromRequest for Handshake {
    type Error = Refused;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            verifier(&request)?.verify_handshake_async(&head(&request)).await?;
            Ok(Self(()))
        })
    }
}

fn verifier(request: &HttpRequest) -> Result<&Verifier, Refused> {
    let shared = || request.app_data::<web::Data<Verifier>>().map(web::Data::get_ref);
    request.app_data().or_else(shared).ok_or_else(Verifier::missing)
}

fn head(request: &HttpRequest) -> Received<'_> {
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
    let mut received = Received::new(request.method().as_str(), target);
    if let Some(authority) = request.uri().authority() {
        // Of HTTP/2, which has no header for it.
        received = received.header(HOST.as_str(), authority.as_str());
    }
    request.headers().iter().fold(received, |received, (name, value)| received.header(name.as_str(), value.as_bytes()))
}

async fn receive(verifier: &Verifier, request: &HttpRequest, payload: Payload) -> Result<Verified, Refused> {
    body::verify(verifier, head(request), |buffer| body::fill(buffer, payload)).await
}
