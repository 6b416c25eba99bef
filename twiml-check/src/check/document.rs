//! What the markup is as a whole: a document of some kind, or a fragment for some places.

use twiml_core::vocabulary::{self, Dialect, Rule};

use super::{Checker, Draft, Scope, case_note};
use crate::{
    Context,
    catalogue::Code,
    change::Change,
    diagnostic::Diagnostic,
    nearest::nearest,
    notation::Notation,
    tree::{Element, Name, Node, Place, leaves},
};

/// More verbs of which none is known do not make it clearer what kind of document was meant.
const ENOUGH: usize = 8;

/// What the markup is.
#[derive(Clone, Debug)]
pub enum Root {
    /// A document; without a dialect it fits more than one.
    Document {
        /// Its kind.
        dialect: Option<Dialect>,
    },
    /// A fragment.
    Fragment {
        /// What stands at its top.
        parts: Vec<Part>,
    },
}

/// What stands at the top of a fragment.
#[derive(Clone, Debug)]
pub enum Part {
    /// Text.
    Text,
    /// What only the run time knows.
    Splice,
    /// The escape hatch, or an element at fault.
    Unchecked,
    /// An element.
    Element {
        /// The rows that it fits.
        rows: Vec<&'static vocabulary::Element>,
        /// Places of these rows that refuse it as it is written.
        refused: Vec<Refusal>,
    },
}

/// A place, or an element in a place, that a rule does not let stand.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The row of what may not stand there, or of where something may not stand.
    pub row: &'static vocabulary::Element,
    /// The rule.
    pub rule: &'static Rule,
    /// What it says.
    pub message: String,
    /// The attributes without which it would be kept; none if that does not help.
    pub leaves_out: Vec<&'static str>,
}

/// Checks the whole tree.
pub(super) fn check(checker: &mut Checker, nodes: &mut [Node]) -> Root {
    match nodes.iter().position(is_document) {
        Some(position) => checker.document(nodes, position),
        None => match only_root(nodes) {
            Some(position) => checker.document(nodes, position),
            None => checker.fragment(nodes),
        },
    }
}

