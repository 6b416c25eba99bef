//! Literals, and text that lacks its quotes.

use proc_macro2::TokenTree;
use syn::{Lit, buffer::Cursor};
use twiml_core::fault::{Code, Fault};

use super::{Parser, control};
use crate::ast::{Literal, LiteralKind, Place};

/// What a literal stands for; `None` for kinds that TwiML has no use for.
pub(super) fn read(literal: &proc_macro2::Literal) -> Option<Literal> {
    let place = Place::at(literal.span());
    let (text, kind, suffix) = match Lit::new(literal.clone()) {
        Lit::Str(text) => (text.value(), LiteralKind::String, text.suffix().to_owned()),
        Lit::Int(number) => (number.base10_digits().to_owned(), LiteralKind::Number, number.suffix().to_owned()),
        Lit::Float(number) => (number.base10_digits().to_owned(), LiteralKind::Number, number.suffix().to_owned()),
        _ => return None,
    };
    suffix.is_empty().then_some(Literal { text, kind, place, verbatim: false })
}

/// The literal that is all there is.
pub(super) fn only_literal(cursor: Cursor<'_>) -> Option<Literal> {
    if let Some((literal, rest)) = cursor.literal() {
        let literal = rest.eof().then(|| read(&literal)).flatten()?;
        return Some(Literal { verbatim: literal.kind == LiteralKind::String, ..literal });
    }
    let (ident, rest) = cursor.ident()?;
    rest.eof().then(|| boolean(&ident)).flatten()
}

/// `true` and `false`.
pub(super) fn boolean(ident: &proc_macro2::Ident) -> Option<Literal> {
    let text = ident.to_string();
    matches!(text.as_str(), "true" | "false").then(|| Literal {
        text,
        kind: LiteralKind::Boolean,
        place: Place::at(ident.span()),
        verbatim: false,
    })
}

impl Parser<'_, '_> {
    /// A literal where text stands.
    pub(super) fn text(&mut self, literal: &proc_macro2::Literal) -> Option<Literal> {
        match read(literal) {
            Some(text) if text.kind == LiteralKind::String => Some(text),
            _ => {
                let found = literal.to_string();
                let help = format!("write {:?}", found.trim_matches('\''));
                self.report(Place::at(literal.span()), Fault::new(Code::TextLiteral).help(&help));
                None
            }
        }
    }

    /// Tokens where only markup may stand: reported as a whole, with the quoted form.
    pub(super) fn bare_text(&mut self) {
        let mut words = String::new();
        let mut place: Option<Place> = None;
        while !self.cursor.eof() && !self.peek_punct('<') && self.cursor.literal().is_none() {
            let Some((tree, rest)) = self.cursor.token_tree() else { break };
            let is_brace = self.cursor.group(proc_macro2::Delimiter::Brace).is_some();
            let is_keyword = self.cursor.ident().is_some_and(|(ident, _)| control::is_keyword(&ident));
            if is_brace || (is_keyword && place.is_some() && control::starts_statement(self.cursor)) {
                break;
            }
            push_word(&mut words, &tree);
            place = Some(match place {
                Some(place) => place.to(tree.span()),
                None => Place::at(tree.span()),
            });
            self.cursor = rest;
        }
        let Some(place) = place else {
            // A token that no branch takes must still be passed, or the parser would stand still.
            self.skip();
            return;
        };
        self.report(place, Fault::new(Code::BareText).help(&format!("write {words:?}")));
    }
}

/// Joins tokens as they were probably typed: the tokeniser does not tell where the spaces were.
fn push_word(words: &mut String, tree: &TokenTree) {
    let text = tree.span().source_text().unwrap_or_else(|| tree.to_string());
    let closes = matches!(tree, TokenTree::Punct(punct) if ",.;:!?%)".contains(punct.as_char()));
    if !words.is_empty() && !closes && !words.ends_with(['(', '$', '#', '@', '/', '-']) {
        words.push(' ');
    }
    words.push_str(&text);
}
