//! Whether a literal is what an attribute or the text of an element takes.
//!
//! ```
//! use twiml_check::literal::{ProblemKind, check_attribute};
//! # fn row(element: &str, name: &str) -> &'static twiml_core::vocabulary::Attribute {
//! #     twiml_core::vocabulary::named(element).next().unwrap().attribute(name).unwrap()
//! # }
//!
//! assert!(check_attribute(row("Dial", "timeout"), "20").is_empty());
//!
//! let problems = check_attribute(row("Dial", "timeout"), "20 seconds");
//! assert_eq!(problems[0].kind, ProblemKind::Form);
//! assert_eq!(problems[0].takes, "a whole number of seconds from 1 to 600");
//! assert_eq!(problems[0].instead, ["20"]);
//! ```

mod address;
mod describe;
mod form;
mod guess;
mod json;
mod name;
mod number;
mod sample;
mod words;

#[cfg(test)]
mod tests;

use twiml_core::vocabulary::{Attribute, Severity, Text};

pub(crate) use address::is_of_address;
pub use describe::{describe, describe_text};
pub use sample::sample;

/// What is wrong with a literal.
///
/// ```
/// use twiml_check::literal::check_attribute;
/// # fn row(element: &str, name: &str) -> &'static twiml_core::vocabulary::Attribute {
/// #     twiml_core::vocabulary::named(element).next().unwrap().attribute(name).unwrap()
/// # }
///
/// let problem = &check_attribute(row("Dial", "method"), "post")[0];
/// assert_eq!(problem.takes, "`GET` or `POST`");
/// assert_eq!(problem.instead, ["POST"]);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What is taken, as the end of the sentence "`timeout` takes …".
    pub takes: String,
    /// What was probably meant, the likeliest first; nothing is wrong with any of it.
    pub instead: Vec<String>,
    /// More to know, in lower case and without a full stop.
    pub note: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong with a literal.
///
/// ```
/// use twiml_check::literal::{ProblemKind, check_attribute};
/// # fn row(element: &str, name: &str) -> &'static twiml_core::vocabulary::Attribute {
/// #     twiml_core::vocabulary::named(element).next().unwrap().attribute(name).unwrap()
/// # }
///
/// assert_eq!(check_attribute(row("Dial", "action"), "www.example.com")[0].kind, ProblemKind::Relative);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ProblemKind {
    /// Not of the form, outside its bounds, or no value of a closed list.
    Form,
    /// A value of a set stands there twice.
    Repeated,
    /// Too many characters or entries.
    Length,
    /// No value of a list that is not closed.
    UnknownWord,
    /// Legal, but outside the usual bounds.
    Unusual,
    /// An empty address, which means the current document.
    Empty,
    /// An address without a scheme that looks like a host.
    Relative,
    /// A SID of the right prefix and the wrong length.
    SidLength,
    /// A SIP header that Twilio drops.
    SipHeader,
    /// A word that one page allows and another does not.
    Contested,
    /// An older form of another word.
    Legacy,
}

impl ProblemKind {
    /// How bad it is.
    ///
    /// ```
    /// use twiml_check::literal::ProblemKind;
    /// use twiml_core::vocabulary::Severity;
    ///
    /// assert_eq!(ProblemKind::Form.severity(), Severity::Error);
    /// assert_eq!(ProblemKind::Unusual.severity(), Severity::Warning);
    /// ```
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Form | Self::Repeated | Self::Length => Severity::Error,
            Self::UnknownWord
            | Self::Unusual
            | Self::Empty
            | Self::Relative
            | Self::SidLength
            | Self::SipHeader
            | Self::Contested
            | Self::Legacy => Severity::Warning,
        }
    }
}

/// What a check says: the description of the row and the suggestion come later, and only if something is wrong.
type Verdict = Result<(), Fault>;

/// What a check found.
struct Fault {
    kind: ProblemKind,
    note: Option<String>,
}

impl Fault {
    fn new(kind: ProblemKind) -> Self {
        Self { kind, note: None }
    }

    fn noted(kind: ProblemKind, note: impl Into<String>) -> Self {
        Self { kind, note: Some(note.into()) }
    }
}

/// A form that is either there or not.
fn form(fits: bool) -> Verdict {
    if fits { Ok(()) } else { Err(Fault::new(ProblemKind::Form)) }
}

/// All problems of a literal value of an attribute: none or one.
///
/// ```
/// use twiml_core::vocabulary::Severity;
/// use twiml_check::literal::check_attribute;
/// # fn row(element: &str, name: &str) -> &'static twiml_core::vocabulary::Attribute {
/// #     twiml_core::vocabulary::named(element).next().unwrap().attribute(name).unwrap()
/// # }
///
/// assert!(check_attribute(row("Conversation", "record"), "record-from-answer").is_empty());
///
/// let problems = check_attribute(row("Conversation", "serviceInstanceSid"), "IS0123");
/// assert_eq!(problems[0].severity, Severity::Warning);
/// assert_eq!(problems[0].note.as_deref(), Some("a SID is 34 characters long, this one has 6"));
/// ```
#[must_use]
pub fn check_attribute(attribute: &Attribute, value: &str) -> Vec<Problem> {
    form::check(attribute, value).err().map(|fault| problem(attribute, value, fault)).into_iter().collect()
}

/// The same for the whole static text of an element. XML white space around it does not count, and nothing is said
/// of an empty one: whether text must be there is not a matter of its form.
///
/// ```
/// use twiml_check::literal::{ProblemKind, check_text};
/// use twiml_core::vocabulary::named;
///
/// let number = named("Number").next().unwrap();
/// assert!(check_text(&number.text, "\n  +1 415 555 1212\n").is_empty());
/// assert_eq!(check_text(&number.text, "client:joe")[0].kind, ProblemKind::Form);
/// ```
#[must_use]
pub fn check_text(text: &Text, value: &str) -> Vec<Problem> {
    match value.trim_matches([' ', '\t', '\r', '\n']) {
        "" => Vec::new(),
        value => check_attribute(&row_of(text), value),
    }
}

/// The text as the row that an attribute of this kind would have.
fn row_of(text: &Text) -> Attribute {
    text.as_attribute()
}

fn problem(row: &Attribute, value: &str, fault: Fault) -> Problem {
    let Fault { kind, note } = fault;
    let instead = guess::instead(row, value);
    Problem { severity: kind.severity(), takes: describe(row), instead, note, kind }
}
