//! Rows of attributes.

use core::fmt;

use super::Status;
use crate::vocabulary::List;

/// An attribute: what it means and what it takes.
///
/// ```
/// use twiml_core::vocabulary::{Kind, named};
///
/// let dial = named("Dial").next().unwrap();
/// let limit = dial.attribute("timeLimit").unwrap();
/// assert_eq!(limit.max, Some(86400.0));
/// assert!(matches!(limit.kind, Kind::Int));
/// ```
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the vocabulary")]
pub struct Attribute {
    /// The name, as TwiML writes it.
    pub name: &'static str,
    /// The name of the item that documents it, as Rust writes it.
    pub item: &'static str,
    /// What people call it who know it under another name.
    pub also: &'static [&'static str],
    /// The comment of its row, as Rust hands it on; see [`doc`](Self::doc).
    #[doc(hidden)]
    pub comment: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Words that are taken beside the kind's own form.
    pub words: &'static [&'static str],
    /// Words that one page of Twilio allows and another does not: taken, with a warning.
    pub contested: &'static [&'static str],
    /// The list or form is not closed: an unknown literal is a warning, never an error.
    pub open: bool,
    /// Values that are known, where the list is too long and too lively for an enumeration: a literal outside is a
    /// warning. Empty where there is no such list.
    pub known: &'static [&'static str],
    /// Older forms of values, and what to write instead: taken, with a warning.
    pub legacy: &'static [(&'static str, &'static str)],
    /// Lower bound: of the number, of the characters, of the entries.
    pub min: Option<f64>,
    /// Upper bound, likewise.
    pub max: Option<f64>,
    /// Below, it is legal but unusual.
    pub soft_min: Option<f64>,
    /// Above, it is legal but unusual.
    pub soft_max: Option<f64>,
    /// Longest entry of a list, in characters.
    pub item_max: Option<usize>,
    /// What is counted.
    pub unit: Option<&'static str>,
    /// An empty literal has a meaning of its own.
    pub empty: bool,
    /// A secure address may also be a relative one.
    pub relative: bool,
    /// The address may have a query.
    pub query: bool,
    /// The host of an absolute address is a DNS name: no underscore.
    pub dns: bool,
    /// What Twilio does without it.
    pub default: Option<&'static str>,
    /// It must be written.
    pub required: bool,
    /// Whether it is still current.
    pub status: Status,
    /// More to know.
    pub notes: Option<&'static str>,
}

/// Its name alone: a list that it takes would fill pages.
impl fmt::Debug for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Attribute").field(&self.name).finish()
    }
}

impl Attribute {
    /// What it means, in one sentence.
    ///
    /// ```
    /// let say = twiml_core::vocabulary::named("Say").next().unwrap();
    /// assert_eq!(say.attribute("voice").unwrap().doc(), "Voice that reads the text.");
    /// ```
    #[must_use]
    pub fn doc(&self) -> &'static str {
        self.comment.trim_start()
    }

    /// A row with nothing but a name, a meaning and a kind.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(item: &'static str, name: &'static str, comment: &'static str, kind: Kind) -> Self {
        Self {
            name,
            item,
            also: &[],
            comment,
            kind,
            words: &[],
            contested: &[],
            open: false,
            known: &[],
            legacy: &[],
            min: None,
            max: None,
            soft_min: None,
            soft_max: None,
            item_max: None,
            unit: None,
            empty: false,
            relative: false,
            query: true,
            dns: false,
            default: None,
            required: false,
            status: Status::Current,
            notes: None,
        }
    }
}

impl Kind {
    /// Whether it is an address of the web or of a socket.
    ///
    /// ```
    /// use twiml_core::vocabulary::Kind;
    ///
    /// assert!(Kind::Url.is_address() && !Kind::Phone.is_address());
    /// ```
    #[must_use]
    pub const fn is_address(self) -> bool {
        matches!(self, Self::Url | Self::AbsoluteUrl | Self::HttpsUrl | Self::WssUrl)
    }
}

/// What an attribute or a text takes: the form of a literal, and the Rust types of a run-time value.
///
/// ```
/// use twiml_core::vocabulary::{Kind, named};
///
/// let conversation = named("Conversation").next().unwrap();
/// assert!(matches!(conversation.attribute("serviceInstanceSid").unwrap().kind, Kind::Sid("IS")));
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    String,
    /// `true` or `false`.
    Bool,
    /// A whole number, without a sign.
    Int,
    /// A whole number or a word of a list.
    IntOr(&'static List),
    /// Digits, or digits, a point and digits.
    Float,
    /// One value of a list.
    Enum(&'static List),
    /// Values of a list with spaces between them, none twice.
    EnumSet(&'static List),
    /// An address: `http`, `https` or relative.
    Url,
    /// The same, absolute.
    AbsoluteUrl,
    /// An absolute `https` address.
    HttpsUrl,
    /// An absolute `wss` address.
    WssUrl,
    /// A SID with this prefix.
    Sid(&'static str),
    /// A SID of any kind.
    AnySid,
    /// A phone number.
    Phone,
    /// What a called party sees as the caller.
    CallerId,
    /// A phone number, a channel address or the SID of a SIM.
    Address,
    /// An address or an alphanumeric sender.
    Sender,
    /// Identity of a client.
    Identity,
    /// Label of a conference participant.
    Label,
    /// Keys and pauses.
    Digits,
    /// One key, or none.
    Key,
    /// Keys.
    Keys,
    /// A number and `s` or `ms`.
    Duration,
    /// A number and `%`.
    Percent,
    /// A sign, a number and `%`.
    SignedPercent,
    /// A sign, a number and `dB`.
    Decibel,
    /// A language tag.
    Language,
    /// A voice.
    Voice,
    /// A SIP address.
    SipUri,
    /// A JSON object.
    Json,
    /// Entries with commas between them.
    CommaList,
    /// Whole numbers with spaces between them, none twice.
    IntList,
}
