//! From the tree to Rust: static text merged into as few pieces as possible, and a call for each run-time value.

mod attribute;
mod builder;
mod constant;
mod demand;
pub(crate) mod hints;
mod home;
mod path;
mod piece;
mod restriction;
mod unclosed;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use twiml_check::{
    Diagnostic, Part, Root,
    tree::{Branch, Element, Flow, Node, Splice},
};
use twiml_core::{
    escape,
    vocabulary::{self, Dialect, RuleKind},
};

pub(crate) use self::home::Home;
use self::{builder::Builder, constant::Constant, piece::Kind, restriction::Restricted};
use crate::{messages, source::Source};

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// The expression that the macro stands for.
pub(crate) fn generate(nodes: &[Node], root: &Root, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> TokenStream {
    // What is wrong may be why its kind is not the one that is asked for, and need not be said again of where it is placed.
    let is_sound = messages::errors(diagnostics) == 0;
    let expression = match root {
        Root::Document { dialect } => document(nodes, dialect.filter(|_| is_sound), source, diagnostics),
        Root::Fragment { .. } if nodes.is_empty() => {
            quote!(__twiml::__private::anything(|| __twiml::__private::never()))
        }
        Root::Fragment { parts } => fragment(nodes, parts, if is_sound { parts } else { &[] }, source),
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

fn document(
    nodes: &[Node],
    dialect: Option<Dialect>,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> TokenStream {
    if constant::holds_constants(nodes, source) {
        let mut constant = Constant::new(source);
        constant.text(DECLARATION);
        if constant.nodes(nodes) {
            let aside = std::mem::take(&mut constant.aside);
            return besides(&aside, constant_document(&constant.finish(), dialect));
        }
    }
    let mut builder = Builder::new(source);
    builder.text(DECLARATION);
    let at = local("at");
    let place = match dialect {
        Some(dialect) => path::document_place(dialect),
        None => quote!(__twiml::element::Response<_>),
    };
    let mut root = None;
    for node in nodes {
        match node {
            Node::Element(element) if !element.name.unchecked => {
                if root.is_none() {
                    root = Some(element);
                    write_element_at(&mut builder, element, &place, dialect.is_none().then_some(&at));
                } else {
                    builder.keep(node);
                }
            }
            Node::Statement(statement) => builder.statement(statement),
            _ => builder.keep(node),
        }
    }
    if let Some(element) = root {
        limit_size(builder.certain(), element, diagnostics);
    }
    let aside = builder.take_aside();
    if let Some(text) = builder.constant() {
        return besides(&aside, constant_document(&quote!(#text), dialect));
    }
    let size = builder.size();
    let body = builder.finish();
    let (writer, w, learned) = (local("writer"), local("w"), local("size"));
    let size = quote! {
        let #learned = {
            static SIZE: __twiml::__private::Size = __twiml::__private::Size::new(#size);
            &SIZE
        };
    };
    let here = dialect.is_none().then(|| quote!(let #at = __twiml::__private::At::<#place>::HERE;));
    if let Some(span) = constant::named_like_constants(nodes, source) {
        let body = quote!(|#w: &mut __twiml::Writer| { #aside #body });
        let call = match dialect.map(path::kind) {
            Some(kind) => quote_spanned! {span=>
                __twiml::__private::run_time_values_in_a_constant_write_const_before_them::<#kind>(#learned, #body)
            },
            None => quote_spanned! {span=>
                __twiml::__private::run_time_values_in_such_a_constant_write_const_before_them(
                    #learned,
                    #at,
                    || __twiml::__private::never(),
                    #body
                )
            },
        };
        return quote!({ #size #here #call });
    }
    let finish = match dialect.map(path::kind) {
        Some(kind) => quote!(__twiml::__private::document::<#kind>(#writer, #learned)),
        None => quote!(__twiml::__private::any_document(#writer, #learned, #at, || __twiml::__private::never())),
    };
    quote!({
        #size
        let mut #writer = __twiml::Writer::with_capacity(#learned.guess());
        let #w = &mut #writer;
        #here
        #aside
        #body
        #finish
    })
}

/// An expression, and what there is to be said before it.
fn besides(aside: &TokenStream, expression: TokenStream) -> TokenStream {
    if aside.is_empty() { expression } else { quote!({ #aside #expression }) }
}

fn constant_document(text: &TokenStream, dialect: Option<Dialect>) -> TokenStream {
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

fn fragment(nodes: &[Node], parts: &[Part], known: &[Part], source: &Source) -> TokenStream {
    let placed = parts.iter().any(|part| matches!(part, Part::Splice));
    let (items, kind) = path::parts(known);
    // Items of its own stand apart from what the user has written.
    let kind = if items.is_empty() {
        quote!(__twiml::__private::Parts::<#kind>::HERE)
    } else {
        quote!({ #items __twiml::__private::Parts::<#kind>::HERE })
    };
    if constant::holds_constants(nodes, source) {
        let mut constant = Constant::new(source);
        if constant.nodes(nodes) {
            let aside = std::mem::take(&mut constant.aside);
            let text = constant.finish();
            return besides(&aside, quote!(__twiml::__private::constant_fragment(#kind, #text)));
        }
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

/// Whether a `let` stands in the way of making values beforehand: they may depend on it.
fn has_binding(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Statement(_) => true,
        Node::Element(element) => has_binding(&element.children),
        _ => false,
    })
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
            let unclosed = unclosed::enter(builder, control);
            let tokens = builder::control(control, builder.source(), &mut |body| nested(builder, body, here));
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
    if let Some(jump) = builder::jump(splice, builder.source()) {
        builder.tokens(jump);
        return;
    }
    let expression = builder.expression(splice);
    let span = builder::mixed(splice, builder.source());
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
