//! From tokens to the tree: the grammar of `twiml!`, without its checks. The first mistake ends it.

mod arm;
mod control;
mod element;
mod rust;

use crate::{
    problem::Problem,
    tokens::{Kind, Token, Tokens},
    tree::{Comment, CommentKind, Item, List, Node, Span, Splice},
};

/// Deeper nesting is refused by `twiml!` too.
const DEPTH: usize = 100;

/// Reads the markup between two tokens.
pub(crate) fn parse(tokens: &Tokens<'_>, span: Span) -> Result<List, Problem> {
    let mut parser = Parser { tokens, at: span.from, end: span.to, depth: 0 };
    let list = parser.list(End::Group)?;
    if parser.at < parser.end {
        return Err(parser.problem("no element is open that this could close"));
    }
    Ok(list)
}

struct Parser<'t, 's> {
    tokens: &'t Tokens<'s>,
    at: usize,
    /// Where the innermost group ends.
    end: usize,
    depth: usize,
}

/// What ends a list.
#[derive(Clone, Copy, Eq, PartialEq)]
enum End {
    Group,
    ClosingTag,
    /// The comma behind an arm of a `match`, or the end of all arms.
    Comma,
}

impl<'s> Parser<'_, 's> {
    fn problem(&self, message: impl Into<String>) -> Problem {
        self.tokens.problem(self.at.min(self.end), message)
    }

    /// The token `ahead` of the next one, comments counted.
    fn peek(&self, ahead: usize) -> Option<&Token> {
        let index = self.at + ahead;
        if index < self.end { self.tokens.list.get(index) } else { None }
    }

    fn kind(&self) -> Option<Kind> {
        self.peek(0).map(|token| token.kind)
    }

    /// The text of the next token; empty at the end.
    fn text(&self) -> &'s str {
        if self.at < self.end { self.tokens.text(self.at) } else { "" }
    }

    /// The index of the first token from here on that is no comment.
    fn behind_comments(&self, mut index: usize) -> usize {
        while index < self.end && self.tokens.list.get(index).is_some_and(Token::is_comment) {
            index += 1;
        }
        index
    }

    /// Whether the next tokens are these, whatever comments are between them.
    fn at_words(&self, words: &[&str]) -> Option<usize> {
        let mut index = self.at;
        for (position, word) in words.iter().enumerate() {
            if position > 0 {
                index = self.behind_comments(index);
            }
            if index >= self.end || !self.tokens.is(index, word) {
                return None;
            }
            index += 1;
        }
        Some(index)
    }

    fn list(&mut self, end: End) -> Result<List, Problem> {
        let mut list = List::default();
        while self.at < self.end && !self.ends(end) {
            let breaks = self.peek(0).map_or(0, |token| token.breaks);
            let node = self.node(end)?;
            list.items.push(Item { breaks, node });
        }
        list.breaks_at_end = self.tokens.list.get(self.at).is_some_and(|token| token.breaks > 0);
        Ok(list)
    }

    fn ends(&self, end: End) -> bool {
        (end == End::Comma && self.text() == ",") || self.at_words(&["<", "/"]).is_some()
    }

    fn node(&mut self, end: End) -> Result<Node, Problem> {
        if let Some(comment) = self.comment()? {
            return Ok(Node::Comment(comment));
        }
        match (self.kind(), self.text()) {
            (_, "<") => self.markup(),
            (_, "$") => self.variable(),
            (_, "#") => self.attribute_of_rust(),
            (Some(Kind::Text), _) => Ok(Node::Text(self.single())),
            (Some(Kind::Open), "{") => Ok(Node::Splice(self.splice())),
            (Some(Kind::Lifetime), _) => self.labelled(),
            (Some(Kind::Name), "if") => self.condition(),
            (Some(Kind::Name), "for" | "while" | "loop") => self.repetition(self.at),
            (Some(Kind::Name), "match") => self.choice(),
            _ => self.statement(end).map(Node::Statement),
        }
    }

    /// Takes one token.
    fn single(&mut self) -> Span {
        self.at += 1;
        Span { from: self.at - 1, to: self.at }
    }

    /// What has been taken since a token.
    fn since(&self, from: usize) -> Span {
        Span { from, to: self.at }
    }

    /// Takes a comment, of Rust or of XML, if one comes next.
    fn comment(&mut self) -> Result<Option<Comment>, Problem> {
        let Some(token) = self.peek(0).copied() else { return Ok(None) };
        let from = self.at;
        let kind = match token.kind {
            Kind::LineComment => CommentKind::Line,
            Kind::BlockComment => CommentKind::Block,
            _ if self.at_words(&["<", "!", "-", "-"]).is_some() => {
                self.skip_until("<!--", &["-", "-", ">"])?;
                return Ok(Some(Comment { kind: CommentKind::Block, breaks: token.breaks, span: self.since(from) }));
            }
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(Comment { kind, breaks: token.breaks, span: self.since(from) }))
    }

    /// Takes all comments that come next.
    fn comments(&mut self) -> Result<Vec<Comment>, Problem> {
        let mut comments = Vec::new();
        while let Some(comment) = self.comment()? {
            comments.push(comment);
        }
        Ok(comments)
    }

    fn skip_until(&mut self, opening: &str, closing: &[&str]) -> Result<(), Problem> {
        let from = self.at;
        self.at += opening.len();
        while self.at < self.end {
            if let Some(behind) = self.at_words(closing) {
                self.at = behind;
                return Ok(());
            }
            self.at += 1;
        }
        self.at = from;
        Err(self.problem(format!("`{opening}` is not ended by `{}`", closing.concat())))
    }

    /// What begins with `<`.
    fn markup(&mut self) -> Result<Node, Problem> {
        if self.at_words(&["<", "?"]).is_some() {
            let from = self.at;
            self.skip_until("<?", &["?", ">"])?;
            return Ok(Node::Prolog(self.since(from)));
        }
        self.nested(Self::element)
    }

    /// A variable of a macro that stands for text or a fragment, or `$( … )*`.
    fn variable(&mut self) -> Result<Node, Problem> {
        let name = self.behind_comments(self.at + 1);
        if self.tokens.kind(name) == Some(Kind::Name) && name < self.end {
            let from = std::mem::replace(&mut self.at, name + 1);
            return Ok(Node::Text(self.since(from)));
        }
        if self.tokens.is(name, "(") && name == self.at + 1 {
            self.at = name;
            let body = self.block()?;
            let tail = self.repetition_tail()?;
            return Ok(Node::Repetition { body, tail });
        }
        Err(self.problem("`$` stands for nothing here"))
    }

    /// What stands behind `$( … )`: an operator, perhaps with a separator in front of it.
    fn repetition_tail(&mut self) -> Result<Span, Problem> {
        let from = self.at;
        for _ in 0..2 {
            if matches!(self.text(), "*" | "+" | "?") {
                self.at += 1;
                return Ok(self.since(from));
            }
            self.at += 1;
        }
        self.at = from;
        Err(self.problem("`$(…)` needs `*`, `+` or `?` behind it"))
    }

    fn attribute_of_rust(&mut self) -> Result<Node, Problem> {
        let from = self.at;
        if let Some(group) = self.at_words(&["#", "["]).map(|behind| behind - 1) {
            self.at = self.partner(group) + 1;
            return Ok(Node::Attribute(self.since(from)));
        }
        Err(self.problem("markup does not begin with `#`"))
    }

    fn partner(&self, index: usize) -> usize {
        self.tokens.list.get(index).map_or(index, |token| token.partner)
    }

    /// Takes `{…}`.
    fn splice(&mut self) -> Splice {
        let close = self.partner(self.at);
        let content = Span { from: self.at + 1, to: close };
        self.at = close + 1;
        Splice { content }
    }

    /// Takes a group whose content is markup.
    fn block(&mut self) -> Result<List, Problem> {
        self.nested(|parser| {
            let close = parser.partner(parser.at);
            let outside = std::mem::replace(&mut parser.end, close);
            parser.at += 1;
            let list = parser.list(End::Group)?;
            if parser.at < close {
                return Err(parser.problem("no element is open that this could close"));
            }
            parser.at = close + 1;
            parser.end = outside;
            Ok(list)
        })
    }

    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Problem>) -> Result<T, Problem> {
        if self.depth >= DEPTH {
            return Err(self.problem(format!("markup is nested more than {DEPTH} deep")));
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        node
    }
}
