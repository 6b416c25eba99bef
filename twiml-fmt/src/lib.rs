//! Lays out the markup of `twiml!` calls.
//!
//! rustfmt leaves what stands in a macro as it is. This crate lays out the markup there, and has rustfmt lay out the
//! Rust in it: expressions in braces, headers, patterns and statements.
//!
//! It changes white space and nothing else. Every result is compared with what came in, token by token and comment by
//! comment, and formatting it again would not change it; otherwise the source is left as it is.
//!
//! # Examples
//!
//! ```
//! let source = r#"fn answer(name: &str) -> VoiceResponse {
//!     twiml! { <Response> <Say
//!         voice = "alice">"Hello "{ name }</Say>
//!     <Hangup /></Response> }
//! }
//! "#;
//! let formatted = twiml_fmt::format_source(source, &twiml_fmt::Options::default())?;
//! assert_eq!(
//!     formatted.text,
//!     r#"fn answer(name: &str) -> VoiceResponse {
//!     twiml! {
//!         <Response>
//!             <Say voice="alice">"Hello " {name}</Say>
//!             <Hangup/>
//!         </Response>
//!     }
//! }
//! "#,
//! );
//! # Ok::<(), twiml_fmt::Problem>(())
//! ```

#![forbid(unsafe_code)]

mod calls;
mod compare;
mod document;
mod layout;
mod markdown;
mod options;
mod parse;
mod printer;
mod problem;
mod rust;
mod source;
mod tokens;
mod tree;

pub use options::Options;
pub use problem::{Place, Problem, ProblemKind};

/// What a source becomes.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Formatted {
    /// The formatted source. It is what came in if there was nothing to change.
    pub text: String,
    /// What stayed as it was, although there is markup or Rust in it.
    pub kept: Vec<Kept>,
}

/// A piece of a source that stayed as it was.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Kept {
    /// Where it stands in the formatted source.
    pub place: Place,
    /// Why: lower case, without a full stop.
    pub reason: String,
}

impl Kept {
    fn new(place: Place, reason: &str) -> Self {
        Self { place, reason: reason.to_owned() }
    }
}

/// Formats the bodies of all `twiml!` calls in Rust source.
///
/// A call is found by whatever path it is written, in other macros and in closures, and under the name that
/// `use twiml::twiml as name` gives it. What `#[rustfmt::skip]` stands before stays as it is, and so does a call in
/// the definition of a macro that is no markup until the macro is called. Line endings are kept, and so is a missing
/// one at the end.
///
/// # Errors
///
/// The source is to be left as it is if it is not Rust, or if there is something in a call that `twiml!` does not read
/// either. Markup that is read is formatted, whether or not `twiml!` finds fault with it.
pub fn format_source(source: &str, options: &Options) -> Result<Formatted, Problem> {
    let mut rust = rust::Rust::new(options);
    let formatted = source::format(source, options, &mut rust)?;
    if formatted.text != source {
        rust.check(source)
            .map_err(|(line, message)| Problem::new(ProblemKind::Syntax, Place { line, column: 1 }, message))?;
    }
    Ok(formatted)
}

/// Formats markup alone, as it stands between the braces of a `twiml!` call.
///
/// # Errors
///
/// If there is something in it that `twiml!` does not read.
///
/// # Examples
///
/// ```
/// let markup = twiml_fmt::format_markup(r#"<Response><Say>"Hello"</Say> <Hangup/></Response>"#, &Default::default())?;
/// assert_eq!(markup.text, r#"<Response><Say>"Hello"</Say><Hangup/></Response>"#);
/// # Ok::<(), twiml_fmt::Problem>(())
/// ```
pub fn format_markup(markup: &str, options: &Options) -> Result<Formatted, Problem> {
    source::format_markup(markup, options)
}

/// Formats the calls in the Rust of a Markdown text: in the blocks that are fenced with ```` ```rust ````.
///
/// A block with something in it that is not Rust or not markup stays as it is.
///
/// # Errors
///
/// Only if the layout fails, which is a fault of this crate.
///
/// # Examples
///
/// ```
/// let text = "```rust\nlet answer = twiml! { <Response/ > };\n```\n";
/// let formatted = twiml_fmt::format_markdown(text, &Default::default())?;
/// assert_eq!(formatted.text, "```rust\nlet answer = twiml! { <Response/> };\n```\n");
/// # Ok::<(), twiml_fmt::Problem>(())
/// ```
pub fn format_markdown(text: &str, options: &Options) -> Result<Formatted, Problem> {
    markdown::format(text, options)
}
