//! What is wrong with a message, and messages that are kept as they came.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde_json::Value;

use super::{Field, Message, NoObject, Object, Presence, Side, object};

/// What is wrong with a message: one field.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::relay::SendPlay;
///
/// let faults = SendPlay::new("https://example.com/hold.mp3").times(5000).faults();
/// assert_eq!(faults[0].to_string(), "field `loop` is `5000`, more than 1000");
/// assert_eq!((faults[0].path(), faults[0].value()), ("loop", Some("5000")));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    path: String,
    /// Text as it is, anything else as JSON.
    value: Option<String>,
    words: String,
}

/// The longest value that a message repeats, in characters.
const SHOWN: usize = 80;

impl Fault {
    fn missing(path: &str) -> Self {
        Self { path: path.to_owned(), value: None, words: "missing".into() }
    }

    fn ill(path: &str, value: &Value, words: String) -> Self {
        let value = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        Self { path: path.to_owned(), value: Some(value), words }
    }

    /// Where it stands in the message: names with points between them.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Event;
    ///
    /// let Event::Broken(broken) = r#"{"event": "mark", "sequenceNumber": "3", "streamSid": "MZ1"}"#.parse()? else { panic!() };
    /// assert_eq!(broken.fault.path(), "mark.name");
    /// # Ok::<(), twiml::socket::NoObject>(())
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its value, if it is there: text as it is, anything else as JSON.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay::SendDigits;
    ///
    /// assert_eq!(SendDigits::new("12A").faults()[0].value(), Some("12A"));
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(value) = &self.value else { return write!(f, "field `{}` is {}", self.path, self.words) };
        let (shown, rest) = value.char_indices().nth(SHOWN).map_or((value.as_str(), ""), |(at, _)| value.split_at(at));
        let more = if rest.is_empty() { "" } else { "…" };
        write!(f, "field `{}` is `{shown}{more}`, {}", self.path, self.words)
    }
}

impl core::error::Error for Fault {}

impl Message {
    /// What is wrong with this object as such a message. Of Twilio's messages that is what cannot be read; of messages to
    /// Twilio it is what Twilio would refuse, and a field that is not listed is among it.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::{Object, relay::SendLanguage};
    ///
    /// let faults = SendLanguage::MESSAGE.faults(&Object::new());
    /// assert_eq!(faults[0].to_string(), "field `ttsLanguage` is missing, and so is every other");
    /// ```
    #[must_use]
    pub fn faults(&self, object: &Object) -> Vec<Fault> {
        let mut faults = Vec::new();
        let strict = self.sender == Side::Application;
        check(self.fields, object, strict, &mut faults);
        if strict && !self.partial {
            self.check_names(object, "", &mut faults);
        }
        if let (true, [first, ..]) = (self.some_field, self.fields)
            && self.fields.iter().all(|field| object::get(object, field.path).is_none())
        {
            faults.push(Fault { words: "missing, and so is every other".into(), ..Fault::missing(first.path) });
        }
        faults
    }

    /// Finds fields that are not listed.
    fn check_names(&self, object: &Object, above: &str, faults: &mut Vec<Fault>) {
        for (name, value) in object {
            let path = format!("{above}{name}");
            let within = format!("{path}.");
            let is_above = |field: &Field| field.path.starts_with(&within);
            if path == self.tag_field || self.field(&path).is_some() {
                continue;
            }
            match value.as_object().filter(|_| self.all_fields().any(is_above)) {
                Some(inner) => self.check_names(inner, &within, faults),
                None => faults.push(Fault::ill(&path, value, format!("and `{}` has no such field", self.tag))),
            }
        }
    }

    /// Finds what makes a message unreadable.
    pub(super) fn broken(&'static self, object: Object) -> Broken {
        let may_be_ill = |field: &Field| self.sender == Side::Twilio && field.presence != Presence::Always;
        let is_needed = |fault: &Fault| !self.field(&fault.path).is_some_and(may_be_ill);
        let fault = self.faults(&object).into_iter().find(is_needed);
        Broken { message: self, fault: fault.unwrap_or_else(|| Fault::missing(self.tag_field)), object }
    }
}

