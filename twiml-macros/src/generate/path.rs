//! The paths of types that the expansion names.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use twiml_check::Part;
use twiml_core::vocabulary::{self, Dialect};

use super::{restriction, shared};

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
        Dialect::Voice => quote!(__twiml::Voice),
        Dialect::Messaging => quote!(__twiml::Messaging),
        Dialect::Fax => quote!(__twiml::Fax),
    }
}

/// The place directly in a document.
pub(super) fn document_place(dialect: Dialect) -> TokenStream {
    let kind = kind(dialect);
    quote!(__twiml::element::Response<#kind>)
}

/// The type of an element in its place.
pub(super) fn place(row: &'static vocabulary::Element) -> TokenStream {
    if row.is_document() {
        return document_place(row.dialect);
    }
    let item = item(row.item, Span::mixed_site());
    match row.dialect {
        Dialect::Voice => quote!(__twiml::element::#item),
        Dialect::Messaging => quote!(__twiml::element::messaging::#item),
        Dialect::Fax => quote!(__twiml::element::fax::#item),
    }
}

/// The trait that answers for the children of an element.
pub(super) fn answers(row: &vocabulary::Element) -> TokenStream {
    let item = item(row.item, Span::mixed_site());
    match row.dialect {
        Dialect::Voice => quote!(__twiml::element::answers::#item),
        Dialect::Messaging => quote!(__twiml::element::messaging::answers::#item),
        Dialect::Fax => quote!(__twiml::element::fax::answers::#item),
    }
}

/// The type of the elements of this name, whichever of their places they are in.
pub(super) fn shared_place(row: &vocabulary::Element) -> TokenStream {
    let item = item(row.item, Span::mixed_site());
    quote!(__twiml::element::shared::#item)
}

/// What is in a fragment, as a type, and the items that this type needs.
pub(super) fn parts(parts: &[Part]) -> (TokenStream, TokenStream) {
    let (mut items, mut restricted) = (TokenStream::new(), 0);
    let mut types: Vec<(String, TokenStream)> = Vec::new();
    for part in parts {
        let (mut id, path) = match part {
            Part::Text => ("#text".to_owned(), quote!(__twiml::element::Text)),
            Part::Splice | Part::Unchecked => continue,
            Part::Element { rows, .. } => match rows.first() {
                Some(row) if shared(rows) => (format!("any/{}", row.name), shared_place(row)),
                Some(row) => (row.id.to_owned(), place(row)),
                None => continue,
            },
        };
        let refused = if let Part::Element { refused, .. } = part { &refused[..] } else { &[] };
        for refusal in refused {
            id.extend([" ", refusal.row.id, " ", &refusal.message]);
        }
        if types.iter().any(|(known, _)| *known == id) {
            continue;
        }
        let (Part::Element { rows, .. }, false) = (part, refused.is_empty()) else {
            types.push((id, path));
            continue;
        };
        let (own, path) = restriction::part(restricted, rows, refused);
        restricted += 1;
        items.extend(own);
        types.push((id, path));
    }
    let mut types = types.into_iter().rev().map(|(_, path)| path);
    let Some(last) = types.next() else { return (items, quote!(())) };
    (items, types.fold(last, |rest, path| quote!((#path, #rest))))
}
