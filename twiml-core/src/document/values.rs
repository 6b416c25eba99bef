//! The values of enumerated attributes, as Rust enums.
//!
//! Each parses from and displays as its TwiML value, so that a word of a configuration becomes a typed value once, at
//! the edge:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::values::Record;
//!
//! let record: Record = "record-from-answer".parse()?;
//! assert_eq!(record, Record::FromAnswer);
//! assert_eq!(record.to_string(), "record-from-answer");
//! # Ok::<(), twiml::UnknownValue>(())
//! ```
//!
//! Lists that are not closed have a variant `Other` for values newer than this crate.

values! { enumerations }
