//! Who said what, when, and what was asked and answered.

mod display;
mod map;

use std::time::Duration;

use crate::strictness::Lapse;

pub(crate) use map::map;

/// All that happened, in order; `Display` is for people, `serde` (a feature) for snapshots.
///
/// ```
/// # use twiml_testing::{Twilio, answer};
/// let twilio = Twilio::service(answer("<Response><Say>Hello</Say></Response>"));
/// let mut call = twilio.call("+15551234567", "/voice").now();
/// call.ended().now();
/// assert!(call.transcript().to_string().contains("hears \"Hello\""));
/// ```
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Transcript {
    /// What happened.
    pub entries: Vec<Entry>,
}

/// Something that happened.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Entry {
    /// When, since the world began.
    pub at: Duration,
    /// The call or the phone to which it happened, by its number.
    pub who: String,
    /// Which leg of the world, in the order in which they were made.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub leg: Option<usize>,
    /// What.
    pub event: Event,
}

/// Something that is heard.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Heard {
    /// A text that is read aloud.
    Speech(String),
    /// A file, by its address.
    File(String),
    /// Tones.
    Tones(String),
    /// Nothing, for a while.
    Silence(Duration),
    /// The beep before a recording.
    Beep,
    /// Music that Twilio plays by itself.
    Music,
    /// The phone of somebody else rings.
    Ringing,
}

/// What happened.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Event {
    /// A call is made to a number.
    Calls(String),
    /// The phone rings.
    Rings,
    /// The call is answered.
    Answers,
    /// Something is heard.
    Hears(Heard),
    /// What was heard is cut short.
    CutShort,
    /// A key.
    Presses(char),
    /// Words.
    Says(String),
    /// Two are joined: with whom.
    Joins(String),
    /// Two part: from whom.
    Parts(String),
    /// A conference is entered.
    Enters(String),
    /// A conference or a queue is left.
    Leaves(String),
    /// A queue is joined.
    Queues(String),
    /// A `<Gather>` gives up.
    NoInput,
    /// A session begins or gets on.
    Session(String),
    /// A request goes out.
    Asks {
        /// Which request: the name that it has in [`twiml_core::webhook`].
        request: &'static str,
        /// Method.
        method: String,
        /// Address.
        url: String,
        /// The parameters that are not on every request about a call.
        parameters: Vec<(String, String)>,
    },
    /// An answer comes back.
    Answered {
        /// Status.
        status: u16,
        /// What it holds, in short.
        content: String,
    },
    /// A message.
    Texts {
        /// To whom.
        to: String,
        /// The text.
        body: String,
        /// Addresses of files.
        media: Vec<String>,
    },
    /// Something of note: what was passed over, or allowed.
    Notes(Option<Lapse>, String),
    /// The line is closed by this side.
    HangsUp,
    /// It is over: how.
    Ended(String),
}

impl Transcript {
    /// What was heard, in order.
    pub fn heard(&self) -> impl Iterator<Item = &Heard> {
        self.entries.iter().filter_map(|entry| match &entry.event {
            Event::Hears(heard) => Some(heard),
            _ => None,
        })
    }
}
