//! Literals, and text that lacks its quotes.

use proc_macro2::{Delimiter, Spacing, TokenTree};
use syn::{Lit, buffer::Cursor};
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Literal, LiteralKind},
};

use super::{Parser, control};
use crate::source::Spans;

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

impl Parser<'_, '_> {
    /// What a literal stands for; `None` for kinds that TwiML has no use for.
    pub(super) fn read(&mut self, literal: proc_macro2::Literal) -> Option<Literal> {
        let span = literal.span();
        let (text, kind, suffix) = match Lit::new(literal) {
            Lit::Str(text) => (text.value(), LiteralKind::String, text.suffix().to_owned()),
            Lit::Int(number) => (number.base10_digits().to_owned(), LiteralKind::Number, number.suffix().to_owned()),
            Lit::Float(number) => (number.base10_digits().to_owned(), LiteralKind::Number, number.suffix().to_owned()),
            _ => return None,
        };
        suffix.is_empty().then(|| Literal { text, kind, place: self.at(span), meant: false })
    }

    /// The literal that is all there is.
    pub(super) fn only_literal(&mut self, cursor: Cursor<'_>) -> Option<Literal> {
        if let Some((literal, rest)) = cursor.literal() {
            let literal = rest.eof().then(|| self.read(literal)).flatten()?;
            return Some(Literal { meant: literal.kind == LiteralKind::String, ..literal });
        }
        let (ident, rest) = cursor.ident()?;
        if rest.eof() { self.boolean(&ident) } else { None }
    }

    /// `true` and `false`.
    pub(super) fn boolean(&mut self, ident: &proc_macro2::Ident) -> Option<Literal> {
        let text = ident.to_string();
        let is_boolean = matches!(text.as_str(), "true" | "false");
        is_boolean.then(|| Literal { text, kind: LiteralKind::Boolean, place: self.at(ident.span()), meant: false })
    }

    /// A literal where text stands: what is no string is taken for what it was meant to say.
    pub(super) fn text(&mut self, literal: proc_macro2::Literal) -> Literal {
        let quoted = quotable(&literal);
        let place = self.at(literal.span());
        let read = self.read(literal);
        read.unwrap_or(Literal { text: quoted, kind: LiteralKind::Number, place, meant: false })
    }

    /// Tokens where only markup may stand: reported as a whole, with the quoted form.
    pub(super) fn bare_text(&mut self) -> Option<Literal> {
        let mut words = Words::default();
        let mut spans: Option<Spans> = None;
        while !self.cursor.eof() && !self.peek_punct('<') {
            let Some((tree, rest)) = self.cursor.token_tree() else { break };
            let is_quoted = self.cursor.literal().is_some_and(|(literal, _)| is_string(&literal));
            let is_brace = self.cursor.group(Delimiter::Brace).is_some();
            let is_keyword = self.cursor.ident().is_some_and(|(ident, _)| control::is_keyword(&ident));
            if is_quoted || is_brace || (is_keyword && spans.is_some() && control::starts_statement(self.cursor)) {
                break;
            }
            push_word(&mut words, &tree);
            spans = Some(spans.map_or(Spans::at(tree.span()), |spans| spans.to(tree.span())));
            self.cursor = rest;
        }
        let Some(spans) = spans else {
            // A token that no branch takes must still be passed, or the parser would stand still.
            self.skip();
            return None;
        };
        let place = self.source.place(spans);
        let words = words.text;
        let diagnostic = if words.ends_with(':') {
            let diagnostic = Diagnostic::new(Code::BareText, place).help(format!("write \"{words}//…\""));
            diagnostic.note("Rust takes `//` outside of quotes for a comment: the rest of the line is lost")
        } else if words.contains(char::is_alphanumeric) {
            return Some(Literal { text: words, kind: LiteralKind::Bare, place, meant: false });
        } else {
            let expected = "an element, a string or `{…}`";
            let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", expected);
            let remove = Advice::typed("remove", &words, vec![Edit::remove(place)]);
            diagnostic.with("found", &words).advise(remove)
        };
        self.report(diagnostic);
        None
    }
}

/// Text that lacks its quotes.
#[derive(Default)]
struct Words {
    text: String,
    /// The next token stands close to the last one.
    joint: bool,
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
