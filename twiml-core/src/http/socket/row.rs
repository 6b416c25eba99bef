//! The protocols and their messages, as data.

use super::{Basis, CloseCode, ErrorCode, Field, Side};

/// What is spoken on a socket that Twilio opens.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::relay;
///
/// let protocol = relay::PROTOCOL;
/// assert_eq!((protocol.id, protocol.tag, protocol.elements), ("conversation-relay", "type", &["voice/ConversationRelay"][..]));
/// assert_eq!(protocol.message("interrupt").unwrap().page, "https://www.twilio.com/docs/voice/conversationrelay/websocket-messages");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Protocol {
    /// A short name that tells it from all others.
    pub id: &'static str,
    /// What it carries.
    pub doc: &'static str,
    /// The field that tells messages apart.
    pub tag: &'static str,
    /// The elements that open such a socket, by their ids in the vocabulary.
    pub elements: &'static [&'static str],
    /// Twilio's page.
    pub page: &'static str,
    /// What comes first, in this order.
    pub first: &'static [&'static str],
    /// What comes last; nothing where the socket just closes.
    pub last: &'static [&'static str],
    /// The request that opens the socket.
    pub upgrade: Upgrade,
    /// What Twilio says.
    pub events: &'static [&'static Message],
    /// What Twilio can be told.
    pub commands: &'static [&'static Message],
    /// What Twilio's debugger says of it.
    pub errors: &'static [ErrorCode],
    /// With what codes the socket is closed.
    pub closes: &'static [CloseCode],
}

impl Protocol {
    /// The messages of both directions.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream;
    ///
    /// assert_eq!(stream::PROTOCOL.messages().count(), 9);
    /// ```
    pub fn messages(&self) -> impl Iterator<Item = &'static Message> {
        self.events.iter().chain(self.commands).copied()
    }

    /// The message from Twilio with this tag, or else the one to Twilio.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::{Side, stream};
    ///
    /// assert_eq!(stream::PROTOCOL.message("media").unwrap().sender, Side::Twilio);
    /// assert_eq!(stream::PROTOCOL.message("clear").unwrap().sender, Side::Application);
    /// assert!(stream::PROTOCOL.message("hello").is_none());
    /// ```
    #[must_use]
    pub fn message(&self, tag: &str) -> Option<&'static Message> {
        self.messages().find(|message| message.tag == tag)
    }

    /// What a code of the debugger means.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::{Level, stream};
    ///
    /// assert_eq!(stream::PROTOCOL.error(31951).unwrap().level, Level::Warning);
    /// ```
    #[must_use]
    pub fn error(&self, code: u32) -> Option<&'static ErrorCode> {
        self.errors.iter().find(|error| error.code == code)
    }

    /// What a code means with which the socket was closed.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay;
    ///
    /// assert_eq!(relay::PROTOCOL.close(1000).unwrap().reason, Some("Closing websocket session"));
    /// ```
    #[must_use]
    pub fn close(&self, code: u16) -> Option<&'static CloseCode> {
        self.closes.iter().find(|close| close.code == code)
    }
}

/// The HTTP request that opens a socket.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream;
///
/// assert_eq!((stream::PROTOCOL.upgrade.method, stream::PROTOCOL.upgrade.scheme), ("GET", "wss"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Upgrade {
    /// Its method.
    pub method: &'static str,
    /// The scheme of the address that is signed, whatever the server sees.
    pub scheme: &'static str,
    /// The port, where the address names none.
    pub port: u16,
    /// What is signed.
    pub signed: &'static str,
    /// What becomes of the query of the address.
    pub query: &'static str,
    /// Where the `<Parameter>` elements of the document arrive.
    pub parameters: &'static str,
    /// Twilio's page.
    pub page: &'static str,
}

/// A message of one direction.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream;
///
/// let start = stream::Start::MESSAGE;
/// assert_eq!((start.tag, start.when), ("start", Some("second, once")));
/// assert_eq!(start.field("start.mediaFormat.sampleRate").unwrap().unit, Some("hertz"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Message {
    /// A short name that tells it from all others.
    pub id: &'static str,
    /// The field that tells messages apart.
    pub tag_field: &'static str,
    /// What stands there.
    pub tag: &'static str,
    /// Who sends it.
    pub sender: Side,
    /// What it says.
    pub doc: &'static str,
    /// Twilio's page.
    pub page: &'static str,
    /// When it comes.
    pub when: Option<&'static str>,
    /// How it is known.
    pub basis: Basis,
    /// No page of Twilio's shows it.
    pub undocumented: bool,
    /// It is known by its name only: its fields are raw JSON.
    pub partial: bool,
    /// The day since which it is there, if it is not as old as the protocol.
    pub since: Option<&'static str>,
    /// The verbs in whose sockets Twilio takes it; empty if in all.
    pub sent_in: &'static [&'static str],
    /// At least one of its fields must be there.
    pub some_field: bool,
    /// What can be changed with it, by the names of attributes; of a message that is known by its name only.
    pub settings: &'static [&'static str],
    /// The same for one language.
    pub language_settings: &'static [&'static str],
    /// Its fields; those of an object within it stand in the field of that object.
    pub fields: &'static [Field],
    /// A message with made-up ids; none where the fields are not known.
    pub example: Option<&'static str>,
}

impl Message {
    pub(super) const fn new(id: &'static str, tag: [&'static str; 2], sender: Side) -> Self {
        let [tag_field, tag] = tag;
        Self {
            id,
            tag_field,
            tag,
            sender,
            doc: "",
            page: "",
            when: None,
            basis: Basis::Stated,
            undocumented: false,
            partial: false,
            since: None,
            sent_in: &[],
            some_field: false,
            settings: &[],
            language_settings: &[],
            fields: &[],
            example: None,
        }
    }

    /// All fields, those of objects within it after the field of the object.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream;
    ///
    /// assert_eq!(stream::Start::MESSAGE.all_fields().count(), 11);
    /// ```
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().flat_map(|field| core::iter::once(field).chain(field.kind.fields()))
    }

    /// The field at this path.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream;
    ///
    /// assert_eq!(stream::Media::MESSAGE.field("media.chunk").unwrap().field, "chunk");
    /// ```
    #[must_use]
    pub fn field(&self, path: &str) -> Option<&'static Field> {
        self.all_fields().find(|field| field.path == path)
    }
}

impl PartialEq for Message {
    /// There is one row for each id.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Message {}
