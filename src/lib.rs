#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

// The expansion of the macro names this crate; so do the examples and tests within it.
extern crate self as twiml;

pub use twiml_core::{
    At, Enumeration, Fax, FaxResponse, Fragment, Markup, Messaging, MessagingResponse, Placed, Response, UnknownValue,
    Vocabulary, Voice, VoiceResponse, Word, Writer, element, escape, fault, fax, fragment, messaging, schema, value,
    values, voice, writer,
};
pub use twiml_macros::twiml;

#[doc(inline)]
pub use twiml_core::values::*;

#[doc(hidden)]
pub use twiml_core::__private;
