//! Why a source was left as it is.

use std::{error, fmt};

/// What kept a source from being formatted. The source is to be left as it is.
///
/// Its [`Display`](fmt::Display) is `line:column: message`, so that a program can print the name of the file before it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    kind: ProblemKind,
    place: Place,
    message: String,
}

/// Whose fault it is that a source was not formatted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The source is not Rust, or its markup is not that of `twiml!`.
    Syntax,
    /// The settings of the project cannot be read.
    Settings,
    /// The layout would have changed more than white space, or would not have been its own layout. This is a fault of
    /// the formatter.
    Layout,
}

/// A line and a column of a source, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, place: Place, message: impl Into<String>) -> Self {
        Self { kind, place, message: message.into() }
    }

    /// Whose fault it is.
    #[must_use]
    pub fn kind(&self) -> ProblemKind {
        self.kind
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The same problem of a source that begins on a later line of another one.
    pub(crate) fn moved_down(mut self, lines: usize) -> Self {
        self.place = self.place.moved_down(lines);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.message)
    }
}

impl error::Error for Problem {}

impl Place {
    /// The beginning of a source.
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    /// The same place of a source that begins on a later line of another one.
    pub(crate) fn moved_down(self, lines: usize) -> Self {
        Self { line: self.line + lines, ..self }
    }

    /// Where a byte of a source stands.
    pub(crate) fn of(source: &str, offset: usize) -> Self {
        let before = source.get(..offset).unwrap_or(source);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}
