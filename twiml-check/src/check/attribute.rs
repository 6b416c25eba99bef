//! Attributes of one element: names, duplicates, what is missing, and literals.

use std::collections::HashSet;

use twiml_core::vocabulary::{self, Kind, Rule, RuleKind};

use super::{Checker, Draft, SHORT_LIST, Scope, appearance::names, case_note, named_in, outdated, sentence};
use crate::{
    catalogue::Code,
    change::{Change, Piece, shown},
    diagnostic::{Diagnostic, alternatives},
    literal::{Problem, ProblemKind, check_attribute, describe, sample},
    nearest::nearest,
    notation::Notation,
    tree::{Attribute, Element, Literal, LiteralKind, Name, Node, Place, Value},
};

impl Checker {
    pub(super) fn attributes(
        &mut self,
        element: &mut Element,
        row: Option<&'static vocabulary::Element>,
        scope: Scope<'_>,
    ) {
        let written: HashSet<String> = element.attributes.iter().map(|attribute| attribute.name.text.clone()).collect();
        let mut seen: HashSet<String> = HashSet::new();
        let mut meant: Vec<&'static str> = Vec::new();
        let wanted = row.map(|row| wanted(element, row, scope.parent)).unwrap_or_default();
        let takes_text = row.and_then(|row| lacked_text(element, row));
        let owner = Owner { element: element.name.place, row, scope, wanted, takes_text };
        for attribute in &mut element.attributes {
            let name = &attribute.name;
            if !seen.insert(name.text.clone()) {
                let diagnostic = Diagnostic::new(Code::DuplicateAttribute, name.place).with("attribute", &name.text);
                let change = Change::RemoveAttribute { element: owner.element, attribute: name.place };
                self.report(Draft::new(diagnostic).change(change));
            }
            self.attribute(attribute, &owner, &written);
            meant.extend(attribute.fault.iter().flatten());
        }
        let Some(row) = row else { return };
        for missing in row.attributes.iter().filter(|attribute| attribute.required) {
            if !seen.contains(missing.name) && !meant.contains(&missing.name) {
                self.missing(&element.name, row, missing);
            }
        }
    }

    fn missing(&mut self, name: &Name, row: &vocabulary::Element, missing: &'static vocabulary::Attribute) {
        let diagnostic = Diagnostic::new(Code::MissingAttribute, name.place);
        let diagnostic = diagnostic.with("element", row.name).with("attribute", missing.name);
        let takes = Some(describe(missing));
        let change = Change::AddAttribute { element: name.place, name: missing.name, example: sample(missing), takes };
        self.report(Draft::new(diagnostic).change(change));
    }

    fn attribute(&mut self, attribute: &mut Attribute, owner: &Owner<'_>, written: &HashSet<String>) {
        attribute.guards.clear();
        attribute.needed = None;
        attribute.fault = None;
        attribute.row = None;
        if attribute.name.unchecked {
            self.unchecked_name(&attribute.name);
        } else if let Some(row) = owner.row {
            attribute.row = row.attribute(&attribute.name.text);
            if attribute.row.is_none() {
                let known = attribute.meant.take().filter(|(of, _)| *of == row.id).map(|(_, names)| names);
                let near = known.unwrap_or_else(|| meant_of(&attribute.name, row));
                attribute.meant = Some((row.id, near.clone()));
                // A name that no other resembles probably stands for what is missing.
                let missing = || owner.wanted.iter().filter(|wanted| fits(wanted, &attribute.value));
                let near = if near.is_empty() { missing().map(|wanted| wanted.name).collect() } else { near };
                self.unknown_attribute(attribute, row, owner, &near);
                attribute.fault = Some(near);
            }
        }
        fold(attribute);
        let target = Target { element: owner.element, attribute: attribute.row.map(|row| row.name) };
        let sound = match &attribute.value {
            Value::Literal(literal) => {
                self.is_delimited(literal, &attribute.name.text, attribute.row, target)
                    && self.characters(literal, target)
            }
            Value::Splice(_) | Value::Missing => true,
        };
        if !sound {
            attribute.fault = Some(Vec::new());
        }
        let Some(row) = attribute.row else { return };
        self.outdated_attribute(attribute, row, owner, written);
        if let Value::Literal(literal) = &attribute.value
            && sound
            && !literal.meant
        {
            let problems = check_attribute(row, &literal.text);
            if problems.iter().any(|problem| problem.severity == vocabulary::Severity::Error) {
                attribute.fault = Some(Vec::new());
            }
            let names = names(&literal.text);
            let filled = names
                .as_ref()
                .and_then(|(_, pieces)| filled_in(literal, pieces, row, owner.element, attribute.name.place));
            if let Some((name, _)) = names.filter(|_| problems.is_empty()) {
                self.braces(literal, &name, filled.clone());
            }
            for problem in problems {
                let draft = worded(&problem, row.name, literal);
                let changes = problem.instead.iter().map(|value| instead(&problem, owner.element, row.name, value));
                // What holds a name between braces was hardly meant to be another word.
                let changes = changes.filter(|_| filled.is_none() || row.kind.is_address());
                self.report(draft.changes(filled.clone()).changes(changes));
            }
        }
    }

