//! The tokens of one level: those of the macro call, or of a group that holds markup.
//!
//! A group is one token here. What is in it becomes a row of its own once it turns out to be markup, so that Rust is never
//! taken apart.

use std::cell::OnceCell;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use super::{ahead::Ahead, literal};
use crate::source::Spans;

/// A row of tokens. Behind its last token there is nothing: every question is answered with no.
#[derive(Debug)]
pub(super) struct Row {
    trees: Vec<TokenTree>,
    ahead: OnceCell<Ahead>,
}

impl Row {
    pub(super) fn new(tokens: TokenStream) -> Self {
        let mut trees = Vec::new();
        tokens.into_iter().for_each(|tree| push(&mut trees, tree));
        Self { trees, ahead: OnceCell::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.trees.len()
    }

    pub(super) fn is_end(&self, at: usize) -> bool {
        at >= self.trees.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&TokenTree> {
        self.trees.get(at)
    }

    /// The tokens from one on and before another.
    pub(super) fn tokens(&self, from: usize, to: usize) -> TokenStream {
        self.trees.get(from..to).unwrap_or_default().iter().cloned().collect()
    }

    /// Where they stand.
    pub(super) fn spans(&self, from: usize, to: usize) -> Spans {
        Spans::at(self.span(from)).to(self.span(to.saturating_sub(1)))
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.trees.get(at).map_or_else(Span::call_site, TokenTree::span)
    }

    pub(super) fn ident(&self, at: usize) -> Option<&Ident> {
        if let TokenTree::Ident(ident) = self.trees.get(at)? { Some(ident) } else { None }
    }

    /// Whether this word stands there.
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.ident(at).is_some_and(|ident| ident == word)
    }

    pub(super) fn literal(&self, at: usize) -> Option<&Literal> {
        if let TokenTree::Literal(literal) = self.trees.get(at)? { Some(literal) } else { None }
    }

    pub(super) fn punct(&self, at: usize) -> Option<&Punct> {
        if let TokenTree::Punct(punct) = self.trees.get(at)? { Some(punct) } else { None }
    }

    pub(super) fn is_punct(&self, at: usize, character: char) -> bool {
        self.punct(at).is_some_and(|punct| punct.as_char() == character)
    }

    /// Whether one of these signs stands there.
    pub(super) fn is_one_of(&self, at: usize, characters: &str) -> bool {
        self.punct(at).is_some_and(|punct| characters.contains(punct.as_char()))
    }

    /// Whether the sign belongs to the one behind it.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.punct(at).is_some_and(|punct| punct.spacing() == Spacing::Joint)
    }

    /// What is behind these signs, if they stand there.
    pub(super) fn behind(&self, at: usize, characters: &str) -> Option<usize> {
        let mut behind = at;
        for character in characters.chars() {
            if !self.is_punct(behind, character) {
                return None;
            }
            behind += 1;
        }
        Some(behind)
    }

    pub(super) fn group(&self, at: usize, delimiter: Delimiter) -> Option<&Group> {
        match self.trees.get(at)? {
            TokenTree::Group(group) if group.delimiter() == delimiter => Some(group),
            _ => None,
        }
    }

    pub(super) fn brace(&self, at: usize) -> Option<&Group> {
        self.group(at, Delimiter::Brace)
    }

    /// Braces where content or a value stands: also those that a `macro_rules!` hands on as a block.
    pub(super) fn block(&self, at: usize) -> Option<Group> {
        if let Some(group) = self.group(at, Delimiter::None) {
            let mut inside = group.stream().into_iter();
            return match (inside.next()?, inside.next()) {
                (TokenTree::Group(only), None) if only.delimiter() == Delimiter::Brace => Some(only),
                _ => None,
            };
        }
        self.brace(at).cloned()
    }

    pub(super) fn is_string(&self, at: usize) -> bool {
        self.literal(at).is_some_and(literal::is_string)
    }

    /// The end of a tag, which is no Rust: `</` and `/>`.
    pub(super) fn is_tag_end(&self, at: usize) -> bool {
        self.behind(at, "</").or_else(|| self.behind(at, "/>")).is_some()
    }

    /// What looking ahead finds. It is found out once for the whole row.
    pub(super) fn ahead(&self) -> &Ahead {
        self.ahead.get_or_init(|| Ahead::of(self))
    }
}

/// What a `macro_rules!` hands on as one literal or one word is taken for that; anything else stays closed: it is Rust.
fn push(trees: &mut Vec<TokenTree>, tree: TokenTree) {
    let mut inside: Vec<TokenTree> = vec![tree];
    while let [TokenTree::Group(group)] = &inside[..]
        && group.delimiter() == Delimiter::None
    {
        let closer: Vec<TokenTree> = group.stream().into_iter().collect();
        let is_plain = match &closer[..] {
            [TokenTree::Ident(_) | TokenTree::Literal(_)] => true,
            [TokenTree::Punct(sign), TokenTree::Literal(_)] => sign.as_char() == '-',
            [TokenTree::Group(inner)] => inner.delimiter() == Delimiter::None,
            _ => false,
        };
        if !is_plain {
            break;
        }
        inside = closer;
    }
    trees.append(&mut inside);
}
