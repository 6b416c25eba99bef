//! What stands in a tag.

use super::{
    place,
    read::{Reader, literal},
    scan::is_blank,
    text::{self, Context},
};
use crate::{
    catalogue::Code,
    diagnostic::{Advice, Diagnostic, Edit},
    tree::{Attribute, Name, Place, Splice, Value},
};

/// An element with more attributes has many that nothing knows; whether they are well-formed does not matter then.
const MANY: usize = 500;

impl Reader<'_> {
    /// The attributes of the element of this name.
    pub(super) fn attributes(&mut self, element: Place) -> Vec<Attribute> {
        let mut attributes: Vec<Attribute> = Vec::new();
        let mut outside = self.scanner.position;
        loop {
            self.scanner.skip_blanks();
            let start = self.scanner.position;
            if !self.marks(outside..start).is_empty() && self.reading.templated.last() != Some(&element) {
                self.reading.templated.push(element);
            }
            match self.scanner.byte() {
                None | Some(b'<' | b'>') => break,
                Some(b'/') if self.scanner.is_at("/>") || self.parted_end() => break,
                Some(b'/' | b'=' | b'"' | b'\'') => {
                    self.scanner.position += 1;
                    self.scanner.take_until(&[' ', '\t', '\r', '\n', '<', '>']);
                    self.stray(start..self.scanner.position, "an attribute, `>` or `/>`");
                }
                Some(_) => {
                    self.stands_apart(start);
                    attributes.push(self.attribute());
                }
            }
            outside = self.scanner.position;
        }
        let declares = |attribute: &Attribute| attribute.name.text.starts_with("xmlns");
        self.reading.is_odd |= attributes.len() > MANY || attributes.iter().any(declares);
        attributes
    }

    fn attribute(&mut self) -> Attribute {
        let start = self.scanner.position;
        let name = self.name();
        let behind = self.scanner.position;
        self.scanner.skip_blanks();
        let value = if self.scanner.eat("=") {
            self.value(&name)
        } else {
            self.scanner.position = behind;
            self.missing_value(&name);
            Value::Missing
        };
        let place = self.since(start);
        Attribute::new(name, value, place)
    }

    /// `/ >`: whether it stands here. Then it is taken up to its `>`.
    fn parted_end(&mut self) -> bool {
        let start = self.scanner.position;
        let mut ahead = self.scanner;
        ahead.position += 1;
        ahead.skip_blanks();
        if ahead.byte() != Some(b'>') {
            return false;
        }
        let end = place(start..ahead.position + 1);
        let diagnostic = Diagnostic::new(Code::NotWellFormed, end).with("problem", "`/` and `>` stand apart");
        self.report(diagnostic.advise(Advice::typed("write", "/>", vec![Edit::over(end, "/>")])));
        self.scanner = ahead;
        true
    }

    /// Attributes have white space before them.
    fn stands_apart(&mut self, start: usize) {
        let before = start.checked_sub(1).and_then(|before| self.scanner.text.as_bytes().get(before));
        if before.is_some_and(|before| is_blank(*before)) {
            return;
        }
        let mut ahead = self.scanner;
        ahead.take_name();
        let name = place(start..ahead.position);
        let diagnostic = Diagnostic::new(Code::NotWellFormed, name).with("problem", "white space is missing");
        let blank = Advice::words("put a blank before it").with(vec![Edit::before(name, " ")]);
        self.report(diagnostic.advise(blank));
    }

    fn missing_value(&mut self, name: &Name) {
        let diagnostic = Diagnostic::new(Code::MissingValue, name.place).with("attribute", &name.text);
        self.report(diagnostic.help(format!("write `{}=\"…\"`", name.text)));
    }

    /// What stands behind `=`.
    fn value(&mut self, name: &Name) -> Value {
        let behind = self.scanner.position;
        self.scanner.skip_blanks();
        if let Some(mark) = self.marks(behind..self.scanner.position + 1).next()
            && let Some(placeholder) = self.placeholders.get(mark)
        {
            self.scanner.position = super::index(placeholder.place.last);
            return self.unquoted(name, placeholder.place, None);
        }
        match self.scanner.byte() {
            Some(quote @ (b'"' | b'\'')) => self.quoted(name, char::from(quote)),
            Some(b'>' | b'<') | None => {
                self.scanner.position = behind;
                self.missing_value(name);
                Value::Missing
            }
            Some(_) => {
                let start = self.scanner.position;
                let found = self.scanner.take_until(&[' ', '\t', '\r', '\n', '<', '>']);
                let found = match found.strip_suffix('/') {
                    Some(before) if self.scanner.byte() == Some(b'>') => before,
                    _ => found,
                };
                self.scanner.position = start + found.len();
                if found.is_empty() {
                    self.missing_value(name);
                    return Value::Missing;
                }
                self.unquoted(name, place(start..start + found.len()), Some(found))
            }
        }
    }

    /// A value without quotes: without a text, it is a placeholder.
    fn unquoted(&mut self, name: &Name, written: Place, found: Option<&str>) -> Value {
        let quotes = vec![Edit::before(written, "\""), Edit::after(written, "\"")];
        let typed = format!("{}=\"{}\"", name.text, found.unwrap_or("…"));
        let diagnostic = Diagnostic::new(Code::BareValue, written).with("attribute", &name.text);
        self.report(diagnostic.advise(Advice::typed("write", &typed, quotes)));
        Value::Missing
    }

    fn quoted(&mut self, name: &Name, quote: char) -> Value {
        let start = self.scanner.position;
        self.scanner.position += 1;
        let rest = self.scanner.rest();
        let end = rest.find(quote);
        let inside = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let before_tag = inside.split('<').next().unwrap_or_default();
        let forgotten = before_tag.len() < inside.len() && before_tag.contains('>');
        if end.is_none() || forgotten {
            let said = before_tag.split(['>', '\n']).next().unwrap_or_default().trim_end_matches(['/', ' ', '\r']);
            self.scanner.position += said.len();
            self.unclosed_value(name, self.since(start), quote);
            return Value::Missing;
        }
        let range = start + 1..start + 1 + inside.len();
        self.scanner.position = range.end + 1;
        for (bracket, _) in inside.match_indices('<') {
            self.bare_bracket(range.start + bracket);
        }
        let written = self.since(start);
        if let Some(mark) = self.marks(range.clone()).next() {
            return Value::Splice(Splice {
                source: mark,
                place: written,
                literal: None,
                constant: true,
                may_jump: false,
            });
        }
        let text = text::read(self.scanner.text, range, Context::Value, &mut self.reading.diagnostics);
        Value::Literal(literal(text, written))
    }

    fn unclosed_value(&mut self, name: &Name, written: Place, quote: char) {
        let diagnostic = Diagnostic::new(Code::UnclosedValue, written).with("attribute", &name.text);
        let end = Advice::words(format!("write `{quote}` behind it"));
        self.report(diagnostic.advise(end.with(vec![Edit::after(written, quote.to_string())])));
    }
}
