//! The requests that Twilio sends, as data.

use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::{List, Parameters};

/// A kind of request that Twilio sends: what it reports, and what it asks for.
///
/// ```
/// use twiml_core::webhook::{Answer, ConversationAction, Request};
///
/// let webhook = ConversationAction::WEBHOOK;
/// assert_eq!(webhook.id, "conversation-action");
/// assert!(webhook.page.ends_with("/voice/twiml/connect/conversation"));
/// assert_eq!(webhook.answer, Answer::Voice);
/// assert_eq!(webhook.parameter("DialCallDuration").unwrap().kind.to_string(), "a whole number");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Webhook {
    /// A short name that tells it from all others.
    pub id: &'static str,
    /// What it reports.
    pub doc: &'static str,
    /// Twilio's page.
    pub page: &'static str,
    /// The HTTP method, and what changes it.
    pub method: &'static str,
    /// What it wants back.
    pub answer: Answer,
    /// The request whose parameters come as well.
    pub including: Option<&'static Webhook>,
    /// Its own parameters.
    pub parameters: &'static [Parameter],
}

impl Webhook {
    /// The parameter with this name, of this request or of the one that it includes.
    ///
    /// ```
    /// use twiml_core::webhook::{DialAction, Request};
    ///
    /// assert!(DialAction::WEBHOOK.parameter("DialCallStatus").is_some());
    /// assert!(DialAction::WEBHOOK.parameter("CallSid").is_some());
    /// assert!(DialAction::WEBHOOK.parameter("Callsid").is_none());
    /// ```
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        let own = self.parameters.iter().find(|parameter| parameter.name == name);
        own.or_else(|| self.including?.parameter(name))
    }

    /// A made-up request with every parameter, to start the tests of a handler from.
    ///
    /// ```
    /// use twiml_core::webhook::{DialAction, DialCallStatus, Request};
    ///
    /// let mut parameters = DialAction::WEBHOOK.sample();
    /// parameters.set("DialCallStatus", "no-answer");
    /// let request = DialAction::from_parameters(parameters)?;
    /// assert_eq!(request.dial_call_status, DialCallStatus::NoAnswer);
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    #[must_use]
    pub fn sample(&self) -> Parameters {
        self.sample_of(|_| true)
    }

    /// A made-up request with only the parameters that always come.
    ///
    /// ```
    /// use twiml_core::webhook::{Message, Request};
    ///
    /// let mut parameters = Message::WEBHOOK.least_sample();
    /// parameters.set("Body", "Hello");
    /// assert_eq!(Message::from_parameters(parameters)?.profile_name, None);
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    #[must_use]
    pub fn least_sample(&self) -> Parameters {
        self.sample_of(|parameter| !parameter.may_be_missing())
    }

    fn sample_of(&self, wanted: fn(&Parameter) -> bool) -> Parameters {
        let mut sample = self.including.map(|webhook| webhook.sample_of(wanted)).unwrap_or_default();
        for parameter in self.parameters.iter().filter(|parameter| wanted(parameter)) {
            let name = parameter.name.replace("{Name}", "X-Name").replace("{N}", "0");
            sample.push(name, parameter.kind.sample());
            sample.extend(parameter.companion.map(|name| (name.replace("{N}", "0"), "image/png")));
        }
        sample
    }
}

/// What a request wants back.
///
/// ```
/// use twiml_core::webhook::{Answer, Message, Request};
///
/// assert_eq!(Message::WEBHOOK.answer, Answer::Messaging);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Answer {
    /// A [`VoiceResponse`](crate::VoiceResponse).
    Voice,
    /// A [`MessagingResponse`](crate::MessagingResponse).
    Messaging,
    /// Nothing: it only tells. Any status below 300 will do.
    Nothing,
}

