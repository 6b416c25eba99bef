//! ConversationRelay: the conversation of a call as text. Twilio listens and speaks, the application thinks.
//!
//! # The course of a session
//!
//! [`Setup`] says which call it is. Then a [`Prompt`] comes for each utterance of the caller, and the application answers with
//! [`SendText`]. [`SendEnd`] ends the session: Twilio closes the socket with 1000 and requests `action` of `<Connect>` with
//! `SessionStatus` `ended` and the call still in progress, so that its TwiML can hand the caller on. When the caller hangs up, the
//! socket closes with 1000 without a message before it, and the action comes with `completed`.
//!
//! A socket that drops ends the session: the action comes with `failed` and `ErrorCode` [`SOCKET_LOST`](errors::SOCKET_LOST), and its
//! TwiML decides what follows, for instance a new relay. With the attribute `applicationReconnect` Twilio opens the socket again
//! instead, keeps up to 500 events meanwhile, and sends them after. No message is needed to keep a socket open: minutes of silence
//! do no harm. `<Connect><Stream>` and `<ConversationRelay>` exclude each other on one call at a time, as both are in `<Connect>`.
//!
//! # An answer in pieces
//!
//! Speech begins before the last piece has come. [`Answer`] sees to it that an answer ends with `last` exactly once, and that
//! nothing of it is sent after an interruption:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::socket::relay::{Answer, Command, Event};
//!
//! let mut answer = Answer::new();
//! let mut sent: Vec<Command> = Vec::new();
//! sent.extend(answer.token("We are open ").map(Command::from));
//!
//! // The caller speaks: Twilio has dropped what was queued. The model may not know it yet.
//! let text = r#"{"type":"interrupt","utteranceUntilInterrupt":"We are","durationUntilInterruptMs":"460"}"#;
//! if let Event::Interrupt(interrupt) = text.parse()? {
//!     answer.interrupt(&interrupt);
//! }
//! sent.extend(answer.token("from nine to five.").map(Command::from));
//! sent.extend(answer.finish().map(Command::from));
//!
//! assert_eq!(sent.len(), 1);
//! assert_eq!(answer.said(), "We are");
//! # Ok::<(), twiml::socket::NoObject>(())
//! ```
//!
//! # Interruptions
//!
//! Whether an interruption happens is a matter of `interruptible`: four words in TwiML, a boolean in messages. With `none` there is no
//! [`Interrupt`], but `reportInputDuringAgentSpeech` may still send prompts while the agent speaks. `preemptible` marks what a later
//! text or recording of the application may cut off, not the one that cuts; being cut off so sends no interrupt.
//!
//! # What Twilio does not take
//!
//! It answers a malformed message with [`Error`] (64107), leaves it aside, and goes on. After ten in a row it closes the
//! socket with 1007 and reports 64105. Binary frames, a `null` and fields that are not listed are malformed.
//!
//! # Settings
//!
//! The language could always be changed over the socket; since 28 October 2026 most settings can, with [`SendConfig`] and
//! [`SendHints`]. Their fields are not known here: the application writes them, as Twilio's page has them.
//!
//! See [Twilio's pages](https://www.twilio.com/docs/voice/conversationrelay).

mod answer;
mod messages;
mod protocol;

pub use crate::http::Direction;
pub use answer::Answer;
pub use messages::*;
pub use protocol::{PROTOCOL, closes, errors};
