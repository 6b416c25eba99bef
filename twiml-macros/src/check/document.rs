//! What the markup is as a whole: a document of some kind, or a fragment for some places.

use twiml_check::{
    catalogue::{Code, Fault},
    nearest::nearest,
};
use twiml_core::vocabulary::{self, Dialect, TextPresence};

use super::{Checker, Scope, is_verb, mixed};
use crate::{
    ast::{Element, Name, Node, leaves},
    diagnostics::Diagnostics,
};

/// What the markup is.
pub(crate) enum Root {
    /// A document; without a dialect it fits more than one.
    Document {
        dialect: Option<Dialect>,
    },
    Fragment {
        parts: Vec<Part>,
    },
}

/// What stands at the top of a fragment.
pub(crate) enum Part {
    Text,
    Splice,
    /// The escape hatch, or an element at fault.
    Unchecked,
    /// An element, with the rows that it fits.
    Element(Vec<&'static vocabulary::Element>),
}

/// Checks the whole tree.
pub(crate) fn check(nodes: &mut [Node], diagnostics: &mut Diagnostics) -> Root {
    let mut checker = Checker { diagnostics };
    match nodes.iter().position(is_document) {
        Some(position) => checker.document(nodes, position),
        None => checker.fragment(nodes),
    }
}

/// A root of a document, or a name that was evidently meant to be one.
fn is_document(node: &Node) -> bool {
    let Node::Element(element) = node else { return false };
    if element.name.quoted {
        return false;
    }
    let name = &element.name.text;
    if vocabulary::named(name).next().is_some() {
        return vocabulary::documents().any(|root| root.name == name);
    }
    is_misspelt_root(name)
}

fn is_misspelt_root(name: &str) -> bool {
    let names = vocabulary::all().map(|element| element.name);
    nearest(name, names).iter().any(|near| vocabulary::documents().any(|root| root.name == *near))
}

fn root_name() -> &'static str {
    vocabulary::documents().next().map_or("", |root| root.name)
}

