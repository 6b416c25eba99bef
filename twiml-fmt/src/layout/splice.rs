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
        let (lead, span) = self.lead(splice.content);
        let laid = self.rust(Form::Content, span, line);
        let is_block = self.is_block(span);
        let is_line = laid.end == End::Line;
        if laid.end == End::Comment || !is_line && (is_block || !laid.is_bracketed) {
            return self.opened(prefix, lead, span, line);
        }
        let blank = if is_line && (is_block || laid.touches_braces) { " " } else { "" };
        let before = Document::text(format!("{prefix}{{{blank}{lead}"));
        let first_line = before.width.unwrap_or_default() + laid.first_line + usize::from(is_line);
        let close = Document::sequence(vec![before, laid.document, Document::text(format!("{blank}}}"))]);
        if line + first_line + ROOM <= self.options.width {
            return close;
        }
        let opened = self.opened(prefix, lead, span, line);
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
    fn opened(&mut self, prefix: &str, lead: String, span: Span, line: usize) -> Document<'a> {
        let Laid { document, .. } = self.rust(Form::Content, span, line + self.options.step);
        let inside = vec![Document::hard(), Document::text(lead), document];
        let inside = Document::indented(Document::sequence(inside));
        let open = Document::text(format!("{prefix}{{"));
        Document::sequence(vec![open, inside, Document::hard(), Document::text("}")])
    }

    /// What stands before the Rust: comments, and the `const` of `twiml!`.
    fn lead(&self, content: Span) -> (String, Span) {
        let mut lead = String::new();
        let mut from = content.from;
        while let (Some(token), Some(next)) = (self.tokens.list.get(from), self.tokens.list.get(from + 1))
            && from + 1 < content.to
            && next.breaks == 0
        {
            let text = self.tokens.text(from);
            let is_comment = token.kind == Kind::BlockComment && !text.contains('\n');
            let is_constant = text == "const" && !next.is_comment() && !self.tokens.is(from + 1, "{");
            if !is_comment && !is_constant {
                break;
            }
            lead.push_str(text);
            lead.push(' ');
            from += 1;
        }
        (lead, Span { from, ..content })
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
