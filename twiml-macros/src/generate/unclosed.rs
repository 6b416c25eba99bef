//! Elements that a `break` or a `continue` in them may leave before their end: they are taken back, as half of one is no markup.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use twiml_check::tree::{Control, Element, Flow, Node, Value};

use super::{Builder, local};
use crate::source::Source;

/// Macros that leave nothing.
const HARMLESS: [&str; 7] = ["concat", "format", "format_args", "include_str", "stringify", "twiml", "vec"];

/// Before a loop. Gives the name of what holds where an element began, if there may be one that is left.
pub(super) fn enter(builder: &mut Builder<'_>, control: &Control) -> Option<Ident> {
    let is_loop = matches!(control.flow, Flow::Repeat | Flow::Loop);
    let leaves = is_loop && control.branches.iter().any(|branch| holds_such(&branch.body, builder.source()));
    if !leaves {
        return None;
    }
    let name = builder.enter_loop();
    builder.tokens(quote!(let mut #name = ::core::option::Option::None;));
    Some(name)
}

/// Behind a loop.
pub(super) fn leave(builder: &mut Builder<'_>, name: Option<Ident>) {
    let Some(name) = name else { return };
    builder.leave_loop();
    builder.tokens(take_back(&name));
}

pub(super) fn take_back(name: &Ident) -> TokenStream {
    let w = local("w");
    quote!(__twiml::__private::take_back(#w, &mut #name);)
}

/// Writes an element that may be left.
pub(super) fn element(builder: &mut Builder<'_>, write: impl FnOnce(&mut Builder<'_>)) {
    let names = std::mem::take(builder.loops());
    let w = local("w");
    builder.tokens(quote!(#(#names = __twiml::__private::beginning(#w);)*));
    write(builder);
    builder.tokens(quote!(#(#names = ::core::option::Option::None;)*));
    *builder.loops() = names;
}

/// Whether an element among these may be left.
fn holds_such(nodes: &[Node], source: &Source) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => may_leave(element, source),
        _ => node.bodies().any(|body| holds_such(body, source)),
    })
}

/// Whether something in the element may leave it for a loop around it.
pub(super) fn may_leave(element: &Element, source: &Source) -> bool {
    let leaves = |rust: usize| leaves(source.rust(rust));
    let in_value = |value: &Value| matches!(value, Value::Splice(splice) if splice.may_jump && leaves(splice.source));
    element.attributes.iter().any(|attribute| in_value(&attribute.value)) || any_leaves(&element.children, source)
}

fn any_leaves(nodes: &[Node], source: &Source) -> bool {
    let leaves = |rust: usize| leaves(source.rust(rust));
    nodes.iter().any(|node| match node {
        Node::Statement(statement) => (statement.jumps || statement.may_jump) && leaves(statement.source),
        Node::Splice(splice) => splice.may_jump && leaves(splice.source),
        Node::Element(element) => may_leave(element, source),
        Node::Control(control) => {
            let headers = || leaves(control.source) || control.branches.iter().any(|branch| leaves(branch.header));
            control.may_jump && headers() || node.bodies().any(|body| any_leaves(body, source))
        }
        Node::Text(_) | Node::Lost => false,
    })
}

/// Whether Rust holds a jump to a loop, or a macro that may hold one.
fn leaves(tokens: TokenStream) -> bool {
    let mut before = [None, None];
    for tree in tokens {
        let found = match &tree {
            TokenTree::Ident(word) => word == "break" || word == "continue",
            TokenTree::Group(group) => is_macro(&before) || leaves(group.stream()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        };
        if found {
            return true;
        }
        before = [before[1].take(), Some(tree)];
    }
    false
}

fn is_macro(before: &[Option<TokenTree>; 2]) -> bool {
    match before {
        [Some(TokenTree::Ident(name)), Some(TokenTree::Punct(sign))] => {
            sign.as_char() == '!' && !HARMLESS.iter().any(|other| name == other)
        }
        _ => false,
    }
}
