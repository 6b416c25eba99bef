//! Literals, and text that lacks its quotes.

use proc_macro2::{Delimiter, Spacing, TokenTree};
use syn::{Lit, buffer::Cursor};
use twiml_check::catalogue::{Code, Fault};

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

/// What a literal of another kind was probably meant to say.
pub(super) fn quotable(literal: &proc_macro2::Literal) -> String {
    match Lit::new(literal.clone()) {
        Lit::Int(number) => number.base10_digits().to_owned(),
        Lit::Float(number) => number.base10_digits().to_owned(),
        Lit::Char(character) => character.value().to_string(),
        Lit::Str(text) => text.value(),
        _ => literal.to_string().trim_start_matches(['b', 'c', 'r', '#']).trim_matches(['\'', '"', '#']).to_owned(),
    }
}

pub(super) fn is_string(literal: &proc_macro2::Literal) -> bool {
    matches!(Lit::new(literal.clone()), Lit::Str(_))
}

/// Whether what comes next can only be text without its quotes.
pub(super) fn is_bare(cursor: Cursor<'_>) -> bool {
    if let Some((literal, _)) = cursor.literal() {
        return !is_string(&literal);
    }
    let ends = cursor.punct().is_some_and(|(punct, _)| matches!(punct.as_char(), '<' | ','));
    let is_brace = cursor.group(Delimiter::Brace).is_some();
    let is_keyword = cursor.ident().is_some_and(|(ident, _)| control::is_keyword(&ident));
    !(cursor.eof() || ends || is_brace || is_keyword && control::starts_statement(cursor))
}

/// A token as it was typed.
pub(super) fn typed(tree: &TokenTree) -> String {
    match tree {
        TokenTree::Group(_) | TokenTree::Literal(_) => tree.span().source_text().unwrap_or_else(|| tree.to_string()),
        // Both halves of a lifetime have the place of the whole.
        TokenTree::Ident(_) | TokenTree::Punct(_) => tree.to_string(),
    }
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
                let help = format!("write {:?}", quotable(literal));
                self.report(Place::at(literal.span()), Fault::new(Code::TextLiteral).help(&help));
                None
            }
        }
    }

    /// Tokens where only markup may stand: reported as a whole, with the quoted form.
    pub(super) fn bare_text(&mut self) {
        let mut words = Words::default();
        let mut place: Option<Place> = None;
        while !self.cursor.eof() && !self.peek_punct('<') {
            let Some((tree, rest)) = self.cursor.token_tree() else { break };
            let is_quoted = self.cursor.literal().is_some_and(|(literal, _)| is_string(&literal));
            let is_brace = self.cursor.group(Delimiter::Brace).is_some();
            let is_keyword = self.cursor.ident().is_some_and(|(ident, _)| control::is_keyword(&ident));
            if is_quoted || is_brace || (is_keyword && place.is_some() && control::starts_statement(self.cursor)) {
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
        let words = words.text;
        let fault = if words.ends_with(':') {
            let fault = Fault::new(Code::BareText).help(&format!("write \"{words}//…\""));
            fault.note("Rust takes `//` outside of quotes for a comment: the rest of the line is lost")
        } else if is_jump(&words) {
            Fault::new(Code::BareText).help(&format!("write `{{{words}}}` for the Rust, or {words:?} for the text"))
        } else if words.contains(char::is_alphanumeric) {
            Fault::new(Code::BareText).help(&format!("write {words:?}"))
        } else {
            let expected = "an element, a string or `{…}`";
            Fault::new(Code::StrayToken).with("expected", expected).with("found", &words)
        };
        self.report(place, fault);
    }
}

/// Text that lacks its quotes.
#[derive(Default)]
struct Words {
    text: String,
    /// The next token stands close to the last one.
    joint: bool,
}

/// Whether what stands there without braces is Rust that leaves the code around the macro.
fn is_jump(words: &str) -> bool {
    ["return", "break", "continue"].into_iter().any(|keyword| words.split(' ').next() == Some(keyword))
}

/// Joins tokens as they were probably typed: the tokeniser does not tell where the spaces were.
fn push_word(words: &mut Words, tree: &TokenTree) {
    let closes = matches!(tree, TokenTree::Punct(punct) if ",.;:!?%'".contains(punct.as_char()));
    if !words.text.is_empty() && !words.joint && !closes && !words.text.ends_with(['(', '$', '#', '@', '/', '-']) {
        words.text.push(' ');
    }
    words.text.push_str(&typed(tree));
    words.joint = matches!(tree, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
}
