//! Tags: a name and its attributes.

use super::Layout;
use crate::{
    document::Document,
    tree::{Attribute, CommentKind, Element},
};

impl<'a> Layout<'a, '_, '_> {
    /// `<Name attributes>`: on one line, or with a line for each attribute.
    pub(super) fn tag(&mut self, element: &Element, line: usize) -> Document<'a> {
        let opening = self.joined(element.opening);
        let end = self.joined(element.tag_end);
        if element.attributes.is_empty() {
            return Document::sequence(vec![opening, end]);
        }
        let is_forced = element.attributes.iter().enumerate().any(|(index, item)| {
            let ends_line = matches!(&item.attribute, Attribute::Comment(comment) if comment.kind == CommentKind::Line);
            ends_line || (index == 0 && item.breaks > 0)
        });
        let mut parts = vec![opening];
        let mut rows = Vec::new();
        for item in &element.attributes {
            let document = self.attribute(&item.attribute, line + self.options.step);
            if let Attribute::Comment(comment) = &item.attribute
                && comment.breaks == 0
            {
                // In the line of the attribute before it, or of the name.
                let row = if rows.is_empty() { &mut parts } else { &mut rows };
                if comment.kind == CommentKind::Block {
                    row.push(Document::text(" "));
                }
                row.push(document);
                continue;
            }
            let is_apart = is_forced && !rows.is_empty() && item.breaks > 1;
            rows.push(if is_apart { Document::step(true, 0) } else { Document::space() });
            rows.push(document);
        }
        parts.push(Document::indented(Document::sequence(rows)));
        let last = element.attributes.last().map(|item| &item.attribute);
        let would_touch = matches!(last, Some(Attribute::Comment(_))) && element.content.is_none();
        parts.push(if would_touch { Document::space() } else { Document::soft() });
        parts.push(end);
        let group = Document::group(Document::sequence(parts));
        if is_forced { group.open() } else { group }
    }

    fn attribute(&mut self, attribute: &Attribute, line: usize) -> Document<'a> {
        match attribute {
            Attribute::Comment(comment) => self.comment(*comment),
            Attribute::Rust { name, value } => {
                let name = (name.from..name.to).map(|index| self.tokens.text(index)).collect::<String>();
                self.braced(&format!("{name}="), *value, line)
            }
            Attribute::Plain(span) if self.tokens.is(span.from + 1, "(") => self.as_it_is(*span),
            Attribute::Plain(span) => self.joined(*span),
        }
    }
}
