//! Whether an element keeps its rules, once everything about it is known.

#![expect(clippy::panic, clippy::unwrap_used, reason = "it is part of tests")]

use twiml_core::vocabulary::{self, Attribute, Form, Kind, Rule, RuleKind, Severity, Term, Words};

/// An element as it comes out, or would.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) children: Vec<&'static str>,
    pub(super) text: bool,
}

impl Facts {
    fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(written, _)| *written == name).map(|(_, value)| value.as_str())
    }

    fn count(&self, names: &[&str]) -> usize {
        self.children.iter().filter(|child| names.contains(child)).count()
    }

    fn holds(&self, row: &'static vocabulary::Element, notation: &'static str) -> bool {
        let (negated, term) = Term::parse(notation).unwrap();
        let is = |name: &str, words: Words| {
            self.value(name).is_some_and(|value| is_one_of(row.attribute(name).unwrap(), value, words))
        };
        let holds = match term {
            Term::Written(name) => self.value(name).is_some(),
            Term::Is(name, words) => is(name, words),
            Term::IsNot(name, words) => self.value(name).is_some() && !is(name, words),
            Term::Has(name, form) => self.value(name).is_some_and(|value| has_form(form, value)),
            Term::Text => self.text,
            Term::Child(words) => self.children.iter().any(|child| words.contains(child)),
            Term::ChildWith(..) => panic!("no error asks for it"),
        };
        holds != negated
    }

    /// Whether the rule is broken, supposing that it speaks in this place.
    pub(super) fn breaks(&self, row: &'static vocabulary::Element, rule: &'static Rule) -> bool {
        let at_fault = rule.attributes.is_empty() || rule.attributes.iter().any(|name| self.value(name).is_some());
        let speaks = at_fault && rule.when.iter().all(|term| self.holds(row, term));
        let any = |terms: &[&'static str]| terms.iter().any(|term| self.holds(row, term));
        speaks
            && match rule.kind {
                RuleKind::Requires => !any(rule.needs),
                RuleKind::Conflicts => rule.forbids.is_empty() || any(rule.forbids),
                RuleKind::AtMost => self.count(rule.of) > rule.count,
                RuleKind::Alone => self.count(rule.of) > 0 && self.children.len() > 1,
                _ => false,
            }
    }

    /// Without the attributes that a broken rule faults.
    pub(super) fn mended(&self, row: &'static vocabulary::Element, place: &str) -> Self {
        let faulted =
            |name: &str| errors(row, place).any(|rule| rule.attributes.contains(&name) && self.breaks(row, rule));
        let mut mended = self.clone();
        mended.attributes.retain(|(name, _)| !faulted(name));
        mended
    }
}

/// The rules of an element whose breach is an error, in a place.
pub(super) fn errors(row: &'static vocabulary::Element, place: &str) -> impl Iterator<Item = &'static Rule> {
    let speaks = move |rule: &&Rule| rule.places.is_empty() || rule.places.contains(&place);
    row.rules.iter().filter(|rule| rule.severity == Severity::Error).filter(speaks)
}

fn is_one_of(row: &Attribute, value: &str, words: Words) -> bool {
    match row.kind {
        Kind::EnumSet(_) => value.split(' ').any(|value| words.contains(value)),
        Kind::Enum(list) if list.ignore_case => words.iter().any(|word| word.eq_ignore_ascii_case(value)),
        _ => words.contains(value),
    }
}

fn has_form(form: Form, value: &str) -> bool {
    let is_phone = |value: &str| value.starts_with('+') && value[1..].bytes().all(|byte| byte.is_ascii_digit());
    match form {
        Form::Phone => is_phone(value),
        Form::WhatsApp => value.strip_prefix("whatsapp:").is_some_and(is_phone),
        Form::SipCaller => value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-_.".contains(&byte)),
    }
}

/// A document around an element, with what the elements on the way require.
pub(super) fn document(row: &'static vocabulary::Element, place: &str, element: &str) -> String {
    let (mut row, mut document) = (row, element.to_owned());
    let mut place = Some(place);
    while !row.is_document() {
        let named = |parent: &&'static vocabulary::Element| place.is_none_or(|place| place == parent.name);
        row = row.parents().find(named).unwrap();
        place = None;
        let required = row.attributes.iter().filter(|attribute| attribute.required);
        let required: String = required.map(|attribute| literal(attribute.name, &sample(attribute))).collect();
        document = format!("<{0}{required}>{document}</{0}>", row.name);
    }
    document
}

/// An attribute with a value that is known.
pub(super) fn literal(name: &str, value: &str) -> String {
    format!(" {name}={value:?}")
}

pub(super) fn sample(row: &Attribute) -> String {
    twiml_check::literal::sample(row)
}

/// The element as it has come out.
pub(super) fn read(document: &str, row: &'static vocabulary::Element) -> Facts {
    let tree = roxmltree::Document::parse(document).unwrap();
    let element = tree.descendants().find(|node| node.has_tag_name(row.name)).unwrap();
    let attributes = element.attributes().map(|written| {
        let name = row.attributes.iter().find(|attribute| attribute.name == written.name()).unwrap().name;
        (name, written.value().to_owned())
    });
    let children = element.children().filter(roxmltree::Node::is_element);
    Facts {
        attributes: attributes.collect(),
        children: children.map(|child| row.child(child.tag_name().name()).unwrap().name).collect(),
        text: element.children().any(|child| child.is_text()),
    }
}
