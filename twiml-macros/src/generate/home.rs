//! Where the items are that the expansion names. A program may have given the crate another name, or have it from a crate in
//! between, so that the macro that is called hands its `$crate` on.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// What the paths of the expansion begin with.
const WORD: &str = "__twiml";

/// The crate, as the call names it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Home(Option<Ident>);

impl Home {
    /// Takes `[$crate]` from the front of what the macro was given.
    pub(crate) fn take(tokens: TokenStream) -> (Self, TokenStream) {
        let mut tokens = tokens.into_iter();
        let group = match tokens.next() {
            Some(TokenTree::Group(group)) => group.stream().into_iter().next(),
            _ => None,
        };
        let name = match group {
            Some(TokenTree::Ident(name)) => Some(name),
            _ => None,
        };
        (Self(name), tokens.collect())
    }

    /// An expression in which the paths of the expansion lead there. They do not begin with `$crate` themselves: what
    /// the compiler says of an expression with tokens of two origins is said of the whole call.
    pub(crate) fn around(&self, expression: TokenStream) -> TokenStream {
        match &self.0 {
            Some(name) => quote!({ use #name::__twiml; #expression }),
            None => expression,
        }
    }

    /// Paths that nobody compiles, with `$crate` at the front: an editor does not follow the other way.
    pub(crate) fn named(&self, paths: TokenStream) -> TokenStream {
        let Some(name) = &self.0 else { return paths };
        let named = paths.into_iter().map(|tree| match tree {
            TokenTree::Ident(word) if word == WORD => {
                let mut name = name.clone();
                name.set_span(name.span().located_at(word.span()));
                TokenTree::Ident(name)
            }
            TokenTree::Group(group) => {
                let mut named = Group::new(group.delimiter(), self.named(group.stream()));
                named.set_span(group.span());
                TokenTree::Group(named)
            }
            tree => tree,
        });
        named.collect()
    }
}
