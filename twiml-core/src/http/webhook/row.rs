//! The requests that Twilio sends, as data.

use core::fmt;

use crate::List;

/// A kind of request that Twilio sends: what it reports, and what it asks for.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::{Answer, ConversationAction, Webhook};
///
/// let row = ConversationAction::ROW;
/// assert_eq!(row.id, "conversation-action");
/// assert!(row.page.ends_with("/voice/twiml/connect/conversation"));
/// assert_eq!(row.answer, Answer::Voice);
/// assert_eq!(row.parameter("DialCallDuration").unwrap().kind.to_string(), "a whole number");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Row {
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
    /// The page is not covered in full: other parameters may come, and all of these may be missing.
    pub partial: bool,
    /// What to ask Twilio for instead, where this is an older request.
    pub deprecated: Option<&'static str>,
    /// The request whose parameters come as well.
    pub including: Option<&'static Row>,
    /// What parameters of that request are in a sample of this one.
    pub(super) included: &'static [(&'static str, &'static str)],
    /// Its own parameters.
    pub parameters: &'static [Parameter],
}

impl Row {
    /// What most rows have in common.
    pub(super) const PLAIN: Self = Self {
        id: "",
        doc: "",
        page: "",
        method: "",
        answer: Answer::Nothing,
        partial: false,
        deprecated: None,
        including: None,
        included: &[],
        parameters: &[],
    };

    /// The parameter with this name, of this request or of the one that it includes.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{DialAction, Webhook};
    ///
    /// assert!(DialAction::ROW.parameter("DialCallStatus").is_some());
    /// assert!(DialAction::ROW.parameter("CallSid").is_some());
    /// assert!(DialAction::ROW.parameter("Callsid").is_none());
    /// ```
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        let own = self.parameters.iter().find(|parameter| parameter.name == name);
        own.or_else(|| self.including?.parameter(name))
    }
}

/// What a request wants back.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::{Answer, Message, Webhook};
///
/// assert_eq!(Message::ROW.answer, Answer::Messaging);
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
/// # use twiml_core as twiml;
/// use twiml::webhook::{GatherAction, Webhook};
///
/// let digits = GatherAction::ROW.parameter("Digits").unwrap();
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
    /// When it comes; without a condition it comes always, unless it is optional or undocumented.
    pub when: Option<&'static str>,
    /// It may be missing, though no page says when.
    pub optional: bool,
    /// The text may be no JSON.
    pub open: bool,
    /// Only practice and libraries know it.
    pub undocumented: bool,
    /// What it is in a made-up request; empty: what is usual for its kind.
    pub(super) sample: &'static str,
}

impl Parameter {
    pub(super) const fn new(name: &'static str, field: &'static str, doc: &'static str, kind: Kind) -> Self {
        Self {
            name,
            companion: None,
            field,
            doc,
            kind,
            when: None,
            optional: false,
            open: false,
            undocumented: false,
            sample: "",
        }
    }

    /// Whether a request without it is complete.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::webhook::{Call, Webhook};
    ///
    /// assert!(Call::ROW.parameter("CallerName").unwrap().may_be_missing());
    /// assert!(!Call::ROW.parameter("CallSid").unwrap().may_be_missing());
    /// ```
    #[must_use]
    pub const fn may_be_missing(&self) -> bool {
        self.when.is_some() || self.optional || self.undocumented
    }
}

/// What the value of a parameter is.
///
/// What is only described here, such as the prefix of a SID, is no reason to refuse a request.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::Kind;
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
    /// A whole number, which may be negative.
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
            Self::Rfc2822 | Self::Iso8601 => "a time",
            Self::Listed(list) => return write!(f, "a `{}`", list.name),
        })
    }
}
