//! `tower`: a layer that protects a whole router, so that a handler that forgets to ask is not open.

use alloc::boxed::Box;
use core::error::Error;
use core::future::Future;
use core::mem;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};

use bytes::{Buf as _, Bytes};
use http::request::Parts;
use http::{Request, Response, StatusCode};
use http_body::Body;
use http_body_util::{BodyExt as _, Full, LengthLimitError};
use tower_layer::Layer;
use tower_service::Service;

use super::body;
use crate::signature::{Reason, Received, Refused, Verified, Verifier};

type BoxError = Box<dyn Error + Send + Sync>;

/// A verifier is a layer: what is not Twilio's does not get past it. It reads the body up to the limits, hands the same bytes on,
/// and leaves a [`Verified`] in the extensions of the request, where the extractors look before they verify anything
/// themselves.
///
/// ```
/// # use twiml_core as twiml;
/// # #[cfg(feature = "axum")] {
/// use axum::{Router, routing::post};
/// use twiml::signature::{Signed, Verifier};
/// use twiml::webhook::Call;
///
/// async fn called(Signed(call): Signed<Call>) -> String {
///     format!("{} calls", call.from)
/// }
///
/// let verifier = Verifier::new("the auth token", "https://voice.example.com").unwrap();
/// let app: Router = Router::new()
///     .route("/voice", post(called))
///     // Closed as well, though it does not ask who calls:
///     .route("/open", post(async || "hello"))
///     .layer(verifier.clone())
///     .with_state(verifier);
/// # }
/// ```
impl<S> Layer<S> for Verifier {
    type Service = Verify<S>;

    fn layer(&self, inner: S) -> Verify<S> {
        Verify { inner, verifier: self.clone() }
    }
}

/// A service behind a [`Verifier`], which is its layer.
#[derive(Clone, Debug)]
pub struct Verify<S> {
    inner: S,
    verifier: Verifier,
}

impl<S, B, R> Service<Request<B>> for Verify<S>
where
    S: Service<Request<Full<Bytes>>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
    R: Default,
{
    type Response = Response<R>;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response<R>, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        // The one that is ready, and not its clone.
        let next = self.inner.clone();
        let mut inner = mem::replace(&mut self.inner, next);
        let verifier = self.verifier.clone();
        Box::pin(async move {
            let (mut parts, body) = request.into_parts();
            match receive(&verifier, &mut parts, body).await {
                Ok(genuine) => {
                    let body = Full::new(Bytes::from(genuine.body.clone()));
                    parts.extensions.insert(genuine);
                    inner.call(Request::from_parts(parts, body)).await
                }
                Err(refused) => {
                    let mut response = Response::new(R::default());
                    *response.status_mut() = status(&refused);
                    Ok(response)
                }
            }
        })
    }
}

/// Verifies a request, unless that has been done.
pub(super) async fn receive<B>(verifier: &Verifier, parts: &mut Parts, body: B) -> Result<Verified, Refused>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    if let Some(verified) = parts.extensions.remove::<Verified>() {
        return Ok(verified);
    }
    body::verify(verifier, Received::from(&*parts), |buffer| fill(buffer, body)).await
}

async fn fill<B>(mut buffer: body::Buffer, body: B) -> Result<body::Buffer, Reason>
where
    B: Body,
    B::Error: Into<BoxError>,
{
    let mut body = pin!(body);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| unreadable(&*error.into()))?;
        let Ok(mut data) = frame.into_data() else { continue };
        while data.has_remaining() {
            let chunk = data.chunk();
            if !buffer.push(chunk) {
                return Ok(buffer);
            }
            data.advance(chunk.len());
        }
    }
    Ok(buffer)
}

/// A layer further out may have its own limit.
fn unreadable(error: &(dyn Error + 'static)) -> Reason {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return Reason::TooLarge(0);
        }
        cause = error.source();
    }
    Reason::Unreadable
}

/// The status of a refusal.
pub(super) fn status(refused: &Refused) -> StatusCode {
    StatusCode::from_u16(refused.status()).unwrap_or(StatusCode::FORBIDDEN)
}
