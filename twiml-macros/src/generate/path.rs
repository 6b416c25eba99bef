//! The paths of types that the expansion names.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use twiml_check::Part;
use twiml_core::vocabulary::{self, Dialect};

use super::shared;

/// The item of a row, as an identifier.
pub(super) fn item(item: &str, span: Span) -> Ident {
    match item.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, span),
        None => Ident::new(item, span),
    }
}

/// The kind of a document.
pub(super) fn kind(dialect: Dialect) -> TokenStream {
    match dialect {
        Dialect::Voice => quote!(::twiml::Voice),
        Dialect::Messaging => quote!(::twiml::Messaging),
        Dialect::Fax => quote!(::twiml::Fax),
    }
}

/// The place directly in a document.
pub(super) fn document_place(dialect: Dialect) -> TokenStream {
    let kind = kind(dialect);
    quote!(::twiml::element::Response<#kind>)
}

/// The type of an element in its place.
pub(super) fn place(row: &'static vocabulary::Element) -> TokenStream {
    if row.is_document() {
        return document_place(row.dialect);
    }
    let item = item(row.item, Span::mixed_site());
    match row.dialect {
        Dialect::Voice => quote!(::twiml::element::#item),
        Dialect::Messaging => quote!(::twiml::element::messaging::#item),
        Dialect::Fax => quote!(::twiml::element::fax::#item),
    }
}

/// What is in a fragment, as a type.
pub(super) fn parts(parts: &[Part]) -> TokenStream {
    let mut types: Vec<(String, TokenStream)> = Vec::new();
    for part in parts {
        let (id, path) = match part {
            Part::Text => ("#text".to_owned(), quote!(::twiml::element::Text)),
            Part::Splice | Part::Unchecked => continue,
            Part::Element { rows, .. } => match rows.first() {
                Some(row) if shared(rows) => {
                    let item = item(row.item, Span::mixed_site());
                    (format!("any/{}", row.name), quote!(::twiml::element::shared::#item))
                }
                Some(row) => (row.id.to_owned(), place(row)),
                None => continue,
            },
        };
        if !types.iter().any(|(known, _)| *known == id) {
            types.push((id, path));
        }
    }
    let mut types = types.into_iter().rev().map(|(_, path)| path);
    let Some(last) = types.next() else { return quote!(()) };
    types.fold(last, |rest, path| quote!((#path, #rest)))
}
