//! XML into the tree that the checker takes; places are bytes of the source.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, NodeType};
use twiml_check::tree;

/// The nodes at the top of a document.
pub(super) fn nodes(source: &str) -> Result<Vec<tree::Node>, String> {
    let document = Document::parse(source).map_err(|error| error.to_string())?;
    Ok(children(source, document.root()))
}

fn children(source: &str, parent: Node<'_, '_>) -> Vec<tree::Node> {
    let mut nodes = Vec::new();
    for node in parent.children() {
        match node.node_type() {
            NodeType::Element => nodes.push(tree::Node::Element(element(source, node))),
            NodeType::Text => {
                let text = node.text().unwrap_or_default();
                let alone = parent.children().all(|sibling| !sibling.is_element());
                // Blanks between elements are layout.
                if alone || !text.trim().is_empty() {
                    nodes.push(tree::Node::Text(literal(text, node.range())));
                }
            }
            NodeType::Root | NodeType::PI | NodeType::Comment => {}
        }
    }
    if let [tree::Node::Text(only)] = &nodes[..]
        && only.text.trim().is_empty()
    {
        nodes.clear();
    }
    nodes
}

fn element(source: &str, node: Node<'_, '_>) -> tree::Element {
    let whole = node.range();
    let text = source.get(whole.clone()).unwrap_or_default();
    let name = qualified(text.get(1..).unwrap_or_default());
    let end = end_of_tag(text);
    let open = whole.start..whole.start + end;
    let empty = text[..end].ends_with("/>");
    let place = whole.start + 1..whole.start + 1 + name.len();
    let close = text.rfind("</").filter(|_| !empty).map(|at| place_of(whole.start + at..whole.end));
    let mark = if empty { 2 } else { 1 };
    let tags = tree::Tags { open: place_of(open.clone()), end: place_of(open.end - mark..open.end), empty, close };
    let named = tree::Name { text: name.to_owned(), place: place_of(place), unchecked: false };
    let mut element = tree::Element::new(named, tags);
    element.attributes = node.attributes().map(|written| attribute(source, &written)).collect();
    element.children = children(source, node);
    element
}

fn attribute(source: &str, written: &Attribute<'_, '_>) -> tree::Attribute {
    let whole = written.range();
    let name = qualified(source.get(whole.clone()).unwrap_or_default());
    let place = place_of(whole.start..whole.start + name.len());
    let name = tree::Name { text: name.to_owned(), place, unchecked: false };
    let value = tree::Value::Literal(literal(written.value(), written.range_value()));
    tree::Attribute::new(name, value, place_of(whole))
}

fn literal(text: &str, place: Range<usize>) -> tree::Literal {
    // What stands in a file is what is meant: escapes are undone already.
    tree::Literal { text: text.to_owned(), kind: tree::LiteralKind::String, place: place_of(place), meant: true }
}

/// The name at the beginning, with its prefix.
fn qualified(text: &str) -> &str {
    text.split(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).next().unwrap_or_default()
}

/// Where the opening tag ends.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (index, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return index + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn place_of(range: Range<usize>) -> tree::Place {
    let of = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    tree::Place { first: of(range.start), last: of(range.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bytes_of_the_source() {
        let source = "<?xml version=\"1.0\"?><Response>\n <Say xml:lang='a>b'>Tom &amp; Jerry</Say>\n <Hangup /></Response>";
        let nodes = nodes(source).unwrap();
        let [tree::Node::Element(root)] = &nodes[..] else { panic!("{nodes:?}") };
        let [tree::Node::Element(say), tree::Node::Element(hangup)] = &root.children[..] else { panic!("{root:?}") };
        let at = |place: tree::Place| &source[place.first as usize..place.last as usize];
        assert_eq!(at(say.name.place), "Say");
        assert_eq!(at(say.tags.open), "<Say xml:lang='a>b'>");
        assert_eq!(at(say.tags.close.unwrap()), "</Say>");
        assert_eq!(at(say.attributes[0].name.place), "xml:lang");
        assert_eq!(at(hangup.tags.open), "<Hangup />");
        assert_eq!(at(hangup.tags.end), "/>");
        assert!(matches!(&say.children[..], [tree::Node::Text(text)] if text.text == "Tom & Jerry"));
    }

    #[test]
    fn nothing_stands_before_the_declaration() {
        assert!(nodes(" <?xml version=\"1.0\"?><Response/>").is_err());
        assert!(nodes("<Response>").is_err());
    }
}
