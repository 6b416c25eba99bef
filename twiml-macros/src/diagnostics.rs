//! All that there is to say of one macro call: what the parser says, then what the checks say.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use twiml_check::catalogue::Fault;
use twiml_core::vocabulary::Severity;

use crate::ast::Place;

/// More errors than that are noise.
const LIMIT: usize = 30;

/// Messages and their places.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    entries: Vec<(Place, Fault)>,
}

impl Diagnostics {
    pub(crate) fn push(&mut self, place: Place, fault: Fault) {
        self.entries.push((place, fault));
    }

    pub(crate) fn errors(&self) -> usize {
        self.entries.iter().filter(|(_, fault)| fault.severity() == Severity::Error).count()
    }

    #[cfg(test)]
    pub(crate) fn entries(&self) -> &[(Place, Fault)] {
        &self.entries
    }

    /// Statements that make the compiler show them.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let mut tokens = TokenStream::new();
        let hidden = self.errors().saturating_sub(LIMIT);
        let mut shown = 0;
        for (place, fault) in self.entries {
            if fault.severity() == Severity::Warning {
                tokens.extend(warning(place, &fault));
                continue;
            }
            shown += 1;
            let mut text = fault.to_string();
            if shown == LIMIT && hidden > 0 {
                text = format!("{text}\n  = note: there are {hidden} more errors in this markup");
            }
            if shown <= LIMIT {
                tokens.extend(error(place, &text));
            }
        }
        tokens
    }
}

/// Tokens that stand for a place: the compiler underlines from the first to the last.
fn underlined(place: Place) -> TokenStream {
    let first = Ident::new("a", place.first);
    let last = Ident::new("b", place.last);
    quote!(#first #last)
}

fn error(place: Place, text: &str) -> TokenStream {
    syn::Error::new_spanned(underlined(place), text).to_compile_error()
}

/// On stable Rust, only the use of a deprecated item shows a text of one's own as a warning.
fn warning(place: Place, fault: &Fault) -> TokenStream {
    let text = fault.to_string();
    let used = Ident::new("twiml", place.first.resolved_at(Span::mixed_site()));
    let declared = Ident::new("twiml", Span::mixed_site());
    let statement = quote_spanned!(place.first.resolved_at(Span::mixed_site())=> let () = #used;);
    quote! {
        {
            #[deprecated(note = #text)]
            #[allow(non_upper_case_globals)]
            const #declared: () = ();
            #statement
        }
    }
}
