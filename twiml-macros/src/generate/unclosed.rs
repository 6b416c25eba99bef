//! Elements that a jump in them may leave before their end: they are taken back, as half of one is no markup. `break` and
//! `continue` leave them for a loop, and `return` for the end of a fragment; where it leaves a document, nothing is left of it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use twiml_check::tree::{Control, Element, Flow, Node, Value};

use super::{Builder, local};
use crate::source::Source;

/// What leaves for a loop.
pub(super) const LOOP: &[&str] = &["break", "continue"];

/// What leaves for the end of a fragment.
pub(super) const FRAGMENT: &[&str] = &["return"];

/// Macros that leave nothing.
const HARMLESS: [&str; 7] = ["concat", "format", "format_args", "include_str", "stringify", "twiml", "vec"];

/// Before a loop. Gives the name of what holds where an element began, if there may be one that is left.
pub(super) fn enter(builder: &mut Builder<'_>, control: &Control) -> Option<Ident> {
    let is_loop = matches!(control.flow, Flow::Repeat | Flow::Loop);
    let leaves = is_loop && control.branches.iter().any(|branch| holds_such(&branch.body, LOOP, builder.source()));
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

/// The statements of a fragment, of which elements may be left.
pub(super) fn fragment(name: &Ident, statements: &TokenStream) -> TokenStream {
    let taken = take_back(name);
    quote! {
        let mut #name = ::core::option::Option::None;
        (|| { #statements })();
        #taken
    }
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
pub(super) fn holds_such(nodes: &[Node], words: &[&str], source: &Source) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => may_leave(element, words, source),
        _ => node.bodies().any(|body| holds_such(body, words, source)),
    })
}

/// Whether something in the element may leave it by one of these words.
pub(super) fn may_leave(element: &Element, words: &[&str], source: &Source) -> bool {
    let leaves = |rust: usize| leaves(source.rust(rust), words);
    let in_value = |value: &Value| matches!(value, Value::Splice(splice) if splice.may_jump && leaves(splice.source));
    element.attributes.iter().any(|attribute| in_value(&attribute.value))
        || any_leaves(&element.children, words, source)
}

fn any_leaves(nodes: &[Node], words: &[&str], source: &Source) -> bool {
    let leaves = |rust: usize| leaves(source.rust(rust), words);
    nodes.iter().any(|node| match node {
        Node::Statement(statement) => (statement.jumps || statement.may_jump) && leaves(statement.source),
        Node::Splice(splice) => splice.may_jump && leaves(splice.source),
        Node::Element(element) => may_leave(element, words, source),
        Node::Control(control) => {
            let headers = || leaves(control.source) || control.branches.iter().any(|branch| leaves(branch.header));
            control.may_jump && headers() || node.bodies().any(|body| any_leaves(body, words, source))
        }
        Node::Text(_) | Node::Lost => false,
    })
}

/// Whether Rust holds one of these words, or a macro that may hold one.
fn leaves(tokens: TokenStream, words: &[&str]) -> bool {
    let mut before = [None, None];
    for tree in tokens {
        let found = match &tree {
            TokenTree::Ident(word) => words.iter().any(|other| word == other),
            TokenTree::Group(group) => is_macro(&before) || leaves(group.stream(), words),
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
