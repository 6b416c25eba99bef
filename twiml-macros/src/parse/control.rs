//! `if`, `for`, `match` and `let` between tags. Their Rust is handed on as it is; only their bodies are markup.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::buffer::Cursor;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Branch, Control, Flow, Node, Statement},
};

use super::{DEPTH, Parser};

/// Whether the word begins control flow where markup may stand.
pub(super) fn is_keyword(ident: &Ident) -> bool {
    ["if", "for", "match", "let"].into_iter().any(|keyword| ident == keyword)
}

/// Whether a keyword in the middle of other words begins control flow: a brace or a semicolon comes before a tag.
pub(super) fn starts_statement(mut cursor: Cursor<'_>) -> bool {
    while let Some((tree, rest)) = cursor.token_tree() {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return true,
            TokenTree::Punct(punct) if punct.as_char() == ';' => return true,
            TokenTree::Punct(punct) if punct.as_char() == '<' => return false,
            _ => cursor = rest,
        }
    }
    false
}

/// The tokens in front of a body.
struct Header {
    tokens: TokenStream,
    /// A pattern comes first: braces in it are no body. This is what ends it.
    pattern: Option<&'static str>,
    /// Keywords that take a block of their own before the body.
    pending: usize,
}

impl Header {
    fn new(keyword: &Ident) -> Self {
        Self { tokens: keyword.to_token_stream(), pattern: (keyword == "for").then_some("in"), pending: 0 }
    }

    /// Whether the brace group that comes next is the body.
    fn ends_at_brace(&mut self) -> bool {
        if self.pattern.is_some() {
            return false;
        }
        if self.pending > 0 {
            self.pending -= 1;
            return false;
        }
        true
    }

    fn push(&mut self, tree: &TokenTree, next: Cursor<'_>) {
        match tree {
            TokenTree::Ident(word) if word == "let" => self.pattern = Some("="),
            TokenTree::Ident(word) if word == "in" => self.pattern = None,
            TokenTree::Ident(word)
                if ["match", "if", "else", "unsafe", "loop", "async", "while"]
                    .iter()
                    .any(|keyword| word == keyword) =>
            {
                self.pending += 1;
            }
            TokenTree::Punct(punct) if punct.as_char() == '=' && self.pattern == Some("=") => {
                let compares = next.punct().is_some_and(|(next, _)| matches!(next.as_char(), '=' | '>'));
                let ends_range = self
                    .tokens
                    .clone()
                    .into_iter()
                    .last()
                    .is_some_and(|last| matches!(last, TokenTree::Punct(last) if last.as_char() == '.'));
                if !compares && !ends_range {
                    self.pattern = None;
                }
            }
            _ => {}
        }
        tree.to_tokens(&mut self.tokens);
    }
}

