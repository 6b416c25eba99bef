//! The expansion function without a compiler around it: messages with their places, and what comes out.

mod advice;
mod broken;
mod expansions;
mod files;
mod index;
mod messages;
mod rules;
mod tokens;

use proc_macro2::TokenStream;
use twiml_core::vocabulary::Severity;

use crate::expand::{self, Expansion};

/// `line:column message`, one line each, in the order reported; warnings say so.
fn messages(source: &str) -> Vec<String> {
    let tokens: TokenStream = source.parse().expect("the source is made of Rust tokens");
    let Expansion { source, diagnostics, .. } = expand::read(tokens);
    let lines = diagnostics.iter().map(|fault| {
        let start = source.spans(fault.place()).first.start();
        let mark = if fault.severity() == Severity::Warning { "warning: " } else { "" };
        format!("{}:{} {mark}{fault}", start.line, start.column + 1)
    });
    lines.collect()
}
