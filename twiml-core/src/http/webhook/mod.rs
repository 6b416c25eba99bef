//! The requests that Twilio sends, as types: what a handler is asked, of which a document is the answer.
//!
//! A request parses from a form body, from a query or, by `serde`, from whatever extractor a web framework has for forms.
//! What Twilio may leave out is an `Option`, a word of a list is an enum that keeps what it does not know, and parameters
//! that this crate does not know stay in `other`.
//!
//! ```
//! use twiml_core::webhook::{ConversationAction, ConversationResult, DialCallStatus, Request};
//!
//! let body = b"CallSid=CA0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef\
//!     &From=%2B15551234567&To=%2B15557654321&CallStatus=in-progress&ApiVersion=2010-04-01&Direction=inbound\
//!     &Result=dialed-call-incomplete&WorkerInitiated=false&DialCallStatus=no-answer&DialCallDuration=20";
//! let request = ConversationAction::from_form(body)?;
//! assert_eq!(request.call.from, "+15551234567");
//! assert_eq!(request.result, ConversationResult::DialedCallIncomplete);
//! assert_eq!(request.dial_call_status, Some(DialCallStatus::NoAnswer));
//! assert_eq!(request.dial_call_duration, Some(20));
//! # Ok::<(), twiml_core::Malformed>(())
//! ```
//!
//! What is missing or malformed is named, with its value:
//!
//! ```
//! use twiml_core::webhook::{DialAction, Request};
//!
//! let mut parameters = DialAction::WEBHOOK.sample();
//! parameters.set("DialCallDuration", "soon");
//! let error = DialAction::from_parameters(parameters).unwrap_err();
//! assert_eq!(error.to_string(), "parameter `DialCallDuration` is `soon`, not a whole number");
//! ```

mod form;
#[macro_use]
mod serial;
#[macro_use]
mod table;
mod requests;
mod row;
mod timestamp;
mod values;

pub use crate::{Malformed, Parameters};
pub use form::Media;
pub use requests::*;
pub use row::{Answer, Kind, Parameter, Webhook};
pub use timestamp::{Timestamp, UnknownTime};
pub use values::*;

/// A request that Twilio sends.
///
/// ```
/// use twiml_core::webhook::{Message, Request};
///
/// fn parse<T: Request>(body: &[u8]) -> Result<T, twiml_core::Malformed> {
///     T::from_form(body)
/// }
/// assert_eq!(parse::<Message>(b"").unwrap_err().to_string(), "parameter `MessageSid` is missing");
/// ```
pub trait Request: Sized {
    /// The request as data.
    const WEBHOOK: &'static Webhook;

    /// The request with these parameters.
    ///
    /// # Errors
    ///
    /// A parameter that always comes is missing, or the value of one is not what it takes.
    ///
    /// ```
    /// use twiml_core::webhook::{Call, CallStatus, Request};
    ///
    /// let call = Call::from_parameters(Call::WEBHOOK.sample())?;
    /// assert_eq!(call.call_status, CallStatus::Queued);
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    fn from_parameters(parameters: Parameters) -> Result<Self, Malformed>;

    /// The parameters of the request, those that are not known last.
    ///
    /// ```
    /// use twiml_core::webhook::{Call, Request};
    ///
    /// let call = Call::from_parameters(Call::WEBHOOK.sample())?;
    /// assert_eq!(call.to_parameters().get("CallStatus"), Some("queued"));
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    fn to_parameters(&self) -> Parameters;

    /// The request in a form body, as Twilio sends it with POST.
    ///
    /// # Errors
    ///
    /// As [`from_parameters`](Self::from_parameters), and what is not UTF-8.
    ///
    /// ```
    /// use twiml_core::webhook::{Call, Request};
    ///
    /// let body = Call::WEBHOOK.sample().to_form();
    /// assert_eq!(Call::from_form(body.as_bytes())?.from, "+15551234567");
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    fn from_form(body: &[u8]) -> Result<Self, Malformed> {
        Self::from_parameters(Parameters::from_form(body)?)
    }

    /// The request in a query, as Twilio sends it with GET.
    ///
    /// # Errors
    ///
    /// As [`from_parameters`](Self::from_parameters), and what is not UTF-8.
    ///
    /// ```
    /// use twiml_core::webhook::{Call, Request};
    ///
    /// let query = Call::WEBHOOK.sample().to_form();
    /// assert_eq!(Call::from_query(&query)?.to, "+15551234567");
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    fn from_query(query: &str) -> Result<Self, Malformed> {
        Self::from_parameters(Parameters::from_query(query)?)
    }
}

/// All requests, as data.
///
/// ```
/// use twiml_core::webhook;
///
/// assert_eq!(webhook::all().count(), 24);
/// assert!(webhook::all().any(|request| request.id == "gather-action"));
/// ```
pub fn all() -> impl Iterator<Item = &'static Webhook> {
    ALL.iter().flat_map(|some| some.iter().copied())
}
