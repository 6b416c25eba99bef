//! The tree against the tables. Each node learns its row; what is wrong goes to the diagnostics.

mod attribute;
mod content;
mod document;
mod literal;
mod rule;
mod sequence;
mod term;

use twiml_check::{
    catalogue::{Code, Fault, alternatives},
    nearest::nearest,
};
use twiml_core::vocabulary::{self, Status};

pub(crate) use document::{Part, Root, check};
pub(crate) use term::{Terms, Truth};

use crate::{
    ast::{Element, Name, Node, Place},
    diagnostics::Diagnostics,
};

/// A list of names that is longer is no help.
const SHORT_LIST: usize = 12;

/// Where a node stands.
#[derive(Clone, Copy)]
struct Scope<'a> {
    /// The element around it; `None` if nothing is known of it, so that anything may stand there.
    parent: Option<&'static vocabulary::Element>,
    /// The parent is not closed: what does not fit may have been meant for the outer scope.
    unclosed: bool,
    outer: Option<&'a Scope<'a>>,
}

impl Scope<'_> {
    const ANYWHERE: Scope<'static> = Scope { parent: None, unclosed: false, outer: None };

    /// The row of an element of this name that may stand here.
    fn resolve(&self, name: &str) -> Option<&'static vocabulary::Element> {
        let Some(parent) = self.parent else { return vocabulary::named(name).next() };
        let found = parent.child(name);
        if found.is_none() && self.unclosed { self.outer?.resolve(name) } else { found }
    }
}

struct Checker<'d> {
    diagnostics: &'d mut Diagnostics,
}

impl Checker<'_> {
    fn report(&mut self, place: Place, fault: Fault) {
        self.diagnostics.push(place, fault);
    }

    /// All that stands in an element.
    fn children(&mut self, nodes: &mut [Node], scope: Scope<'_>) {
        for node in nodes {
            for body in node.bodies_mut() {
                self.children(body, scope);
            }
            if let Node::Element(element) = node {
                self.child(element, scope);
            }
        }
    }

    fn child(&mut self, element: &mut Element, scope: Scope<'_>) {
        if element.name.quoted {
            self.quoted_name(&element.name);
            self.element(element, None, scope);
            return;
        }
        if let Some(row) = scope.resolve(&element.name.text) {
            self.element(element, Some(row), scope);
            return;
        }
        let row = self.unresolved(element, scope);
        self.element(element, row, scope);
    }

    /// An element that may not stand here, or is none at all; the row that was probably meant.
    fn unresolved(&mut self, element: &Element, scope: Scope<'_>) -> Option<&'static vocabulary::Element> {
        let parent = scope.parent?;
        let name = &element.name;
        let known: Vec<_> = vocabulary::named(&name.text).collect();
        let Some(&first) = known.first() else {
            return self.unknown_element(name, parent);
        };
        let row = known.iter().copied().find(|row| row.dialect == parent.dialect).unwrap_or(first);
        let fault = if parent.is_document() && row.dialect != parent.dialect && is_verb(row) {
            mixed(row, parent)
        } else {
            let fault = Fault::new(Code::MisplacedElement).with("element", &name.text).with("parent", parent.name);
            fault.help(&belongs(&known, parent))
        };
        self.report(name.place, fault);
        Some(row)
    }

    fn unknown_element(
        &mut self,
        name: &Name,
        parent: &'static vocabulary::Element,
    ) -> Option<&'static vocabulary::Element> {
        let fault = Fault::new(Code::UnknownElement).with("element", &name.text);
        let here = nearest(&name.text, parent.children.iter().map(|child| child.name));
        if !here.is_empty() {
            let names = alternatives(here.iter().map(|near| format!("<{near}>")));
            self.report(name.place, case_note(fault.help(&format!("did you mean {names}?")), &name.text, &here));
            return if let [only] = here[..] { parent.child(only) } else { None };
        }
        let mut dialects = vec![parent.dialect];
        dialects.extend(vocabulary::Dialect::ALL.into_iter().filter(|dialect| *dialect != parent.dialect));
        let elsewhere =
            nearest(&name.text, dialects.into_iter().flat_map(vocabulary::elements).map(|element| element.name));
        let fault = if let Some(near) = elsewhere.first() {
            let rows: Vec<_> = vocabulary::named(near).collect();
            fault.help(&format!("did you mean `<{near}>`? {}", belongs(&rows, parent)))
        } else if !parent.children.is_empty() && parent.children.len() <= SHORT_LIST {
            let names = alternatives(parent.children.iter().map(|child| format!("<{}>", child.name)));
            fault.help(&format!("`<{}>` holds {names}", parent.name))
        } else {
            fault.help(&format!("write `<\"{}\">` if Twilio knows it and this crate does not", name.text))
        };
        self.report(name.place, fault);
        None
    }

    /// An element whose row is known, or of which nothing is.
    fn element(&mut self, element: &mut Element, row: Option<&'static vocabulary::Element>, scope: Scope<'_>) {
        element.row = row;
        self.attributes(element, row);
        if let Some(row) = row {
            // What is gone as a whole is said of the outermost element only.
            if scope.parent.is_none_or(|parent| parent.status != row.status) {
                self.outdated(element.name.place, &format!("`<{}>`", row.name), row.status);
            }
            self.content(element, row);
            self.rules(element, row, scope.parent);
        } else {
            self.unchecked_text(&element.children);
        }
        let inner = Scope { parent: row, unclosed: element.unclosed, outer: Some(&scope) };
        self.children(&mut element.children, inner);
        if let Some(row) = row {
            self.sequence(element, row);
        }
    }

    /// A name in quotes need only be a name of XML.
    fn quoted_name(&mut self, name: &Name) {
        if !literal::is_name(&name.text) {
            let fault = Fault::new(Code::InvalidName).with("name", &name.text);
            self.report(
                name.place,
                fault.help("a name holds letters, digits and `_ - . :`, and begins with a letter or `_`"),
            );
        }
    }

    /// A warning where something is no longer current.
    fn outdated(&mut self, place: Place, name: &str, status: Status) {
        let (status, instead) = match status {
            Status::Deprecated(instead) => ("deprecated", instead),
            Status::Retired(instead) => ("retired", instead),
            Status::Current | Status::Undocumented => return,
        };
        let fault = Fault::new(Code::Outdated).with("name", name).with("status", status);
        self.report(place, fault.help(&sentence(instead)));
    }
}

