//! Attributes: names, and values that are literals or braces.

use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Attribute, Literal, LiteralKind, Place, Value},
};

use super::{
    Parser,
    literal::quotable,
    name::name,
    row::Row,
    text::{is_close, joined},
};
use crate::source::Spans;

impl Parser<'_> {
    pub(super) fn is_attribute(&self) -> bool {
        self.row.ident(self.at).is_some() || self.row.is_string(self.at)
    }

    pub(super) fn attribute(&mut self, element: &str) -> Option<Attribute> {
        let name = self.name()?;
        let (value, end) = if self.eat_sign() {
            self.value(element, &name.text, name.place)
        } else {
            self.missing_value(element, &name.text, name.place);
            (Value::Missing, name.place)
        };
        let place = name.place.to(end);
        Some(Attribute::new(name, value, place))
    }

    /// Takes `=`, and what stands in its place from habit: `voice: "alice"`, `voice => "alice"`.
    fn eat_sign(&mut self) -> bool {
        let (sign, behind) = match self.row.behind(self.at, "=>") {
            Some(behind) => ("=>", behind),
            None if self.row.is_punct(self.at, ':') => (":", self.at + 1),
            None => return self.eat_punct('=').is_some(),
        };
        let is_value = self.row.literal(behind).is_some() || self.row.brace(behind).is_some();
        // `=>` may also be the end of a tag behind a value that is not typed yet.
        let goes_on = || self.row.is_one_of(behind + 1, "/>") || self.next_attribute(behind + 1).is_some();
        if !is_value || sign == "=>" && !goes_on() {
            return self.eat_punct('=').is_some();
        }
        let place = self.source.place(self.row.spans(self.at, behind));
        let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "`=`").with("found", sign);
        self.report(diagnostic.advise(Advice::typed("write", "=", vec![Edit::over(place, "=")])));
        self.at = behind;
        true
    }

    /// The value, and where it ends.
    fn value(&mut self, element: &str, name: &str, place: Place) -> (Value, Place) {
        self.skip_dollar();
        if let Some(group) = self.row.block(self.at) {
            self.at += 1;
            let end = self.place(group.span());
            return (self.spliced_value(&group).map_or(Value::Missing, Value::Splice), end);
        }
        if let Some(literal) = self.row.literal(self.at).cloned() {
            self.at += 1;
            let end = self.place(literal.span());
            return (self.literal_value(&literal, end), end);
        }
        if let Some(literal) = self.negative() {
            let end = literal.place;
            return (Value::Literal(literal), end);
        }
        if let Some(ident) = self.row.ident(self.at).cloned()
            && let Some(literal) = self.boolean(&ident)
        {
            self.at += 1;
            let end = literal.place;
            return (Value::Literal(literal), end);
        }
        let begins_path =
            self.row.is_punct(self.at, '/') && !self.row.is_end(self.at + 1) && !self.row.is_one_of(self.at + 1, "></");
        if self.is_end() || self.is_one_of(">/<") && !begins_path || self.next_attribute(self.at).is_some() {
            self.missing_value(element, name, place);
            return (Value::Missing, place);
        }
        let literal = self.unquoted();
        let end = literal.place;
        (Value::Literal(literal), end)
    }

    fn literal_value(&mut self, literal: &proc_macro2::Literal, place: Place) -> Value {
        if let Some(literal) = self.read(literal) {
            return Value::Literal(literal);
        }
        let quoted = format!("{:?}", quotable(literal));
        let diagnostic = Diagnostic::new(Code::UnsupportedLiteral, place).with("found", &literal.to_string());
        self.report(diagnostic.advise(Advice::quoted("write", &quoted, vec![Edit::over(place, quoted.clone())])));
        Value::Missing
    }

    /// A number with a sign: no attribute takes one unquoted, but the message is that of the value.
    fn negative(&mut self) -> Option<Literal> {
        let sign = self.row.punct(self.at).filter(|sign| matches!(sign.as_char(), '-' | '+'))?.clone();
        let literal = self.row.literal(self.at + 1)?.clone();
        let last = literal.span();
        let number = self.read(&literal).filter(|literal| literal.kind == LiteralKind::Number)?;
        self.at += 2;
        let place = self.source.place(Spans::at(sign.span()).to(last));
        Some(Literal { text: format!("{}{}", sign.as_char(), number.text), place, ..number })
    }

    /// What is behind the name of the next attribute, if a name and `=` come there.
    fn next_attribute(&self, at: usize) -> Option<usize> {
        name(&self.row, at).map(|(_, behind)| behind).filter(|&behind| self.row.is_punct(behind, '='))
    }

    /// A value without quotes or braces: a path, a call and the like are taken as a whole.
    fn unquoted(&mut self) -> Literal {
        let start = self.at;
        self.pass_word();
        // A path may have a query.
        let is_path = self.row.is_punct(start, '/');
        let ends = |row: &Row, at: usize| {
            row.is_end(at)
                || row.is_one_of(at, "><")
                || row.behind(at, "/>").is_some()
                || !is_path && row.is_punct(at, '=')
        };
        while !ends(&self.row, self.at) {
            let continues = self.row.is_one_of(self.at - 1, ".:&!-*")
                || self.row.is_one_of(self.at - 1, "/?") && is_close(&self.row, self.at);
            if !continues && self.next_attribute(self.at).is_some() {
                break;
            }
            self.pass_word();
        }
        let (spans, text) = joined(&self.row, start, self.at);
        Literal { text, kind: LiteralKind::Bare, place: self.source.place(spans), meant: false }
    }

    /// Passes a token, or all of a name at once.
    fn pass_word(&mut self) {
        self.at = match name(&self.row, self.at) {
            Some((_, behind)) if self.row.ident(self.at).is_some() => behind,
            _ => self.at + 1,
        };
    }
}
