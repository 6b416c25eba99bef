//! Media streams: the audio of a call, and what is played into it.
//!
//! # One way or two
//!
//! `<Start><Stream>` is one-way: audio comes, of the inbound side, the outbound side or both, and the TwiML after it runs on;
//! nothing can be sent, whatever is sent ends the stream (31924). `<Connect><Stream>` goes both ways and keeps the TwiML after it
//! waiting; its audio is the inbound side alone, so that the application does not hear itself.
//!
//! A call has at most one two-way stream, and at most four tracks of one-way streams. Each stream has a socket of its own.
//!
//! # The course of a stream
//!
//! [`Connected`], then [`Start`], then audio and keys, at last [`Stop`]. `start` has what belongs together: the call, the account, the
//! values of `<Parameter>`, and the SID that every message to Twilio names. Name and value of a `<Parameter>` have less than 500
//! characters together.
//!
//! A two-way stream ends when the application closes the socket, with 1000, or when the call ends; the TwiML after `<Connect>` then
//! runs, and without any the call ends. `stop` does not come when it was the application that closed. A one-way stream ends with
//! `<Stop><Stream>`, over the REST API, or with the call. An update of the call over the REST API ends either.
//! Twilio does not open a stream again that was closed: close it only when it is over.
//!
//! What goes wrong is never told over the socket: it goes to `statusCallback` of `<Stream>`, as `StreamError`, and to the debugger,
//! with one of the codes in [`errors`].
//!
//! # Audio
//!
//! [`Audio`] is G.711 μ-law, 8000 Hz, one channel: 8 bytes are a millisecond. Services that speak it need no conversion. Twilio plays
//! what is sent in the order in which it came, however fast it comes: no timer is needed, but an application that sends faster than
//! speech has seconds of it queued at Twilio. An interruption therefore needs [`SendClear`], also when all has been sent already.
//!
//! # Marks
//!
//! A mark comes back when the audio before it has been played, at once when nothing is queued, and also when `clear` dropped that
//! audio. So a mark by itself does not tell what was heard. [`Playback`] remembers:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::socket::NoObject;
//! use twiml::socket::stream::{Event, Fate, Playback};
//!
//! struct Call {
//!     playback: Option<Playback>,
//! }
//!
//! impl Call {
//!     /// What goes back for the text of one frame: here all audio, marked, until a key is pressed.
//!     fn receive(&mut self, text: &str) -> Result<Vec<String>, NoObject> {
//!         match (text.parse()?, &mut self.playback) {
//!             (Event::Start(start), playback) => *playback = Some(Playback::from(&start)),
//!             (Event::Media(media), Some(playback)) => {
//!                 return Ok(vec![playback.media(media.payload).to_json(), playback.mark("echo").to_json()]);
//!             }
//!             (Event::Dtmf(_), Some(playback)) => return Ok(vec![playback.clear().to_json()]),
//!             (Event::Mark(mark), Some(playback)) => match playback.receive(&mark) {
//!                 Fate::Played => println!("{:?} heard", playback.heard()),
//!                 Fate::Cleared | Fate::Unknown => {}
//!             },
//!             (Event::Broken(broken), _) => eprintln!("{broken}"),
//!             _ => {}
//!         }
//!         Ok(Vec::new())
//!     }
//! }
//!
//! let mut call = Call { playback: None };
//! for message in twiml::socket::stream::PROTOCOL.events {
//!     call.receive(message.example.unwrap())?;
//! }
//! # Ok::<(), NoObject>(())
//! ```
//!
//! # Keys
//!
//! Keys arrive in two-way streams only, from the inbound side only, and cannot be sent through a stream.
//!
//! See [Twilio's pages](https://www.twilio.com/docs/voice/media-streams).

mod audio;
mod messages;
mod playback;
mod protocol;
mod sequence;

pub use audio::{Audio, NoBase64};
pub use messages::*;
pub use playback::{Fate, Playback};
pub use protocol::{PROTOCOL, closes, errors};
pub use sequence::{Order, Sequence};
