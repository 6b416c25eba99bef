//! The requests that Twilio sends, as types: what a handler is asked, of which a document is the answer.
//!
//! A request parses from a form body, from a query or, by `serde`, from whatever extractor a web framework has for forms.
//! Nothing that Twilio sends gets lost or makes a request unreadable:
//!
//! - What Twilio may leave out is an `Option`. A value of such a parameter that is not what it should be, such as a duration
//!   that is no number, leaves the field `None` and stays in `other`.
//! - A word of a list is an enum that keeps what it does not know.
//! - JSON is the text as it came, whether it is JSON or not.
//! - `other` holds all other parameters in the order in which they came: those that are newer than this crate, those of the
//!   query of a GET that are your own, and those values. Behind a [`Verifier`](crate::signature::Verifier) the parameters of
//!   the query beside a form follow.
//!
//! So a request is [`Malformed`] in two cases only: a parameter is missing that always comes, or one that always comes is not
//! what it always is.
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::webhook::{ConversationAction, ConversationResult, DialCallStatus, Webhook};
//!
//! let body = b"CallSid=CA0123456789abcdef0123456789abcdef&AccountSid=AC0123456789abcdef0123456789abcdef\
//!     &From=%2B15551234567&To=%2B15557654321&CallStatus=in-progress&ApiVersion=2010-04-01&Direction=inbound\
//!     &Result=dialed-call-incomplete&WorkerInitiated=false&DialCallStatus=no-answer&DialCallDuration=20&Mood=good";
//! let request = ConversationAction::from_form(body)?;
//! assert_eq!(request.call.from, "+15551234567");
//! assert_eq!(request.result, ConversationResult::DialedCallIncomplete);
//! assert_eq!(request.dial_call_status, Some(DialCallStatus::NoAnswer));
//! assert_eq!(request.dial_call_duration, Some(20));
//! assert_eq!(request.other.get("Mood"), Some("good"));
//! # Ok::<(), twiml::webhook::Malformed>(())
//! ```
//!
//! For tests each makes up a request, whose fields can be set:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::webhook::{DialAction, DialCallStatus, Webhook};
//!
//! let mut request = DialAction::sample();
//! request.dial_call_status = DialCallStatus::Busy;
//! assert_eq!(request.to_parameters().get("DialCallStatus"), Some("busy"));
//! ```

mod field;
mod malformed;
mod media;
mod parts;
#[macro_use]
mod serial;
#[macro_use]
mod table;
mod reports;
mod requests;
mod row;
mod sample;
mod timestamp;

use alloc::string::String;

pub use crate::Parameters;
pub use malformed::Malformed;
pub use media::Media;
use parts::{Delivery, Parts};
pub use reports::*;
pub use requests::*;
pub use row::{Answer, Kind, Parameter, Row};
pub use timestamp::{Timestamp, UnknownTime};

/// A request that Twilio sends.
///
/// The types of this module implement it, and nothing else does.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::{Malformed, Message, Webhook};
///
/// fn parse<T: Webhook>(body: &[u8]) -> Result<T, Malformed> {
///     T::from_form(body)
/// }
/// assert_eq!(parse::<Message>(b"").unwrap_err().to_string(), "parameter `MessageSid` is missing");
/// ```
pub trait Webhook: Parts {
    /// The request as data.
    const ROW: &'static Row;

    /// The request with these parameters.
    ///
    /// # Errors
    ///
    /// A parameter that always comes is missing, or is not what it always is.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Parameters;
    /// use twiml::webhook::{RecordAction, Webhook};
    ///
    /// let mut parameters = RecordAction::sample().to_parameters();
    /// parameters.set("RecordingDuration", "-1");
    /// assert_eq!(RecordAction::from_parameters(parameters.clone())?.recording_duration, -1);
    /// parameters.set("RecordingDuration", "soon");
    /// let error = RecordAction::from_parameters(parameters).unwrap_err();
    /// assert_eq!(error.to_string(), "parameter `RecordingDuration` is `soon`, not a whole number");
    /// # Ok::<(), twiml::webhook::Malformed>(())
    /// ```
    fn from_parameters(parameters: Parameters) -> Result<Self, Malformed> {
        Self::from_delivery(parameters, Parameters::new(), None)
    }

