//! What the tree refers to by numbers: the places of tokens, and the Rust that is handed on as it is.

use proc_macro2::{Span, TokenStream};
use twiml_check::tree::Place;

/// Where something stands: its first and its last token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spans {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Spans {
    pub(crate) const fn at(span: Span) -> Self {
        Self { first: span, last: span }
    }

    pub(crate) const fn to(self, last: Span) -> Self {
        Self { first: self.first, last }
    }
}

/// The source of one macro call.
#[derive(Debug, Default)]
pub(crate) struct Source {
    spans: Vec<Span>,
    rust: Vec<TokenStream>,
}

impl Source {
    /// Notes where something stands.
    pub(crate) fn place(&mut self, spans: Spans) -> Place {
        Place { first: self.note(spans.first), last: self.note(spans.last) }
    }

    fn note(&mut self, span: Span) -> u32 {
        self.spans.push(span);
        u32::try_from(self.spans.len() - 1).unwrap_or(u32::MAX)
    }

    /// Where a place of the tree is.
    pub(crate) fn spans(&self, place: Place) -> Spans {
        Spans { first: self.span(place.first), last: self.span(place.last) }
    }

    fn span(&self, number: u32) -> Span {
        let span = usize::try_from(number).ok().and_then(|number| self.spans.get(number));
        span.copied().unwrap_or_else(Span::call_site)
    }

    /// Keeps Rust for later.
    pub(crate) fn keep(&mut self, rust: TokenStream) -> usize {
        self.rust.push(rust);
        self.rust.len() - 1
    }

    /// Rust that has been kept.
    pub(crate) fn rust(&self, number: usize) -> TokenStream {
        self.rust.get(number).cloned().unwrap_or_default()
    }
}
