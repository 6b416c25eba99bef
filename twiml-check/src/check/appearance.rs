//! Strings that are not what they look like: names between braces, and speech markup.

use twiml_core::vocabulary::{self, TextPresence};

use super::{Checker, Draft};
use crate::{
    catalogue::Code,
    change::{Change, Piece},
    diagnostic::Diagnostic,
    notation::Notation,
    tree::Literal,
};

impl Checker {
    /// Warns of names between braces in a literal, of which this is the first, and offers to fill them in.
    pub(super) fn braces(&mut self, literal: &Literal, name: &str, filled: Option<Change>) {
        if literal.meant {
            return;
        }
        let diagnostic = Diagnostic::new(Code::BracesInText, literal.place).with("name", &format!("{{{name}}}"));
        let draft = Draft::new(self.meant(diagnostic)).changes(filled);
        // A string of Rust is always filled in.
        self.report(draft.otherwise(format!("write `{{{{{name}}}}}` if a template fills it in")));
    }

    /// The same of a text, which is split.
    pub(super) fn braces_in_text(&mut self, text: &Literal) {
        if let Some((name, pieces)) = names(&text.text) {
            self.braces(text, &name, Some(Change::Split { text: text.place, pieces }));
        }
    }

    /// Warns of speech markup in a text: it would be read aloud as it stands.
    pub(super) fn markup_in_text(&mut self, text: &Literal, row: &'static vocabulary::Element) {
        if text.meant || !is_spoken(row) {
            return;
        }
        if let Some(tag) = speech_markup(&text.text) {
            let diagnostic = Diagnostic::new(Code::MarkupInText, text.place).with("tag", &format!("<{tag}"));
            let help = match self.context.notation {
                Notation::Rust => "end the string before it, and write it as markup",
                Notation::Xml => "write it as markup",
            };
            self.report(Draft::new(self.meant(diagnostic)).otherwise(help));
        }
    }

    /// Says how to say that it is meant.
    fn meant(&self, diagnostic: Diagnostic) -> Diagnostic {
        match self.context.notation {
            Notation::Rust => diagnostic.note("write it as `{\"…\"}` if it is meant"),
            Notation::Xml => diagnostic,
        }
    }
}

/// The first name of Rust between braces, as `format!` would take it, and the text cut at all of them.
pub(super) fn names(text: &str) -> Option<(String, Vec<Piece>)> {
    let pieces = pieces(text);
    let name = pieces.iter().find_map(|piece| match piece {
        Piece::Name { expression, .. } => Some(expression.clone()),
        Piece::Text(_) => None,
    })?;
    Some((name, pieces))
}

/// The text cut at the names. Doubled braces are of a template, and those of the macro are single.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        plain.push_str(before);
        let inner =
            behind.strip_prefix('{').filter(|inner| inner.split_once('}').is_some_and(|(_, end)| end.starts_with('}')));
        let (typed, closing) = inner.map_or((behind, "}"), |inner| (inner, "}}"));
        match typed.split_once(closing).and_then(|(name, end)| Some((named(name)?, end))) {
            Some((name, end)) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(name);
                rest = end;
            }
            None => {
                plain.push('{');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

/// `name`, `self.name`, `price:.2`
fn named(typed: &str) -> Option<Piece> {
    let (expression, specification) = match typed.split_once(':') {
        Some((expression, specification)) => (expression, specification),
        None => (typed, ""),
    };
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && word.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_')
    };
    let is_specification = specification.chars().all(|sign| sign.is_ascii_digit() || "<^>+-#.*$?xXobeE".contains(sign));
    let is_named = expression.split('.').all(is_word) && is_specification && !typed.ends_with(':');
    is_named.then(|| Piece::Name { expression: expression.to_owned(), specification: specification.to_owned() })
}

/// Whether what an element holds is spoken: itself, or what it stands in, mixes text with markup.
fn is_spoken(row: &'static vocabulary::Element) -> bool {
    let is_mixed = |row: &vocabulary::Element| row.text.presence == TextPresence::Mixed;
    is_mixed(row) || row.parents().next().is_some() && row.parents().all(is_mixed)
}

/// The name of an element that begins in the text.
fn speech_markup(text: &str) -> Option<&'static str> {
    text.split('<').skip(1).find_map(|rest| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let end = rest.find([' ', '/', '>'])?;
        let name = rest.get(..end)?;
        vocabulary::named(name).next().map(|row| row.name)
    })
}