    /// The same of a form, with what came beside it: parameters of the query, which end up in `other`, and the token of the
    /// header `I-Twilio-Idempotency-Token`.
    ///
    /// # Errors
    ///
    /// As [`from_parameters`](Self::from_parameters).
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Parameters;
    /// use twiml::webhook::{Call, Webhook};
    ///
    /// let form = Call::sample().to_parameters();
    /// let call = Call::from_delivery(form, Parameters::from_query("worker=7"), Some("0b6d".into()))?;
    /// assert_eq!(call.other.get("worker"), Some("7"));
    /// assert_eq!(call.idempotency_token.as_deref(), Some("0b6d"));
    /// # Ok::<(), twiml::webhook::Malformed>(())
    /// ```
    fn from_delivery(
        form: Parameters,
        query: Parameters,
        idempotency_token: Option<String>,
    ) -> Result<Self, Malformed> {
        parts::receive(Delivery { form, query, idempotency_token })
    }

    /// The parameters of the request, those in `other` last.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{Call, Webhook};
    ///
    /// assert_eq!(Call::sample().to_parameters().get("CallStatus"), Some("ringing"));
    /// ```
    fn to_parameters(&self) -> Parameters {
        let mut parameters = Parameters::new();
        self.write(&mut parameters);
        parameters
    }

    /// The request in a form body, as Twilio sends it with POST.
    ///
    /// # Errors
    ///
    /// As [`from_parameters`](Self::from_parameters).
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{Call, Webhook};
    ///
    /// let body = Call::sample().to_parameters().to_form();
    /// assert_eq!(Call::from_form(body.as_bytes())?, Call::sample());
    /// # Ok::<(), twiml::webhook::Malformed>(())
    /// ```
    fn from_form(body: &[u8]) -> Result<Self, Malformed> {
        Self::from_parameters(Parameters::from_form(body))
    }

    /// The request in a query, as Twilio sends it with GET.
    ///
    /// # Errors
    ///
    /// As [`from_parameters`](Self::from_parameters).
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{Call, Webhook};
    ///
    /// let query = Call::sample().to_parameters().to_form();
    /// assert_eq!(Call::from_query(&query)?, Call::sample());
    /// # Ok::<(), twiml::webhook::Malformed>(())
    /// ```
    fn from_query(query: &str) -> Result<Self, Malformed> {
        Self::from_parameters(Parameters::from_query(query))
    }

    /// A made-up request with what always comes, to start the test of a handler from.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{Message, Webhook};
    ///
    /// let mut message = Message::sample();
    /// message.body = "Hello".into();
    /// assert_ne!(message.from, message.to);
    /// assert_eq!(message.profile_name, None);
    /// ```
    #[must_use]
    fn sample() -> Self {
        sample::parse(Self::ROW.sample())
    }

    /// A made-up request with everything that it may have, also what does not come together.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{Message, Webhook};
    ///
    /// assert_eq!(Message::full_sample().media.len(), 1);
    /// ```
    #[must_use]
    fn full_sample() -> Self {
        sample::parse(Self::ROW.full_sample())
    }
}

/// The parameters of a request, to send it.
impl<T: Webhook> From<&T> for Parameters {
    fn from(request: &T) -> Self {
        request.to_parameters()
    }
}

/// All requests, as data.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook;
///
/// assert_eq!(webhook::all().count(), 30);
/// assert!(webhook::all().any(|request| request.id == "gather-action"));
/// ```
pub fn all() -> impl Iterator<Item = &'static Row> {
    ALL.iter().flat_map(|some| some.iter().copied())
}