/// A parameter of a request.
///
/// ```
/// use twiml_core::webhook::{GatherAction, Request};
///
/// let digits = GatherAction::WEBHOOK.parameter("Digits").unwrap();
/// assert_eq!(digits.field, "digits");
/// assert_eq!(digits.when, Some("keys"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// Its name; `{Name}` and `{N}` stand for the rest of the name and for a number.
    pub name: &'static str,
    /// The name of the other half, where two parameters make one thing.
    pub companion: Option<&'static str>,
    /// The field of the Rust type.
    pub field: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// When it comes; without a condition it comes always, unless it is redundant or undocumented.
    pub when: Option<&'static str>,
    /// Another parameter says the same.
    pub redundant: bool,
    /// Only practice and libraries know it.
    pub undocumented: bool,
}

impl Parameter {
    pub(super) const fn new(name: &'static str, field: &'static str, doc: &'static str, kind: Kind) -> Self {
        Self { name, companion: None, field, doc, kind, when: None, redundant: false, undocumented: false }
    }

    /// Whether a request without it is complete.
    ///
    /// ```
    /// use twiml_core::webhook::{Call, Request};
    ///
    /// assert!(Call::WEBHOOK.parameter("CallerName").unwrap().may_be_missing());
    /// assert!(!Call::WEBHOOK.parameter("CallSid").unwrap().may_be_missing());
    /// ```
    #[must_use]
    pub const fn may_be_missing(&self) -> bool {
        self.when.is_some() || self.redundant || self.undocumented
    }
}

/// What the value of a parameter is.
///
/// What is only described here, such as the prefix of a SID, is no reason to refuse a request.
///
/// ```
/// use twiml_core::webhook::Kind;
///
/// assert_eq!(Kind::Int.to_string(), "a whole number");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Any text.
    Text,
    /// A phone number, a client, SIP or channel address, or a word such as `anonymous`.
    Address,
    /// A SID, usually with one of these prefixes.
    Sid(&'static [&'static str]),
    /// An address: `http`, `https` or relative.
    Url,
    /// Keys of a phone.
    Digits,
    /// A JSON object.
    Json,
    /// Digits.
    Int,
    /// A number.
    Float,
    /// `true` or `false`.
    Bool,
    /// A time, by RFC 2822.
    Rfc2822,
    /// A time, by ISO 8601.
    Iso8601,
    /// A word, usually of this list.
    Listed(&'static List),
    /// The headers with a common prefix.
    Headers,
    /// The files of a message.
    Media,
}

impl Kind {
    fn sample(self) -> String {
        match self {
            Self::Text => "text".into(),
            Self::Address => "+15551234567".into(),
            Self::Sid(prefixes) => format!("{}0123456789abcdef0123456789abcdef", prefixes.first().unwrap_or(&"XX")),
            Self::Url | Self::Media => "https://example.com/file".into(),
            Self::Json => "{}".into(),
            Self::Digits | Self::Int => "1".into(),
            Self::Float => "0.5".into(),
            Self::Bool => "true".into(),
            Self::Rfc2822 => "Tue, 24 Nov 2026 14:39:48 +0000".into(),
            Self::Iso8601 => "2026-11-24T14:39:48Z".into(),
            Self::Listed(list) => list.values.first().map(|word| word.value.into()).unwrap_or_default(),
            Self::Headers => "value".into(),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text | Self::Headers => "text",
            Self::Address => "an address",
            Self::Sid(_) => "a SID",
            Self::Url | Self::Media => "an address: `http`, `https` or relative, without spaces",
            Self::Digits => "keys `0`-`9` `A`-`D` `#` `*` and the pauses `w` and `W`",
            Self::Json => "a JSON object",
            Self::Int => "a whole number",
            Self::Float => "a number",
            Self::Bool => "`true` or `false`",
            Self::Rfc2822 => "a time of RFC 2822",
            Self::Iso8601 => "a time of ISO 8601",
            Self::Listed(list) => return write!(f, "a `{}`", list.name),
        })
    }
}
