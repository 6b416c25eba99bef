//! What is wrong with one text, at its bytes, lines and columns.

use std::ops::Range;

use twiml_core::vocabulary::Severity;

use super::{
    edit::{self, Change},
    lines::{Lines, Position},
    placeholder::Placeholder,
    view::Element,
};
use crate::{
    diagnostic,
    tree::{Node, Place},
};

/// What is wrong with a document, and the document.
///
/// With the feature `report` it displays itself as rustc does, so that a test reads
/// `assert!(report.is_valid(), "{report}")`.
#[derive(Clone, Debug)]
pub struct Report {
    source: String,
    lines: Lines,
    nodes: Vec<Node>,
    diagnostics: Vec<diagnostic::Diagnostic>,
    comments: Vec<Place>,
    placeholders: Vec<Placeholder>,
}

impl Report {
    pub(super) fn new(
        source: String,
        nodes: Vec<Node>,
        diagnostics: Vec<diagnostic::Diagnostic>,
        comments: Vec<Place>,
        placeholders: Vec<Placeholder>,
    ) -> Self {
        let lines = Lines::of(&source);
        Self { source, lines, nodes, diagnostics, comments, placeholders }
    }

    /// Of a text that was not read at all.
    pub(super) fn refused(source: String, diagnostic: diagnostic::Diagnostic) -> Self {
        Self::new(source, Vec::new(), vec![diagnostic], Vec::new(), Vec::new())
    }

    /// Whether there are no errors; warnings do not count.
    ///
    /// ```
    /// use twiml_check::xml;
    ///
    /// assert!(xml::check("<Response><Say>Hello</Say></Response>").is_valid());
    /// assert!(xml::check("<Response><Sms>Hello</Sms></Response>").is_valid(), "deprecated, but taken");
    /// assert!(!xml::check("<Response><Say voise='alice'>Hello</Say></Response>").is_valid());
    /// ```
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.errors() == 0
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count()
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.diagnostics.len() - self.errors()
    }

    /// What is wrong, in the order in which it stands in the text.
    ///
    /// ```
    /// let report = twiml_check::xml::check("<Response><Pause length='soon'/></Response>");
    /// let codes: Vec<_> = report.diagnostics().map(|diagnostic| diagnostic.code()).collect();
    /// assert_eq!(codes, ["invalid-value"]);
    /// ```
    #[must_use]
    pub fn diagnostics(&self) -> impl ExactSizeIterator<Item = Diagnostic<'_>> {
        self.diagnostics.iter().map(|diagnostic| Diagnostic { report: self, diagnostic })
    }

    /// The same without the text.
    #[must_use]
    pub fn into_diagnostics(self) -> Vec<diagnostic::Diagnostic> {
        self.diagnostics
    }

    /// The text that was checked. Of what was no UTF-8, the readable part.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The root of the document, for whoever wants to know what is in it; `None` if there are errors.
    ///
    /// ```
    /// let report = twiml_check::xml::check("<Response><Gather action='/menu'><Say>Press 1</Say></Gather></Response>");
    /// let gather = report.root().unwrap().find("Gather").unwrap();
    /// assert_eq!(gather.attribute("action"), Some("/menu"));
    /// ```
    #[must_use]
    pub fn root(&self) -> Option<Element<'_>> {
        if self.is_valid() { self.markup().next() } else { None }
    }

    /// The elements at the top, right or wrong.
    fn markup(&self) -> impl Iterator<Item = Element<'_>> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(Element::new(element, &self.source)),
            _ => None,
        })
    }

    /// The tree that was checked, its places in bytes.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The comments, which are no part of the tree.
    pub fn comments(&self) -> impl Iterator<Item = Range<usize>> {
        self.comments.iter().map(|place| super::range(*place))
    }

    /// What stands in the placeholder that a [`Splice`](crate::tree::Splice) or a [`Branch`](crate::tree::Branch) of the tree
    /// knows by this number, and where it is.
    #[must_use]
    pub fn placeholder(&self, source: usize) -> Option<(&str, Range<usize>)> {
        let placeholder = self.placeholders.get(source)?;
        Some((&placeholder.content, super::range(placeholder.place)))
    }

    /// All placeholders, in the order in which they stand: what is in each, and where it is.
    pub fn placeholders(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.placeholders.iter().map(|placeholder| (placeholder.content.as_str(), super::range(placeholder.place)))
    }

    /// The line and the column of a byte.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.source, offset)
    }

    #[cfg(feature = "report")]
    pub(super) const fn lines(&self) -> &Lines {
        &self.lines
    }
}

/// Something that is wrong, at a place of the text.
#[derive(Clone, Copy, Debug)]
pub struct Diagnostic<'a> {
    report: &'a Report,
    diagnostic: &'a diagnostic::Diagnostic,
}

impl<'a> Diagnostic<'a> {
    /// The name under which it is explained: that of a rule, or else that of a message of the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.diagnostic.id()
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.diagnostic.severity()
    }

    /// What is wrong, in lower case and without a full stop.
    #[must_use]
    pub fn message(&self) -> String {
        self.diagnostic.message()
    }

    /// Where, in bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        super::range(self.diagnostic.place())
    }

    /// Where it begins.
    #[must_use]
    pub fn start(&self) -> Position {
        self.report.position(self.range().start)
    }

    /// Where it ends: the first place behind it.
    #[must_use]
    pub fn end(&self) -> Position {
        self.report.position(self.range().end)
    }

    /// What stands there.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.report.source.get(self.range()).unwrap_or_default()
    }

    /// What can be done.
    #[must_use]
    pub fn advice(&self) -> impl ExactSizeIterator<Item = Advice<'a>> + use<'a> {
        let source = self.report.source.as_str();
        self.diagnostic.advice().iter().map(move |advice| Advice { source, advice })
    }

    /// What else there is to know.
    #[must_use]
    pub fn notes(&self) -> &'a [String] {
        self.diagnostic.notes()
    }

    /// What can be done as it is printed: names that may have been meant share a line.
    #[must_use]
    pub fn help_lines(&self) -> Vec<String> {
        self.diagnostic.help_lines()
    }

    /// The changes that mend it, if there is one advice and a program can follow it.
    #[must_use]
    pub fn only_fix(&self) -> Option<Vec<Change>> {
        let mut advice = self.advice();
        let only = advice.next().filter(|_| advice.next().is_none())?;
        let changes = only.changes();
        (!changes.is_empty()).then_some(changes)
    }

    #[cfg(feature = "report")]
    pub(super) const fn report(&self) -> &'a Report {
        self.report
    }
}

/// What can be done about it.
#[derive(Clone, Copy, Debug)]
pub struct Advice<'a> {
    source: &'a str,
    advice: &'a diagnostic::Advice,
}

impl<'a> Advice<'a> {
    /// The words: what to do, in lower case and without a full stop.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.advice.text()
    }

    /// The changes that do it; none if only a person can.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        self.advice.edits().iter().map(|edit| edit::change(self.source, edit)).collect()
    }
}
