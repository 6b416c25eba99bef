//! The way of a macro call: parse, check, generate.

use proc_macro2::{Span, TokenStream};
use twiml_check::{Code, Diagnostic, Notation, tree::Node};

use crate::{
    generate::{self, Home, hints},
    messages, parse,
    source::{Source, Spans},
};

/// What becomes of a macro call.
pub(crate) struct Expansion {
    pub(crate) source: Source,
    pub(crate) nodes: Vec<Node>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) expression: TokenStream,
}

/// Expands a macro call: the crate in brackets, and then the markup. It always gives an expression, with the messages in it.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let (home, tokens) = Home::take(tokens);
    expand_for(&home, tokens)
}

/// Expands markup.
pub(crate) fn expand_for(home: &Home, tokens: TokenStream) -> TokenStream {
    let Expansion { source, nodes, diagnostics, expression } = read(tokens);
    if hints::wanted() {
        // The name that leads to the crate stays behind the hints: it would be offered there.
        let hints = home.named(hints::hints(&nodes, &source));
        return generate::with_messages(&diagnostics, &source, &hints, &home.around(expression));
    }
    home.around(generate::with_messages(&diagnostics, &source, &TokenStream::new(), &expression))
}

/// The messages and the expression, apart.
pub(crate) fn read(tokens: TokenStream) -> Expansion {
    let mut source = Source::default();
    let mut diagnostics = Vec::new();
    let mut nodes = parse::parse(tokens, &mut source, &mut diagnostics);
    if nodes.is_empty() && diagnostics.is_empty() {
        let place = source.place(Spans::at(Span::call_site()));
        let diagnostic = Diagnostic::new(Code::EmptyMacro, place);
        diagnostics.push(diagnostic.help("write a document or a fragment between the braces"));
    }
    let (root, found) = twiml_check::check(&mut nodes, Notation::Rust);
    diagnostics.extend(found);
    messages::place(&diagnostics, &mut source);
    let expression = generate::generate(&nodes, &root, &source, &mut diagnostics);
    Expansion { source, nodes, diagnostics, expression }
}
