//! What a rule demands of the type of a run-time value. A trait of its own, in the words of the rule, makes the compiler say so
//! at the attribute.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use twiml_check::{
    Diagnostic, Terms, Truth,
    tree::{Attribute, Element, Place, Value},
};
use twiml_core::vocabulary::{Rule, RuleKind, Term};

use super::{attribute::value_name, local};

/// What is demanded of the value of an attribute.
pub(super) struct Demand {
    rule: &'static Rule,
    /// The attribute whose words are said.
    attribute: String,
    /// The attribute that has the value, by its number.
    pub(super) value: usize,
    /// It may be `None`, or it may not.
    optional: bool,
    /// Others of which one would do as well, by their numbers.
    pub(super) others: Vec<usize>,
}

/// What the rules of an attribute demand: that it is written, where several could keep a rule; or, of a literal, that something
/// else is left out at times.
pub(super) fn of(attribute: &Attribute, element: &Element) -> Option<Demand> {
    let name = attribute.name.text.clone();
    let demand = |rule, value, optional, others| Demand { rule, attribute: name, value, optional, others };
    match &attribute.value {
        Value::Splice(_) => {
            let rule = attribute.needed?;
            let can_keep = |written: &&Attribute| {
                matches!(written.value, Value::Splice(_))
                    && rule.needs.iter().any(|need| need.strip_prefix('@') == Some(&written.name.text))
            };
            let value = position(element, &attribute.name.text)?;
            let all = element.attributes.iter().enumerate();
            let others: Vec<_> =
                all.filter(|(other, written)| *other != value && can_keep(written)).map(|(other, _)| other).collect();
            (!others.is_empty()).then(|| demand(rule, value, false, others))
        }
        Value::Literal(_) => {
            let (rule, value) = attribute.guards.iter().find_map(|rule| Some((*rule, forbidden(element, rule)?)))?;
            Some(demand(rule, value, true, Vec::new()))
        }
        Value::Missing => None,
    }
}

/// The run-time value whose being written a rule forbids, whatever it is.
fn forbidden(element: &Element, rule: &'static Rule) -> Option<usize> {
    if rule.kind != RuleKind::Conflicts || Terms::against(element, rule).all(rule.when) != Truth::Yes {
        return None;
    }
    rule.forbids.iter().find_map(|notation| match Term::parse(notation)? {
        (false, Term::Written(name)) => {
            let value = position(element, name)?;
            matches!(element.attributes.get(value)?.value, Value::Splice(_)).then_some(value)
        }
        _ => None,
    })
}

fn position(element: &Element, name: &str) -> Option<usize> {
    element.attributes.iter().position(|written| written.name.text == name)
}

impl Demand {
    /// Statements that compile only if the value is of such a type.
    ///
    /// `family` gives the trait that the value of an attribute has if it is there for certain.
    pub(super) fn tokens(&self, span: Span, family: &dyn Fn(usize) -> TokenStream) -> TokenStream {
        let span = span.resolved_at(Span::mixed_site());
        let message = Diagnostic::of_rule(self.rule, Some(&self.attribute), Place::default()).message();
        let [demand, check] = ["Demand", "check"].map(local);
        let name = |value| Ident::new(&value_name(value).to_string(), span);
        let value = name(self.value);
        let (label, implementations) = if self.optional {
            let label = "this is never written: the value that keeps it away is always there";
            let implementations = quote_spanned!(span=>
                impl<T> #demand for ::core::option::Option<T> {}
                impl<T> #demand for [T] {}
                impl<T, const N: usize> #demand for [T; N] {}
                impl<T: #demand + ?Sized> #demand for &T {}
            );
            (label, implementations)
        } else {
            let label = "an `Option` may be `None`, and so may the others: write this one for certain";
            let family = family(self.value);
            let implementations = quote_spanned!(span=>
                #[diagnostic::do_not_recommend]
                impl<T: #family + ?Sized> #demand for T {}
            );
            (label, implementations)
        };
        let test = if self.others.is_empty() {
            quote_spanned! {span=>
                fn #check<T: #demand + ?Sized>(_: &T) {}
                #check(#value);
            }
        } else {
            self.one_of(span, &demand, family)
        };
        quote_spanned! {span=>
            {
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                #[allow(non_camel_case_types)]
                trait #demand {}
                #implementations
                #test
            }
        }
    }

    /// Statements that compile only if one of the values is there for certain: those after the first are tried before it.
    fn one_of(&self, span: Span, demand: &Ident, family: &dyn Fn(usize) -> TokenStream) -> TokenStream {
        let [check, last] = ["check", "Last"].map(local);
        let name = |value| Ident::new(&value_name(value).to_string(), span);
        let value = name(self.value);
        let mut test = quote_spanned!(span=> #last(#value));
        let mut items = TokenStream::new();
        for other in &self.others {
            let (item, family, value) = (local(&format!("Other{other}")), family(*other), name(*other));
            items.extend(alternative(span, &item, &check, &family));
            test = quote_spanned!(span=> #item(#value, #test));
        }
        quote_spanned! {span=>
            #[allow(non_camel_case_types)]
            struct #last<'a, T: ?Sized>(&'a T);
            impl<T: ?Sized> #last<'_, T> {
                fn #check(&self)
                where
                    T: #demand,
                {
                }
            }
            #items
            #test.#check();
        }
    }
}

/// A value that does as well, before the rest: the compiler takes its method if it is there for certain, and falls back to that
/// of the rest.
fn alternative(span: Span, item: &Ident, check: &Ident, family: &TokenStream) -> TokenStream {
    quote_spanned! {span=>
        #[allow(non_camel_case_types, dead_code)]
        struct #item<'a, T: ?Sized, R>(&'a T, R);
        impl<T: #family + ?Sized, R> #item<'_, T, R> {
            fn #check(&self) {}
        }
        impl<T: ?Sized, R> ::core::ops::Deref for #item<'_, T, R> {
            type Target = R;
            fn deref(&self) -> &R {
                &self.1
            }
        }
    }
}
