//! What the tree refers to by numbers: the places of tokens, and the Rust that is handed on as it is.

use std::collections::HashMap;

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
    spans: Vec<Noted>,
    rust: Vec<TokenStream>,
    /// The attributes of Rust before what is being read.
    decoration: Option<usize>,
    /// What there is to say of what stands behind attributes of Rust, by the number of these.
    notices: HashMap<usize, TokenStream>,
    /// The attributes of Rust before the root of a document.
    cover: Option<usize>,
}

/// The place of a token, and the attributes of Rust before it.
#[derive(Clone, Copy, Debug)]
struct Noted {
    span: Span,
    decoration: Option<usize>,
}

impl Source {
    /// Notes where something stands.
    pub(crate) fn place(&mut self, spans: Spans) -> Place {
        Place { first: self.note(spans.first), last: self.note(spans.last) }
    }

    fn note(&mut self, span: Span) -> u32 {
        self.spans.push(Noted { span, decoration: self.decoration });
        u32::try_from(self.spans.len() - 1).unwrap_or(u32::MAX)
    }

    /// Where a place of the tree is.
    pub(crate) fn spans(&self, place: Place) -> Spans {
        Spans { first: self.span(place.first), last: self.span(place.last) }
    }

    fn span(&self, number: u32) -> Span {
        self.noted(number).map_or_else(Span::call_site, |noted| noted.span)
    }

    fn noted(&self, number: u32) -> Option<Noted> {
        usize::try_from(number).ok().and_then(|number| self.spans.get(number)).copied()
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

    /// What is noted from now on stands behind these attributes of Rust; gives those that it stood behind before.
    pub(crate) fn decorate(&mut self, attributes: Option<usize>) -> Option<usize> {
        if let Some(attributes) = attributes {
            self.notices.insert(attributes, TokenStream::new());
        }
        std::mem::replace(&mut self.decoration, attributes)
    }

    /// These attributes of Rust stand before the root of a document, and so before all there is.
    pub(crate) fn cover_all(&mut self, attributes: usize) {
        self.cover = Some(attributes);
    }

    /// The attributes of Rust before all there is.
    pub(crate) fn cover(&self) -> Option<usize> {
        self.cover
    }

    /// The innermost attributes of Rust that a place stands behind.
    pub(crate) fn decoration(&self, place: Place) -> Option<usize> {
        self.noted(place.first)?.decoration
    }

    /// Adds what there is to say of what stands behind these attributes: they decide whether it is said.
    pub(crate) fn notice(&mut self, attributes: usize, tokens: TokenStream) {
        self.notices.entry(attributes).or_default().extend(tokens);
    }

    /// What there is to say there; `None` if this is no number of attributes.
    pub(crate) fn notices(&self, attributes: usize) -> Option<&TokenStream> {
        self.notices.get(&attributes)
    }
}
