//! Documents.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use twiml_check::{
    Diagnostic,
    tree::{Element, Node},
};
use twiml_core::vocabulary::{Dialect, RuleKind};

use super::{besides, builder::Builder, constant, local, path, write_element_at};
use crate::source::Source;

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// A document: a string, or what writes it. Without a dialect, the context decides of what kind it is.
pub(super) fn write(
    nodes: &[Node],
    dialect: Option<Dialect>,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> TokenStream {
    if let Some((aside, text)) = constant::whole(DECLARATION, nodes, source) {
        return besides(&aside, fixed(&text, dialect));
    }
    let mut builder = Builder::new(source);
    builder.text(DECLARATION);
    if let Some(root) = write_root(&mut builder, nodes, dialect) {
        limit_size(builder.certain(), root, diagnostics);
    }
    let aside = builder.take_aside();
    if let Some(text) = builder.constant() {
        return besides(&aside, fixed(&quote!(#text), dialect));
    }
    let (learned, size) = (local("size"), builder.size());
    let body = builder.finish();
    let written = match constant::named_like_constants(nodes, source) {
        Some(span) => in_one_call(&quote!(#aside #body), dialect, span),
        None => in_place(&quote!(#aside #body), dialect),
    };
    let here = dialect.is_none().then(|| {
        let (at, place) = (local("at"), place(dialect));
        quote!(let #at = __twiml::__private::At::<#place>::HERE;)
    });
    quote!({
        let #learned = {
            static SIZE: __twiml::__private::Size = __twiml::__private::Size::new(#size);
            &SIZE
        };
        #here
        #written
    })
}

/// The type of the place in the root.
fn place(dialect: Option<Dialect>) -> TokenStream {
    dialect.map_or_else(|| quote!(__twiml::element::Response<_>), path::document_place)
}

/// Writes the first element, and keeps the Rust of what there should not be beside it.
fn write_root<'n>(builder: &mut Builder<'_>, nodes: &'n [Node], dialect: Option<Dialect>) -> Option<&'n Element> {
    let at = local("at");
    let mut root = None;
    for node in nodes {
        match node {
            Node::Element(element) if !element.name.unchecked && root.is_none() => {
                root = Some(element);
                write_element_at(builder, element, &place(dialect), dialect.is_none().then_some(&at));
            }
            Node::Statement(statement) => builder.statement(statement),
            _ => builder.keep(node),
        }
    }
    root
}

/// The usual way: the writer is a variable.
fn in_place(body: &TokenStream, dialect: Option<Dialect>) -> TokenStream {
    let (writer, w, size, at) = (local("writer"), local("w"), local("size"), local("at"));
    let finish = match dialect.map(path::kind) {
        Some(kind) => quote!(__twiml::__private::document::<#kind>(#writer, #size)),
        None => quote!(__twiml::__private::any_document(#writer, #size, #at, || __twiml::__private::never())),
    };
    quote! {
        let mut #writer = __twiml::Writer::with_capacity(#size.guess());
        let #w = &mut #writer;
        #body
        #finish
    }
}

/// One call, which is all that the compiler refuses in a constant.
fn in_one_call(body: &TokenStream, dialect: Option<Dialect>, span: Span) -> TokenStream {
    let (w, size, at) = (local("w"), local("size"), local("at"));
    let body = quote!(|#w: &mut __twiml::Writer| { #body });
    match dialect.map(path::kind) {
        Some(kind) => quote_spanned! {span=>
            __twiml::__private::run_time_values_in_a_constant_write_const_before_them::<#kind>(#size, #body)
        },
        None => quote_spanned! {span=>
            __twiml::__private::run_time_values_in_such_a_constant_write_const_before_them(
                #size,
                #at,
                || __twiml::__private::never(),
                #body
            )
        },
    }
}

/// A document of constant text.
fn fixed(text: &TokenStream, dialect: Option<Dialect>) -> TokenStream {
    match dialect.map(path::kind) {
        Some(kind) => quote!(__twiml::__private::constant::<#kind>(#text)),
        None => quote!(__twiml::__private::any_constant(#text, || __twiml::__private::never())),
    }
}

/// What is written for certain must not be more than Twilio takes.
fn limit_size(bytes: usize, element: &Element, diagnostics: &mut Vec<Diagnostic>) {
    let Some(row) = element.row else { return };
    for rule in row.rules.iter().filter(|rule| rule.kind == RuleKind::MaxBytes) {
        if bytes > rule.count {
            let help = format!("it has {bytes} bytes, at most {} are taken", rule.count);
            diagnostics.push(Diagnostic::of_rule(rule, None, element.name.place).help(help));
        }
    }
}
