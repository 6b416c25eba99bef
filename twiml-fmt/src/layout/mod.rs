//! From the tree to what is printed: the rules of the layout.
//!
//! - What fits on one line stands on one line, unless its author gave it several: children that stand on lines of their
//!   own stay there, so do attributes that begin on a line of their own. White space at the ends of a text does not count.
//! - `match`, statements and comments up to the end of the line always take lines of their own, as in Rust.
//! - Otherwise each child has a line of its own, and each attribute. Text, and what stands in the line of a text, fills
//!   lines; what makes up one word when it is spoken stays together.
//! - Up to one empty line is kept between two children, none at the ends.

mod attribute;
mod comment;
mod control;
mod element;
mod rows;
mod splice;

use std::collections::HashMap;

use self::rows::Frame;
use crate::{
    document::Document,
    options::Options,
    rust::{Form, Laid, Rust},
    tokens::Tokens,
    tree::{List, Node, Span},
};

/// What the markup of a call becomes.
pub(crate) struct Layout<'a, 'r, 'o> {
    tokens: &'a Tokens<'a>,
    rust: &'r mut Rust<'o>,
    options: &'o Options,
    /// Comments that stand under one another, by their tokens.
    marks: HashMap<usize, usize>,
    /// Where Rust stayed as it was.
    pub(crate) kept: Vec<usize>,
}

impl<'a, 'r, 'o> Layout<'a, 'r, 'o> {
    pub(crate) fn new(tokens: &'a Tokens<'a>, span: Span, rust: &'r mut Rust<'o>, options: &'o Options) -> Self {
        let marks = comment::marks(tokens, span, options.step);
        Self { tokens, rust, options, marks, kept: Vec::new() }
    }

    /// The markup between two brackets, which stand in a line that is indented by so many columns. `behind` columns
    /// follow in the line of the second one.
    pub(crate) fn call(
        &mut self,
        list: &List,
        brackets: (&'a str, &'a str),
        line: usize,
        behind: usize,
    ) -> Document<'a> {
        let (open, close) = brackets;
        let is_braces = open == "{";
        if list.items.is_empty() {
            return Document::text(format!("{open}{close}"));
        }
        let rows = self.rows(list, line + self.options.step, Frame::Braces);
        let edge = || if is_braces { Document::space() } else { Document::soft() };
        let is_forced = rows.is_forced;
        let (head, inside) = rows.joined();
        let inside = Document::indented(Document::sequence(vec![edge(), inside]));
        let parts = vec![Document::text(open), head, inside, edge(), Document::text(close), Document::reserved(behind)];
        let group = Document::group(Document::sequence(parts));
        if is_forced { group.open() } else { group }
    }

    /// Markup alone, which begins in the first column.
    pub(crate) fn markup(&mut self, list: &List) -> Document<'a> {
        let rows = self.rows(list, 0, Frame::Page);
        let is_forced = rows.is_forced;
        let (_, inside) = rows.joined();
        let group = Document::group(inside);
        if is_forced { group.open() } else { group }
    }

    fn node(&mut self, node: &Node, line: usize) -> Document<'a> {
        match node {
            Node::Comment(comment) => self.comment(*comment),
            Node::Text(span) => self.joined(*span),
            Node::Splice(splice) => self.splice(*splice, line),
            Node::Element(element) => self.element(element, line),
            Node::If(branches) => self.condition(branches, line),
            Node::Loop { header, body } => self.repetition(*header, body, line),
            Node::Match { header, arms } => self.choice(*header, arms, line),
            Node::Statement(span) => self.rust(Form::Statement, *span, line).document,
            Node::Attribute(span) => self.rust(Form::Attribute, *span, line).document,
            Node::Repetition { body, tail } => self.repeated(body, *tail, line),
            Node::Prolog(span) => self.as_it_is(*span),
        }
    }

    /// `$( … )*`
    fn repeated(&mut self, body: &List, tail: Span, line: usize) -> Document<'a> {
        let rows = self.rows(body, line + self.options.step, Frame::Braces);
        let is_forced = rows.is_forced;
        let is_alone = matches!(body.items.as_slice(), [item] if matches!(item.node, Node::Text(_)));
        let edge = || if is_alone { Document::soft() } else { Document::space() };
        let (head, inside) = rows.joined();
        let inside = Document::indented(Document::sequence(vec![edge(), inside]));
        let parts = vec![Document::text("$("), head, inside, edge(), Document::text(")"), self.joined(tail)];
        let group = Document::group(Document::sequence(parts));
        if is_forced { group.open() } else { group }
    }

    /// Rust whose line is indented by so many columns.
    fn rust(&mut self, form: Form, span: Span, line: usize) -> Laid {
        let (laid, is_known) = self.rust.layout(form, self.tokens, span, line);
        // What holds variables of a macro is Rust only where the macro is called.
        if !is_known && !(span.from..span.to).any(|index| self.tokens.is(index, "$")) {
            self.kept.push(span.from);
        }
        laid
    }

    /// Tokens without white space between them, unless there are comments.
    fn joined(&self, span: Span) -> Document<'a> {
        let mut indices = span.from..span.to;
        if indices.any(|index| self.tokens.list.get(index).is_some_and(crate::tokens::Token::is_comment)) {
            return self.as_it_is(span);
        }
        if span.to == span.from + 1 {
            return Document::token(self.tokens.text(span.from));
        }
        Document::token((span.from..span.to).map(|index| self.tokens.text(index)).collect::<String>())
    }

    fn as_it_is(&self, span: Span) -> Document<'a> {
        Laid::as_it_is(self.tokens, span, self.options.step).document
    }

    /// The column in which a token begins.
    fn column(&self, index: usize) -> usize {
        self.tokens.column(self.tokens.start(index), self.options.step)
    }
}
