//! Control flow and statements.

use super::{End, Parser};
use crate::{
    problem::Problem,
    tokens::Kind,
    tree::{Branch, Node, Span},
};

impl Parser<'_, '_> {
    /// `if … { … } else if … { … } else { … }`
    pub(super) fn condition(&mut self) -> Result<Node, Problem> {
        let mut branches = Vec::new();
        let (mut before, mut behind) = (Vec::new(), Vec::new());
        loop {
            let is_if = self.text() == "if";
            let header = if is_if { Some(self.required_header()?) } else { None };
            if self.text() != "{" {
                return Err(self.problem("`else` needs a body in braces, or `if`"));
            }
            branches.push(Branch { before, behind, header, body: self.block()? });
            if !is_if || !self.at_else()? {
                return Ok(Node::If(branches));
            }
            before = self.comments()?;
            self.at += 1;
            behind = self.comments()?;
        }
    }

    /// Whether `else` comes next, whatever comments are in front of it.
    fn at_else(&mut self) -> Result<bool, Problem> {
        let start = self.at;
        // Comments that nothing follows stay where they are.
        let comments = self.comments();
        let is_else = self.text() == "else";
        self.at = start;
        comments.map(|_| is_else)
    }

    fn required_header(&mut self) -> Result<Span, Problem> {
        let keyword = self.at;
        self.header().ok_or_else(|| {
            let word = self.tokens.text(keyword);
            self.tokens.problem(keyword, format!("`{word}` needs a body in braces"))
        })
    }

    /// `'label: for …`
    pub(super) fn labelled(&mut self) -> Result<Node, Problem> {
        let from = self.at;
        if let Some(behind) = self.peek(1).filter(|_| self.tokens.is(from + 1, ":")).map(|_| from + 2) {
            self.at = self.behind_comments(behind);
            if matches!(self.text(), "for" | "while" | "loop") {
                return self.repetition(from);
            }
        }
        self.at = from;
        Err(self.problem("a label stands before `for`, `while` or `loop`"))
    }

    /// `for`, `while` and `loop`, which begin at `from` with their label.
    pub(super) fn repetition(&mut self, from: usize) -> Result<Node, Problem> {
        let header = Span { from, to: self.required_header()?.to };
        Ok(Node::Loop { header, body: self.block()? })
    }

    pub(super) fn choice(&mut self) -> Result<Node, Problem> {
        let header = self.required_header()?;
        let arms = self.nested(Self::arms)?;
        Ok(Node::Match { header, arms })
    }

    /// `let …;`, `break;`, `continue;`, `return …;` and whatever else ends in `;`. As an arm, an assignment or a jump needs none.
    pub(super) fn statement(&mut self, end: End) -> Result<Span, Problem> {
        let from = self.at;
        let keyword = self.text();
        let is_jump = matches!(keyword, "break" | "continue" | "return");
        let mut assigns = keyword == "let" || is_jump;
        while self.at < self.end && !self.at_tag_end() {
            match self.text() {
                ";" if self.at > from => {
                    self.at += 1;
                    return Ok(self.since(from));
                }
                ";" => break,
                "," if end == End::Comma && assigns && keyword != "let" => return Ok(self.since(from)),
                "=" => assigns = true,
                _ => {}
            }
            self.next_tree();
        }
        if assigns && keyword != "let" && end == End::Comma && self.at == self.end {
            return Ok(self.since(from));
        }
        self.at = from;
        Err(self.problem(match (self.kind(), keyword) {
            (Some(Kind::Name), "let") => "`let` needs a `;`".to_owned(),
            (Some(Kind::Name), "break" | "continue" | "return") => format!("`{keyword}` needs a `;`"),
            _ => "an element, a string, `{…}` or control flow is expected".to_owned(),
        }))
    }
}
