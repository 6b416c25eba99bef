//! How requests get to the application.

#[cfg(feature = "address")]
mod address;
mod service;

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use bytes::Bytes;

#[cfg(feature = "address")]
pub(crate) use address::Address;
pub(crate) use service::Service;

/// An answer on its way.
pub type Carried<'a> = Pin<Box<dyn Future<Output = Result<http::Response<Bytes>, NoAnswer>> + Send + 'a>>;

/// Brings requests to an application, and its answers back.
///
/// The address of a request is the public one, under which Twilio would reach the application; a carrier to another place
/// sends it there, and leaves its path, query, headers and body as they are.
///
/// ```
/// use twiml_testing::{Carried, Carrier, Twilio};
///
/// struct Hello;
///
/// impl Carrier for Hello {
///     fn carry(&self, _: http::Request<bytes::Bytes>) -> Carried<'_> {
///         let mut answer = http::Response::new("<Response><Say>Hello</Say></Response>".into());
///         answer.headers_mut().insert("content-type", "text/xml".parse().unwrap());
///         Box::pin(std::future::ready(Ok(answer)))
///     }
/// }
///
/// Twilio::over(Hello).call("+15551234567", "/voice").now().hears("Hello").now();
/// ```
pub trait Carrier: Send + Sync {
    /// Asks the application.
    fn carry(&self, request: http::Request<Bytes>) -> Carried<'_>;
}

/// Why there is no answer at all.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct NoAnswer {
    /// What went wrong.
    pub reason: String,
}

impl NoAnswer {
    /// With a reason.
    ///
    /// ```
    /// assert_eq!(twiml_testing::NoAnswer::new("the line is cut").to_string(), "the line is cut");
    /// ```
    pub fn new(reason: impl fmt::Display) -> Self {
        Self { reason: reason.to_string() }
    }
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for NoAnswer {}
