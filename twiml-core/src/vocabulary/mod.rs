//! The vocabulary of TwiML as data: one row for each element, attribute, value and rule.
//!
//! Everything that the project knows of TwiML is read from these rows: the checks of the macro, its suggestions, the
//! pages of the modules [`voice`](crate::voice), [`messaging`](crate::messaging) and [`fax`](crate::fax), and the Rust
//! types of [`values`](crate::values).
//!
//! ```
//! use twiml_core::vocabulary::{self, Dialect};
//!
//! let gather = vocabulary::elements(Dialect::Voice).find(|element| element.name == "Gather").unwrap();
//! let digits = gather.attribute("numDigits").unwrap();
//! assert_eq!(digits.unit, Some("digits"));
//! assert!(gather.children.iter().any(|child| child.name == "Say"));
//! ```

mod attribute;
mod element;
mod languages;
#[macro_use]
mod notation;
mod list;
pub(crate) mod number;
mod rule;
#[macro_use]
pub mod values;
#[macro_use]
mod table;
#[expect(
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    reason = "items are named as the elements and attributes that they document"
)]
pub(crate) mod tables;
mod voices;

/// Lists of known values, by the names that the tables use.
pub(crate) mod known {
    pub(crate) use super::{languages::*, voices::*};
}

/// Pages of the elements of voice documents: a module for each element, a constant for each attribute.
pub mod voice {
    pub use super::tables::voice::*;
}

/// Pages of the elements of messaging documents.
pub mod messaging {
    pub use super::tables::messaging_pages::*;
}

/// Pages of the elements of fax documents; the product is gone.
pub mod fax {
    pub use super::tables::fax_pages::*;
}

pub use attribute::{Attribute, Kind};
pub use element::{Dialect, Element, Limit, Status, Terminal, Text, TextPresence, all, documents, elements, named};
pub use list::{Enumeration, List, UnknownValue, Word};
pub(crate) use list::{find, trim_start};
pub use rule::{Basis, Form, Rule, RuleKind, Scope, Severity, Term, Words, is_phone};
