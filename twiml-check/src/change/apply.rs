//! A change done to the tree.

use std::collections::HashSet;

use super::{Change, Piece, attribute, literal};
use crate::tree::{Element, Name, Node, Place, Splice, Tags, Value};

impl Change {
    /// Changes the tree; whether there was something to change.
    pub(crate) fn apply(&self, nodes: &mut Vec<Node>) -> bool {
        match self {
            Self::Rename { element, to } => with_element(nodes, *element, &mut |element| {
                (*to).clone_into(&mut element.name.text);
                true
            }),
            Self::Quote { element } => with_element(nodes, *element, &mut |element| {
                element.name.unchecked = true;
                true
            }),
            Self::RenameAttribute { element, attribute, to } => with_element(nodes, *element, &mut |element| {
                let written = element.attributes.iter_mut().find(|written| written.name.place == *attribute);
                written.map(|written| (*to).clone_into(&mut written.name.text)).is_some()
            }),
            Self::Set { element, name, value } | Self::Mean { element, name, value } => {
                with_element(nodes, *element, &mut |element| set(element, name, value))
            }
            Self::AddAttribute { element, name, example, .. } => {
                with_element(nodes, *element, &mut |element| set(element, name, example))
            }
            Self::RemoveAttribute { element, attribute } => {
                with_element(nodes, *element, &mut |element| take(element, *attribute).is_some())
            }
            Self::MoveAttribute { element, attribute, to } => {
                let mut moved = None;
                with_element(nodes, *element, &mut |element| {
                    moved = take(element, *attribute);
                    moved.is_some()
                });
                with_element(nodes, *to, &mut |element| {
                    element.attributes.extend(moved.take());
                    true
                })
            }
            Self::AddText { element, example } => with_element(nodes, *element, &mut |element| {
                element.children.push(Node::Text(literal(example.clone(), element.name.place)));
                true
            }),
            Self::AddElement { element, example } => with_element(nodes, *element, &mut |element| {
                element.children.push(Node::Element((**example).clone()));
                true
            }),
            Self::RemoveElements { elements } => {
                let mut wanted: HashSet<Place> = elements.iter().copied().collect();
                take_all(nodes, &mut wanted);
                wanted.is_empty()
            }
            Self::Unwrap { element } => replace(nodes, *element, &|element| element.children),
            Self::WrapElement { element, into } => {
                replace(nodes, *element, &|element| vec![Node::Element(wrapped(into, vec![Node::Element(element)]))])
            }
            Self::MoveInto { element, into } => {
                let mut moved = None;
                in_list(nodes, &mut |list| {
                    moved = position(list, *element).map(|position| list.remove(position));
                    moved.is_some()
                });
                with_element(nodes, *into, &mut |element| {
                    element.children.extend(moved.take());
                    true
                })
            }
            Self::MoveFirst { element } => in_list(nodes, &mut |list| {
                let Some(position) = position(list, *element) else { return false };
                let moved = list.remove(position);
                list.insert(0, moved);
                true
            }),
            Self::RemoveText { text } => run(nodes, *text, &|_| Vec::new()),
            Self::WriteText { text, to } => run(nodes, *text, &|_| vec![Node::Text(literal(to.clone(), *text))]),
            Self::Split { text, pieces } => run(nodes, *text, &|_| {
                let node = |piece: &Piece| match piece {
                    Piece::Text(part) => Node::Text(literal(part.clone(), *text)),
                    Piece::Name { .. } => Node::Splice(unknown(*text)),
                };
                pieces.iter().map(node).collect()
            }),
            Self::Braces { place, .. } => {
                run(nodes, *place, &|_| vec![Node::Splice(unknown(*place))]) || braced(nodes, *place)
            }
            Self::Format { element, attribute, value, .. } => with_element(nodes, *element, &mut |element| {
                let written = element.attributes.iter_mut().find(|written| written.name.place == *attribute);
                written.map(|written| written.value = Value::Splice(unknown(*value))).is_some()
            }),
            Self::WrapText { text, into, content } => run(nodes, *text, &|pieces| {
                let pieces = match content {
                    Some(content) => vec![Node::Text(literal(content.clone(), *text))],
                    None => pieces,
                };
                vec![Node::Element(wrapped(into, pieces))]
            }),
        }
    }
}

