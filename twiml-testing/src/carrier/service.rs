//! An application in process.

use std::error::Error;
use std::future::poll_fn;
use std::sync::Mutex;
use std::sync::PoisonError;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};

use super::{Carried, Carrier, NoAnswer};

/// A service of `tower`, such as a router of axum. Each request goes to a copy, as in a server.
pub(crate) struct Service<S>(Mutex<S>);

impl<S> Service<S> {
    pub(crate) const fn new(service: S) -> Self {
        Self(Mutex::new(service))
    }
}

impl<S, B> Carrier for Service<S>
where
    S: tower_service::Service<Request<Full<Bytes>>, Response = Response<B>> + Clone + Send,
    S::Error: Into<Box<dyn Error + Send + Sync>>,
    S::Future: Send,
    B: http_body::Body + Send,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    fn carry(&self, request: Request<Bytes>) -> Carried<'_> {
        let mut service = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            poll_fn(|context| service.poll_ready(context)).await.map_err(|error| NoAnswer::new(error.into()))?;
            let answer = service.call(request.map(Full::new)).await.map_err(|error| NoAnswer::new(error.into()))?;
            let (parts, body) = answer.into_parts();
            let body = body.collect().await.map_err(|error| NoAnswer::new(error.into()))?;
            Ok(Response::from_parts(parts, body.to_bytes()))
        })
    }
}
