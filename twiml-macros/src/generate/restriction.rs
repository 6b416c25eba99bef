//! Types of their own for markup that a rule does not let stand everywhere: a part of a fragment that some of its places
//! refuse, and an element that refuses some of its children. The compiler then says the words of the rule.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use twiml_check::{Refusal, Standing, standing, tree::Element};
use twiml_core::vocabulary::{self, Rule, Term};

use super::{attribute::form_name, local, path, shared};

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
            impl<R: #rule> __twiml::__private::ChildOf<#place> for #name<R> {}
        }
    });
    let items = quote! {
        #[allow(non_camel_case_types)]
        struct #name<R>(::core::marker::PhantomData<R>);
        #[diagnostic::do_not_recommend]
        impl<R> __twiml::__private::ChildOf<__twiml::element::Unchecked> for #name<R> {}
        impl<R, P, Q> __twiml::__private::Stands<P, Q> for #name<R> where Self: __twiml::__private::ChildOf<P> {}
        #(
            #[diagnostic::do_not_recommend]
            impl<R> __twiml::__private::ChildOf<#allowed> for #name<R> {}
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
    let Standing { refused: forbidden, open } = standing(element);
    let limits = limits(&forbidden, &open);
    if limits.is_empty() {
        return None;
    }
    let whole = path::place(row);
    if forbidden.is_empty() {
        let place = quote!(__twiml::__private::Strict::<#whole, __twiml::__private::Open>::new(&[#(#limits),*]));
        return Some(Restricted { whole, place });
    }
    let name = type_name(row.name, None);
    let rules = by_rule(&forbidden);
    let refused = |index: usize| local(&format!("Refused{index}"));
    let declared = rules.iter().enumerate().map(|(index, refusals)| {
        let (rule, refused) = (local(&format!("rule{index}")), refused(index));
        let label = match refusals[..] {
            [only] => format!("this holds a `<{}>`", only.row.name),
            _ => "this holds what the rule forbids".to_owned(),
        };
        let declared = declare(&rule, refusals.first().map_or("", |refusal| &refusal.message), &label);
        quote! {
            #declared
            #[allow(non_camel_case_types)]
            struct #refused<R>(::core::marker::PhantomData<R>);
            impl<R: #rule> __twiml::__private::Allowed for #refused<R> {}
        }
    });
    let answers = row.children.iter().map(|child| {
        let rule = rules.iter().position(|refusals| refusals.iter().any(|refusal| refusal.row.id == child.id));
        let answer = rule.map_or_else(
            || quote!(()),
            |index| {
                let refused = refused(index);
                quote!(#refused<#whole>)
            },
        );
        let child = path::item(child.item, Span::mixed_site());
        quote!(type #child = #answer;)
    });
    let all = path::answers(row);
    let place = quote!({
        #(#declared)*
        #[allow(non_camel_case_types)]
        struct #name;
        impl #all for #name { #(#answers)* }
        __twiml::__private::Strict::<#whole, #name>::new(&[#(#limits),*])
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

fn whatever(row: &'static vocabulary::Element, rows: &[&'static vocabulary::Element]) -> TokenStream {
    if shared(rows) { path::shared_place(row) } else { path::place(row) }
}

/// What is left to the run time: of the children that are refused, those which no type tells of; of the others, what the
/// attributes turn out to be.
fn limits(refused: &[Refusal], open: &[Refusal]) -> Vec<TokenStream> {
    let limit = |children: &[&Refusal], when: &[TokenStream], unless: &[TokenStream]| {
        let names = children.iter().map(|refusal| refusal.row.name);
        let leaves_out = children.first().map_or(&[][..], |refusal| &refusal.leaves_out);
        let limit = quote!(__twiml::__private::Limit {
            children: &[#(#names),*],
            when: &[#(#when),*],
            unless: &[#(#unless),*],
            leaves_out: &[#(#leaves_out),*],
        });
        (!leaves_out.is_empty(), limit)
    };
    // A rule that faults an attribute says nothing where that is not written.
    let speaks = |rule: &Rule| match rule.attributes {
        [only] => vec![quote!(__twiml::__private::Test(#only, __twiml::__private::Question::Written, false))],
        _ => Vec::new(),
    };
    let always = by_rule(refused).into_iter().map(|children| {
        let speaks = children.first().map(|refusal| speaks(refusal.rule)).unwrap_or_default();
        limit(&children, &speaks, &[])
    });
    let at_times = by_rule(open).into_iter().filter_map(|children| {
        let rule = children.first()?.rule;
        let when = [speaks(rule), tests(rule.when)?].concat();
        Some(limit(&children, &when, &tests(rule.needs)?))
    });
    // Children first: one that is gone makes no rule leave an attribute out, whereas an attribute may be what keeps a child.
    let limits: Vec<_> = always.chain(at_times).collect();
    let (attributes, children): (Vec<_>, Vec<_>) = limits.into_iter().partition(|(leaves_out, _)| *leaves_out);
    children.into_iter().chain(attributes).map(|(_, limit)| limit).collect()
}

/// What a running program asks of the attributes; `None` if it has to ask something else as well. That there are the children is
/// asked anyway.
fn tests(terms: &[&'static str]) -> Option<Vec<TokenStream>> {
    let mut tests = Vec::new();
    for term in terms {
        let (negated, term) = Term::parse(term)?;
        let (name, question) = match term {
            Term::Written(name) => (name, quote!(Written)),
            Term::Is(name, words) => {
                let words = words.iter();
                (name, quote!(Is(&[#(#words),*])))
            }
            Term::IsNot(name, words) => {
                let words = words.iter();
                (name, quote!(IsNot(&[#(#words),*])))
            }
            Term::Has(name, form) => {
                let form = form_name(form);
                (name, quote!(Has(__twiml::__private::Form::#form)))
            }
            Term::Child(_) if !negated => continue,
            Term::Text | Term::Child(_) | Term::ChildWith(..) => return None,
        };
        tests.push(quote!(__twiml::__private::Test(#name, __twiml::__private::Question::#question, #negated)));
    }
    Some(tests)
}
