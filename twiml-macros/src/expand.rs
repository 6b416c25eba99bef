//! The way of a macro call: parse, check, generate.

use proc_macro2::{Span, TokenStream};
use twiml_core::fault::{Code, Fault};

use crate::{ast::Place, check, diagnostics::Diagnostics, generate, parse};

/// Expands a macro call. It always gives an expression, with the messages in it.
pub(crate) fn expand(tokens: TokenStream) -> TokenStream {
    let (diagnostics, expression) = analyse(tokens);
    generate::with_messages(diagnostics, &expression)
}

/// The messages and the expression, apart.
pub(crate) fn analyse(tokens: TokenStream) -> (Diagnostics, TokenStream) {
    let mut diagnostics = Diagnostics::default();
    if tokens.is_empty() {
        let fault = Fault::new(Code::EmptyMacro).help("write a document or a fragment between the braces");
        diagnostics.push(Place::at(Span::call_site()), fault);
    }
    let mut nodes = parse::parse(tokens, &mut diagnostics);
    let root = check::check(&mut nodes, &mut diagnostics);
    let expression = generate::generate(&nodes, &root, &mut diagnostics);
    (diagnostics, expression)
}
