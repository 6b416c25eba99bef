//! What a rule demands of the type of a run-time value. A trait of its own, in the words of the rule, makes the compiler say so
//! at the attribute.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use twiml_check::{
    Diagnostic, Terms, Truth,
    tree::{Attribute, Element, Place, Value},
};
use twiml_core::vocabulary::{Rule, RuleKind, Term};

use super::local;

/// What is demanded of the value of an attribute.
pub(super) struct Demand {
    rule: &'static Rule,
    /// The attribute whose words are said.
    attribute: String,
    /// The attribute that has the value, by its number.
    pub(super) value: usize,
    /// It may be `None`, or it may not.
    optional: bool,
}

/// What the rules of an attribute demand: that it is written, where several could keep a rule; or, of a literal, that something
/// else is left out at times.
pub(super) fn of(attribute: &Attribute, element: &Element) -> Option<Demand> {
    let name = attribute.name.text.clone();
    let demand = |rule, value, optional| Demand { rule, attribute: name, value, optional };
    match &attribute.value {
        Value::Splice(_) => {
            let rule = attribute.needed?;
            let can_keep = |written: &&Attribute| {
                matches!(written.value, Value::Splice(_))
                    && rule.needs.iter().any(|need| need.strip_prefix('@') == Some(&written.name.text))
            };
            let several = element.attributes.iter().filter(can_keep).count() > 1;
            let value = position(element, &attribute.name.text)?;
            several.then(|| demand(rule, value, false))
        }
        Value::Literal(_) => {
            let (rule, value) = attribute.guards.iter().find_map(|rule| Some((*rule, forbidden(element, rule)?)))?;
            Some(demand(rule, value, true))
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
    pub(super) fn tokens(&self, span: Span, value: &Ident, family: &TokenStream) -> TokenStream {
        let span = span.resolved_at(Span::mixed_site());
        let message = Diagnostic::of_rule(self.rule, Some(&self.attribute), Place::default()).message();
        let [demand, check] = ["Demand", "check"].map(local);
        let value = Ident::new(&value.to_string(), span);
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
            let implementations = quote_spanned!(span=>
                #[diagnostic::do_not_recommend]
                impl<T: #family + ?Sized> #demand for T {}
            );
            (label, implementations)
        };
        quote_spanned! {span=>
            {
                #[diagnostic::on_unimplemented(message = #message, label = #label)]
                #[allow(non_camel_case_types)]
                trait #demand {}
                #implementations
                fn #check<T: #demand + ?Sized>(_: &T) {}
                #check(#value);
            }
        }
    }
}
