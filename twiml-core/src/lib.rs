//! The vocabulary of TwiML, and the writer behind the `twiml!` macro.
//!
//! Three wings: [`vocabulary`] is what TwiML is, [`document`] how it is written, [`http`] what comes in and goes out around it.
//! An arrow points back only: `http` uses `document`, and that the vocabulary. Users depend on the crate `twiml`.
//!
//! A macro needs the rows of the vocabulary as data (feature `tables`), a program what writes documents (`document`): each
//! of them builds its own part.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(any(feature = "actix-web", feature = "poem", feature = "rocket", feature = "warp"))]
extern crate std;

#[cfg(any(feature = "document", feature = "tables"))]
#[macro_use]
pub mod vocabulary;
#[cfg(feature = "document")]
#[macro_use]
pub mod document;
pub mod escape;
#[cfg(feature = "document")]
pub mod http;

#[cfg(feature = "document")]
#[doc(hidden)]
pub use document::private as __private;
#[cfg(feature = "document")]
pub use document::{
    Address, At, Enumeration, Fax, FaxResponse, Fragment, Markup, Messaging, MessagingResponse, Placed, Response,
    UnknownValue, Voice, VoiceResponse, Writer, address, element, fax, fragment, messaging, value, values, voice,
    writer,
};
#[cfg(feature = "signature")]
pub use http::signature;
#[cfg(feature = "socket")]
pub use http::socket;
#[cfg(feature = "webhook")]
pub use http::webhook;
#[cfg(any(feature = "webhook", feature = "signature"))]
pub use http::{Parameters, parameters};
#[cfg(any(feature = "document", feature = "tables"))]
pub use vocabulary::{List, Word};
