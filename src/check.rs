//! Documents that come as text, checked at run time: what a server answers, in whatever language it is written, what a template
//! gives, what stands in a file. Needs the feature `check`.
//!
//! The checks are those of [`twiml!`](crate::twiml), and so are the messages; those that only a text provokes are under *Files*
//! in [the list](crate::diagnostics). The program `twiml` asks the same checker about files.
//!
//! # In a test
//!
//! [`check`](fn@crate::check) takes a text and gives a [`Report`]. It displays itself as rustc would, each message under the line
//! that it is about, so that a test need not say more:
//!
//! ```
//! # let answer = "<Response><Gather action='/menu'><Say>Press 1 for sales.</Say></Gather></Response>";
//! let report = twiml::check(answer);
//! assert!(report.is_valid(), "{report}");
//! ```
//!
//! What the test then fails with:
//!
//! ```
//! let report = twiml::check("<Response>\n  <Gather numDigits=\"one\"/>\n</Response>");
//! assert_eq!(
//!     report.to_string(),
//!     r#"error[invalid-value]: `numDigits` takes a whole number of digits, at least 1, not `one`
//!  --> document:2:21
//!   |
//! 2 |   <Gather numDigits="one"/>
//!   |                     ^^^^^
//!   |
//!   = help: write `numDigits="1"`
//!
//! 1 error"#,
//! );
//! ```
//!
//! # What stands in it
//!
//! A valid document can be looked at:
//!
//! ```
//! # let answer = "<Response><Gather action='/menu'><Say>Press 1 for sales.</Say></Gather></Response>";
//! let report = twiml::check(answer);
//! let gather = report.root().and_then(|response| response.find("Gather")).expect("the menu is read");
//! assert_eq!(gather.attribute("action"), Some("/menu"));
//! assert_eq!(gather.find("Say").unwrap().text(), "Press 1 for sales.");
//! ```
//!
//! # What is wrong with it
//!
//! Each [`Diagnostic`] has a code, a place and advice; where a program can follow the advice, it comes with the [`Change`]s that
//! do so.
//!
//! ```
//! use twiml::check::apply;
//!
//! let source = "<Response><Gather numdigits='1'/></Response>";
//! let report = twiml::check(source);
//! let diagnostic = report.diagnostics().next().unwrap();
//! assert_eq!((diagnostic.code(), diagnostic.text()), ("unknown-attribute", "numdigits"));
//! assert_eq!((diagnostic.start().line, diagnostic.start().column), (1, 19));
//! let advice = diagnostic.advice().next().unwrap();
//! assert_eq!(advice.text(), "did you mean `numDigits`?");
//! let (mended, _) = apply(source, &[&advice.changes()]);
//! assert!(twiml::check(mended).is_valid());
//! ```
//!
//! # What is read
//!
//! UTF-8, at most [`LIMIT`] bytes. Document types are refused, nothing is expanded and nothing fetched. Placeholders of templates
//! such as `{{From}}` and `{% if vip %}` stand for what only the run time knows: nothing is concluded from them, and all around
//! them is checked.

pub use twiml_check::xml::{
    Advice, Change, Content, Diagnostic, Dialect, Element, LIMIT, Mended, Position, Report, Severity, apply, check_as,
    mend,
};
