//! A run-time value and the static text around it.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::{local, restriction::Restricted};

pub(super) enum Kind {
    /// The name of the attribute, with a space in front and `="` behind. The text behind the value starts with a quote.
    Attribute { start: String },
    /// Text or a fragment, and the place where it stands.
    Content { at: TokenStream },
    /// The same, where less may stand than elsewhere.
    Strict(Restricted),
}

/// Static text in front of a value.
#[derive(Clone)]
pub(super) enum Before {
    Text(String),
    /// Behind an attribute, from its closing quote on, which is left out if the variable of this name says so.
    Rest(String, Ident),
    /// The second, if the variable of this name says that a body has been written; or else the first.
    Behind(Box<Before>, String, Ident),
    /// What the variable of this name holds, all of it.
    Given(Ident),
}

/// A value, and how it is written.
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) span: Span,
    pub(super) before: Before,
    /// The trait whose methods write it.
    pub(super) call: TokenStream,
    /// A reference to it.
    pub(super) value: TokenStream,
}

impl Before {
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }

    /// More text behind it.
    pub(super) fn push(&mut self, more: &str) {
        match self {
            Self::Text(text) | Self::Rest(text, _) => text.push_str(more),
            Self::Behind(first, text, _) => {
                first.push(more);
                text.push_str(more);
            }
            // What the variable holds has been put together already.
            Self::Given(_) => {}
        }
    }

    pub(super) fn tokens(&self, span: Span) -> TokenStream {
        match self {
            Self::Text(text) => quote_spanned!(span=> #text),
            Self::Rest(text, open) => {
                // Two texts rather than one to be cut: that would be much for the compiler to see through.
                let closed = text.strip_prefix('"').unwrap_or(text);
                quote!(if #open { #text } else { #closed })
            }
            Self::Behind(first, text, written) => {
                let first = first.tokens(span);
                quote!(if #written { #text } else { #first })
            }
            Self::Given(name) => quote!(#name),
        }
    }
}

impl Piece {
    /// Whether the text behind it is the same whatever the value.
    pub(super) const fn is_content(&self) -> bool {
        !matches!(self.kind, Kind::Attribute { .. })
    }

    /// Writes it when another value follows; gives what that one has to write in front of itself.
    pub(super) fn write_before_another(self, statements: &mut TokenStream, text: String) -> Before {
        let Self { kind, span, before, call, value } = self;
        let w = local("w");
        match kind {
            Kind::Attribute { start } => {
                let open = local("open");
                let (markup, own) = with_start(before, &start, span);
                statements.extend(quote_spanned!(span=> let #open = #call::open(#value, #markup, #own, #w);));
                Before::Rest(text, open)
            }
            Kind::Content { at } => {
                statements.extend(if before.is_empty() {
                    quote_spanned!(span=> #call::write(#value, #w, #at);)
                } else {
                    let before = before.tokens(span);
                    quote_spanned!(span=> #call::write_after(#value, #before, #w, #at);)
                });
                Before::Text(text)
            }
            Kind::Strict(place) => {
                let before = before.tokens(span);
                statements.extend(strict(span, &value, &before, "", &place));
                Before::Text(text)
            }
        }
    }

    /// Writes it and static text behind it.
    pub(super) fn write_last(self, statements: &mut TokenStream, text: &str) {
        if text.is_empty() {
            // Of attributes there always is the closing quote.
            self.write_before_another(statements, String::new());
            return;
        }
        let Self { kind, span, before, call, value } = self;
        let w = local("w");
        match kind {
            Kind::Attribute { start } => {
                let (markup, own) = with_start(before, &start, span);
                statements.extend(quote_spanned!(span=> #call::put(#value, #markup, #own, #text, #w);));
            }
            Kind::Content { at } => {
                let before = before.tokens(span);
                statements.extend(quote_spanned!(span=> #call::write_between(#value, #before, #text, #w, #at);));
            }
            Kind::Strict(place) => {
                let before = before.tokens(span);
                statements.extend(strict(span, &value, &before, text, &place));
            }
        }
    }
}

/// The text in front of an attribute with its name, and how long the latter is.
fn with_start(mut before: Before, start: &str, span: Span) -> (TokenStream, usize) {
    before.push(start);
    (before.tokens(span), start.len())
}

/// Writes a value where less may stand than elsewhere, and the markup around it.
fn strict(span: Span, value: &TokenStream, before: &TokenStream, after: &str, place: &Restricted) -> TokenStream {
    let w = local("w");
    let (whole, place) = (respanned(place.whole.clone(), span), respanned(place.place.clone(), span));
    quote_spanned!(span=> __twiml::__private::Fitting::new(#value, #before, #after).write::<#whole, _>(#w, #place);)
}

/// The compiler underlines what is at fault: the value, not the macro.
fn respanned(tokens: TokenStream, span: Span) -> TokenStream {
    let trees = tokens.into_iter().map(|mut tree| {
        if let TokenTree::Group(group) = &tree {
            tree = Group::new(group.delimiter(), respanned(group.stream(), span)).into();
        }
        tree.set_span(span);
        tree
    });
    trees.collect()
}
