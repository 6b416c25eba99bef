//! Statements of Rust between tags: they are handed on as they are.
//!
//! What ends in `;` before the next tag is a statement if it can be one: no two words stand beside each other as in a sentence,
//! and it does something. `left -= 1;` and `log(x);` do, `Tom & Jerry;` does not.

use proc_macro2::TokenTree;
use quote::quote;
use twiml_check::tree::{Node, Statement};

use super::{Parser, ahead::is_keyword, braces::may_jump, row::Row};

/// What leaves the code around it.
const JUMPS: [&str; 3] = ["break", "continue", "return"];

/// What begins a statement that names something.
const ITEMS: [&str; 5] = ["const", "let", "static", "type", "use"];

impl Row {
    /// The `;` of a statement that begins here, or the end of the row where none is needed.
    pub(super) fn statement(&self, at: usize) -> Option<usize> {
        let ahead = self.ahead();
        let Some(semicolon) = ahead.semicolon(at) else {
            let is_last_jump = self.is_jump(at) && self.is_whole_jump(at, self.len());
            return is_last_jump.then_some(self.len());
        };
        let is_one = if self.is_word(at, "let") {
            true
        } else if self.is_jump(at) {
            self.is_whole_jump(at, semicolon)
        } else {
            let does_something = ahead.has_effect(at + 1, semicolon) || self.is_item(at);
            self.begins_expression(at) && ahead.is_expression(at, semicolon) && does_something
        };
        is_one.then_some(semicolon)
    }

    /// Whether an arm is a statement as a whole: an assignment or a jump. A call is rather meant to be written.
    pub(super) fn is_statement(&self, at: usize, end: usize) -> bool {
        let assigns = || self.ahead().is_expression(at, end) && self.ahead().assigns(at + 1, end);
        if self.is_jump(at) { self.is_whole_jump(at, end) } else { assigns() }
    }

    /// Whether the statement names something that is known behind it.
    pub(super) fn is_item(&self, at: usize) -> bool {
        ITEMS.iter().any(|word| self.is_word(at, word))
    }

    fn begins_expression(&self, at: usize) -> bool {
        match self.get(at) {
            Some(TokenTree::Punct(_)) => self.is_punct(at, '*') || self.behind(at, "::").is_some(),
            Some(TokenTree::Ident(word)) => !is_keyword(word) || self.is_item(at),
            Some(TokenTree::Group(_)) => true,
            Some(TokenTree::Literal(_)) | None => false,
        }
    }

    pub(super) fn is_jump(&self, at: usize) -> bool {
        JUMPS.iter().any(|word| self.is_word(at, word))
    }

    /// Whether a jump, with its label or its value, is all up to there.
    fn is_whole_jump(&self, at: usize, end: usize) -> bool {
        let is_label = self.is_label(at + 1) && end == at + 3;
        end == at + 1 || is_label || self.is_word(at, "return") && self.ahead().is_expression(at, end)
    }

    /// A label is two tokens.
    pub(super) fn is_label(&self, at: usize) -> bool {
        self.is_punct(at, '\'') && self.is_joint(at) && self.ident(at + 1).is_some()
    }
}

impl Parser<'_> {
    /// A `let` without its end.
    pub(super) fn incomplete_binding(&mut self) {
        if let Some(keyword) = self.row.ident(self.at).cloned() {
            self.incomplete(&keyword);
        }
        self.recover(self.at);
    }

    /// Takes a statement that ends at a `;`, or before some other token.
    pub(super) fn statement(&mut self, end: usize) -> Node {
        let jumps = self.row.is_jump(self.at);
        let tokens = self.row.tokens(self.at, end);
        self.at = end;
        let semicolon = self.row.punct(end).filter(|sign| sign.as_char() == ';').cloned();
        let tokens = match &semicolon {
            Some(semicolon) => quote!(#tokens #semicolon),
            None => quote!(#tokens;),
        };
        self.at += usize::from(semicolon.is_some());
        let may_jump = may_jump(&tokens);
        Node::Statement(Statement { source: self.source.keep(tokens), jumps, may_jump })
    }
}
