//! Names of elements and attributes: words joined by `-` and `:`, or a quoted one.

use proc_macro2::{Ident, Span};
use twiml_check::tree::Name;

use super::{Parser, literal::is_string, row::Row};
use crate::source::Spans;

/// A name that may turn out to be none.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) spans: Spans,
    quoted: bool,
}

impl Parser<'_> {
    /// Takes a name.
    pub(super) fn name(&mut self) -> Option<Name> {
        let (name, behind) = name(&self.row, self.at)?;
        self.at = behind;
        Some(self.named(name))
    }

    pub(super) fn named(&mut self, name: Word) -> Name {
        let Word { text, spans, quoted } = name;
        Name { text, place: self.source.place(spans), unchecked: quoted }
    }
}

/// Reads a name without taking it; gives what is behind it, too.
pub(super) fn name(row: &Row, at: usize) -> Option<(Word, usize)> {
    if let Some(literal) = row.literal(at) {
        let syn::Lit::Str(text) = syn::Lit::new(is_string(literal).then(|| literal.clone())?) else { return None };
        return Some((Word { text: text.value(), spans: Spans::at(text.span()), quoted: true }, at + 1));
    }
    let first = row.ident(at)?;
    let mut text = unraw(first);
    let mut spans = Spans::at(first.span());
    let mut behind = at + 1;
    while let Some(joint) = row.punct(behind).filter(|joint| matches!(joint.as_char(), '-' | ':')) {
        // `length: 5` is no name: it lacks the `=`.
        let is_number = joint.as_char() == ':' && row.literal(behind + 1).is_some();
        let Some((more, span)) = part(row, behind + 1).filter(|_| !is_number) else { break };
        text.push(joint.as_char());
        text.push_str(&more);
        spans = spans.to(span);
        behind += 2;
    }
    Some((Word { text, spans, quoted: false }, behind))
}

/// A part of a name: an identifier or digits.
fn part(row: &Row, at: usize) -> Option<(String, Span)> {
    if let Some(ident) = row.ident(at) {
        return Some((unraw(ident), ident.span()));
    }
    let literal = row.literal(at)?;
    let text = literal.to_string();
    text.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| (text, literal.span()))
}

fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
