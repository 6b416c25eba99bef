//! The part of the REST API that steers calls and sends messages.

mod calls;
#[cfg(feature = "address")]
mod listening;
mod messages;

use std::convert::Infallible;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt, Full};
use serde_json::{Value, json};
use twiml_core::Parameters;

#[cfg(feature = "address")]
pub use listening::Listening;

use crate::world::{SharedWorld, World};

/// What every address of the API begins with.
const VERSION: &str = "/2010-04-01/Accounts/";

/// A stand-in for the REST API, as a service of `tower` or, with the feature `address`, at an address: calls are made, moved,
/// looked at and ended, messages are sent. What an application does through it happens in the world that its calls are in.
///
/// ```
/// use http::Request;
/// use tower_service::Service;
/// use twiml_testing::{Twilio, answer};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let twilio = Twilio::service(answer("<Response><Say>Your table is ready</Say></Response>"));
/// let request = Request::post("https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls.json")
///     .header("authorization", "Basic QUMwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjoxMjM0NQ==")
///     .body(String::from("To=%2B15551234567&From=%2B15550001111&Url=https%3A%2F%2Fvoice.example.com%2Fready"))?;
/// assert_eq!(twilio.api().call(request).await?.status(), 201);
/// let mut call = twilio.answers("+15551234567").await;
/// call.hears("Your table is ready").await;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Api {
    world: SharedWorld,
}

/// An answer of the API, or its error: status, code and words.
type Outcome = Result<(StatusCode, Value), (StatusCode, u32, String)>;

impl Api {
    pub(crate) const fn new(world: SharedWorld) -> Self {
        Self { world }
    }

    /// The password that goes with the account: the header `Authorization`.
    #[must_use]
    pub fn authorization(&self) -> String {
        self.world.with(|world| authorization(world))
    }

    fn answer(&self, request: &Request<Bytes>) -> Response<Full<Bytes>> {
        let outcome = self.world.with(|world| route(world, request));
        let (status, body) = outcome.unwrap_or_else(|(status, code, message)| {
            let more = format!("https://www.twilio.com/docs/errors/{code}");
            (status, json!({ "code": code, "message": message, "more_info": more, "status": status.as_u16() }))
        });
        let body = if status == StatusCode::NO_CONTENT { Bytes::new() } else { body.to_string().into() };
        let mut response = Response::new(Full::new(body));
        *response.status_mut() = status;
        response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
        response
    }
}

fn authorization(world: &World) -> String {
    format!("Basic {}", STANDARD.encode(format!("{}:{}", world.settings.account_sid, world.settings.auth_token)))
}

fn route(world: &mut World, request: &Request<Bytes>) -> Outcome {
    let given = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if given != Some(authorization(world).as_str()) {
        return Err((StatusCode::UNAUTHORIZED, 20003, String::from("Authenticate")));
    }
    let missing =
        || (StatusCode::NOT_FOUND, 20404, format!("The requested resource {} was not found", request.uri().path()));
    let rest = request.uri().path().strip_prefix(VERSION).ok_or_else(missing)?;
    let rest = rest.strip_prefix(world.settings.account_sid.as_str()).ok_or_else(missing)?;
    let rest = rest.strip_suffix(".json").ok_or_else(missing)?;
    let parts: Vec<&str> = rest.split('/').skip(1).collect();
    let form = Parameters::from_form(request.body());
    match (request.method(), &parts[..]) {
        (&Method::POST, ["Calls"]) => calls::create(world, &form),
        (&Method::POST, ["Calls", sid]) => calls::update(world, sid, &form).ok_or_else(missing)?,
        (&Method::GET, ["Calls", sid]) => calls::show(world, sid).ok_or_else(missing),
        (&Method::POST, ["Messages"]) => messages::create(world, &form),
        (&Method::GET, ["Messages", sid]) => messages::show(world, sid).ok_or_else(missing),
        _ => Err(missing()),
    }
}

/// An error of the request itself.
fn refused<T>(code: u32, message: impl Into<String>) -> Result<T, (StatusCode, u32, String)> {
    Err((StatusCode::BAD_REQUEST, code, message.into()))
}

impl<B> tower_service::Service<Request<B>> for Api
where
    B: http_body::Body + Send + 'static,
    B::Data: Send,
    B::Error: fmt::Display,
{
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let api = self.clone();
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
            Ok(api.answer(&Request::from_parts(parts, body)))
        })
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api").finish_non_exhaustive()
    }
}