impl<'a> Parser<'a, '_> {
    pub(super) fn control(&mut self, keyword: &Ident) -> Option<Node> {
        match keyword.to_string().as_str() {
            "if" => self.condition(keyword),
            "for" => self.repetition(keyword),
            "match" => self.choice(keyword),
            _ => self.binding(keyword),
        }
    }

    fn control_node(&mut self, header: TokenStream, flow: Flow, branches: Vec<Branch>) -> Node {
        Node::Control(Control { source: self.source.keep(header), flow, branches })
    }

    fn incomplete(&mut self, keyword: &Ident, form: &str) {
        let place = self.at(keyword.span());
        let diagnostic = Diagnostic::new(Code::ControlFlow, place).with("keyword", &keyword.to_string());
        self.report(diagnostic.help(format!("write `{form}`, or quote it if it is text")));
    }

    /// Goes on with the first tag behind `start`.
    fn recover(&mut self, start: Cursor<'a>) {
        self.cursor = start;
        while !self.cursor.eof() && !self.peek_punct('<') {
            self.skip();
        }
    }

    /// The end of a tag, which is no Rust.
    fn at_tag_end(&self) -> bool {
        self.at_close() || super::puncts(self.cursor, "/>").is_some()
    }

    /// Tokens up to the body, and the body; `None` if the end of a tag or of all comes first.
    fn header(&mut self, keyword: &Ident) -> Option<(TokenStream, Cursor<'a>)> {
        let start = self.cursor;
        let mut header = Header::new(keyword);
        while !self.cursor.eof() && !self.at_tag_end() {
            if let Some((inside, _, rest)) = self.cursor.group(Delimiter::Brace)
                && header.ends_at_brace()
            {
                self.cursor = rest;
                return Some((header.tokens, inside));
            }
            let (tree, rest) = self.cursor.token_tree()?;
            header.push(&tree, rest);
            self.cursor = rest;
        }
        self.recover(start);
        None
    }

    fn condition(&mut self, keyword: &Ident) -> Option<Node> {
        const FORM: &str = "if condition { … } else { … }";
        let mut branches = Vec::new();
        let mut flow = Flow::Maybe;
        let mut word = keyword.clone();
        loop {
            let Some((header, inside)) = self.header(&word) else {
                self.incomplete(&word, FORM);
                break;
            };
            let body = self.block(inside);
            branches.push(Branch { header: self.source.keep(header), body });
            let Some((next, rest)) = self.cursor.ident().filter(|(next, _)| next == "else") else { break };
            self.cursor = rest;
            if let Some((next, rest)) = self.cursor.ident().filter(|(next, _)| next == "if") {
                self.cursor = rest;
                word = next;
            } else if let Some((inside, _, rest)) = self.cursor.group(Delimiter::Brace) {
                self.cursor = rest;
                let header = self.source.keep(TokenStream::new());
                branches.push(Branch { header, body: self.block(inside) });
                flow = Flow::One;
                break;
            } else {
                self.incomplete(&next, FORM);
                break;
            }
        }
        (!branches.is_empty()).then(|| self.control_node(TokenStream::new(), flow, branches))
    }

    fn repetition(&mut self, keyword: &Ident) -> Option<Node> {
        let Some((header, inside)) = self.header(keyword) else {
            self.incomplete(keyword, "for pattern in values { … }");
            return None;
        };
        let branch = Branch { header: self.source.keep(header), body: self.block(inside) };
        Some(self.control_node(TokenStream::new(), Flow::Repeat, vec![branch]))
    }

    fn choice(&mut self, keyword: &Ident) -> Option<Node> {
        let Some((header, inside)) = self.header(keyword) else {
            self.incomplete(keyword, "match value { pattern => …, }");
            return None;
        };
        let outside = std::mem::replace(&mut self.cursor, inside);
        let open = std::mem::take(&mut self.open);
        self.depth += 1;
        let mut arms = Vec::new();
        if self.depth > DEPTH {
            self.too_deep(keyword.span());
        }
        while self.depth <= DEPTH && !self.cursor.eof() {
            match self.arm() {
                Some(arm) => arms.push(arm),
                None => self.incomplete(keyword, "match value { pattern => …, }"),
            }
        }
        self.depth -= 1;
        self.open = open;
        self.cursor = outside;
        Some(self.control_node(header, Flow::One, arms))
    }

    /// `pattern if guard => body`
    fn arm(&mut self) -> Option<Branch> {
        let mut pattern = TokenStream::new();
        let arrow = loop {
            if let Some(rest) = super::puncts(self.cursor, "=>") {
                break rest;
            }
            let (tree, rest) = self.cursor.token_tree()?;
            tree.to_tokens(&mut pattern);
            self.cursor = rest;
        };
        self.cursor = arrow;
        if self.cursor.eof() || self.eat_punct(',').is_some() {
            return None;
        }
        let body = match self.cursor.group(Delimiter::Brace) {
            Some((inside, span, rest)) => {
                self.cursor = rest;
                if begins_markup(inside) {
                    self.block(inside)
                } else {
                    self.splice(inside, span.join()).map(Node::Splice).into_iter().collect()
                }
            }
            None => self.arm_nodes(),
        };
        self.eat_punct(',');
        Some(Branch { header: self.source.keep(pattern), body })
    }

    /// An arm without braces: nodes up to the comma.
    fn arm_nodes(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        loop {
            if self.cursor.eof() || self.peek_punct(',') {
                return nodes;
            }
            if self.at_close() {
                self.stray_close();
            } else if !nodes.is_empty() && self.at_arm() {
                let found = self.cursor.token_tree().map(|(tree, _)| super::text::typed(&tree)).unwrap_or_default();
                let place = self.at(self.cursor.span());
                let diagnostic = Diagnostic::new(Code::StrayToken, place).with("expected", "`,` behind the arm");
                let comma = Advice::words("write `,` in front of it").with(vec![Edit::before(place, ", ")]);
                self.report(diagnostic.with("found", &found).advise(comma));
                return nodes;
            } else {
                nodes.extend(self.node());
            }
        }
    }

    /// Whether a pattern and its arrow come before any tag: the arm before it has no comma.
    fn at_arm(&self) -> bool {
        let mut cursor = self.cursor;
        if cursor.group(Delimiter::Brace).is_some() {
            return false;
        }
        while let Some((tree, rest)) = cursor.token_tree() {
            if super::puncts(cursor, "=>").is_some() {
                return true;
            }
            if matches!(tree, TokenTree::Punct(punct) if matches!(punct.as_char(), '<' | ',')) {
                return false;
            }
            cursor = rest;
        }
        false
    }

    fn binding(&mut self, keyword: &Ident) -> Option<Node> {
        let start = self.cursor;
        let mut tokens = keyword.to_token_stream();
        while let Some((tree, rest)) = self.cursor.token_tree().filter(|_| !self.at_tag_end()) {
            let ends = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == ';');
            tree.to_tokens(&mut tokens);
            self.cursor = rest;
            if ends {
                let source = self.source.keep(tokens);
                return Some(Node::Statement(Statement { source, jumps: false }));
            }
        }
        self.incomplete(keyword, "let pattern = value;");
        self.recover(start);
        None
    }
}

/// Whether braces behind `=>` hold markup; otherwise they hold an expression.
fn begins_markup(inside: Cursor<'_>) -> bool {
    inside.eof()
        || inside.literal().is_some()
        || inside.punct().is_some_and(|(punct, _)| punct.as_char() == '<')
        || inside.group(Delimiter::Brace).is_some()
        || inside.ident().is_some_and(|(ident, _)| is_keyword(&ident))
}
