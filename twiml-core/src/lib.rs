//! The vocabulary of TwiML as data, and the writer behind the `twiml!` macro.
//!
//! Users depend on the crate `twiml`, which shows all of this.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "rocket")]
extern crate std;

#[macro_use]
mod enumeration;
#[macro_use]
pub mod values;
#[macro_use]
pub mod schema;
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
#[cfg(all(feature = "axum", feature = "webhook", feature = "signature"))]
pub mod axum;
pub mod element;
pub mod escape;
pub mod fault;
pub mod fragment;
#[cfg(any(feature = "webhook", feature = "signature"))]
pub mod parameters;
mod response;
#[cfg(feature = "signature")]
pub mod signature;
pub mod value;
mod web;
#[cfg(feature = "webhook")]
pub mod webhook;
pub mod writer;

pub use enumeration::{Enumeration, UnknownValue, Vocabulary, Word};
pub use fragment::{At, Fragment, Markup, Placed};
#[cfg(any(feature = "webhook", feature = "signature"))]
pub use parameters::{Malformed, Parameters};
pub use response::{Fax, FaxResponse, Messaging, MessagingResponse, Response, Voice, VoiceResponse};
pub use writer::Writer;

/// Pages of the elements of voice documents: a module for each element, a constant for each attribute.
pub mod voice {
    pub use crate::schema::tables::voice::*;
}

/// Pages of the elements of messaging documents.
pub mod messaging {
    pub use crate::schema::tables::messaging_pages::*;
}

/// Pages of the elements of fax documents; the product is gone.
pub mod fax {
    pub use crate::schema::tables::fax_pages::*;
}
