//! Documents and fragments of which the compiler knows all: with `{const …}` in them, it puts them together.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use twiml_check::tree::{Attribute, Branch, Control, Element, Flow, Literal, Node, Splice, Value};
use twiml_core::{
    escape,
    vocabulary::{Kind, List},
};

use super::{attribute, rust::mixed};
use crate::source::Source;

/// The parts of a constant, as far as they have been gathered.
struct Constant<'s> {
    source: &'s Source,
    bits: Vec<TokenStream>,
    pending: String,
    /// What is to be said beside it.
    aside: TokenStream,
}

impl<'s> Constant<'s> {
    fn new(source: &'s Source) -> Self {
        Self { source, bits: Vec::new(), pending: String::new(), aside: TokenStream::new() }
    }

    fn text(&mut self, markup: &str) {
        self.pending.push_str(markup);
    }

    fn flush(&mut self) {
        let markup = std::mem::take(&mut self.pending);
        if !markup.is_empty() {
            self.bits.push(quote!(__twiml::__private::Bit::Markup(#markup)));
        }
    }

    fn constant(&mut self, splice: &Splice, method: &str, list: Option<&List>) {
        self.flush();
        let span = mixed(splice, self.source);
        let (rust, method) = (self.source.rust(splice.source), Ident::new(method, span));
        let value = match list {
            Some(list) => {
                let list = Ident::new(list.name, span);
                quote_spanned!(span=> __twiml::values::#list::as_str(#rust))
            }
            None => quote_spanned!(span=> #rust),
        };
        self.bits.push(quote_spanned!(span=> __twiml::__private::Constant(#value).#method()));
    }

    /// All nodes; false if one of them is not known before the run time.
    fn nodes(&mut self, nodes: &[Node]) -> bool {
        nodes.iter().all(|node| self.node(node))
    }

    fn node(&mut self, node: &Node) -> bool {
        match node {
            Node::Element(element) => self.element(element),
            Node::Text(Literal { text, .. }) => {
                escape::text(&mut self.pending, text);
                true
            }
            Node::Splice(splice) if splice.constant => {
                self.constant(splice, "text", None);
                true
            }
            Node::Control(control) => self.decorated(control),
            Node::Splice(_) | Node::Statement(_) | Node::Lost => false,
        }
    }

    /// What stands behind attributes of Rust, which may take it away.
    fn decorated(&mut self, control: &Control) -> bool {
        let [Branch { header, body }] = &control.branches[..] else { return false };
        let Some(notices) = self.source.notices(*header) else { return false };
        let outside = std::mem::take(&mut self.aside);
        if control.flow == Flow::Maybe {
            self.flush();
        }
        let first = self.bits.len();
        let is_constant = self.nodes(body);
        if control.flow == Flow::Maybe {
            self.flush();
            let attributes = self.source.rust(*header);
            for bit in self.bits.iter_mut().skip(first) {
                *bit = quote!(#attributes #bit);
            }
        }
        let (attributes, inside) = (self.source.rust(*header), std::mem::replace(&mut self.aside, outside));
        self.aside.extend(quote!(#attributes { #notices #inside };));
        is_constant
    }

    pub(super) fn element(&mut self, element: &Element) -> bool {
        self.text("<");
        self.text(&element.name.text);
        if attribute::hangs_on_the_run_time(element) || !element.attributes.iter().all(|one| self.attribute(one)) {
            return false;
        }
        if element.children.iter().all(super::is_nothing) {
            self.text("/>");
            return true;
        }
        self.text(">");
        let is_constant = self.nodes(&element.children);
        self.text("</");
        self.text(&element.name.text);
        self.text(">");
        is_constant
    }

    fn attribute(&mut self, attribute: &Attribute) -> bool {
        let name = &attribute.name.text;
        match &attribute.value {
            Value::Literal(literal) => self.text(&attribute::static_attribute(name, &literal.text)),
            Value::Splice(splice) if splice.constant => {
                self.text(&format!(" {name}=\""));
                let (method, list) = method(attribute);
                self.constant(splice, method, list);
                self.text("\"");
            }
            Value::Splice(_) | Value::Missing => return false,
        }
        true
    }

    /// The whole text, as an expression of the type `&'static str`; and what is to be said beside it.
    fn finish(mut self) -> TokenStream {
        self.flush();
        let Self { bits, .. } = self;
        let [bits_name, bytes, text] =
            ["BITS", "BYTES", "TEXT"].map(|name| Ident::new(&format!("__TWIML_{name}"), Span::mixed_site()));
        quote! {{
            const #bits_name: &[__twiml::__private::Bit] = &[#(#bits),*];
            const #bytes: [u8; __twiml::__private::length(#bits_name)] = __twiml::__private::joined(#bits_name);
            const #text: &str = __twiml::__private::joined_text(&#bytes);
            #text
        }}
    }
}

/// Markup without values of the run time, if there are constants of the program in it, or attributes of Rust: what there is to be said
/// beside it, and its text, with static text in front.
pub(super) fn whole(before: &str, nodes: &[Node], source: &Source) -> Option<(TokenStream, TokenStream)> {
    if !holds_constants(nodes, source) {
        return None;
    }
    let mut constant = Constant::new(source);
    constant.text(before);
    constant.nodes(nodes).then(|| (std::mem::take(&mut constant.aside), constant.finish()))
}

/// Whether there is a constant anywhere, or something that may be configured away.
fn holds_constants(nodes: &[Node], source: &Source) -> bool {
    let in_value = |attribute: &Attribute| matches!(&attribute.value, Value::Splice(splice) if splice.constant);
    nodes.iter().any(|node| match node {
        Node::Splice(splice) => splice.constant,
        Node::Element(element) => element.attributes.iter().any(in_value) || holds_constants(&element.children, source),
        Node::Control(Control { flow: Flow::Maybe, branches, .. })
            if branches.iter().any(|branch| source.notices(branch.header).is_some()) =>
        {
            true
        }
        _ => node.bodies().any(|body| holds_constants(body, source)),
    })
}

/// Where the first value is, if the values of a document look as they do in a `const`: each is made of names of constants, and
/// of calls.
pub(super) fn named_like_constants(nodes: &[Node], source: &Source) -> Option<Span> {
    let mut splices = Vec::new();
    let is_straight = gather(nodes, &mut splices);
    let is_one = |splice: &&Splice| splice.constant || is_named_like_a_constant(source.rust(splice.source));
    let first = splices.first().filter(|_| is_straight && splices.iter().all(is_one))?;
    Some(mixed(first, source))
}

/// The values in the order written; false if control flow decides over them.
fn gather<'a>(nodes: &'a [Node], splices: &mut Vec<&'a Splice>) -> bool {
    nodes.iter().all(|node| match node {
        Node::Splice(splice) => {
            splices.push(splice);
            true
        }
        Node::Element(element) => {
            splices.extend(element.attributes.iter().filter_map(|attribute| match &attribute.value {
                Value::Splice(splice) => Some(splice),
                Value::Literal(_) | Value::Missing => None,
            }));
            gather(&element.children, splices)
        }
        Node::Text(_) => true,
        Node::Control(_) | Node::Statement(_) | Node::Lost => false,
    })
}

/// `NAME`, `shop::NAME`, `SHOP.name` and `name_of(SHOP)`, but no variable and nothing that may leave the code around.
fn is_named_like_a_constant(tokens: TokenStream) -> bool {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let is_sign = |at: Option<usize>, sign: char| matches!(at.and_then(|at| trees.get(at)), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
    // What an editor is asked to go on with may become anything.
    let is_half_typed = [':', '.'].iter().any(|&sign| is_sign(trees.len().checked_sub(1), sign));
    let is_part = |(at, tree): (usize, &TokenTree)| match tree {
        TokenTree::Ident(name) => {
            let name = name.to_string();
            let is_called = matches!(trees.get(at + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
            let is_part = is_sign(at.checked_sub(1), '.') || is_sign(Some(at + 1), ':') || is_called;
            name != "await" && (is_part || name.starts_with(char::is_uppercase))
        }
        TokenTree::Group(group) => group.delimiter() != Delimiter::Brace && is_named_like_a_constant(group.stream()),
        TokenTree::Punct(sign) => matches!(sign.as_char(), '.' | ':' | '&' | ','),
        TokenTree::Literal(_) => true,
    };
    !is_half_typed && trees.iter().enumerate().all(is_part)
}

/// What makes a part of a constant of the type that the attribute takes.
fn method(attribute: &Attribute) -> (&'static str, Option<&'static List>) {
    let Some(row) = attribute.row else { return ("attribute", None) };
    match row.kind {
        Kind::Bool => ("boolean", None),
        Kind::Int | Kind::Float => ("integer", None),
        Kind::Enum(list) | Kind::EnumSet(list) if !list.open => ("attribute", Some(list)),
        Kind::Enum(_) | Kind::EnumSet(_) => ("word", None),
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl | Kind::WssUrl => ("address", None),
        _ => ("attribute", None),
    }
}
