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
            attributes.extend(self.row.tokens(self.at, behind));
            self.at = behind;
            self.skip_comments();
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
        nodes.push(Node::Control(Control { source, flow, branches: vec![Branch { header, body }] }));
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
        let Node::Statement(Statement { source, jumps }) = node else { return node };
        let statement = self.source.rust(source);
        let tokens = if binds { quote!(#attributes #statement) } else { quote!(#attributes { #statement }) };
        Node::Statement(Statement { source: self.source.keep(tokens), jumps })
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
