//! Elements: a tag, children and a closing tag.

use super::{Layout, rows::Frame};
use crate::{
    document::Document,
    tree::{Element, List, Node},
};

impl<'a> Layout<'a, '_, '_> {
    pub(super) fn element(&mut self, element: &Element, line: usize) -> Document<'a> {
        let tag = self.tag(element, line);
        let Some(content) = &element.content else { return tag };
        let closing = self.joined(content.closing);
        if content.children.items.is_empty() {
            return Document::sequence(vec![tag, closing]);
        }
        let rows = self.rows(&content.children, line + self.options.step, Frame::Element);
        let is_forced = rows.is_forced;
        let (head, inside) = rows.joined();
        if !is_forced && self.is_embraced(&content.children) {
            return Document::sequence(vec![tag, inside, closing]);
        }
        let inside = Document::indented(Document::sequence(vec![Document::soft(), inside]));
        let group = Document::group(Document::sequence(vec![tag, head, inside, Document::soft(), closing]));
        if is_forced { group.open() } else { group }
    }

    /// A string of several lines between its tags: its lines cannot be moved, so it stays where it is.
    fn is_embraced(&self, children: &List) -> bool {
        let has_lines = children.items.iter().any(|item| {
            matches!(item.node, Node::Text(span) if (span.from..span.to).any(|index| self.tokens.text(index).contains('\n')))
        });
        let begins_here = children.items.first().is_some_and(|item| item.breaks == 0);
        has_lines && begins_here && !children.breaks_at_end
    }
}