impl Checker<'_> {
    fn document(&mut self, nodes: &mut [Node], position: usize) -> Root {
        for (index, node) in nodes.iter_mut().enumerate() {
            if index != position {
                self.beside(node, index > position);
            }
        }
        let Some(Node::Element(root)) = nodes.get_mut(position) else { return Root::Document { dialect: None } };
        if !vocabulary::documents().any(|row| row.name == root.name.text) {
            self.misspelt_root(&root.name);
        }
        let candidates = candidates(root);
        let dialect = if let [only] = candidates[..] { Some(only.dialect) } else { None };
        if let Some(&row) = candidates.first() {
            self.element(root, Some(row), Scope::ANYWHERE);
        }
        Root::Document { dialect }
    }

    fn misspelt_root(&mut self, name: &Name) {
        let fault = Fault::new(Code::UnknownElement).with("element", &name.text);
        let fault = fault.help(&format!("did you mean `<{}>`?", root_name()));
        self.report(name.place, super::case_note(fault, &name.text, &[root_name()]));
    }

    /// Anything beside the root.
    fn beside(&mut self, node: &mut Node, later: bool) {
        let (place, fault) = match node {
            Node::Element(element) if later && is_document(&Node::Element(element.clone())) => {
                let fault = Fault::new(Code::SecondDocument);
                (element.name.place, fault.help("write each document in a `twiml!` of its own"))
            }
            Node::Element(element) => (element.name.place, beside(&format!("move it into `<{}>`", root_name()))),
            Node::Text(text) => (text.place, beside("remove it")),
            Node::Splice(splice) => (splice.place, beside(&format!("move it into `<{}>`", root_name()))),
            // A binding beside the root is harmless: it is in scope there.
            Node::If { .. } | Node::For { .. } | Node::Match { .. } | Node::Let { .. } | Node::Lost => {
                for body in node.bodies_mut() {
                    for node in body {
                        self.beside(node, false);
                    }
                }
                return;
            }
        };
        self.report(place, fault);
    }

    fn fragment(&mut self, nodes: &mut [Node]) -> Root {
        let mut unknown = Vec::new();
        leaves(nodes, &mut |node| {
            if let Node::Element(element) = node
                && !element.name.quoted
                && vocabulary::named(&element.name.text).next().is_none()
            {
                unknown.push(element.name.clone());
            }
        });
        let mut parts = Vec::new();
        self.parts(nodes, &mut parts);
        self.common_place(nodes, &parts);
        for name in &unknown {
            self.unknown_at_top(name);
        }
        let lost = !unknown.is_empty() && !parts.iter().any(|part| matches!(part, Part::Element(_) | Part::Splice));
        // Nothing is known of it: a document is what most people write.
        if lost { Root::Document { dialect: None } } else { Root::Fragment { parts } }
    }

    fn unknown_at_top(&mut self, name: &Name) {
        let fault = Fault::new(Code::UnknownElement).with("element", &name.text);
        let names = vocabulary::all().map(|element| element.name);
        let mut near = nearest(&name.text, names);
        near.dedup();
        let fault = if near.is_empty() {
            fault.help(&format!("a document begins with `<{}>`", root_name()))
        } else {
            let names = near.iter().map(|near| format!("<{near}>"));
            fault.help(&format!("did you mean {}?", twiml_check::catalogue::alternatives(names)))
        };
        self.report(name.place, super::case_note(fault, &name.text, &near));
    }

    /// Checks what stands at the top of a fragment.
    fn parts(&mut self, nodes: &mut [Node], parts: &mut Vec<Part>) {
        for node in nodes {
            for body in node.bodies_mut() {
                self.parts(body, parts);
            }
            match node {
                Node::Element(element) => parts.push(self.part(element)),
                Node::Text(text) => {
                    self.characters(text);
                    parts.push(Part::Text);
                }
                Node::Splice(_) => parts.push(Part::Splice),
                Node::If { .. } | Node::For { .. } | Node::Match { .. } | Node::Let { .. } | Node::Lost => {}
            }
        }
    }

    fn part(&mut self, element: &mut Element) -> Part {
        if element.name.quoted {
            self.child(element, Scope::ANYWHERE);
            return Part::Unchecked;
        }
        let known: Vec<_> = vocabulary::named(&element.name.text).collect();
        let sound: Vec<_> = known.iter().copied().filter(|row| known.len() == 1 || errors(element, row) == 0).collect();
        let rows = if sound.is_empty() { known } else { sound };
        self.element(element, rows.first().copied(), Scope::ANYWHERE);
        if rows.is_empty() { Part::Unchecked } else { Part::Element(rows) }
    }

    /// Refuses elements that no place holds together.
    fn common_place(&mut self, nodes: &[Node], parts: &[Part]) {
        let mut places: Option<Vec<&'static str>> = None;
        let mut before: Option<&'static vocabulary::Element> = None;
        let mut top = Vec::new();
        leaves(nodes, &mut |node| {
            if matches!(node, Node::Element(_) | Node::Text(_) | Node::Splice(_)) {
                top.push(node);
            }
        });
        for (node, part) in top.into_iter().zip(parts) {
            let fitting = match part {
                Part::Element(rows) if rows.iter().any(|row| row.is_document()) => {
                    if let Node::Element(element) = node {
                        let help = format!("write `<{}>` around the control flow", root_name());
                        self.report(element.name.place, beside(&help));
                    }
                    continue;
                }
                Part::Element(rows) => rows.iter().flat_map(|row| row.parents()).map(|place| place.id).collect(),
                Part::Text => text_places(),
                Part::Splice | Part::Unchecked => continue,
            };
            let common: Vec<_> = match &places {
                Some(places) => places.iter().copied().filter(|place| fitting.contains(place)).collect(),
                None => fitting,
            };
            if common.is_empty() {
                self.apart(node, part, before);
                return;
            }
            places = Some(common);
            if let Part::Element(rows) = part {
                before = rows.first().copied();
            }
        }
    }

    fn apart(&mut self, node: &Node, part: &Part, before: Option<&'static vocabulary::Element>) {
        match (node, part, before) {
            (Node::Element(element), Part::Element(rows), Some(before)) => {
                let Some(row) = rows.first() else { return };
                let fault = if row.dialect != before.dialect && is_verb(row) && is_verb(before) {
                    mixed(row, before)
                } else {
                    apart(&format!("`<{}>`", row.name), &format!("`<{}>`", before.name))
                };
                self.report(element.name.place, fault);
            }
            (Node::Text(text), _, Some(before)) => {
                self.report(text.place, apart("text", &format!("`<{}>`", before.name)));
            }
            (Node::Element(element), ..) => {
                self.report(element.name.place, apart(&format!("`<{}>`", element.name.text), "text"));
            }
            _ => {}
        }
    }
}