/// Holds the fields against their rows.
fn check(fields: &[Field], object: &Object, strict: bool, faults: &mut Vec<Fault>) {
    for field in fields {
        let reads = |value: &Value| if strict { field.kind.takes(value) } else { field.kind.reads(value) };
        let excess = |value: &Value| field.max.filter(|max| value.as_u64().is_some_and(|number| number > *max));
        match object::get(object, field.path) {
            None if field.presence == Presence::Always => faults.push(Fault::missing(field.path)),
            None => {}
            // What may be missing may be `null` as well, if it comes from Twilio.
            Some(Value::Null) if !strict && field.presence != Presence::Always => {}
            Some(value) if !reads(value) => {
                faults.push(Fault::ill(field.path, value, format!("not {}", field.kind)));
            }
            Some(value) => match excess(value) {
                Some(max) => faults.push(Fault::ill(field.path, value, format!("more than {max}"))),
                None => check(field.kind.fields(), object, strict, faults),
            },
        }
    }
}

/// A message of Twilio's whose name is known, but which cannot be read.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream::Event;
///
/// let text = r#"{"event": "mark", "sequenceNumber": "soon", "streamSid": "MZ1", "mark": {"name": "greeting"}}"#;
/// let Event::Broken(broken) = text.parse()? else { panic!() };
/// assert_eq!(broken.to_string(), "message `mark`: field `sequenceNumber` is `soon`, not a whole number, in quotes");
/// assert_eq!(broken.object["mark"]["name"], "greeting");
/// # Ok::<(), twiml::socket::NoObject>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Broken {
    /// What it ought to be.
    pub message: &'static Message,
    /// Why it cannot be read.
    pub fault: Fault,
    /// The message as it came.
    pub object: Object,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "message `{}`: {}", self.message.tag, self.fault)
    }
}

impl core::error::Error for Broken {}

/// A message that this crate does not know.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::relay::Event;
///
/// let Event::Unknown(unknown) = r#"{"type": "applause", "volume": 11}"#.parse()? else { panic!() };
/// assert_eq!((unknown.to_string().as_str(), unknown.object["volume"].as_u64()), ("unknown message `applause`", Some(11)));
/// # Ok::<(), twiml::socket::NoObject>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Unknown {
    /// Its name, if it has one.
    pub tag: Option<String>,
    /// The message as it came.
    pub object: Object,
}

impl Unknown {
    pub(super) fn new(tag_field: &str, object: Object) -> Self {
        Self { tag: object.get(tag_field).and_then(Value::as_str).map(ToOwned::to_owned), object }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.tag {
            Some(tag) => write!(f, "unknown message `{tag}`"),
            None => f.write_str("message without a name"),
        }
    }
}

/// Why a text is no message that Twilio takes.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream::Command;
///
/// let text = r#"{"event": "clear", "streamSid": "MZ1", "sequenceNumber": "4"}"#;
/// let refused = text.parse::<Command>().unwrap_err();
/// assert_eq!(refused.to_string(), "message `clear`: field `sequenceNumber` is `4`, and `clear` has no such field");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Refused {
    /// It is no JSON object.
    NoObject(NoObject),
    /// Twilio knows no such message.
    Unknown(Unknown),
    /// A field is missing, is ill, or is one too many.
    Broken(Broken),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoObject(error) => error.fmt(f),
            Self::Unknown(unknown) => unknown.fmt(f),
            Self::Broken(broken) => broken.fmt(f),
        }
    }
}

impl core::error::Error for Refused {}

impl From<NoObject> for Refused {
    fn from(error: NoObject) -> Self {
        Self::NoObject(error)
    }
}
