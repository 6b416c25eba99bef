//! A document that has been read and checked.

use std::fmt;
use std::ops::Range;

use twiml_check::{tree, xml};
use twiml_core::vocabulary::{Dialect, Severity};

use super::{Element, Node, excerpt::excerpt};

/// A document, with what is wrong with it.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) source: String,
    pub(crate) root: Element,
    pub(crate) findings: Vec<Finding>,
    /// What is wrong, under the source.
    shown: String,
}

/// What the checker says of one place.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) is_error: bool,
    id: &'static str,
    message: String,
}

impl Document {
    /// Reads and checks a text; says with which words Twilio would refuse it.
    ///
    /// What the answer of a server holds is what it says: two braces in it are no placeholder of a template.
    pub(crate) fn read(source: &str, wanted: Dialect) -> Result<Self, String> {
        roxmltree::Document::parse(source).map_err(|error| error.to_string())?;
        let report = xml::check_as(source, wanted);
        let root = report.nodes().iter().find_map(|node| element(node, source));
        let root = root.ok_or_else(|| String::from("there is no element"))?;
        if !twiml_core::vocabulary::documents().any(|row| row.name == root.name) {
            return Err(format!("the root is `<{}>`, not `<Response>`", root.name));
        }
        let findings = report.diagnostics().map(|diagnostic| Finding::of(&diagnostic)).collect();
        Ok(Self { source: source.to_owned(), root, findings, shown: report.to_string() })
    }

    /// What is wrong, under the source, which is named by where it came from.
    pub(crate) fn show_findings(&self, origin: &str) -> String {
        self.shown.replace("--> document:", &format!("--> {origin}:"))
    }

    /// The source with a place marked.
    pub(crate) fn show(&self, origin: &str, place: &Range<usize>, label: &str) -> String {
        excerpt(&self.source, origin, place, label)
    }
}

impl Finding {
    fn of(diagnostic: &xml::Diagnostic<'_>) -> Self {
        Self {
            is_error: diagnostic.severity() == Severity::Error,
            id: diagnostic.code(),
            message: diagnostic.message(),
        }
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

fn element(node: &tree::Node, source: &str) -> Option<Element> {
    let tree::Node::Element(element) = node else { return None };
    let attributes = element.attributes.iter().filter_map(|attribute| {
        // What the attribute does not take is passed over: its default counts.
        if attribute.fault.is_some() {
            return None;
        }
        let value = match &attribute.value {
            tree::Value::Literal(literal) => literal.text.clone(),
            tree::Value::Splice(splice) => slice(source, splice.place).trim_matches(['"', '\'']).to_owned(),
            tree::Value::Missing => return None,
        };
        Some((attribute.name.text.clone(), value))
    });
    Some(Element {
        // The checker guesses what was meant by a name; Twilio does not.
        row: element.row.filter(|row| row.name == element.name.text),
        name: element.name.text.clone(),
        attributes: attributes.collect(),
        children: element.children.iter().filter_map(|node| child(node, source)).collect(),
        place: range(element.tags.open),
    })
}

fn child(node: &tree::Node, source: &str) -> Option<Node> {
    match node {
        tree::Node::Text(text) => Some(Node::Text(text.text.clone())),
        // What would be filled in a template is said as it stands.
        tree::Node::Splice(splice) => Some(Node::Text(slice(source, splice.place).to_owned())),
        _ => element(node, source).map(Node::Element),
    }
}

fn slice(source: &str, place: tree::Place) -> &str {
    source.get(range(place)).unwrap_or_default()
}
