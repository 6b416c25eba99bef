//! The arms of a `match`.

use super::{End, Parser};
use crate::{
    problem::Problem,
    tokens::Kind,
    tree::{Arm, ArmBody, ArmItem, Item, List, Node, Span},
};

impl Parser<'_, '_> {
    /// Takes `{ arms }`.
    pub(super) fn arms(&mut self) -> Result<Vec<ArmItem>, Problem> {
        let close = self.partner(self.at);
        let outside = std::mem::replace(&mut self.end, close);
        self.at += 1;
        let mut arms = Vec::new();
        while self.at < self.end {
            let breaks = self.peek(0).map_or(0, |token| token.breaks);
            let arm = match self.comment()? {
                Some(comment) => Arm::Comment(comment),
                None => self.arm()?,
            };
            arms.push(ArmItem { breaks, arm });
        }
        self.at = close + 1;
        self.end = outside;
        Ok(arms)
    }

    /// `pattern if guard => body,`
    fn arm(&mut self) -> Result<Arm, Problem> {
        let pattern = self.pattern()?;
        self.at += 2;
        let behind = self.comments()?;
        let body = if self.text() == "{" { self.braced()? } else { self.bare()? };
        let before = if self.at_comma()? { self.comments()? } else { Vec::new() };
        let comma = self.text() == ",";
        self.at += usize::from(comma);
        Ok(Arm::Arm { pattern, behind, body, before, comma })
    }

    fn pattern(&mut self) -> Result<Span, Problem> {
        let from = self.at;
        while self.at < self.end {
            let is_arrow = self.text() == "=" && self.at + 1 < self.end && self.tokens.is(self.at + 1, ">");
            if is_arrow && self.at > from {
                return Ok(self.since(from));
            }
            self.next_tree();
        }
        self.at = from;
        Err(self.problem("an arm of `match` is `pattern => markup`"))
    }

    /// A body in braces: markup if it reads as markup, Rust otherwise.
    fn braced(&mut self) -> Result<ArmBody, Problem> {
        let (start, end, depth) = (self.at, self.end, self.depth);
        let first = self.behind_comments(start + 1);
        let begins_markup = match (self.tokens.kind(first), self.tokens.text(first)) {
            (Some(Kind::Text | Kind::Close | Kind::Lifetime), _) => true,
            (_, word) => ["<", "{", "#", "$", "if", "for", "while", "loop", "match", "let"].contains(&word),
        };
        if !begins_markup {
            return Ok(ArmBody::Splice(self.splice()));
        }
        match self.block() {
            Ok(list) => Ok(ArmBody::Block(list)),
            // What holds a tag is markup, whatever is wrong with it.
            Err(problem) if self.holds_tag(start) => Err(problem),
            Err(_) => {
                (self.at, self.end, self.depth) = (start, end, depth);
                Ok(ArmBody::Splice(self.splice()))
            }
        }
    }

    /// Whether `</` or `/>` stands in a group.
    fn holds_tag(&self, group: usize) -> bool {
        let tags = [("<", "/"), ("/", ">")];
        (group..self.partner(group)).any(|index| {
            tags.iter().any(|(first, second)| self.tokens.is(index, first) && self.tokens.is(index + 1, second))
        })
    }

    /// A body without braces: at least one node that is no comment.
    fn bare(&mut self) -> Result<ArmBody, Problem> {
        let from = self.at;
        let mut list = self.list(End::Comma)?;
        let ended = self.at >= self.end || self.text() == ",";
        if self.text() != "," {
            self.give_back_comments(&mut list);
        }
        let is_empty = list.items.iter().all(|item| matches!(item.node, Node::Comment(_)));
        if is_empty || !ended {
            self.at = if is_empty { from } else { self.at };
            return Err(self.problem("an arm of `match` is `pattern => markup,`"));
        }
        Ok(ArmBody::Nodes(list))
    }

    /// Comments at the end of the last arm are none of its body.
    fn give_back_comments(&mut self, list: &mut List) {
        while let Some(Item { node: Node::Comment(comment), .. }) = list.items.last() {
            self.at = comment.span.from;
            list.items.pop();
        }
    }

    /// Whether a comma comes next, whatever comments are in front of it.
    fn at_comma(&mut self) -> Result<bool, Problem> {
        let start = self.at;
        let comments = self.comments();
        let is_comma = self.text() == ",";
        self.at = start;
        comments.map(|_| is_comma)
    }
}
