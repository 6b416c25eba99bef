//! Attributes of Rust before markup: `#[cfg(…)]`, `#[allow(…)]`, `#[expect(…)]`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use twiml_check::{
    Advice, Code, Diagnostic, Edit,
    tree::{Branch, Control, Flow, Node, Statement},
};
use twiml_core::vocabulary;

use super::{Parser, row::Row};

impl Row {
    /// What is behind `#[…]`.
    fn decoration(&self, at: usize) -> Option<usize> {
        (self.is_punct(at, '#') && self.group(at + 1, Delimiter::Bracket).is_some()).then_some(at + 2)
    }

    /// The words of `/// …`, which Rust turns into `#[doc = "…"]`.
    fn documentation(&self, at: usize) -> Option<String> {
        self.decoration(at)?;
        let inside = Self::new(self.group(at + 1, Delimiter::Bracket)?.stream());
        let text = inside.literal(2).filter(|_| inside.is_word(0, "doc") && inside.is_punct(1, '='))?;
        let syn::Lit::Str(text) = syn::Lit::new(text.clone()) else { return None };
        Some(text.value())
    }

    fn is_documentation(&self, at: usize) -> bool {
        self.documentation(at).is_some()
    }
}

impl Parser<'_> {
    pub(super) fn is_decorated(&self) -> bool {
        self.row.decoration(self.at).is_some()
    }

    /// Attributes of Rust, and the one node that they belong to.
    pub(super) fn decorated(&mut self, nodes: &mut Vec<Node>) {
        let start = self.at;
        let mut attributes = TokenStream::new();
        while let Some(behind) = self.row.decoration(self.at) {
            if self.skip_documentation() {
                continue;
            }
            attributes.extend(self.row.tokens(self.at, behind));
            self.at = behind;
            self.skip_comments();
        }
        if attributes.is_empty() {
            return;
        }
        if self.is_end() || self.is_close() {
            let place = self.source.place(self.row.spans(start, start + 2));
            let remove = Advice::words("remove it").with(vec![Edit::remove(place)]);
            self.report(Diagnostic::new(Code::LooseAttribute, place).advise(remove));
            return;
        }
        if let Some(end) = self.row.statement(self.at) {
            let statement = self.decorated_statement(&attributes, end);
            nodes.push(statement);
            return;
        }
        let flow = if configures(attributes.clone()) { Flow::Maybe } else { Flow::One };
        let header = self.source.keep(attributes);
        let outside = self.source.decorate(Some(header));
        let mut body = Vec::new();
        self.node(&mut body);
        self.source.decorate(outside);
        if flow == Flow::One && self.is_root(&body) {
            self.source.cover_all(header);
            nodes.append(&mut body);
            return;
        }
        let source = self.source.keep(TokenStream::new());
        nodes.push(Node::Control(Control { source, flow, may_jump: false, branches: vec![Branch { header, body }] }));
    }

    /// Passes `/// …`, all lines of it as one.
    pub(super) fn skip_documentation(&mut self) -> bool {
        let start = self.at;
        let mut edits = Vec::new();
        while self.row.is_documentation(self.at) {
            let place = self.source.place(self.row.spans(self.at, self.at + 2));
            edits.push(Edit::over(place, format!("//{}", self.row.documentation(self.at).unwrap_or_default())));
            self.at += 2;
        }
        if edits.is_empty() {
            return false;
        }
        let place = self.source.place(self.row.spans(start, self.at));
        let write = Advice::words("begin a comment with `//`").with(edits);
        self.report(Diagnostic::new(Code::Documentation, place).advise(write));
        true
    }

    fn is_root(&self, nodes: &[Node]) -> bool {
        let is_outermost = self.open.is_empty() && self.outside.is_empty() && self.source.cover().is_none();
        let is_root = |name: &str| vocabulary::documents().any(|root| root.name == name);
        is_outermost && matches!(nodes, [Node::Element(element)] if is_root(&element.name.text))
    }

    /// A binding is known behind it, so that it stands in no block of its own; other statements may not have attributes.
    fn decorated_statement(&mut self, attributes: &TokenStream, end: usize) -> Node {
        let binds = self.row.is_item(self.at);
        let node = self.statement(end);
        let Node::Statement(Statement { source, jumps, may_jump }) = node else { return node };
        let statement = self.source.rust(source);
        let tokens = if binds { quote!(#attributes #statement) } else { quote!(#attributes { #statement }) };
        Node::Statement(Statement { source: self.source.keep(tokens), jumps, may_jump })
    }
}

/// Whether the attributes may take away what they stand before.
pub(crate) fn configures(attributes: TokenStream) -> bool {
    attributes.into_iter().any(|tree| match tree {
        TokenTree::Ident(word) => word == "cfg",
        TokenTree::Group(group) => configures(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
