//! Documents as text: files, and what servers answer.
//!
//! [`check`] reads a text and checks it; the [`Report`] holds what is wrong, and the document for whoever wants to look at it.
//!
//! ```
//! use twiml_check::xml;
//!
//! let report = xml::check("<Response><Sya>Hello</Sya></Response>");
//! let diagnostic = report.diagnostics().next().unwrap();
//! assert_eq!(diagnostic.message(), "`<Sya>` is no TwiML element");
//! assert_eq!((diagnostic.start().line, diagnostic.start().column), (1, 12));
//! ```
//!
//! # What is read
//!
//! - UTF-8, with or without a byte order mark; at most [`LIMIT`] bytes, elements nested at most
//!   [`DEPTH`](crate::nesting::DEPTH) deep.
//! - Comments, processing instructions, white space between elements and `<![CDATA[…]]>` mean what they mean in XML. Document
//!   types are refused, so that nothing is ever expanded or fetched.
//! - `{{From}}`, `{{{body}}}`, `{% include "menu" %}`, `{# note #}` and their like are placeholders of templates. Of a value
//!   or a text that holds one, nothing is known; all around it is checked. Blocks such as `{{#if vip}}…{{else}}…{{/if}}` and
//!   `{% for %}…{% endfor %}` are control flow.

mod block;
mod edit;
mod judge;
mod lines;
mod placeholder;
mod read;
mod report;
mod scan;
mod source;
mod tag;
mod text;
mod view;

#[cfg(feature = "report")]
mod show;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use edit::{Change, apply};
pub use lines::Position;
pub use report::{Advice, Diagnostic, Report};
pub use source::{LIMIT, check, check_as, may_be_twiml};
pub use text::unescape;
pub use view::{Content, Element};

#[cfg(feature = "report")]
pub use show::show;

use crate::tree::Place;

/// Bytes of a source as a place. None is longer than [`LIMIT`].
fn place(range: Range<usize>) -> Place {
    let number = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Place { first: number(range.start), last: number(range.end) }
}

/// A place as bytes of a source.
fn range(place: Place) -> Range<usize> {
    index(place.first)..index(place.last).max(index(place.first))
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
