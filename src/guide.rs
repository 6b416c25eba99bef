//! The guide: a page for each part of the crate.
//!
//! | page | |
//! |---|---|
//! | [`syntax`] | markup in Rust: text, values, control flow, warnings, names that are not checked |
//! | [`values`] | what stands in `{…}`, words of lists, rules that hang on run-time values |
//! | [`fragments`] | parts of documents, and where they may stand |
//! | [`constants`] | documents that are `&'static str`, and constants of the program in them |
//! | `serving` | requests as types, signatures, frameworks (with the feature `axum`) |
//! | `sockets` | the messages of `<Stream>` and `<ConversationRelay>` (with the feature `socket`) |
//! | `testing` | simulated calls (with the feature `axum`) |
//! | `files` | TwiML that comes as text, and the program `twiml` (with the feature `check`) |
//! | [`costs`] | run time, compile time and code size, measured; the crates |
//!
//! The messages are in [`diagnostics`](crate::diagnostics).

#[doc = include_str!("../guide/syntax.md")]
pub mod syntax {}

#[doc = include_str!("../guide/values.md")]
pub mod values {}

#[doc = include_str!("../guide/fragments.md")]
pub mod fragments {}

#[doc = include_str!("../guide/constants.md")]
pub mod constants {}

#[cfg(feature = "axum")]
#[doc = include_str!("../SERVING.md")]
pub mod serving {}

#[cfg(feature = "socket")]
#[doc = include_str!("../guide/sockets.md")]
pub mod sockets {}

#[cfg(feature = "axum")]
#[doc = include_str!("../guide/testing.md")]
pub mod testing {}

#[cfg(feature = "check")]
#[doc = include_str!("../guide/files.md")]
pub mod files {}

#[doc = include_str!("../guide/costs.md")]
pub mod costs {}
