//! Attributes: names, and values that are literals or braces.

use proc_macro2::Delimiter;
use twiml_check::catalogue::{Code, Fault};

use super::{Parser, name, puncts, splice, text};
use crate::ast::{Attribute, Literal, LiteralKind, Place, Value};

impl Parser<'_, '_> {
    pub(super) fn at_attribute(&self) -> bool {
        name(self.cursor).is_some()
    }

    pub(super) fn attribute(&mut self) -> Option<Attribute> {
        let name = self.name()?;
        let value = if self.eat_punct('=').is_some() {
            self.value(&name.text, name.place)
        } else {
            self.missing_value(&name.text, name.place);
            Value::Missing
        };
        Some(Attribute { name, value, row: None, guards: Vec::new(), needed: false })
    }

    fn missing_value(&mut self, name: &str, place: Place) {
        let help = format!("write `{name}=\"…\"`, or `{name}={{…}}` for a run-time value");
        self.report(place, Fault::new(Code::MissingValue).with("attribute", name).help(&help));
    }

    fn value(&mut self, name: &str, place: Place) -> Value {
        if let Some((inside, span, rest)) = self.cursor.group(Delimiter::Brace) {
            self.cursor = rest;
            let splice = splice(inside, Place::at(span.join()));
            return self.checked_splice(splice).map_or(Value::Missing, Value::Splice);
        }
        if let Some((literal, rest)) = self.cursor.literal() {
            self.cursor = rest;
            return self.literal_value(&literal);
        }
        if let Some(literal) = self.negative() {
            return Value::Literal(literal);
        }
        if let Some((ident, rest)) = self.cursor.ident()
            && let Some(literal) = text::boolean(&ident)
        {
            self.cursor = rest;
            return Value::Literal(literal);
        }
        if self.cursor.eof() || self.begins_next() || ['>', '/', '<'].into_iter().any(|end| self.peek_punct(end)) {
            self.missing_value(name, place);
        } else {
            self.unquoted(name);
        }
        Value::Missing
    }

    fn literal_value(&mut self, literal: &proc_macro2::Literal) -> Value {
        if let Some(literal) = text::read(literal) {
            return Value::Literal(literal);
        }
        let fault = Fault::new(Code::UnsupportedLiteral).with("found", &literal.to_string());
        self.report(Place::at(literal.span()), fault.help(&format!("write {:?}", text::quotable(literal))));
        Value::Missing
    }

    /// A number with a sign: no attribute takes one unquoted, but the message is that of the value.
    fn negative(&mut self) -> Option<Literal> {
        let (minus, rest) = self.cursor.punct().filter(|(punct, _)| matches!(punct.as_char(), '-' | '+'))?;
        let (literal, rest) = rest.literal()?;
        let number = text::read(&literal).filter(|literal| literal.kind == LiteralKind::Number)?;
        self.cursor = rest;
        let place = Place::at(minus.span()).to(literal.span());
        Some(Literal {
            text: format!("{}{}", minus.as_char(), number.text),
            kind: LiteralKind::Number,
            place,
            verbatim: false,
        })
    }

    /// Whether the next attribute comes: a name and `=`.
    fn begins_next(&self) -> bool {
        name(self.cursor).is_some_and(|(_, rest)| puncts(rest, "=").is_some())
    }

    /// A value without quotes or braces: a path, a call and the like are taken as a whole.
    fn unquoted(&mut self, name: &str) {
        let Some((mut found, mut place)) = self.skip() else { return };
        while !self.cursor.eof() && !['>', '/', '<', '='].into_iter().any(|end| self.peek_punct(end)) {
            if self.begins_next() && !found.ends_with(['.', ':', '&', '!', '-', '*']) {
                break;
            }
            let Some((part, last)) = self.skip() else { break };
            if found.ends_with([')', '}', ']', '_']) != found.ends_with(char::is_alphanumeric)
                && part.starts_with(|first: char| first.is_alphanumeric() || first == '_' || first == '{')
            {
                found.push(' ');
            }
            found.push_str(&part);
            place = place.to(last.last);
        }
        let fault = Fault::new(Code::UnquotedValue).with("attribute", name);
        let help = format!("write `{name}={found:?}` for the text, or `{name}={{{found}}}` for the run-time value");
        self.report(place, fault.help(&help));
    }
}
