//! Attributes of one element: names, duplicates, what is missing, and literals.

use twiml_check::{
    catalogue::{Code, Fault, alternatives},
    literal::{Problem, ProblemKind, check_attribute},
    nearest::nearest,
};
use twiml_core::vocabulary::{self, Kind};

use super::{Checker, SHORT_LIST};
use crate::ast::{Attribute, Element, Literal, LiteralKind, Name, Value};

impl Checker<'_> {
    pub(super) fn attributes(&mut self, element: &mut Element, row: Option<&'static vocabulary::Element>) {
        let mut seen: Vec<String> = Vec::new();
        for attribute in &mut element.attributes {
            let name = &attribute.name;
            if seen.contains(&name.text) {
                let fault = Fault::new(Code::DuplicateAttribute).with("attribute", &name.text);
                self.report(name.place, fault.help(&format!("remove one `{}`", name.text)));
            }
            seen.push(name.text.clone());
            self.attribute(attribute, row);
        }
        let Some(row) = row else { return };
        for missing in row.attributes.iter().filter(|attribute| attribute.required) {
            if !seen.iter().any(|name| name == missing.name) {
                self.missing(&element.name, row, missing);
            }
        }
    }

    fn missing(&mut self, name: &Name, row: &vocabulary::Element, missing: &vocabulary::Attribute) {
        let fault = Fault::new(Code::MissingAttribute).with("element", row.name).with("attribute", missing.name);
        let takes = twiml_check::literal::describe(missing);
        self.report(name.place, fault.help(&format!("add `{}=\"…\"`: it takes {takes}", missing.name)));
    }

    fn attribute(&mut self, attribute: &mut Attribute, row: Option<&'static vocabulary::Element>) {
        if attribute.name.quoted {
            self.quoted_name(&attribute.name);
        } else if let Some(row) = row {
            attribute.row = row.attribute(&attribute.name.text);
            if attribute.row.is_none() {
                self.unknown_attribute(&attribute.name, row);
            }
        }
        fold(attribute);
        let sound = match &attribute.value {
            Value::Literal(literal) => self.characters(literal),
            Value::Splice(_) | Value::Missing => true,
        };
        let Some(row) = attribute.row else { return };
        self.outdated(attribute.name.place, &format!("`{}`", row.name), row.status);
        if let Value::Literal(literal) = &attribute.value
            && sound
            && !literal.verbatim
        {
            for problem in check_attribute(row, &literal.text) {
                self.report(literal.place, worded(&problem, row.name, literal));
            }
        }
    }

    fn unknown_attribute(&mut self, name: &Name, row: &'static vocabulary::Element) {
        let fault = Fault::new(Code::UnknownAttribute).with("element", row.name).with("attribute", &name.text);
        let near = nearest(&name.text, row.attributes.iter().map(|attribute| attribute.name));
        let fault = if near.is_empty() {
            let mut owners: Vec<&str> = vocabulary::elements(row.dialect)
                .filter(|element| element.attribute(&name.text).is_some())
                .map(|element| element.name)
                .collect();
            owners.dedup();
            fault.help(&elsewhere(name, row, &owners))
        } else {
            fault.help(&format!("did you mean {}?", alternatives(&near)))
        };
        self.report(name.place, super::case_note(fault, &name.text, &near));
    }
}

/// What to say of an attribute that no other of the element resembles.
fn elsewhere(name: &Name, row: &vocabulary::Element, owners: &[&str]) -> String {
    let own = if row.attributes.is_empty() {
        format!("`<{}>` has no attributes", row.name)
    } else if row.attributes.len() <= SHORT_LIST {
        format!("`<{}>` has {}", row.name, alternatives(row.attributes.iter().map(|attribute| attribute.name)))
    } else {
        format!("write `\"{}\"=…` if Twilio knows it and this crate does not", name.text)
    };
    match owners {
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

/// A problem of a literal, in the words of the catalogue.
fn worded(problem: &Problem, attribute: &str, literal: &Literal) -> Fault {
    let code = match problem.kind {
        ProblemKind::Form => Code::InvalidValue,
        ProblemKind::Repeated => Code::RepeatedValue,
        ProblemKind::Length => Code::LongValue,
        kind => doubtful(kind),
    };
    let fault = Fault::new(code).with("attribute", attribute).with("takes", &problem.takes);
    let fault = fault.with("value", &shown(&literal.text));
    let fault = match &problem.instead {
        Some(instead) if problem.kind == ProblemKind::UnknownWord => {
            fault.help(&format!("did you mean `{attribute}={instead:?}`?"))
        }
        Some(instead) => fault.help(&format!("write `{attribute}={instead:?}`")),
        None => fault,
    };
    // Of an empty address, the message says all.
    let note = problem.note.iter().filter(|_| problem.kind != ProblemKind::Empty);
    note.fold(fault, |fault, note| fault.note(note))
}

/// Messages on values that Twilio takes.
pub(super) fn doubtful(kind: ProblemKind) -> Code {
    match kind {
        ProblemKind::Unusual => Code::UnusualValue,
        ProblemKind::Empty => Code::EmptyAddress,
        ProblemKind::Relative => Code::RelativeAddress,
        ProblemKind::SidLength => Code::SidLength,
        ProblemKind::SipHeader => Code::SipHeader,
        _ => Code::UnknownWord,
    }
}

/// A value as a message shows it: long ones are cut.
pub(super) fn shown(value: &str) -> String {
    const LONGEST: usize = 60;
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}
