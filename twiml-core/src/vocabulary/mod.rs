//! What TwiML is, as data: one row for each element, attribute, value and rule.
//!
//! A row stands in one of the files of `tables`, or in `values`. Each of them is a macro that hands its rows to another one:
//! from the same row come the data here (`rows!`, `lists!`), the types of [`element`](crate::element), the pages of
//! [`voice`](crate::voice) and its like, and the Rust enums of [`values`](crate::values). A row names nothing of those.
//!
//! Of all this a program needs little when it runs: the lists of values, and the forms that its guards ask for. The rest is
//! for checks, and behind the feature `tables`.
//!
//! ```
//! use twiml_core::vocabulary::{self, Dialect};
//!
//! let gather = vocabulary::elements(Dialect::Voice).find(|element| element.name == "Gather").unwrap();
//! let digits = gather.attribute("numDigits").unwrap();
//! assert_eq!(digits.unit, Some("digits"));
//! assert!(gather.children.iter().any(|child| child.name == "Say"));
//! ```

#[macro_use]
mod list;
#[macro_use]
mod tables;
#[macro_use]
mod values;

mod form;

#[cfg(feature = "tables")]
mod attribute;
#[cfg(feature = "tables")]
mod element;
#[cfg(feature = "tables")]
mod languages;
#[cfg(feature = "tables")]
mod number;
#[cfg(feature = "tables")]
mod rows;
#[cfg(feature = "tables")]
mod rule;
#[cfg(feature = "tables")]
mod status;
#[cfg(feature = "tables")]
mod voices;

pub use form::{Form, is_phone};
pub(crate) use list::trim_start;
pub use list::{List, Word};
#[cfg(feature = "document")]
pub(crate) use values::lists;

#[cfg(feature = "tables")]
pub use {
    attribute::{Attribute, Kind},
    element::{Dialect, Element, Limit, Terminal, Text, TextPresence},
    rows::{all, documents, elements, named},
    rule::{Basis, Rule, RuleKind, Scope, Severity, Term, Words},
    status::Status,
};
