//! The way of a macro call: parse, check, generate.

use proc_macro2::{Span, TokenStream};
use twiml_check::catalogue::{Code, Fault};

use crate::{
    ast::{Node, Place},
    check,
    diagnostics::Diagnostics,
    generate::{self, hints},
    parse,
};

/// Expands a macro call. It always gives an expression, with the messages in it.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let (nodes, expression) = read(tokens, &mut diagnostics);
    let hints = if hints::wanted() { hints::hints(&nodes) } else { TokenStream::new() };
    generate::with_messages(diagnostics, &hints, &expression)
}

/// The messages and the expression, apart.
#[cfg(test)]
pub(crate) fn analyse(tokens: TokenStream) -> (Diagnostics, TokenStream) {
    let mut diagnostics = Diagnostics::default();
    let (_, expression) = read(tokens, &mut diagnostics);
    (diagnostics, expression)
}

fn read(tokens: TokenStream, diagnostics: &mut Diagnostics) -> (Vec<Node>, TokenStream) {
    if tokens.is_empty() {
        let fault = Fault::new(Code::EmptyMacro).help("write a document or a fragment between the braces");
        diagnostics.push(Place::at(Span::call_site()), fault);
    }
    let mut nodes = parse::parse(tokens, diagnostics);
    let root = check::check(&mut nodes, diagnostics);
    let expression = generate::generate(&nodes, &root, diagnostics);
    (nodes, expression)
}
