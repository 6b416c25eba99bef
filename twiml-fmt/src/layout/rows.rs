//! Which children share a line.

use super::Layout;
use crate::{
    document::{Document, Part},
    tree::{Comment, CommentKind, Item, List, Node},
};

/// What stands around children.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Frame {
    /// Two tags.
    Element,
    /// Two brackets.
    Braces,
    /// Nothing: behind the arrow of a `match`.
    Arm,
    /// Nothing: a text of its own.
    Page,
}

/// Children, line by line.
pub(super) struct Rows<'a> {
    /// Comments in the line of what comes before.
    head: Option<Document<'a>>,
    lines: Vec<Row<'a>>,
    frame: Frame,
    /// They do not stand on one line.
    pub(super) is_forced: bool,
}

struct Row<'a> {
    blank: bool,
    words: Vec<Vec<Part<'a>>>,
    /// Comments alone.
    is_comment: bool,
    /// One element alone.
    is_element: bool,
}

impl<'a> Rows<'a> {
    /// What stands in the line before, and the lines.
    pub(super) fn joined(self) -> (Document<'a>, Document<'a>) {
        let mut parts = Vec::new();
        let mut after_element = false;
        for (index, row) in self.lines.into_iter().enumerate() {
            if index > 0 {
                let touches = self.frame == Frame::Element && after_element && row.is_element;
                parts.push(match (self.is_forced, touches) {
                    (true, _) => Document::step(row.blank, 0),
                    (false, true) => Document::soft(),
                    (false, false) => Document::space(),
                });
            }
            after_element = row.is_element;
            parts.push(row.document());
        }
        (self.head.unwrap_or_else(|| Document::text("")), Document::sequence(parts))
    }
}

impl<'a> Row<'a> {
    fn document(mut self) -> Document<'a> {
        match self.words.as_mut_slice() {
            [word] if word.len() == 1 => word.swap_remove(0).document,
            _ => Document::words(self.words),
        }
    }
}

impl<'a> Layout<'a, '_, '_> {
    /// The children of something, whose lines are indented by so many columns.
    pub(super) fn rows(&mut self, list: &List, line: usize, frame: Frame) -> Rows<'a> {
        let is_textual = is_textual(list);
        let is_forced = list.items.iter().any(takes_line) || is_broken(list, frame, is_textual);
        let mut rows = Rows { head: None, lines: Vec::<Row<'a>>::new(), frame, is_forced };
        let mut before: Option<&Item> = None;
        for (index, item) in list.items.iter().enumerate() {
            let document = self.node(&item.node, line);
            let next = list.items.get(index + 1);
            if let Node::Comment(comment) = &item.node
                && is_head(before, *comment, next, frame, list)
            {
                rows.head = Some(if comment.kind == CommentKind::Line {
                    document
                } else {
                    Document::sequence(vec![Document::text(" "), document])
                });
                rows.is_forced = true;
                continue;
            }
            let is_wide = document.width.is_none();
            let is_comment = matches!(item.node, Node::Comment(_));
            let row = rows.lines.last_mut().filter(|row| {
                before.is_some_and(|before| row.takes(before, item, is_textual) && !(is_wide && is_control(item)))
            });
            let part = Part { document, is_glued: is_comment };
            match row {
                Some(row) => row.push(part, before, item, self),
                None => {
                    let blank = item.breaks > 1 && !rows.lines.is_empty();
                    let is_element = matches!(item.node, Node::Element(_));
                    rows.lines.push(Row { blank, words: vec![vec![part]], is_comment, is_element });
                }
            }
            before = Some(item);
        }
        rows
    }

    /// Whether two children make up one word when they are spoken.
    fn is_one_word(&self, before: &Node, next: &Node) -> bool {
        let is_parted = |node: &Node| match node {
            Node::Text(_) | Node::Splice(_) => false,
            // `<break/>` and the like part words.
            Node::Element(element) => element.content.is_none(),
            _ => true,
        };
        let ends = matches!(before, Node::Text(text) if self.ends_with_blank(text.from));
        let begins = matches!(next, Node::Text(text) if self.begins_with_blank(text.from));
        !(is_parted(before) || is_parted(next) || ends || begins)
    }

