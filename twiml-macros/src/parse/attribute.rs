//! Attributes: names, and values that are literals or braces.

use proc_macro2::{Delimiter, Span};
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Attribute, Literal, LiteralKind, Place, Value},
};

use super::{Parser, name, puncts, text};
use crate::source::Spans;

impl Parser<'_, '_> {
    pub(super) fn at_attribute(&self) -> bool {
        name(self.cursor).is_some()
    }

    pub(super) fn attribute(&mut self) -> Option<Attribute> {
        let name = self.name()?;
        let (value, end) = if self.eat_punct('=').is_some() {
            self.value(&name.text, name.place)
        } else {
            self.missing_value(&name.text, name.place);
            (Value::Missing, name.place)
        };
        let place = name.place.to(end);
        Some(Attribute::new(name, value, place))
    }

    fn missing_value(&mut self, name: &str, place: Place) {
        let help = format!("write `{name}=\"…\"`, or `{name}={{…}}` for a run-time value");
        self.report(Diagnostic::new(Code::MissingValue, place).with("attribute", name).help(help));
    }

    /// The value, and where it ends.
    fn value(&mut self, name: &str, place: Place) -> (Value, Place) {
        if let Some((inside, span, rest)) = self.cursor.group(Delimiter::Brace) {
            self.cursor = rest;
            let end = self.at(span.join());
            return (self.splice(inside, span.join()).map_or(Value::Missing, Value::Splice), end);
        }
        if let Some((literal, rest)) = self.cursor.literal() {
            self.cursor = rest;
            let end = self.at(literal.span());
            return (self.literal_value(literal, end), end);
        }
        if let Some(literal) = self.negative() {
            let end = literal.place;
            return (Value::Literal(literal), end);
        }
        if let Some((ident, rest)) = self.cursor.ident()
            && let Some(literal) = self.boolean(&ident)
        {
            self.cursor = rest;
            let end = literal.place;
            return (Value::Literal(literal), end);
        }
        if self.cursor.eof() || self.begins_next() || ['>', '/', '<'].into_iter().any(|end| self.peek_punct(end)) {
            self.missing_value(name, place);
            return (Value::Missing, place);
        }
        match self.unquoted() {
            Some(literal) => {
                let end = literal.place;
                (Value::Literal(literal), end)
            }
            None => (Value::Missing, place),
        }
    }

    fn literal_value(&mut self, literal: proc_macro2::Literal, place: Place) -> Value {
        if let Some(literal) = self.read(literal.clone()) {
            return Value::Literal(literal);
        }
        let quoted = format!("{:?}", text::quotable(&literal));
        let diagnostic = Diagnostic::new(Code::UnsupportedLiteral, place).with("found", &literal.to_string());
        self.report(diagnostic.advise(Advice::quoted("write", &quoted, vec![Edit::over(place, quoted.clone())])));
        Value::Missing
    }

    /// A number with a sign: no attribute takes one unquoted, but the message is that of the value.
    fn negative(&mut self) -> Option<Literal> {
        let (minus, rest) = self.cursor.punct().filter(|(punct, _)| matches!(punct.as_char(), '-' | '+'))?;
        let (literal, rest) = rest.literal()?;
        let last = literal.span();
        let number = self.read(literal).filter(|literal| literal.kind == LiteralKind::Number)?;
        self.cursor = rest;
        let place = self.source.place(Spans::at(minus.span()).to(last));
        Some(Literal { text: format!("{}{}", minus.as_char(), number.text), place, ..number })
    }

    /// Whether the next attribute comes: a name and `=`.
    fn begins_next(&self) -> bool {
        name(self.cursor).is_some_and(|(_, rest)| puncts(rest, "=").is_some())
    }

    /// A value without quotes or braces: a path, a call and the like are taken as a whole.
    fn unquoted(&mut self) -> Option<Literal> {
        let (mut found, first): (String, Span) = self.skip()?;
        let mut spans = Spans::at(first);
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
            spans = spans.to(last);
        }
        let place = self.source.place(spans);
        Some(Literal { text: found, kind: LiteralKind::Bare, place, meant: false })
    }
}
