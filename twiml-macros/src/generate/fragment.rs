//! Fragments.

use proc_macro2::TokenStream;
use quote::quote;
use twiml_check::{Part, tree::Node};

use super::{Here, besides, builder::Builder, constant, local, path, unclosed, write_nodes};
use crate::source::Source;

/// Markup that is no document: a string, or a function that writes it.
pub(super) fn write(nodes: &[Node], parts: &[Part], known: &[Part], source: &Source) -> TokenStream {
    let placed = parts.iter().any(|part| matches!(part, Part::Splice));
    let (items, kind) = path::parts(known);
    // Items of its own stand apart from what the user has written.
    let kind = if items.is_empty() {
        quote!(__twiml::__private::Parts::<#kind>::HERE)
    } else {
        quote!({ #items __twiml::__private::Parts::<#kind>::HERE })
    };
    if let Some((aside, text)) = constant::whole("", nodes, source) {
        return besides(&aside, quote!(__twiml::__private::constant_fragment(#kind, #text)));
    }
    let mut builder = if has_binding(nodes) { Builder::new(source) } else { Builder::lifting(source) };
    let (w, at) = (local("w"), local("at"));
    let unclosed = unclosed::holds_such(nodes, unclosed::FRAGMENT, source).then(|| builder.enter_fragment());
    write_nodes(&mut builder, nodes, &Here::somewhere(&at));
    let aside = builder.take_aside();
    if let Some(text) = builder.constant() {
        return besides(&aside, quote!(__twiml::__private::constant_fragment(#kind, #text)));
    }
    let lifted = builder.lifted();
    let mut body = builder.finish();
    if let Some(name) = unclosed {
        body = unclosed::fragment(&name, &body);
    }
    let closure = if placed {
        quote!(__twiml::__private::placed(#kind, move |#w: &mut __twiml::Writer, #at| { #body }))
    } else {
        quote!(__twiml::__private::fragment(#kind, move |#w: &mut __twiml::Writer| { #body }))
    };
    besides(&quote!(#aside #lifted), closure)
}

/// Whether a `let` stands in the way of making values beforehand: they may depend on it.
fn has_binding(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Statement(_) => true,
        Node::Element(element) => has_binding(&element.children),
        _ => false,
    })
}
