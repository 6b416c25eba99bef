//! The `twiml!` macro. Use it through the crate `twiml`, which documents it.

#![forbid(unsafe_code)]

mod expand;
mod generate;
mod messages;
mod parse;
mod source;

#[cfg(test)]
mod tests;

/// TwiML inline in Rust, checked at compile time. The crate `twiml` documents it.
#[proc_macro]
pub fn twiml(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into()).into()
}