/// A value that only the run time knows.
const fn unknown(place: Place) -> Splice {
    Splice { source: usize::MAX, place, literal: None, constant: false, may_jump: false }
}

fn set(element: &mut Element, name: &str, value: &str) -> bool {
    let place = element.name.place;
    match element.attributes.iter_mut().find(|written| written.name.text == name) {
        Some(written) => written.value = Value::Literal(literal(value.to_owned(), written.place)),
        None => element.attributes.push(attribute(name, value.to_owned(), place)),
    }
    true
}

fn take(element: &mut Element, attribute: Place) -> Option<crate::tree::Attribute> {
    let position = element.attributes.iter().position(|written| written.name.place == attribute)?;
    Some(element.attributes.remove(position))
}

/// Makes the value that stands there one of the run time.
fn braced(nodes: &mut [Node], place: Place) -> bool {
    nodes.iter_mut().any(|node| match node {
        Node::Element(element) => {
            for written in &mut element.attributes {
                if matches!(&written.value, Value::Literal(literal) if literal.place == place) {
                    written.value = Value::Splice(unknown(place));
                    return true;
                }
            }
            braced(&mut element.children, place)
        }
        _ => node.bodies_mut().any(|body| braced(body, place)),
    })
}

/// A new element around nodes, at the place of the first of them.
fn wrapped(name: &str, children: Vec<Node>) -> Element {
    let place = children.iter().find_map(|node| match node {
        Node::Element(element) => Some(element.name.place),
        Node::Text(text) => Some(text.place),
        _ => None,
    });
    let name = Name { text: name.to_owned(), place: place.unwrap_or_default(), unchecked: false };
    Element { children, ..Element::new(name, Tags::default()) }
}

/// Hands the element whose name stands there on; whether it was there and has been changed.
fn with_element(nodes: &mut [Node], place: Place, change: &mut dyn FnMut(&mut Element) -> bool) -> bool {
    for node in nodes {
        match node {
            Node::Element(element) if element.name.place == place => return change(element),
            Node::Element(element) => {
                if with_element(&mut element.children, place, change) {
                    return true;
                }
            }
            _ => {
                if node.bodies_mut().any(|body| with_element(body, place, change)) {
                    return true;
                }
            }
        }
    }
    false
}

/// Hands each list of nodes on until one has been changed.
fn in_list(nodes: &mut Vec<Node>, change: &mut dyn FnMut(&mut Vec<Node>) -> bool) -> bool {
    if change(nodes) {
        return true;
    }
    nodes.iter_mut().any(|node| match node {
        Node::Element(element) => in_list(&mut element.children, change),
        _ => node.bodies_mut().any(|body| in_list(body, change)),
    })
}

fn position(list: &[Node], element: Place) -> Option<usize> {
    list.iter().position(|node| matches!(node, Node::Element(other) if other.name.place == element))
}

/// Takes the elements that are wanted out of the tree, and off the list. One walk does for all of them.
fn take_all(nodes: &mut Vec<Node>, wanted: &mut HashSet<Place>) {
    nodes.retain(|node| !matches!(node, Node::Element(element) if wanted.remove(&element.name.place)));
    for node in nodes {
        match node {
            Node::Element(element) => take_all(&mut element.children, wanted),
            _ => node.bodies_mut().for_each(|body| take_all(body, wanted)),
        }
    }
}

/// Puts other nodes where an element stood.
fn replace(nodes: &mut Vec<Node>, element: Place, by: &dyn Fn(Element) -> Vec<Node>) -> bool {
    in_list(nodes, &mut |list| {
        let Some(position) = position(list, element) else { return false };
        let Node::Element(old) = list.remove(position) else { return false };
        list.splice(position..position, by(old));
        true
    })
}

/// Puts other nodes where a run of text stood.
fn run(nodes: &mut Vec<Node>, place: Place, by: &dyn Fn(Vec<Node>) -> Vec<Node>) -> bool {
    in_list(nodes, &mut |list| {
        let is_first = |node: &Node| matches!(node, Node::Text(text) if text.place.first == place.first);
        let Some(start) = list.iter().position(is_first) else { return false };
        let mut end = start;
        while let Some(Node::Text(text)) = list.get(end) {
            end += 1;
            if text.place.last == place.last {
                break;
            }
        }
        let pieces = list.drain(start..end).collect();
        list.splice(start..start, by(pieces));
        true
    })
}
