//! Tags and their attributes.

use super::{End, Parser};
use crate::{
    problem::Problem,
    tokens::{Kind, Token},
    tree::{Attribute, AttributeItem, Content, Element, Node, Span},
};

impl Parser<'_, '_> {
    pub(super) fn element(&mut self) -> Result<Node, Problem> {
        let from = self.at;
        self.at = self.behind_comments(self.at + 1);
        let Some(name) = self.name() else { return Err(self.problem("a tag begins with a name")) };
        let opening = self.since(from);
        let attributes = self.attributes()?;
        let (tag_end, is_empty) = self.tag_end(name)?;
        let content = if is_empty {
            None
        } else {
            let children = self.list(End::ClosingTag)?;
            Some(Content { children, closing: self.closing_tag(name)? })
        };
        Ok(Node::Element(Box::new(Element { opening, attributes, tag_end, content })))
    }

    /// Takes a name: words joined by `-` and `:`, or a quoted one, or a variable of a macro.
    fn name(&mut self) -> Option<Span> {
        let from = self.at;
        match (self.kind(), self.text()) {
            (Some(Kind::Text), _) => return Some(self.single()),
            (_, "$") => {
                let name = self.behind_comments(self.at + 1);
                if name >= self.end || self.tokens.kind(name) != Some(Kind::Name) {
                    return None;
                }
                self.at = name + 1;
                return Some(self.since(from));
            }
            (Some(Kind::Name), _) => self.at += 1,
            _ => return None,
        }
        loop {
            let joint = self.behind_comments(self.at);
            let word = self.behind_comments(joint + 1);
            let is_joined = matches!(self.tokens.text(joint), "-" | ":")
                && matches!(self.tokens.kind(word), Some(Kind::Name | Kind::Literal));
            if word >= self.end || !is_joined {
                break;
            }
            self.at = word + 1;
        }
        Some(self.since(from))
    }

    fn attributes(&mut self) -> Result<Vec<AttributeItem>, Problem> {
        let mut attributes = Vec::new();
        loop {
            let breaks = self.peek(0).map_or(0, |token| token.breaks);
            // A comment of XML cannot stand in a tag.
            let attribute = if self.text() != "<"
                && let Some(comment) = self.comment()?
            {
                Attribute::Comment(comment)
            } else if let Some(repetition) = self.repeated_attributes()? {
                Attribute::Plain(repetition)
            } else if let Some(attribute) = self.attribute()? {
                attribute
            } else {
                return Ok(attributes);
            };
            attributes.push(AttributeItem { breaks, attribute });
        }
    }

    /// `$( … )*` among attributes.
    fn repeated_attributes(&mut self) -> Result<Option<Span>, Problem> {
        let from = self.at;
        let Some(group) = self.at_words(&["$", "("]).map(|behind| behind - 1) else { return Ok(None) };
        self.at = self.partner(group) + 1;
        self.repetition_tail()?;
        Ok(Some(self.since(from)))
    }

    fn attribute(&mut self) -> Result<Option<Attribute>, Problem> {
        let from = self.at;
        let Some(name) = self.name() else { return Ok(None) };
        self.at = self.behind_comments(self.at);
        if self.text() != "=" {
            return Err(self.tokens.problem(from, "this attribute has no value"));
        }
        self.at = self.behind_comments(self.at + 1);
        if self.text() == "{" {
            let value = self.splice();
            // With a comment in front of the braces, all of it stays as it is.
            let mut before = from..value.content.from;
            let is_commented = before.any(|index| self.tokens.list.get(index).is_some_and(Token::is_comment));
            let plain = Attribute::Plain(Span { from, to: self.at });
            return Ok(Some(if is_commented { plain } else { Attribute::Rust { name, value } }));
        }
        if matches!(self.text(), "-" | "+" | "$") {
            self.at = self.behind_comments(self.at + 1);
        }
        let is_value = match self.kind() {
            Some(Kind::Text | Kind::Literal) => true,
            Some(Kind::Name) => {
                matches!(self.text(), "true" | "false") || self.tokens.is(self.at.saturating_sub(1), "$")
            }
            _ => false,
        };
        if !is_value {
            return Err(self.problem("a value is a literal or `{…}`"));
        }
        self.at += 1;
        Ok(Some(Attribute::Plain(self.since(from))))
    }

    /// Takes `>` or `/>`, and tells whether it was the latter.
    fn tag_end(&mut self, name: Span) -> Result<(Span, bool), Problem> {
        let from = self.at;
        let (behind, is_empty) = match (self.at_words(&[">"]), self.at_words(&["/", ">"])) {
            (Some(behind), _) => (behind, false),
            (None, Some(behind)) => (behind, true),
            (None, None) if from < self.end => return Err(self.problem("an attribute, `>` or `/>` is expected")),
            (None, None) => return Err(self.tokens.problem(name.from, "this tag does not end")),
        };
        self.at = behind;
        Ok((self.since(from), is_empty))
    }

    /// Takes `</Name>`.
    fn closing_tag(&mut self, opened: Span) -> Result<Span, Problem> {
        let from = self.at;
        let Some(behind) = self.at_words(&["<", "/"]) else {
            return Err(self.tokens.problem(opened.from, "this element is not closed"));
        };
        self.at = self.behind_comments(behind);
        let name = self.name();
        let found = name.map(|name| self.spelled(name)).unwrap_or_default();
        let expected = self.spelled(opened);
        if found != expected {
            return Err(self.tokens.problem(from, format!("`</{expected}>` is expected, `</{found}>` is found")));
        }
        self.at = self.behind_comments(self.at);
        if self.text() != ">" {
            return Err(self.tokens.problem(from, "this tag does not end"));
        }
        self.at += 1;
        Ok(self.since(from))
    }

    /// A name as it is compared, without the quotes of one that is not checked.
    fn spelled(&self, name: Span) -> String {
        let words = (name.from..name.to).filter(|&index| !self.tokens.list.get(index).is_some_and(Token::is_comment));
        words
            .map(|index| {
                let word = self.tokens.text(index);
                match self.tokens.kind(index) {
                    Some(Kind::Text) => word.trim_start_matches('r').trim_matches('#').trim_matches('"'),
                    _ => word.strip_prefix("r#").unwrap_or(word),
                }
            })
            .collect()
    }
}
