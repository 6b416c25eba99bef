//! Where Rust between tags ends.

use super::Parser;
use crate::{tokens::Kind, tree::Span};

/// Words that take a block of their own.
const BLOCKS: [&str; 9] = ["match", "if", "else", "unsafe", "loop", "async", "const", "while", "for"];

impl Parser<'_, '_> {
    /// Takes the tokens in front of the body in braces, from the keyword on; `None` if there is no body.
    pub(super) fn header(&mut self) -> Option<Span> {
        let from = self.at;
        let mut pattern = (self.text() == "for").then_some("in");
        // The keyword itself may stand behind a label.
        self.at += 1;
        let mut pending = 0_usize;
        while self.at < self.end && !self.at_tag_end() {
            if self.text() == "{" && pattern.is_none() {
                if pending == 0 {
                    return Some(self.since(from));
                }
                pending -= 1;
            }
            match self.text() {
                "let" => pattern = Some("="),
                "in" => pattern = pattern.filter(|end| *end != "in"),
                "=" if self.ends_pattern() => pattern = pattern.filter(|end| *end != "="),
                word if BLOCKS.contains(&word) && !self.is_binder() => pending += 1,
                _ => {}
            }
            self.next_tree();
        }
        self.at = from;
        None
    }

    /// `for<'a>`, which takes no block.
    fn is_binder(&self) -> bool {
        self.at_words(&["for", "<"]).is_some()
    }

    /// Whether `=` is no part of an operator.
    fn ends_pattern(&self) -> bool {
        let touches = |index: usize| self.tokens.end(index.saturating_sub(1)) == self.tokens.start(index);
        let before = self.at.checked_sub(1).map_or("", |index| self.tokens.text(index));
        let compares = touches(self.at + 1) && matches!(self.tokens.text(self.at + 1), "=" | ">");
        let ends_range = touches(self.at) && before == ".";
        !compares && !ends_range
    }

    /// Passes one token, or one group.
    pub(super) fn next_tree(&mut self) {
        let is_open = self.kind() == Some(Kind::Open);
        self.at = if is_open { self.partner(self.at) + 1 } else { self.at + 1 };
    }

    /// Whether a tag ends here, which no Rust does.
    pub(super) fn at_tag_end(&self) -> bool {
        self.at_words(&["<", "/"]).is_some() || self.at_words(&["/", ">"]).is_some()
    }
}
