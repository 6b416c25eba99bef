//! The `twiml!` macro. Use it through the crate `twiml`, which documents it.

#![forbid(unsafe_code)]

mod expand;
mod generate;
mod messages;
mod parse;
mod source;

#[cfg(test)]
mod tests;

/// What `twiml!` of the crate `twiml` becomes: the crate in brackets, and then the markup.
#[proc_macro]
pub fn expand(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into()).into()
}
