//! What is to be printed: text, the places where lines may be broken, and what stays together.
//!
//! A group is printed on one line if it fits, and otherwise broken at every break of its own. Each document knows its
//! width on one line, so that the decision takes no time.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    pub(crate) content: Content<'a>,
    /// The columns that it takes on one line; `None` if it needs several.
    pub(crate) width: Option<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum Content<'a> {
    /// Text of one line.
    Text(Cow<'a, str>),
    /// A token of several lines, which are as they are.
    Lines(Cow<'a, str>),
    /// A comment of several lines, which keep their distance to the column in which it began.
    Moved {
        text: Cow<'a, str>,
        column: usize,
    },
    /// A comment at the end of a line; those with the same mark stand under one another.
    Behind {
        text: Cow<'a, str>,
        mark: Option<usize>,
    },
    /// Nothing, or a line break.
    Soft,
    /// A blank, or a line break.
    Space,
    /// A line break, and an empty line if `blank`. What follows is indented by more columns.
    Hard {
        blank: bool,
        columns: usize,
    },
    /// Columns that something behind the group takes.
    Reserved,
    Sequence(Vec<Document<'a>>),
    /// Its lines are indented by one step.
    Indented(Box<Document<'a>>),
    /// Its lines are indented as the one is in which it begins.
    Anchored(Box<Document<'a>>),
    /// Printed on one line if it fits.
    Group(Box<Document<'a>>),
    /// The first if its first line, of so many columns, fits; else the second.
    Choice {
        first_line: usize,
        first: Box<Document<'a>>,
        second: Box<Document<'a>>,
    },
    /// Words with blanks between them, as many on a line as fit; the parts of a word are parted only if they must be.
    Words(Vec<Vec<Part<'a>>>),
}

/// A part of a word.
#[derive(Clone, Debug)]
pub(crate) struct Part<'a> {
    pub(crate) document: Document<'a>,
    /// It stays in the line of the part before it.
    pub(crate) is_glued: bool,
}

impl<'a> Document<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let width = text.width();
        Self { content: Content::Text(text), width: Some(width) }
    }

    /// A token, which may have several lines.
    pub(crate) fn token(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.contains('\n') { Self { content: Content::Lines(text), width: None } } else { Self::text(text) }
    }

    /// A comment that began in `column`.
    pub(crate) fn comment(text: impl Into<Cow<'a, str>>, column: usize) -> Self {
        let text = text.into();
        if text.contains('\n') {
            Self { content: Content::Moved { text, column }, width: None }
        } else {
            Self::text(text)
        }
    }

    /// A comment at the end of a line.
    pub(crate) fn behind(text: impl Into<Cow<'a, str>>, mark: Option<usize>) -> Self {
        Self { content: Content::Behind { text: text.into(), mark }, width: None }
    }

    pub(crate) const fn soft() -> Self {
        Self { content: Content::Soft, width: Some(0) }
    }

    pub(crate) const fn space() -> Self {
        Self { content: Content::Space, width: Some(1) }
    }

    pub(crate) const fn hard() -> Self {
        Self::step(false, 0)
    }

    pub(crate) const fn step(blank: bool, columns: usize) -> Self {
        Self { content: Content::Hard { blank, columns }, width: None }
    }

    pub(crate) const fn reserved(width: usize) -> Self {
        Self { content: Content::Reserved, width: Some(width) }
    }

    pub(crate) fn sequence(parts: Vec<Self>) -> Self {
        let width = parts.iter().try_fold(0_usize, |sum, part| Some(sum.saturating_add(part.width?)));
        Self { content: Content::Sequence(parts), width }
    }

    pub(crate) fn indented(inside: Self) -> Self {
        let width = inside.width;
        Self { content: Content::Indented(Box::new(inside)), width }
    }

    pub(crate) fn anchored(inside: Self) -> Self {
        let width = inside.width;
        Self { content: Content::Anchored(Box::new(inside)), width }
    }

    pub(crate) fn group(inside: Self) -> Self {
        Self::group_of(inside, usize::MAX)
    }

    /// A group that is broken if it is wider than `most`.
    pub(crate) fn group_of(inside: Self, most: usize) -> Self {
        let width = inside.width.filter(|width| *width <= most);
        Self { content: Content::Group(Box::new(inside)), width }
    }

    /// The same, but never on one line.
    pub(crate) fn open(mut self) -> Self {
        self.width = None;
        self
    }

    pub(crate) fn choice(first_line: usize, first: Self, second: Self) -> Self {
        let width = first.width;
        Self { content: Content::Choice { first_line, first: Box::new(first), second: Box::new(second) }, width }
    }

    pub(crate) fn words(words: Vec<Vec<Part<'a>>>) -> Self {
        let mut parts = words.iter().flatten();
        let width =
            parts.try_fold(0_usize, |sum, part| Some(sum.saturating_add(part.document.width?).saturating_add(1)));
        Self { content: Content::Words(words), width: width.map(|width| width.saturating_sub(1)) }
    }
}
