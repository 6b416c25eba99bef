//! All that there is to say of one macro call, as tokens that make the compiler say it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use twiml_check::Diagnostic;
use twiml_core::vocabulary::Severity;

use crate::source::{Source, Spans};

/// More errors than that are noise.
const LIMIT: usize = 30;

/// How many of the messages are errors.
pub(crate) fn errors(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count()
}

/// Hands the warnings of what stands behind attributes of Rust to these: `#[allow(…)]` is to silence them.
pub(crate) fn place(diagnostics: &[Diagnostic], source: &mut Source) {
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Warning) {
        if let Some(attributes) = source.decoration(diagnostic.place()) {
            let spans = source.spans(diagnostic.place());
            source.notice(attributes, warning(spans, &diagnostic.to_string()));
        }
    }
}

/// Statements that make the compiler show the messages that stand behind no attributes of Rust.
pub(crate) fn tokens(diagnostics: &[Diagnostic], source: &Source) -> TokenStream {
    let mut tokens = TokenStream::new();
    let hidden = errors(diagnostics).saturating_sub(LIMIT);
    let mut shown = 0;
    for diagnostic in diagnostics {
        let spans = source.spans(diagnostic.place());
        if diagnostic.severity() == Severity::Warning {
            if source.decoration(diagnostic.place()).is_none() {
                tokens.extend(warning(spans, &diagnostic.to_string()));
            }
            continue;
        }
        shown += 1;
        let mut text = diagnostic.to_string();
        if shown == LIMIT && hidden > 0 {
            text = format!("{text}\n  = note: there are {hidden} more errors in this markup");
        }
        if shown <= LIMIT {
            tokens.extend(error(spans, &text));
        }
    }
    tokens
}

/// Tokens that stand for a place: the compiler underlines from the first to the last.
fn underlined(spans: Spans) -> TokenStream {
    let first = Ident::new("a", spans.first);
    let last = Ident::new("b", spans.last);
    quote!(#first #last)
}

fn error(spans: Spans, text: &str) -> TokenStream {
    syn::Error::new_spanned(underlined(spans), text).to_compile_error()
}

/// On stable Rust, only the use of a deprecated item shows a text of one's own as a warning.
fn warning(spans: Spans, text: &str) -> TokenStream {
    let used = Ident::new("twiml_warning", spans.first.resolved_at(Span::mixed_site()));
    let declared = Ident::new("twiml_warning", Span::mixed_site());
    let statement = quote_spanned!(spans.first.resolved_at(Span::mixed_site())=> let () = #used;);
    quote! {
        {
            #[deprecated(note = #text)]
            #[allow(non_upper_case_globals)]
            const #declared: () = ();
            #statement
        }
    }
}