    fn unknown_attribute(
        &mut self,
        attribute: &Attribute,
        row: &'static vocabulary::Element,
        owner: &Owner<'_>,
        near: &[&'static str],
    ) {
        let name = &attribute.name;
        let diagnostic = Diagnostic::new(Code::UnknownAttribute, name.place);
        let diagnostic = diagnostic.with("element", row.name).with("attribute", &name.text);
        if self.trial {
            self.report(Draft::new(diagnostic));
            return;
        }
        let diagnostic = case_note(diagnostic, &name.text, near);
        let renamed =
            near.iter().map(|to| Change::RenameAttribute { element: owner.element, attribute: name.place, to });
        let draft = Draft::new(diagnostic).changes(renamed).changes(outward(name, owner));
        let text = owner.takes_text.filter(|text| near.is_empty() && is_text(text, &attribute.value));
        let words = match (text, &attribute.value) {
            (Some(_), Value::Literal(literal)) => as_text(row.name, &self.context.notation.text(&literal.text)),
            (Some(_), _) => as_text(row.name, "{…}"),
            (None, _) => elsewhere(name, row, self.context.notation),
        };
        self.report(draft.otherwise(words));
    }

    fn outdated_attribute(
        &mut self,
        attribute: &Attribute,
        row: &'static vocabulary::Attribute,
        owner: &Owner<'_>,
        written: &HashSet<String>,
    ) {
        let name = &attribute.name;
        let Some((diagnostic, instead)) = outdated(name.place, &format!("`{}`", row.name), row.status) else { return };
        let element = owner.element;
        // Without a value, another name is not all that it needs.
        let has_value = !matches!(attribute.value, Value::Missing);
        let others = named_in(instead).filter(|_| has_value).filter_map(|other| owner.row?.attribute(other));
        let renamed = others.map(|other| Change::RenameAttribute { element, attribute: name.place, to: other.name });
        let remove = Change::RemoveAttribute { element, attribute: name.place };
        // What is there already need not be written.
        let is_followed = named_in(instead).any(|other| written.contains(other));
        let diagnostic = if is_followed { diagnostic } else { diagnostic.note(sentence(instead)) };
        self.report(Draft::new(diagnostic).changes(renamed).change(remove));
    }
}

/// The value of a literal that holds names between braces, with what they name in their place.
fn filled_in(
    literal: &Literal,
    pieces: &[Piece],
    row: &vocabulary::Attribute,
    element: Place,
    attribute: Place,
) -> Option<Change> {
    if let [Piece::Name { expression, specification }] = pieces
        && specification.is_empty()
    {
        return Some(Change::Braces { place: literal.place, rust: expression.clone() });
    }
    let is_text = !matches!(row.kind, Kind::Bool | Kind::Int | Kind::IntOr(_) | Kind::Enum(_) | Kind::EnumSet(_));
    is_text.then(|| Change::Format { element, attribute, value: literal.place, pieces: pieces.to_vec() })
}

/// The element that an attribute is written in.
struct Owner<'a> {
    element: Place,
    row: Option<&'static vocabulary::Element>,
    scope: Scope<'a>,
    /// The attributes that it lacks.
    wanted: Vec<&'static vocabulary::Attribute>,
    /// The text that it lacks.
    takes_text: Option<&'static vocabulary::Text>,
}

