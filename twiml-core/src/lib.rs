//! The vocabulary of TwiML, and the writer behind the `twiml!` macro.
//!
//! Three wings: [`vocabulary`] is what TwiML is, [`document`] how it is written, [`http`] what comes in and goes out around it.
//! Users depend on the crate `twiml`, which shows all of this.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "rocket")]
extern crate std;

#[macro_use]
pub mod vocabulary;
pub mod document;
pub mod http;

#[doc(hidden)]
pub use document::private as __private;
pub use document::{
    At, Fax, FaxResponse, Fragment, Markup, Messaging, MessagingResponse, Placed, Response, Voice, VoiceResponse,
    Writer, element, escape, fragment, value, writer,
};
#[cfg(all(feature = "axum", feature = "webhook", feature = "signature"))]
pub use http::axum;
#[cfg(feature = "signature")]
pub use http::signature;
#[cfg(feature = "socket")]
pub use http::socket;
#[cfg(feature = "webhook")]
pub use http::webhook;
#[cfg(any(feature = "webhook", feature = "signature"))]
pub use http::{Malformed, Parameters, parameters};
pub use vocabulary::{Enumeration, List, UnknownValue, Word, fax, messaging, values, voice};
