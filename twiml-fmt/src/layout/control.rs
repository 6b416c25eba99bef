//! Control flow, as rustfmt lays it out.

use super::{Layout, rows::Frame};
use crate::{
    document::Document,
    rust::{End, Form, Laid},
    tree::{Arm, ArmBody, ArmItem, Branch, Comment, CommentKind, List, Node, Span},
};

impl<'a> Layout<'a, '_, '_> {
    pub(super) fn condition(&mut self, branches: &[Branch], line: usize) -> Document<'a> {
        let mut parts = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            if index > 0 {
                self.comments_before_word(&branch.before, &mut parts);
                parts.push(Document::text("else"));
                self.comments_before_word(&branch.behind, &mut parts);
            }
            if let Some(header) = branch.header {
                let form = if index == 0 { Form::Header } else { Form::Else };
                let laid = self.rust(form, header, line);
                push_header(laid, &mut parts);
            }
            parts.push(self.body(&branch.body, line));
        }
        Document::group_of(Document::sequence(parts), self.options.control_width)
    }

    pub(super) fn repetition(&mut self, header: Span, body: &List, line: usize) -> Document<'a> {
        let mut parts = Vec::new();
        let laid = self.rust(Form::Header, header, line);
        push_header(laid, &mut parts);
        parts.push(self.body(body, line));
        Document::group_of(Document::sequence(parts), self.options.control_width)
    }

    /// `{ markup }`, broken with the group around it.
    fn body(&mut self, list: &List, line: usize) -> Document<'a> {
        if list.items.is_empty() {
            return Document::text("{}");
        }
        let rows = self.rows(list, line + self.options.step, Frame::Braces);
        let is_forced = rows.is_forced;
        let (head, inside) = rows.joined();
        let inside = Document::indented(Document::sequence(vec![Document::space(), inside]));
        let body = Document::sequence(vec![Document::text("{"), head, inside, Document::space(), Document::text("}")]);
        if is_forced { body.open() } else { body }
    }

    pub(super) fn choice(&mut self, header: Span, arms: &[ArmItem], line: usize) -> Document<'a> {
        let mut parts = Vec::new();
        let laid = self.rust(Form::Match, header, line);
        push_header(laid, &mut parts);
        parts.push(Document::text("{"));
        let mut rows = Vec::new();
        let mut is_led = false;
        for (index, item) in arms.iter().enumerate() {
            let comment = if let Arm::Comment(comment) = &item.arm { Some(comment) } else { None };
            let is_behind = comment.is_some_and(|comment| comment.breaks == 0);
            let is_block = comment.is_some_and(|comment| comment.kind == CommentKind::Block);
            let arm = self.arm(&item.arm, line + self.options.step);
            let row = if is_behind && index == 0 { &mut parts } else { &mut rows };
            if (is_behind && is_block) || (is_led && item.breaks == 0) {
                row.push(Document::text(" "));
            } else if !is_behind {
                row.push(Document::step(item.breaks > 1 && !row.is_empty(), 0));
            }
            row.push(arm);
            // A comment at the beginning of a line leads the arm in it.
            is_led = is_block && !is_behind;
        }
        parts.push(Document::indented(Document::sequence(rows)));
        if !arms.is_empty() {
            parts.push(Document::hard());
        }
        parts.push(Document::text("}"));
        Document::sequence(parts).open()
    }

    fn arm(&mut self, arm: &Arm, line: usize) -> Document<'a> {
        let (pattern, behind, body, before, comma) = match arm {
            Arm::Comment(comment) => return self.comment(*comment),
            Arm::Arm { pattern, behind, body, before, comma } => (*pattern, behind, body, before, *comma),
        };
        let laid = self.rust(Form::Pattern, pattern, line);
        let arrow = if laid.end == End::Comment { Document::hard() } else { Document::text(" ") };
        let mut parts = vec![laid.document, arrow, Document::text("=>")];
        let end = self.arm_end(body, before, comma);
        match body {
            ArmBody::Nodes(list) if behind.is_empty() => self.nodes(list, line, end, &mut parts),
            ArmBody::Nodes(list) => {
                let mut inside = Vec::new();
                self.comments_before_word(behind, &mut inside);
                inside.push(self.rows(list, line + self.options.step, Frame::Arm).joined().1);
                parts.push(Document::indented(Document::sequence(inside)));
                parts.extend(end);
            }
            ArmBody::Block(list) => {
                self.comments_before_word(behind, &mut parts);
                let mut block = vec![self.body(list, line)];
                block.extend(end);
                parts.push(Document::group(Document::sequence(block)));
            }
            ArmBody::Splice(splice) => {
                self.comments_before_word(behind, &mut parts);
                parts.push(self.block_of_rust(*splice, line));
                parts.extend(end);
            }
        }
        Document::sequence(parts)
    }

    /// The comma, and the comments in front of it.
    fn arm_end(&self, body: &ArmBody, before: &[Comment], comma: bool) -> Vec<Document<'a>> {
        let mut parts = Vec::new();
        if !comma {
            return parts;
        }
        let last = if let ArmBody::Nodes(list) = body { list.items.last().map(|item| &item.node) } else { None };
        let ends_line = matches!(last, Some(Node::Comment(Comment { kind: CommentKind::Line, .. })));
        if self.comments_between(before, &mut parts) || ends_line {
            parts.push(Document::hard());
        }
        parts.push(Document::text(","));
        parts
    }

    /// Markup without braces behind the arrow: a single node begins there, several stand on lines of their own if they do
    /// not fit.
    fn nodes(&mut self, list: &List, line: usize, end: Vec<Document<'a>>, parts: &mut Vec<Document<'a>>) {
        if let [item] = list.items.as_slice()
            && !matches!(item.node, Node::Text(_) | Node::Statement(_))
        {
            parts.push(Document::text(" "));
            parts.push(self.node(&item.node, line));
            parts.extend(end);
            return;
        }
        let rows = self.rows(list, line + self.options.step, Frame::Arm);
        let is_forced = rows.is_forced && list.items.len() > 1;
        let mut inside = vec![Document::space(), rows.joined().1];
        inside.extend(end);
        let group = Document::group(Document::indented(Document::sequence(inside)));
        parts.push(if is_forced { group.open() } else { group });
    }
}

/// A header, and the blank or the line break before its brace.
fn push_header(laid: Laid, parts: &mut Vec<Document<'_>>) {
    let shares_line = matches!(laid.end, End::Line | End::Brackets);
    parts.push(laid.document);
    parts.push(if shares_line { Document::text(" ") } else { Document::hard() });
}
