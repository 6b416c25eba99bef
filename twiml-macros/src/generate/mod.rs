//! From the tree to Rust: static text merged into as few pieces as possible, and a call for each run-time value.

mod attribute;
mod builder;
mod constant;
mod demand;
mod document;
mod fragment;
pub(crate) mod hints;
mod home;
mod path;
mod piece;
mod restriction;
mod rust;
mod unclosed;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use twiml_check::{
    Diagnostic, Root,
    tree::{Branch, Element, Flow, Node, Splice},
};
use twiml_core::{escape, vocabulary};

pub(crate) use self::home::Home;
use self::{builder::Builder, piece::Kind, restriction::Restricted};
use crate::{messages, source::Source};

/// The expression that the macro stands for.
pub(crate) fn generate(nodes: &[Node], root: &Root, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> TokenStream {
    // What is wrong may be why its kind is not the one that is asked for, and need not be said again of where it is placed.
    let is_sound = messages::errors(diagnostics) == 0;
    let expression = match root {
        Root::Document { dialect } => document::write(nodes, dialect.filter(|_| is_sound), source, diagnostics),
        Root::Fragment { .. } if nodes.is_empty() => {
            quote!(__twiml::__private::anything(|| __twiml::__private::never()))
        }
        Root::Fragment { parts } => fragment::write(nodes, parts, if is_sound { parts } else { &[] }, source),
    };
    match source.cover() {
        Some(attributes) => {
            let (attributes, notices) = (source.rust(attributes), source.notices(attributes));
            // An expression may have no attributes; a statement may.
            let whole = local("whole");
            quote!({ #attributes let #whole = { #notices #expression }; #whole })
        }
        None => expression,
    }
}

/// The expression behind the messages.
pub(crate) fn with_messages(
    diagnostics: &[Diagnostic],
    source: &Source,
    hints: &TokenStream,
    expression: &TokenStream,
) -> TokenStream {
    let has_errors = messages::errors(diagnostics) > 0;
    let mut messages = messages::tokens(diagnostics, source);
    if !hints.is_empty() && !has_errors {
        messages = hints::for_compilers(&messages);
    }
    if messages.is_empty() && hints.is_empty() { expression.clone() } else { quote!({ #hints #messages #expression }) }
}

/// A name of the expansion that the user's code cannot see. A constant or a unit struct of the same name would be
/// taken for a pattern all the same, so that it is one that nobody else uses.
fn local(name: &str) -> Ident {
    Ident::new(&format!("__twiml_{name}"), Span::mixed_site())
}

/// An expression, and what there is to be said before it.
fn besides(aside: &TokenStream, expression: TokenStream) -> TokenStream {
    if aside.is_empty() { expression } else { quote!({ #aside #expression }) }
}

/// Where markup is written.
struct Here<'a> {
    /// The type of the place.
    place: TokenStream,
    /// A variable that holds it, if it is yet to be inferred.
    at: Option<&'a Ident>,
    /// What the element takes as it is written, if that is less.
    strict: Option<Restricted>,
}

impl<'a> Here<'a> {
    /// At the top of a fragment.
    fn somewhere(at: &'a Ident) -> Self {
        Self { place: quote!(_), at: Some(at), strict: None }
    }
}

fn write_nodes(builder: &mut Builder<'_>, nodes: &[Node], here: &Here<'_>) {
    let closes = builder.take_closes();
    for (index, node) in nodes.iter().enumerate() {
        if let Node::Statement(statement) = node
            && statement.jumps
            && (closes || index + 1 < nodes.len())
        {
            let statement = builder.source().rust(statement.source);
            builder.tokens(perhaps(&statement));
        } else {
            write_node(builder, node, here);
        }
    }
}

/// What never comes to its end, so that the compiler does not know: what is behind it has been warned of, and nobody has written
/// the end of a tag as a statement.
fn perhaps(statement: &TokenStream) -> TokenStream {
    quote!(if true { #statement })
}

fn write_node(builder: &mut Builder<'_>, node: &Node, here: &Here<'_>) {
    match node {
        Node::Element(element) => write_element(builder, element),
        Node::Text(text) => {
            let mut escaped = String::new();
            escape::text(&mut escaped, &text.text);
            builder.text(&escaped);
        }
        Node::Splice(splice) => write_splice(builder, splice, here),
        Node::Statement(statement) => builder.statement(statement),
        Node::Lost => {}
        Node::Control(control) => {
            if let [Branch { header, body }] = &control.branches[..]
                && builder.source().notices(*header).is_some()
            {
                let mut inner = builder.inner();
                write_nodes(&mut inner, body, here);
                builder.decorated(*header, control.flow, inner);
                return;
            }
            if let [Branch { body, .. }] = &control.branches[..]
                && matches!(control.flow, Flow::Repeat | Flow::Maybe)
                && !node.may_jump()
            {
                let source = builder.source();
                builder.body(
                    control.flow == Flow::Repeat,
                    |inner| write_nodes(inner, body, here),
                    |body| rust::control(control, source, &mut |_| body.clone()),
                );
                return;
            }
            let unclosed = unclosed::enter(builder, control);
            let tokens = rust::control(control, builder.source(), &mut |body| nested(builder, body, here));
            let is_endless = control.flow == Flow::Loop && !node.may_jump();
            builder.tokens(if is_endless { perhaps(&tokens) } else { tokens });
            unclosed::leave(builder, unclosed);
        }
    }
}

/// The statements of a body of its own.
fn nested(outer: &mut Builder<'_>, nodes: &[Node], here: &Here<'_>) -> TokenStream {
    let mut builder = outer.inner();
    builder.take_back();
    write_nodes(&mut builder, nodes, here);
    outer.reserve(builder.size());
    builder.finish()
}

/// `{…}` between tags.
fn write_splice(builder: &mut Builder<'_>, splice: &Splice, here: &Here<'_>) {
    if let Some(jump) = rust::jump(splice, builder.source()) {
        builder.tokens(jump);
        return;
    }
    let expression = builder.expression(splice);
    let span = rust::mixed(splice, builder.source());
    let (kind, call) = match (&here.strict, here.at) {
        (Some(strict), _) => (Kind::Strict(strict.clone()), TokenStream::new()),
        (None, at) => {
            let place = &here.place;
            let at = at.map_or_else(|| quote_spanned!(span=> __twiml::__private::At::HERE), |at| quote!(#at));
            (Kind::Content { at }, quote_spanned!(span=> __twiml::Fragment::<#place>))
        }
    };
    builder.value(kind, span, call, expression);
    builder.reserve(32);
}

fn write_element(builder: &mut Builder<'_>, element: &Element) {
    let place = element.row.map_or_else(|| quote!(__twiml::element::Unchecked), path::place);
    if element.guards.is_empty() {
        write_element_at(builder, element, &place, None);
        return;
    }
    // It is taken back if it turns out to be too long.
    let mut inner = builder.inner();
    write_element_at(&mut inner, element, &place, None);
    builder.reserve(inner.size());
    let (body, w, start) = (inner.finish(), local("w"), local("start"));
    let limits = element.guards.iter().map(|rule| {
        let (names, most) = (rule.of.iter().map(|name| name.trim_start_matches('@')), rule.count);
        quote!(__twiml::__private::limit(#w, #start, &[#(#names),*], #most);)
    });
    builder.tokens(quote!({
        let #start = __twiml::__private::written(#w);
        #body
        #(#limits)*
    }));
}

fn write_element_at(builder: &mut Builder<'_>, element: &Element, place: &TokenStream, at: Option<&Ident>) {
    let may_leave = |words: &&[&str]| unclosed::may_leave(element, words, builder.source());
    if builder.is_in_loop() && builder.leaving().iter().any(may_leave) {
        unclosed::element(builder, |builder| write_tags(builder, element, place, at));
    } else {
        write_tags(builder, element, place, at);
    }
}

fn write_tags(builder: &mut Builder<'_>, element: &Element, place: &TokenStream, at: Option<&Ident>) {
    let name = &element.name.text;
    builder.text("<");
    builder.text(name);
    attribute::write(builder, element);
    if element.children.iter().all(is_nothing) {
        builder.text("/>");
        return;
    }
    builder.text(">");
    let strict = if at.is_none() && holds_values(&element.children) { restriction::place(element) } else { None };
    let here = Here { place: place.clone(), at, strict };
    if element.children.iter().any(|child| matches!(child, Node::Statement(_))) {
        // What is bound in an element is known in that element only.
        builder.expect_close();
        let body = nested(builder, &element.children, &here);
        builder.take_closes();
        builder.tokens(quote!({ #body }));
    } else {
        write_nodes(builder, &element.children, &here);
    }
    builder.text("</");
    builder.text(name);
    builder.text(">");
}

/// Whether there is `{…}`, whatever control flow leads to it.
fn holds_values(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| matches!(node, Node::Splice(_)) || node.bodies().any(holds_values))
}

fn is_nothing(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.text.is_empty())
}

/// The rows that the expansion names by their path.
fn shared(rows: &[&'static vocabulary::Element]) -> bool {
    rows.first().is_some_and(|row| rows.len() > 1 && rows.len() == vocabulary::named(row.name).count())
}