/// A root of a document, or a name that was evidently meant to be one.
fn is_document(node: &Node) -> bool {
    let Node::Element(element) = node else { return false };
    if element.name.unchecked {
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

/// The one element that there is, of a name that nobody knows, if verbs stand in it: it was meant to be the root.
fn only_root(nodes: &[Node]) -> Option<usize> {
    let elements = || nodes.iter().enumerate().filter(|(_, node)| matches!(node, Node::Element(_)));
    let (position, Node::Element(only)) = elements().next()? else { return None };
    let is_unknown = !only.name.unchecked && vocabulary::named(&only.name.text).next().is_none();
    let holds_verbs = only.children.iter().any(|child| {
        matches!(child, Node::Element(verb) if vocabulary::documents().any(|root| root.child(&verb.name.text).is_some()))
    });
    (elements().count() == 1 && is_unknown && holds_verbs).then_some(position)
}

pub(super) fn root_name() -> &'static str {
    vocabulary::documents().next().map_or("", |root| root.name)
}

impl Checker {
    fn document(&mut self, nodes: &mut [Node], position: usize) -> Root {
        let root = if let Some(Node::Element(root)) = nodes.get(position) { root.name.place } else { Place::default() };
        for (index, node) in nodes.iter_mut().enumerate() {
            if index != position {
                self.beside(node, root, index > position);
            }
        }
        let Some(Node::Element(root)) = nodes.get_mut(position) else { return Root::Document { dialect: None } };
        if !vocabulary::documents().any(|row| row.name == root.name.text) {
            self.misspelt_root(&root.name);
        }
        let candidates = match self.context.kind {
            Some(kind) => vocabulary::documents().filter(|row| row.dialect == kind).collect(),
            None => candidates(root, self.context),
        };
        let dialect = if let [only] = candidates[..] { Some(only.dialect) } else { None };
        if let Some(&row) = candidates.first() {
            self.element(root, Some(row), Scope::ANYWHERE);
        }
        Root::Document { dialect }
    }

    fn misspelt_root(&mut self, name: &Name) {
        let diagnostic = Diagnostic::new(Code::UnknownElement, name.place).with("element", &name.text);
        let draft = Draft::new(case_note(diagnostic, &name.text, &[root_name()]));
        self.report(draft.change(Change::Rename { element: name.place, to: root_name() }));
    }

    /// Anything beside the root.
    fn beside(&mut self, node: &mut Node, root: Place, later: bool) {
        let is_second = later && is_document(node);
        let draft = match node {
            Node::Element(element) if is_second => {
                let diagnostic = Diagnostic::new(Code::SecondDocument, element.name.place);
                let draft = Draft::new(match self.context.notation {
                    Notation::Rust => diagnostic.help("write each document in a `twiml!` of its own"),
                    Notation::Xml => diagnostic,
                });
                draft.change(Change::RemoveElements { elements: vec![element.name.place] })
            }
            Node::Element(element) => {
                let element = element.name.place;
                let remove = Change::RemoveElements { elements: vec![element] };
                beside(element).change(Change::MoveInto { element, into: root }).change(remove)
            }
            Node::Text(text) => beside(text.place).change(Change::RemoveText { text: text.place }),
            Node::Splice(splice) => beside(splice.place).otherwise(inward()),
            // A binding beside the root is harmless: it is in scope there.
            Node::Control(_) | Node::Statement(_) | Node::Lost => {
                for body in node.bodies_mut() {
                    for node in body {
                        self.beside(node, root, false);
                    }
                }
                return;
            }
        };
        self.report(draft);
    }
}

fn inward() -> String {
    format!("move it into `<{}>`", root_name())
}

pub(super) fn beside(place: Place) -> Draft {
    Draft::new(Diagnostic::new(Code::BesideDocument, place).with("document", root_name()))
}

/// The roots that the document fits: by its verbs, then by what is in them.
fn candidates(root: &Element, context: Context) -> Vec<&'static vocabulary::Element> {
    let roots: Vec<_> = vocabulary::documents().collect();
    let knows = |row: &vocabulary::Element, name: &str| row.child(name).is_some();
    let guesses =
        |row: &vocabulary::Element, name: &str| !nearest(name, row.children.iter().map(|child| child.name)).is_empty();
    if let Some(row) = deciding(root, &roots, usize::MAX, &knows).or_else(|| deciding(root, &roots, ENOUGH, &guesses)) {
        return vec![row];
    }
    let shared = roots.into_iter().filter(|row| fits_all(root, row)).collect::<Vec<_>>();
    let sound: Vec<_> = shared.iter().copied().filter(|row| errors(root, row, context) == 0).collect();
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
    most: usize,
    knows: &dyn Fn(&vocabulary::Element, &str) -> bool,
) -> Option<&'static vocabulary::Element> {
    let mut deciding = None;
    let mut looked_at = 0;
    leaves(&root.children, &mut |node| {
        if let Node::Element(verb) = node
            && !verb.name.unchecked
            && deciding.is_none()
            && looked_at < most
        {
            looked_at += 1;
            let mut fitting = roots.iter().copied().filter(|row| knows(row, &verb.name.text));
            deciding = fitting.next().filter(|_| fitting.next().is_none());
        }
    });
    deciding
}

/// Whether every verb that is known at all may stand in the document.
fn fits_all(root: &Element, row: &'static vocabulary::Element) -> bool {
    let mut fits = true;
    leaves(&root.children, &mut |node| {
        if let Node::Element(verb) = node {
            let known = vocabulary::named(&verb.name.text).next().is_some();
            fits &= verb.name.unchecked || !known || row.child(&verb.name.text).is_some();
        }
    });
    fits
}

/// How many errors the element has under this row.
pub(super) fn errors(element: &Element, row: &'static vocabulary::Element, context: Context) -> usize {
    let mut checker = Checker::new(context, true);
    checker.element(&mut element.clone(), Some(row), Scope::ANYWHERE);
    checker.errors
}