/// A sentence of the tables as a part of a message: no full stop, and no capital unless it begins a name.
fn sentence(text: &str) -> String {
    let text = text.strip_suffix('.').unwrap_or(text);
    let lower = ["Use", "Send", "Choose", "It"].into_iter().any(|word| text.split(' ').next() == Some(word));
    match text.split_at_checked(1) {
        Some((first, rest)) if lower => first.to_lowercase() + rest,
        _ => text.to_owned(),
    }
}

/// Says that names are case-sensitive where that was the mistake.
fn case_note(fault: Fault, written: &str, near: &[&str]) -> Fault {
    if near.iter().any(|near| near.eq_ignore_ascii_case(written)) {
        fault.note("names of TwiML are case-sensitive")
    } else {
        fault
    }
}

fn is_verb(row: &'static vocabulary::Element) -> bool {
    row.parents().any(vocabulary::Element::is_document)
}

fn mixed(row: &vocabulary::Element, document: &vocabulary::Element) -> Fault {
    let fault = Fault::new(Code::MixedDocument).with("element", row.name).with("dialect", row.dialect.as_str());
    let help = format!("answer with a document of its own, or use a verb of {} documents", document.dialect.as_str());
    fault.with("other", document.dialect.as_str()).help(&help)
}

/// Where the element may stand, and what may stand here instead.
fn belongs(rows: &[&'static vocabulary::Element], parent: &vocabulary::Element) -> String {
    let mut places: Vec<&str> = Vec::new();
    for row in rows {
        for place in row.parents() {
            if !places.contains(&place.name) {
                places.push(place.name);
            }
        }
    }
    let name = rows.first().map_or("", |row| row.name);
    if places.is_empty() {
        return format!("`<{name}>` is a document of its own");
    }
    let help = format!("`<{name}>` stands in {}", alternatives(places.iter().map(|place| format!("<{place}>"))));
    if parent.children.is_empty() {
        return format!("{help}; `<{}>` holds no elements", parent.name);
    }
    if parent.children.len() > SHORT_LIST {
        return help;
    }
    let children = alternatives(parent.children.iter().map(|child| format!("<{}>", child.name)));
    format!("{help}; `<{}>` holds {children}", parent.name)
}
