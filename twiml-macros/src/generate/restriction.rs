//! Types of their own for markup that a rule does not let stand everywhere: a part of a fragment that some of its places
//! refuse, and an element that refuses some of its children. The compiler then says the words of the rule.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use twiml_check::{Refusal, forbidden_children, tree::Element};
use twiml_core::vocabulary::{self, TextPresence};

use super::{local, path, shared};

/// Items for a part of a fragment, and its type.
pub(super) fn part(
    number: usize,
    rows: &[&'static vocabulary::Element],
    refused: &[Refusal],
) -> (TokenStream, TokenStream) {
    let row = rows.first();
    let name = type_name(row.map_or("", |row| row.name), (number > 0).then_some(number));
    let is_refused = |place: &vocabulary::Element| refused.iter().any(|refusal| refusal.row.id == place.id);
    let places = rows.iter().flat_map(|row| row.parents());
    let allowed = places.filter(|place| !is_refused(place)).map(path::place);
    let refusals = refused.iter().enumerate().map(|(index, refusal)| {
        let rule = local(&format!("rule{number}_{index}"));
        let label = format!("this holds a `<{}>` that may not stand here", row.map_or("", |row| row.name));
        let declared = declare(&rule, &refusal.message, &label);
        let place = path::place(refusal.row);
        quote! {
            #declared
            impl<R: #rule> ::twiml::__private::ChildOf<#place> for #name<R> {}
        }
    });
    let items = quote! {
        #[allow(non_camel_case_types)]
        struct #name<R>(::core::marker::PhantomData<R>);
        #[diagnostic::do_not_recommend]
        impl<R> ::twiml::__private::ChildOf<::twiml::element::Unchecked> for #name<R> {}
        #(
            #[diagnostic::do_not_recommend]
            impl<R> ::twiml::__private::ChildOf<#allowed> for #name<R> {}
        )*
        #(#refusals)*
    };
    let row = row.map(|row| whatever(row, rows));
    (items, quote!(#name<#row>))
}

/// A place that takes less than its element does elsewhere.
#[derive(Clone)]
pub(super) struct Restricted {
    /// The type of the element.
    pub(super) whole: TokenStream,
    /// A value whose type tells what it takes as it is written.
    pub(super) place: TokenStream,
}

/// What an element takes as it is written; nothing if that is what it takes anyway.
pub(super) fn place(element: &Element) -> Option<Restricted> {
    let row = element.row.filter(|_| !element.name.unchecked)?;
    let forbidden = forbidden_children(element);
    if forbidden.is_empty() {
        return None;
    }
    let name = type_name(row.name, None);
    let is_forbidden = |child: &vocabulary::Element| forbidden.iter().any(|refusal| refusal.row.id == child.id);
    let allowed = row.children.iter().filter(|child| !is_forbidden(child)).flat_map(|child| types(child));
    let refusals = by_rule(&forbidden).into_iter().enumerate().map(|(index, refusals)| {
        let rule = local(&format!("rule{index}"));
        let label = match refusals[..] {
            [only] => format!("this holds a `<{}>`", only.row.name),
            _ => "this holds what the rule forbids".to_owned(),
        };
        let declared = declare(&rule, refusals.first().map_or("", |refusal| &refusal.message), &label);
        let children = refusals.iter().flat_map(|refusal| types(refusal.row));
        quote! {
            #declared
            #( impl<R: #rule> ::twiml::__private::ChildOf<#name<R>> for #children {} )*
        }
    });
    let holds_text = (row.text.presence != TextPresence::None)
        .then(|| quote!(impl<R> ::twiml::__private::HoldsText for #name<R> {}));
    let (whole, tags) = (path::place(row), forbidden.iter().map(|refusal| refusal.row.name));
    let place = quote!({
        #[allow(non_camel_case_types)]
        struct #name<R>(::core::marker::PhantomData<R>);
        #holds_text
        #(
            #[diagnostic::do_not_recommend]
            impl<R> ::twiml::__private::ChildOf<#name<R>> for #allowed {}
        )*
        #(#refusals)*
        ::twiml::__private::Strict::<#whole, #name<#whole>>::without(&[#(#tags),*])
    });
    Some(Restricted { whole, place })
}

/// A trait that nothing has: what it says is why.
fn declare(rule: &Ident, message: &str, label: &str) -> TokenStream {
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label)]
        #[allow(non_camel_case_types)]
        trait #rule {}
        #[diagnostic::do_not_recommend]
        impl #rule for ::core::convert::Infallible {}
    }
}

/// One rule often forbids many elements.
fn by_rule(refusals: &[Refusal]) -> Vec<Vec<&Refusal>> {
    let mut rules: Vec<Vec<&Refusal>> = Vec::new();
    for refusal in refusals {
        let same = rules.iter_mut().find(|same| same.first().is_some_and(|first| first.message == refusal.message));
        match same {
            Some(same) => same.push(refusal),
            None => rules.push(vec![refusal]),
        }
    }
    rules
}

/// An element is called by its name in messages.
fn type_name(name: &str, number: Option<usize>) -> Ident {
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    Ident::new(&format!("{}{number}", name.replace('-', "_")), Span::mixed_site())
}

/// The type that parts of fragments have of such an element, alone or as one of several of its name.
fn types(row: &'static vocabulary::Element) -> Vec<TokenStream> {
    let named: Vec<_> = vocabulary::named(row.name).collect();
    let mut types = vec![path::place(row)];
    if shared(&named) {
        types.push(path::shared_place(row));
    }
    types
}

fn whatever(row: &'static vocabulary::Element, rows: &[&'static vocabulary::Element]) -> TokenStream {
    if shared(rows) { path::shared_place(row) } else { path::place(row) }
}