    fn ends_with_blank(&self, index: usize) -> bool {
        let text = self.tokens.text(index).trim_end_matches('#').trim_end_matches('"');
        text.ends_with(char::is_whitespace) || text.ends_with("\\n") || text.ends_with("\\t")
    }

    fn begins_with_blank(&self, index: usize) -> bool {
        let text = self.tokens.text(index).trim_start_matches(['r', '#']).trim_start_matches('"');
        text.starts_with(char::is_whitespace) || text.starts_with("\\n") || text.starts_with("\\t")
    }
}

impl<'a> Row<'a> {
    /// Whether a child stands in this line, whose last child is `before`.
    fn takes(&self, before: &Item, item: &Item, is_textual: bool) -> bool {
        let is_decoration = matches!(before.node, Node::Attribute(_)) && !ends_line(&item.node);
        if ends_line(&before.node) || is_decoration || item.breaks > 0 {
            return false;
        }
        match (&before.node, &item.node) {
            (_, Node::Comment(_)) => true,
            // A comment leads what stands behind it in its line, unless something stands before it.
            (Node::Comment(_), _) if self.is_comment => true,
            (left, right) if takes_rows(left) || takes_rows(right) => false,
            (left, right) => is_textual || is_inline(left) && is_inline(right),
        }
    }

    fn push(&mut self, part: Part<'a>, before: Option<&Item>, item: &Item, layout: &Layout<'a, '_, '_>) {
        let is_led = self.is_comment && !matches!(item.node, Node::Comment(_));
        let part = Part { is_glued: part.is_glued || is_led, ..part };
        self.is_comment &= !is_led;
        self.is_element = false;
        let joins = part.is_glued || before.is_some_and(|before| layout.is_one_word(&before.node, &item.node));
        match self.words.last_mut() {
            Some(word) if joins => word.push(part),
            _ => self.words.push(vec![part]),
        }
    }
}

/// Whether a comment stands in the line of what comes before all children.
fn is_head(before: Option<&Item>, comment: Comment, next: Option<&Item>, frame: Frame, list: &List) -> bool {
    let ends_line = next.map_or(list.breaks_at_end, |next| next.breaks > 0);
    let is_framed = matches!(frame, Frame::Element | Frame::Braces);
    before.is_none() && is_framed && comment.breaks == 0 && (comment.kind == CommentKind::Line || ends_line)
}

/// Whether children are text, or may be: then what stands in one line stays in it.
fn is_textual(list: &List) -> bool {
    let mut nodes = list.items.iter().filter(|item| !matches!(item.node, Node::Comment(_)));
    let is_text = |item: &Item| matches!(item.node, Node::Text(_));
    list.items.iter().any(is_text) || nodes.all(|item| matches!(item.node, Node::Splice(_)))
}

/// Whether the author gave the children several lines.
fn is_broken(list: &List, frame: Frame, is_textual: bool) -> bool {
    let ends_count = match frame {
        Frame::Element => !is_textual,
        Frame::Braces => true,
        Frame::Arm | Frame::Page => false,
    };
    let from = usize::from(!ends_count);
    list.items.iter().skip(from).any(|item| item.breaks > 0) || (ends_count && list.breaks_at_end)
}

/// What never shares the line of its surroundings.
fn takes_line(item: &Item) -> bool {
    takes_rows(&item.node) || ends_line(&item.node)
}

fn takes_rows(node: &Node) -> bool {
    matches!(node, Node::Statement(_) | Node::Match { .. } | Node::Attribute(_))
}

fn ends_line(node: &Node) -> bool {
    matches!(node, Node::Comment(Comment { kind: CommentKind::Line, .. }))
}

fn is_inline(node: &Node) -> bool {
    matches!(node, Node::Text(_) | Node::Splice(_))
}

fn is_control(item: &Item) -> bool {
    matches!(item.node, Node::If(_) | Node::Loop { .. })
}
