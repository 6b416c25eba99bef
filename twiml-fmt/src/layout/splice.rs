//! Rust in braces.

use super::Layout;
use crate::{
    document::Document,
    rust::{End, Form, Laid},
    tokens::Kind,
    tree::{Span, Splice},
};

/// Columns for what stands around a short expression; with fewer left, its layout between lines of its own is needed.
const ROOM: usize = 40;

impl<'a> Layout<'a, '_, '_> {
    /// `{…}` where markup stands, in a line that is indented by so many columns.
    pub(super) fn splice(&mut self, splice: Splice, line: usize) -> Document<'a> {
        self.braced("", splice, line)
    }

    /// `{…}` behind `prefix`, such as `name=`.
    pub(super) fn braced(&mut self, prefix: &str, splice: Splice, line: usize) -> Document<'a> {
        if splice.content.is_empty() {
            return Document::text(format!("{prefix}{{}}"));
        }
        let (constant, span) = self.constant(splice.content);
        let laid = self.rust(Form::Content, span, line);
        let is_block = self.is_block(span);
        let is_line = laid.end == End::Line;
        if laid.end == End::Comment || !is_line && (is_block || !laid.is_bracketed) {
            return self.opened(prefix, constant, span, line);
        }
        let blank = if is_line && (is_block || laid.touches_braces) { " " } else { "" };
        let before = Document::text(format!("{prefix}{{{blank}{constant}"));
        let first_line = before.width.unwrap_or_default() + laid.first_line + usize::from(is_line);
        let close = Document::sequence(vec![before, laid.document, Document::text(format!("{blank}}}"))]);
        if line + first_line + ROOM <= self.options.width {
            return close;
        }
        let opened = self.opened(prefix, constant, span, line);
        Document::choice(first_line + blank.len(), close, opened)
    }

    /// The braces of an arm, which are a block of Rust too.
    pub(super) fn block_of_rust(&mut self, splice: Splice, line: usize) -> Document<'a> {
        let span = splice.content;
        let laid = self.rust(Form::Content, span, line + self.options.step);
        let edge = if laid.end == End::Line { Document::space } else { Document::hard };
        let inside = Document::indented(Document::sequence(vec![edge(), laid.document]));
        Document::group(Document::sequence(vec![Document::text("{"), inside, edge(), Document::text("}")]))
    }

    /// The content between lines of their own for the braces.
    fn opened(&mut self, prefix: &str, constant: &str, span: Span, line: usize) -> Document<'a> {
        let Laid { document, .. } = self.rust(Form::Content, span, line + self.options.step);
        let inside = vec![Document::hard(), Document::text(constant.to_owned()), document];
        let inside = Document::indented(Document::sequence(inside));
        let open = Document::text(format!("{prefix}{{"));
        Document::sequence(vec![open, inside, Document::hard(), Document::text("}")])
    }

    /// `const`, if the expression behind it is one of `twiml!`, and the expression.
    fn constant(&self, content: Span) -> (&'static str, Span) {
        let is_constant = self.tokens.is(content.from, "const")
            && content.from + 1 < content.to
            && !self.tokens.is(content.from + 1, "{")
            && !self.tokens.list.get(content.from + 1).is_some_and(crate::tokens::Token::is_comment);
        if is_constant { ("const ", Span { from: content.from + 1, ..content }) } else { ("", content) }
    }

    /// Whether there are statements in it.
    fn is_block(&self, content: Span) -> bool {
        let mut index = content.from;
        while index < content.to {
            if self.tokens.is(index, ";") {
                return true;
            }
            let is_open = self.tokens.kind(index) == Some(Kind::Open);
            index = if is_open { self.tokens.list.get(index).map_or(index, |open| open.partner) } else { index } + 1;
        }
        self.tokens.is(content.from, "let")
    }
}