/// The roots that the document fits: by its verbs, then by what is in them.
fn candidates(root: &Element) -> Vec<&'static vocabulary::Element> {
    let roots: Vec<_> = vocabulary::documents().collect();
    let knows = |row: &vocabulary::Element, name: &str| row.child(name).is_some();
    let guesses =
        |row: &vocabulary::Element, name: &str| !nearest(name, row.children.iter().map(|child| child.name)).is_empty();
    if let Some(row) = deciding(root, &roots, &knows).or_else(|| deciding(root, &roots, &guesses)) {
        return vec![row];
    }
    let shared = roots.into_iter().filter(|row| fits_all(root, row)).collect::<Vec<_>>();
    let sound: Vec<_> = shared.iter().copied().filter(|row| errors(root, row) == 0).collect();
    match (sound.is_empty(), shared.is_empty()) {
        (false, _) => sound,
        (true, false) => shared,
        (true, true) => vocabulary::documents().take(1).collect(),
    }
}

/// The root that the first verb asks for of which not every root knows.
fn deciding(
    root: &Element,
    roots: &[&'static vocabulary::Element],
    knows: &dyn Fn(&vocabulary::Element, &str) -> bool,
) -> Option<&'static vocabulary::Element> {
    let mut deciding = None;
    leaves(&root.children, &mut |node| {
        if let Node::Element(verb) = node
            && !verb.name.quoted
            && deciding.is_none()
        {
            let mut fitting = roots.iter().copied().filter(|row| knows(row, &verb.name.text));
            deciding = fitting.next().filter(|_| fitting.next().is_none());
        }
    });
    deciding
}

fn apart(element: &str, other: &str) -> Fault {
    let fault = Fault::new(Code::NoCommonPlace).with("element", element).with("other", other);
    fault.help("a fragment holds what may stand side by side; write two")
}

fn beside(help: &str) -> Fault {
    Fault::new(Code::BesideDocument).with("document", root_name()).help(help)
}

/// Whether every verb that is known at all may stand in the document.
fn fits_all(root: &Element, row: &'static vocabulary::Element) -> bool {
    let mut fits = true;
    leaves(&root.children, &mut |node| {
        if let Node::Element(verb) = node {
            let known = vocabulary::named(&verb.name.text).next().is_some();
            fits &= verb.name.quoted || !known || row.child(&verb.name.text).is_some();
        }
    });
    fits
}

/// How many errors the element has under this row.
fn errors(element: &Element, row: &'static vocabulary::Element) -> usize {
    let mut diagnostics = Diagnostics::default();
    let mut copy = element.clone();
    Checker { diagnostics: &mut diagnostics }.element(&mut copy, Some(row), Scope::ANYWHERE);
    diagnostics.errors()
}

fn text_places() -> Vec<&'static str> {
    let elements = vocabulary::all();
    elements.filter(|element| element.text.presence != TextPresence::None).map(|element| element.id).collect()
}
