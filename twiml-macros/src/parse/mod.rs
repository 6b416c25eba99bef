//! From tokens to the tree. The parser never fails: what it cannot understand it reports, and goes on.
//!
//! Recovery: a tag that is not finished ends before the next `<`; a closing tag of the wrong name closes what it was
//! evidently meant for (see [`element`]); a token that fits nowhere is skipped. Rust inside braces and behind keywords
//! is never looked into, so that the compiler and the editor see it as it was typed.
//!
//! Each token is read once or twice. Where what comes later decides, [`ahead`] has it.

mod ahead;
mod attribute;
mod braces;
mod control;
mod decoration;
mod element;
mod habit;
mod literal;
mod name;
mod row;
mod statement;
mod tag;
mod text;

use proc_macro2::{Group, Span, TokenStream};
use twiml_check::{
    Code, Diagnostic,
    tree::{Node, Place},
};

use self::row::Row;
use crate::source::{Source, Spans};

/// Deeper nesting is a mistake, and would be a danger to the compiler's stack. A document and its verb do not count.
const DEPTH: usize = 100;

/// Reads the markup of a macro call.
pub(crate) fn parse(tokens: TokenStream, source: &mut Source, diagnostics: &mut Vec<Diagnostic>) -> Vec<Node> {
    let row = Row::new(tokens);
    let (open, outside) = (Vec::new(), Vec::new());
    let mut parser = Parser { row, at: 0, open, outside, depth: 0, gave_up: false, source, diagnostics };
    parser.all()
}

struct Parser<'d> {
    /// The tokens that are being read, and the one that comes next.
    row: Row,
    at: usize,
    /// Names of the elements that are open in this row.
    open: Vec<String>,
    /// What goes on behind the groups that are being read; not on the stack, which is the compiler's.
    outside: Vec<Outside>,
    depth: usize,
    /// Not all has been read: whether an element is closed is not known.
    gave_up: bool,
    source: &'d mut Source,
    diagnostics: &'d mut Vec<Diagnostic>,
}

/// Where reading goes on behind a group.
struct Outside {
    row: Row,
    at: usize,
    open: Vec<String>,
}

impl Parser<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The place of one token.
    fn place(&mut self, span: Span) -> Place {
        self.source.place(Spans::at(span))
    }

    /// All nodes of a row.
    fn all(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        loop {
            self.nodes(&mut nodes);
            if self.is_end() {
                return nodes;
            }
            // Only a closing tag ends a list early, and here nothing is open.
            self.stray_close();
        }
    }

    /// Nodes up to the end of the row or a closing tag.
    fn nodes(&mut self, nodes: &mut Vec<Node>) {
        while !self.is_end() && !self.is_close() {
            self.node(nodes);
        }
    }

    fn node(&mut self, nodes: &mut Vec<Node>) {
        if self.row.is_punct(self.at, '<') {
            self.markup(nodes);
        } else if let Some(keyword) = self.row.control(self.at) {
            self.control(keyword, nodes);
        } else if self.is_decorated() {
            self.decorated(nodes);
        } else if self.is_loose_else() {
            self.loose_else(nodes);
        } else {
            nodes.push(self.leaf());
        }
    }

    /// What holds no other nodes.
    #[inline(never)]
    fn leaf(&mut self) -> Node {
        if self.row.is_string(self.at) || self.row.literal(self.at).is_some() && !self.is_bare(self.at + 1) {
            return self.text().map_or(Node::Lost, Node::Text);
        }
        if let Some(group) = self.row.block(self.at) {
            self.at += 1;
            return self.spliced(&group);
        }
        if self.row.is_word(self.at, "let")
            && let Some(node) = self.binding()
        {
            return node;
        }
        if let Some(end) = self.row.statement(self.at) {
            return self.statement(end);
        }
        if let Some(node) = self.macro_text() {
            return node;
        }
        if self.row.is_word(self.at, "let") {
            self.incomplete_binding();
            return Node::Lost;
        }
        self.bare_text().map_or(Node::Lost, Node::Text)
    }

    /// Nodes in a group of their own, such as the body of an `if`.
    fn block(&mut self, group: &Group) -> Vec<Node> {
        self.deeper(Row::new(group.stream()), group.span_open())
    }

    /// Nodes in a row that is a level of its own.
    fn deeper(&mut self, row: Row, span: Span) -> Vec<Node> {
        if self.depth >= DEPTH {
            self.too_deep(span);
            return vec![Node::Lost];
        }
        self.depth += 1;
        self.enter_row(row);
        let nodes = self.all();
        self.leave();
        self.depth -= 1;
        nodes
    }

    /// Nodes in a group that is no level of its own.
    fn within(&mut self, group: &Group) -> Vec<Node> {
        self.enter(group);
        let nodes = self.all();
        self.leave();
        nodes
    }

    /// Goes on in a group.
    fn enter(&mut self, group: &Group) {
        self.enter_row(Row::new(group.stream()));
    }

    fn enter_row(&mut self, row: Row) {
        let row = std::mem::replace(&mut self.row, row);
        self.outside.push(Outside { row, at: std::mem::take(&mut self.at), open: std::mem::take(&mut self.open) });
    }

    /// Goes on behind it.
    fn leave(&mut self) {
        if let Some(Outside { row, at, open }) = self.outside.pop() {
            (self.row, self.at, self.open) = (row, at, open);
        }
    }

    fn too_deep(&mut self, span: Span) {
        // Once is enough: what is deeper still follows from it.
        if !self.gave_up {
            let place = self.place(span);
            let diagnostic = Diagnostic::new(Code::TooDeep, place).with("limit", &DEPTH.to_string());
            self.report(diagnostic.help("make a fragment of a part of it, in a `twiml!` of its own"));
        }
        self.gave_up = true;
    }

    fn is_end(&self) -> bool {
        self.row.is_end(self.at)
    }

    /// `</`
    fn is_close(&self) -> bool {
        self.row.behind(self.at, "</").is_some()
    }

    fn is_one_of(&self, characters: &str) -> bool {
        self.row.is_one_of(self.at, characters)
    }

    fn eat_punct(&mut self, character: char) -> Option<Span> {
        let span = self.row.punct(self.at).filter(|punct| punct.as_char() == character)?.span();
        self.at += 1;
        Some(span)
    }

    /// Skips one token and tells how it reads.
    fn skip(&mut self) -> Option<(String, Span)> {
        let tree = self.row.get(self.at)?;
        self.at += 1;
        Some((text::typed(tree), tree.span()))
    }
}
