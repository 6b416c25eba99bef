//! Whether messages of a stream are missing.

use super::{Event, Start};
use crate::socket::{Broken, Object, Unknown, form};

/// Holds the numbers of a stream's messages against each other.
///
/// A socket neither loses messages nor swaps them. Where a number is missing, the server has dropped a message itself, for
/// instance in front of a channel that was full; where it is audio, that is a piece of the caller's words.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream::{Event, Order, Sequence};
///
/// let mut sequence = Sequence::new();
/// let mut receive = |number: u32| {
///     let text = format!(r#"{{"event":"mark","sequenceNumber":"{number}","streamSid":"MZ1","mark":{{"name":"a"}}}}"#);
///     Ok::<_, twiml::socket::NoObject>(sequence.receive(&text.parse()?))
/// };
/// assert_eq!(receive(1)?, Order::Next);
/// assert_eq!(receive(2)?, Order::Next);
/// assert_eq!(receive(5)?, Order::Missing(2));
/// assert_eq!(receive(4)?, Order::Late);
/// assert_eq!(receive(6)?, Order::Next);
/// # Ok::<(), twiml::socket::NoObject>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sequence {
    /// The highest number so far.
    last: u64,
}

impl Sequence {
    /// A stream that begins: its first message has the number 1.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let sequence = twiml::socket::stream::Sequence::new();
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { last: 0 }
    }

    /// Takes a message in.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::{Order, Sequence};
    ///
    /// let connected = r#"{"event":"connected","protocol":"Call","version":"1.0.0"}"#.parse()?;
    /// assert_eq!(Sequence::new().receive(&connected), Order::Unnumbered);
    /// # Ok::<(), twiml::socket::NoObject>(())
    /// ```
    pub fn receive(&mut self, event: &Event) -> Order {
        event.sequence_number().map_or(Order::Unnumbered, |number| self.receive_number(number))
    }

    fn receive_number(&mut self, number: u64) -> Order {
        if number <= self.last {
            return Order::Late;
        }
        match number - self.last - 1 {
            0 => {
                self.last = number;
                Order::Next
            }
            missing => {
                self.last = number;
                Order::Missing(missing)
            }
        }
    }
}

/// Where a message stands among those before it.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream::Order;
///
/// assert_ne!(Order::Next, Order::Missing(1));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// It is the next one.
    Next,
    /// So many before it did not come.
    Missing(u64),
    /// A later one has come already, or the same.
    Late,
    /// It has no number.
    Unnumbered,
}

impl Event {
    /// Its number among the messages of the stream; `connected` has none.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Event;
    ///
    /// let text = r#"{"event":"mark","sequenceNumber":"310","streamSid":"MZ1","mark":{"name":"greeting"}}"#;
    /// assert_eq!(text.parse::<Event>()?.sequence_number(), Some(310));
    /// # Ok::<(), twiml::socket::NoObject>(())
    /// ```
    #[must_use]
    pub fn sequence_number(&self) -> Option<u64> {
        match self {
            Self::Connected(_) => None,
            Self::Start(message) => Some(message.sequence_number),
            Self::Media(message) => Some(message.sequence_number),
            Self::Dtmf(message) => Some(message.sequence_number),
            Self::Mark(message) => Some(message.sequence_number),
            Self::Stop(message) => Some(message.sequence_number),
            Self::Broken(Broken { object, .. }) | Self::Unknown(Unknown { object, .. }) => numbered(object),
        }
    }
}

/// The number of a message that cannot be read: it counts all the same.
fn numbered(object: &Object) -> Option<u64> {
    let row = Start::MESSAGE.fields.iter().find(|row| row.field == "sequence_number")?;
    <form::Always<form::QuotedInt> as form::Part>::read(object, row.path)
}