/// The attributes without which an element is refused, as far as they are not written.
fn wanted(
    element: &Element,
    row: &'static vocabulary::Element,
    parent: Option<&'static vocabulary::Element>,
) -> Vec<&'static vocabulary::Attribute> {
    let is_written = |name: &str| element.attribute(name).is_some();
    let required = row.attributes.iter().filter(|attribute| attribute.required);
    let speaks = |rule: &&'static Rule| {
        let of_place = rule.places.is_empty() || parent.is_some_and(|parent| rule.places.contains(&parent.name));
        let of_element = rule.kind == RuleKind::Requires && rule.attributes.is_empty() && rule.when.is_empty();
        of_place && of_element && rule.severity == vocabulary::Severity::Error
    };
    let needed = row.rules.iter().filter(speaks).flat_map(|rule| {
        let names = rule.needs.iter().filter_map(|need| need.strip_prefix('@'));
        let kept = names.clone().any(is_written);
        let current = names.filter(move |_| !kept).filter_map(|name| row.attribute(name));
        current.filter(|attribute| attribute.status == vocabulary::Status::Current)
    });
    required.chain(needed).filter(|attribute| !is_written(attribute.name)).collect()
}

/// Whether a value is one of the attribute, as far as it is known.
fn fits(row: &vocabulary::Attribute, value: &Value) -> bool {
    let is_error = |problem: &Problem| problem.severity == vocabulary::Severity::Error;
    match value {
        Value::Literal(literal) => !check_attribute(row, &literal.text).iter().any(is_error),
        Value::Splice(_) | Value::Missing => true,
    }
}

/// Whether a value is a text of this kind, as far as it is known.
fn is_text(text: &vocabulary::Text, value: &Value) -> bool {
    let is_blank = matches!(value, Value::Literal(literal) if literal.text.trim_ascii().is_empty());
    !is_blank && fits(&text.as_attribute(), value)
}

