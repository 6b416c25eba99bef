//! A document that has been read and checked.

use std::fmt;
use std::ops::Range;

use twiml_check::{Notation, Root, tree};
use twiml_core::vocabulary::{Dialect, Severity};

use super::{Element, Node, excerpt::excerpt, read};

/// A document, with what is wrong with it.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) source: String,
    pub(crate) root: Element,
    pub(crate) dialect: Option<Dialect>,
    pub(crate) findings: Vec<Finding>,
}

/// What the checker says of one place.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) is_error: bool,
    pub(crate) id: &'static str,
    message: String,
    help: Vec<String>,
    place: Range<usize>,
}

impl Document {
    /// Reads and checks a text; says with which words Twilio would refuse it.
    pub(crate) fn read(source: &str) -> Result<Self, String> {
        let mut nodes = read::nodes(source)?;
        let (root, diagnostics) = twiml_check::check(&mut nodes, Notation::Xml);
        let dialect = if let Root::Document { dialect } = root { dialect } else { None };
        let findings = diagnostics.iter().map(Finding::of).collect();
        let root = nodes.iter().find_map(element).ok_or_else(|| String::from("no element"))?;
        if !twiml_core::vocabulary::documents().any(|row| row.name == root.name) {
            return Err(format!("the root is `<{}>`, not `<Response>`", root.name));
        }
        Ok(Self { source: source.to_owned(), root, dialect, findings })
    }

    /// What is wrong, under the source.
    pub(crate) fn show_findings(&self) -> String {
        self.findings.iter().map(|finding| finding.show(&self.source)).collect()
    }

    /// The source with a place marked.
    pub(crate) fn show(&self, place: &Range<usize>, label: &str) -> String {
        excerpt(&self.source, place, label)
    }
}

impl Finding {
    fn of(diagnostic: &twiml_check::Diagnostic) -> Self {
        let notes = diagnostic.notes().iter().map(|note| format!("note: {note}"));
        Self {
            is_error: diagnostic.severity() == Severity::Error,
            id: diagnostic.id(),
            message: diagnostic.message(),
            help: diagnostic.help_lines().into_iter().map(|line| format!("help: {line}")).chain(notes).collect(),
            place: range(diagnostic.place()),
        }
    }

    fn show(&self, source: &str) -> String {
        let mut shown = format!("{self}\n{}", excerpt(source, &self.place, ""));
        for line in &self.help {
            shown.push_str(&format!("  = {line}\n"));
        }
        shown
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.is_error { "error" } else { "warning" };
        write!(f, "{severity}[{}]: {}", self.id, self.message)
    }
}

fn range(place: tree::Place) -> Range<usize> {
    let of = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    of(place.first)..of(place.last)
}

fn element(node: &tree::Node) -> Option<Element> {
    let tree::Node::Element(element) = node else { return None };
    let attributes = element.attributes.iter().filter_map(|attribute| match &attribute.value {
        // What the attribute does not take is passed over: its default counts.
        tree::Value::Literal(literal) if attribute.fault.is_none() => {
            Some((attribute.name.text.clone(), literal.text.clone()))
        }
        _ => None,
    });
    Some(Element {
        row: element.row,
        name: element.name.text.clone(),
        attributes: attributes.collect(),
        children: element.children.iter().filter_map(child).collect(),
        place: range(element.tags.open),
    })
}

fn child(node: &tree::Node) -> Option<Node> {
    match node {
        tree::Node::Text(text) => Some(Node::Text(text.text.clone())),
        _ => element(node).map(Node::Element),
    }
}
