//! The messages on the sockets that Twilio opens, as types.
//!
//! A call can be more than a document: `<Connect><Stream>` brings its audio to a WebSocket server, `<Connect><ConversationRelay>`
//! its words. Twilio is the client there, the application the server, and both send JSON objects in text frames, one object in
//! each. Two modules have their messages, with what is easily got wrong about each protocol on their pages:
//!
//! | element | module | what comes | what goes |
//! |---|---|---|---|
//! | `<Stream>` | [`stream`] | audio, keys, marks: [`stream::Event`] | audio, marks, `clear`: [`stream::Command`] |
//! | `<ConversationRelay>` | [`relay`] | what was said, keys, interruptions: [`relay::Event`] | text, recordings, keys, languages, the end: [`relay::Command`] |
//!
//! # From the call to the socket
//!
//! 1. A request of Twilio's is answered with a document that holds the address of the socket: always `wss`, without a query,
//!    which Twilio drops or refuses. What the socket has to know of the call goes into `<Parameter>` elements, and arrives in
//!    `custom_parameters` of the first message.
//! 2. Twilio opens the socket, over TLS, from any public address, so that a list of addresses is no check. Its handshake is signed
//!    like a request, for the `wss` address of the document, whatever scheme the server sees; a server that does not check it
//!    lets everybody talk to its model at its own expense. The extractor `Handshake` checks it, and refuses with 403 before
//!    it upgrades.
//! 3. The first message names the call. A signature proves Twilio and the account, not the call: compare `call_sid` with the calls
//!    that were answered with this socket, and close the socket of any other.
//! 4. Messages come until the socket ends. Begin to read at once, and never wait for the model in between: what is dropped early
//!    is the caller's first word, what is read late is an interruption. A frame of 64 KiB is far more than Twilio needs; set such
//!    a limit.
//!
//! Answer a handshake with a subprotocol only if it offers one: an answer that was not asked for ends the connection.
//!
//! # Reading
//!
//! An event is read from the text of a frame, which fails only on what is no JSON object. Nothing else ends a call: an unknown
//! message is kept as it came, and so is a known one that lacks something, with the reason.
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::socket::relay::{Answer, Event};
//!
//! /// What goes back for the text of one frame: an echo.
//! fn receive(text: &str, answer: &mut Answer) -> Result<Vec<String>, twiml::socket::NoObject> {
//!     match text.parse()? {
//!         Event::Setup(setup) => println!("{} calls, customer {:?}", setup.from, setup.custom_parameters.get("customerId")),
//!         Event::Prompt(prompt) if prompt.is_last() => {
//!             *answer = Answer::new();
//!             let tokens = ["You said: ", &prompt.voice_prompt];
//!             let mut sent: Vec<_> = tokens.iter().filter_map(|token| answer.token(token)).collect();
//!             sent.extend(answer.finish());
//!             return Ok(sent.iter().map(|piece| piece.to_json()).collect());
//!         }
//!         Event::Interrupt(interrupt) => answer.interrupt(&interrupt),
//!         Event::Error(error) => eprintln!("Twilio: {}", error.description),
//!         Event::Broken(broken) => eprintln!("{broken}"),
//!         Event::Unknown(unknown) => eprintln!("{unknown}"),
//!         _ => {}
//!     }
//!     Ok(Vec::new())
//! }
//!
//! let mut answer = Answer::new();
//! let sent = receive(r#"{"type":"prompt","voicePrompt":"Hello","lang":"en-US","last":true}"#, &mut answer)?;
//! assert_eq!(sent[1], r#"{"type":"text","token":"Hello","last":false}"#);
//! assert_eq!(sent[2], r#"{"type":"text","token":"","last":true}"#);
//! # Ok::<(), twiml::socket::NoObject>(())
//! ```
//!
//! A number is a number in Rust, with or without quotes on the socket; audio is bytes; a word of a list is an enum that keeps what it
//! does not know. A field of which Twilio's pages say that it always comes is there, any other is an `Option`. If what may be missing
//! comes ill, it is `None`, and [`faults`](relay::Event::faults) names it. What this crate does not know stays in `other` at its
//! place, so that an event is written again exactly as it came:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::socket::stream::Event;
//!
//! let text = r#"{"event":"mark","sequenceNumber":310,"streamSid":"MZ1","mark":{"name":"greeting","tone":"mild"}}"#;
//! let event: Event = text.parse()?;
//! let Event::Mark(mark) = &event else { panic!() };
//! assert_eq!((mark.sequence_number, &mark.other["mark"]["tone"]), (310, &"mild".into()));
//! assert_eq!(event.to_json().parse::<Event>()?, event);
//! # Ok::<(), twiml::socket::NoObject>(())
//! ```
//!
//! # Writing
//!
//! A command has the fields that Twilio lists and no others, as it drops a message with one too many. It goes over the
//! socket as [`to_json`](stream::Command::to_json) in a text frame: Twilio does not understand binary ones.
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::socket::relay::{SendEnd, SendPlay};
//!
//! let play = SendPlay::new("https://example.com/hold.mp3").times(2).interruptible(true);
//! assert_eq!(play.to_json(), r#"{"type":"play","source":"https://example.com/hold.mp3","loop":2,"interruptible":true}"#);
//! assert_eq!(SendPlay::new("hold.mp3").faults()[0].path(), "source");
//!
//! // JSON in a string: an object in its place would be malformed.
//! let end = SendEnd::new().handoff_data(r#"{"reason":"wants a person"}"#);
//! assert_eq!(end.to_json(), r#"{"type":"end","handoffData":"{\"reason\":\"wants a person\"}"}"#);
//! ```
//!
//! Commands are read as well, as strictly as Twilio reads them, for the tests of an application:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::socket::relay::Command;
//!
//! let refused = r#"{"type":"text","token":null}"#.parse::<Command>().unwrap_err();
//! assert_eq!(refused.to_string(), "message `text`: field `token` is `null`, not text");
//! ```
//!
//! # What is easily got wrong
//!
//! Three small states keep it in order: [`stream::Playback`] which audio was heard and which marks were cleared,
//! [`stream::Sequence`] whether messages are missing, [`relay::Answer`] the pieces of an answer, its end, and what of it was said.
//!
//! # As data
//!
//! [`protocols`] has every message, field, error and close code as rows; types, reading, writing and documentation come from them.

mod fault;
mod field;
mod form;
mod object;
mod row;
#[macro_use]
mod code;
#[macro_use]
mod table;
#[macro_use]
mod notation;
pub mod relay;
pub mod stream;

pub use code::{CloseCode, ErrorCode, Level, Side};
pub use fault::{Broken, Fault, Refused, Unknown};
pub use field::{Basis, Field, Json, Kind, Presence};
pub use object::{NoObject, Object};
pub use row::{Message, Protocol, Upgrade};
pub use serde_json::Value;

/// All protocols, as data.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket;
///
/// let messages: usize = socket::protocols().map(|protocol| protocol.messages().count()).sum();
/// assert_eq!((socket::protocols().count(), messages), (2, 23));
/// ```
pub fn protocols() -> impl Iterator<Item = &'static Protocol> {
    [stream::PROTOCOL, relay::PROTOCOL].into_iter()
}