/// The text that an element may hold, and has not.
fn lacked_text(element: &Element, row: &'static vocabulary::Element) -> Option<&'static vocabulary::Text> {
    let is_blank = |node: &Node| matches!(node, Node::Text(text) if text.text.trim_ascii().is_empty());
    let is_lacked = row.text.presence != vocabulary::TextPresence::None && element.children.iter().all(is_blank);
    is_lacked.then_some(&row.text)
}

/// Whether an attribute that nobody knows was probably meant to be the text that is missing.
pub(super) fn text_is_meant(element: &Element) -> bool {
    let Some(text) = element.row.and_then(|row| lacked_text(element, row)) else { return false };
    element.attributes.iter().any(|attribute| {
        let is_unknown = attribute.row.is_none() && attribute.fault.as_ref().is_some_and(Vec::is_empty);
        !attribute.name.unchecked && is_unknown && is_text(text, &attribute.value)
    })
}

fn as_text(element: &str, text: &str) -> String {
    format!("write it as the text: `<{element}>{text}</{element}>`")
}

/// What a literal is the value of.
#[derive(Clone, Copy)]
pub(super) struct Target {
    pub(super) element: Place,
    /// Without a name that is known, nothing can be put in its place.
    pub(super) attribute: Option<&'static str>,
}

/// The attributes that a name nobody knows resembles.
fn meant_of(name: &Name, row: &'static vocabulary::Element) -> Vec<&'static str> {
    let also = row.attributes.iter().filter(|attribute| attribute.also.contains(&name.text.as_str()));
    let near: Vec<&'static str> = also.map(|attribute| attribute.name).collect();
    if near.is_empty() { nearest(&name.text, row.attributes.iter().map(|attribute| attribute.name)) } else { near }
}

/// The attribute may belong to the element around.
fn outward(name: &Name, owner: &Owner<'_>) -> Option<Change> {
    let (parent, to) = (owner.scope.parent?, owner.scope.place?);
    parent.attribute(&name.text)?;
    Some(Change::MoveAttribute { element: owner.element, attribute: name.place, to })
}

/// What to say of an attribute that no other of the element resembles.
fn elsewhere(name: &Name, row: &vocabulary::Element, notation: Notation) -> String {
    let mut owners: Vec<&str> = vocabulary::elements(row.dialect)
        .filter(|element| element.attribute(&name.text).is_some())
        .map(|element| element.name)
        .collect();
    owners.dedup();
    let own = if row.attributes.is_empty() {
        format!("`<{}>` has no attributes", row.name)
    } else if row.attributes.len() <= SHORT_LIST {
        format!("`<{}>` has {}", row.name, alternatives(row.attributes.iter().map(|attribute| attribute.name)))
    } else {
        match (notation, row.page) {
            (Notation::Xml, Some(page)) => format!("see {page} for what `<{}>` has", row.name),
            (Notation::Xml, None) => format!("`<{}>` has other attributes", row.name),
            (Notation::Rust, _) => format!("write `\"{}\"=…` if Twilio knows it and this crate does not", name.text),
        }
    };
    match owners[..] {
        [] => own,
        _ if owners.len() <= 4 => {
            let owners = alternatives(owners.iter().map(|owner| format!("<{owner}>")));
            format!("`{}` belongs to {owners}; {own}", name.text)
        }
        _ => format!("`{}` belongs to other elements; {own}", name.text),
    }
}

/// Braces around a literal of the type that the attribute takes at run time are known at compile time.
fn fold(attribute: &mut Attribute) {
    let Value::Splice(splice) = &attribute.value else { return };
    let Some(literal) = &splice.literal else { return };
    let fits = match attribute.row.map(|row| (row.kind, row.words)) {
        Some((Kind::Bool, _)) => literal.kind == LiteralKind::Boolean,
        Some((Kind::Int | Kind::IntOr(_) | Kind::Float, _)) => literal.kind == LiteralKind::Number,
        Some((Kind::Enum(_) | Kind::EnumSet(_), _)) => false,
        Some((_, words)) if literal.kind == LiteralKind::Boolean => words.contains(&literal.text.as_str()),
        Some(_) | None => true,
    };
    if fits {
        attribute.value = Value::Literal(literal.clone());
    }
}

/// A value that may stand instead.
fn instead(problem: &Problem, element: Place, name: &'static str, value: &str) -> Change {
    let value = value.to_owned();
    if problem.kind == ProblemKind::UnknownWord {
        Change::Mean { element, name, value }
    } else {
        Change::Set { element, name, value }
    }
}

/// A problem of a literal, in the words of the catalogue.
fn worded(problem: &Problem, attribute: &str, literal: &Literal) -> Draft {
    let code = match problem.kind {
        ProblemKind::Form if literal.text.is_empty() => Code::EmptyValue,
        ProblemKind::Form => Code::InvalidValue,
        ProblemKind::Repeated => Code::RepeatedValue,
        ProblemKind::Length => Code::LongValue,
        kind => doubtful(kind),
    };
    let diagnostic = Diagnostic::new(code, literal.place).with("attribute", attribute).with("takes", &problem.takes);
    let diagnostic = diagnostic.with("value", &shown(&literal.text));
    let diagnostic = diagnostic.with("name", &format!("`{}`", literal.text)).with("status", "an older form");
    // Of an empty address, the message says all.
    let notes = problem.note.iter().filter(|_| problem.kind != ProblemKind::Empty);
    Draft::new(notes.fold(diagnostic, Diagnostic::note))
}

/// Messages on values that Twilio takes.
pub(super) fn doubtful(kind: ProblemKind) -> Code {
    match kind {
        ProblemKind::Unusual => Code::UnusualValue,
        ProblemKind::Empty => Code::EmptyAddress,
        ProblemKind::Relative => Code::RelativeAddress,
        ProblemKind::SidLength => Code::SidLength,
        ProblemKind::SipHeader => Code::SipHeader,
        ProblemKind::Contested => Code::ContestedValue,
        ProblemKind::Legacy => Code::Outdated,
        _ => Code::UnknownWord,
    }
}
