//! Rows of elements.

use super::{Attribute, Kind, Rule, Status};

/// The kind of document that an element belongs to.
///
/// ```
/// use twiml_core::vocabulary::{Dialect, named};
///
/// let dialects: Vec<_> = named("Redirect").map(|element| element.dialect).collect();
/// assert_eq!(dialects, [Dialect::Voice, Dialect::Messaging]);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Dialect {
    /// Documents that steer a call.
    Voice,
    /// Documents that answer a message.
    Messaging,
    /// Documents that take a fax; the product is gone.
    Fax,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Voice, Self::Messaging, Self::Fax];

    /// Its name in a message.
    ///
    /// ```
    /// assert_eq!(twiml_core::vocabulary::Dialect::Voice.as_str(), "voice");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Messaging => "messaging",
            Self::Fax => "fax",
        }
    }
}

/// How many children of one name an element takes.
///
/// ```
/// let message = twiml_core::vocabulary::named("Message").next().unwrap();
/// assert_eq!(message.limits[0].max, 10);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Name of the children.
    pub child: &'static str,
    /// At least so many.
    pub min: usize,
    /// At most so many.
    pub max: usize,
}

/// When nothing after an element runs.
///
/// ```
/// use twiml_core::vocabulary::{Terminal, named};
///
/// assert!(matches!(named("Hangup").next().unwrap().terminal, Terminal::Always));
/// ```
#[derive(Clone, Copy, Debug)]
pub enum Terminal {
    /// What follows runs.
    Never,
    /// What follows never runs.
    Always,
    /// What follows never runs if this attribute is written.
    Written(&'static str),
    /// What follows never runs if this attribute has this value.
    Is(&'static str, &'static str),
}

/// Whether text stands in an element.
///
/// ```
/// use twiml_core::vocabulary::{TextPresence, named};
///
/// assert_eq!(named("Say").next().unwrap().text.presence, TextPresence::Mixed);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextPresence {
    /// It may not.
    None,
    /// It may.
    Optional,
    /// It should.
    Required,
    /// It may, with elements in any order.
    Mixed,
}

/// The text of an element.
///
/// ```
/// let say = twiml_core::vocabulary::named("Say").next().unwrap();
/// assert_eq!(say.text.max, Some(5000));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// Whether it stands there.
    pub presence: TextPresence,
    /// What it takes.
    pub kind: Kind,
    /// Longest text, in characters.
    pub max: Option<usize>,
    /// What it means.
    pub doc: Option<&'static str>,
}

impl Text {
    /// The text as the row that an attribute of this kind would have.
    ///
    /// ```
    /// let say = twiml_core::vocabulary::named("Say").next().unwrap();
    /// assert_eq!(say.text.as_attribute().max, Some(5000.0));
    /// ```
    #[must_use]
    pub fn as_attribute(&self) -> Attribute {
        let count = |number| u32::try_from(number).map_or(f64::INFINITY, f64::from);
        Attribute { max: self.max.map(count), ..Attribute::new("", "", "", self.kind) }
    }
}

/// An element in its place: what it means, where it stands and what it takes.
///
/// ```
/// let [dialled, referred] = twiml_core::vocabulary::named("Sip").collect::<Vec<_>>()[..] else { unreachable!() };
/// assert_eq!((dialled.id, referred.id), ("voice/Sip", "voice/ReferSip"));
/// ```
#[derive(Debug)]
pub struct Element {
    /// Name that tells elements of the same tag apart.
    pub id: &'static str,
    /// The tag, as TwiML writes it.
    pub name: &'static str,
    /// The name of the module that documents it, as Rust writes it.
    pub item: &'static str,
    /// What people call it who know it under another name.
    pub also: &'static [&'static str],
    /// Kind of document.
    pub dialect: Dialect,
    /// What it means, in one sentence.
    pub doc: &'static str,
    /// Page of Twilio's documentation.
    pub page: Option<&'static str>,
    /// Whether it is still current.
    pub status: Status,
    /// What may stand in it.
    pub children: &'static [&'static Element],
    /// How many of them.
    pub limits: &'static [Limit],
    /// Its text.
    pub text: Text,
    /// When nothing after it runs.
    pub terminal: Terminal,
    /// Its attributes.
    pub attributes: &'static [Attribute],
    /// What its attributes, values and children demand of each other.
    pub rules: &'static [Rule],
    /// More to know.
    pub notes: Option<&'static str>,
}

impl Element {
    /// A row with nothing but its names and its meaning.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        dialect: Dialect,
        id: &'static str,
        item: &'static str,
        name: &'static str,
        doc: &'static str,
    ) -> Self {
        Self {
            id,
            name,
            item,
            also: &[],
            dialect,
            doc,
            page: None,
            status: Status::Current,
            children: &[],
            limits: &[],
            text: Text { presence: TextPresence::None, kind: Kind::String, max: None, doc: None },
            terminal: Terminal::Never,
            attributes: &[],
            rules: &[],
            notes: None,
        }
    }

    /// Its attribute of this name.
    ///
    /// ```
    /// let say = twiml_core::vocabulary::named("Say").next().unwrap();
    /// assert!(say.attribute("voice").is_some());
    /// assert!(say.attribute("Voice").is_none());
    /// ```
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The element of this name that may stand in it.
    ///
    /// ```
    /// let dial = twiml_core::vocabulary::named("Dial").next().unwrap();
    /// assert_eq!(dial.child("Sip").unwrap().id, "voice/Sip");
    /// ```
    #[must_use]
    pub fn child(&self, name: &str) -> Option<&'static Element> {
        self.children.iter().copied().find(|child| child.name == name)
    }
}
