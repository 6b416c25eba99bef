//! The fields of messages, as data.

use core::fmt;

use crate::List;

/// How something is known.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Basis, relay};
///
/// assert_eq!(relay::Info::MESSAGE.basis, Basis::Observed);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Basis {
    /// A page of Twilio's states it.
    Stated,
    /// A library of Twilio's does so.
    Library,
    /// It was seen on real calls.
    Observed,
}

/// A field of a message.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Json, Presence, relay};
///
/// let times = relay::SendPlay::MESSAGE.field("loop").unwrap();
/// assert_eq!((times.field, times.presence, times.kind.json()), ("times", Presence::Optional, Json::Number));
/// assert_eq!((times.default, times.max), (Some("1"), Some(1000)));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Field {
    /// Where it stands in the message: names with points between them.
    pub path: &'static str,
    /// The field of the Rust type.
    pub field: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether it may be missing.
    pub presence: Presence,
    /// Another JSON type than [`Kind::json`] that has been seen.
    pub also: Option<Json>,
    /// What is counted.
    pub unit: Option<&'static str>,
    /// What Twilio does without it, as a literal.
    pub default: Option<&'static str>,
    /// The largest number.
    pub max: Option<u64>,
    /// An empty string has a meaning of its own.
    pub may_be_empty: bool,
    /// How it is known.
    pub basis: Basis,
    /// No page of Twilio's shows it.
    pub undocumented: bool,
}

impl Field {
    pub(super) const fn new(
        path: &'static str,
        field: &'static str,
        doc: &'static str,
        kind: Kind,
        presence: Presence,
    ) -> Self {
        Self {
            path,
            field,
            doc,
            kind,
            presence,
            also: None,
            unit: None,
            default: None,
            max: None,
            may_be_empty: false,
            basis: Basis::Stated,
            undocumented: false,
        }
    }
}

/// Whether a field may be missing.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Presence, relay};
///
/// assert_eq!(relay::Setup::MESSAGE.field("forwardedFrom").unwrap().presence, Presence::UnlessEmpty);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Presence {
    /// It is always there: from Twilio it comes, to Twilio it must be written.
    Always,
    /// It may be missing.
    Optional,
    /// It may be missing, and being empty means the same.
    UnlessEmpty,
}

/// A type of JSON.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Json, stream};
///
/// assert_eq!(stream::Media::MESSAGE.field("media.timestamp").unwrap().kind.json(), Json::String);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Json {
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An object.
    Object,
    /// An array.
    Array,
}

/// What the value of a field is.
///
/// What is only described here, such as the prefix of a SID, is no reason to refuse a message of Twilio's.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::Kind;
///
/// assert_eq!(Kind::QuotedInt.to_string(), "a whole number, in quotes");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Text, kept as it is.
    Text,
    /// A SID with this prefix.
    Sid(&'static str),
    /// A phone number, a client or SIP address, or a word such as `anonymous`.
    Address,
    /// A language tag.
    Language,
    /// A version: numbers with points between them.
    Version,
    /// An absolute web address.
    Url,
    /// Keys of a phone: these.
    Digits(&'static str),
    /// A whole number.
    Int,
    /// A whole number in quotes.
    QuotedInt,
    /// `true` or `false`.
    Bool,
    /// Audio, in base64.
    Audio,
    /// A word, usually of this list.
    Listed(&'static List),
    /// Several words, usually of this list.
    Several(&'static List),
    /// Names and values that the application has chosen.
    Map,
    /// An object with these fields.
    Object(&'static [Field]),
}

impl Kind {
    /// The JSON type in which it goes over the socket.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::{Json, Kind};
    ///
    /// assert_eq!((Kind::Int.json(), Kind::QuotedInt.json()), (Json::Number, Json::String));
    /// ```
    #[must_use]
    pub const fn json(self) -> Json {
        match self {
            Self::Int => Json::Number,
            Self::Bool => Json::Boolean,
            Self::Several(_) => Json::Array,
            Self::Map | Self::Object(_) => Json::Object,
            _ => Json::String,
        }
    }

    /// The fields within it.
    pub(super) const fn fields(self) -> &'static [Field] {
        if let Self::Object(fields) = self { fields } else { &[] }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Sid(prefix) => return write!(f, "a SID `{prefix}…`"),
            Self::Address => "an address",
            Self::Language => "a language tag",
            Self::Version => "a version",
            Self::Url => "an address with `http` or `https` and a host, without spaces",
            Self::Digits(keys) => return write!(f, "keys of `{keys}`"),
            Self::Int => "a whole number",
            Self::QuotedInt => "a whole number, in quotes",
            Self::Bool => "`true` or `false`",
            Self::Audio => "base64",
            Self::Listed(list) => return write!(f, "a `{}`", list.name),
            Self::Several(list) => return write!(f, "an array of `{}`", list.name),
            Self::Map => "an object of strings",
            Self::Object(_) => "an object",
        })
    }
}
