//! Attributes: literals become static text, run-time values a call each, and rules that only the run time can decide a
//! condition around it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use twiml_check::{
    Terms, Truth,
    tree::{Attribute, Element, Splice, Value},
};
use twiml_core::{
    escape,
    vocabulary::{self, Form, Kind, Rule, RuleKind, Term, Words},
};

use super::{builder::Builder, demand, local, piece, rust::mixed};

/// Whether which attributes are written hangs on values of the run time.
pub(super) fn hangs_on_the_run_time(element: &Element) -> bool {
    let decisive = decisive(element);
    element.attributes.iter().any(|attribute| is_involved(attribute, element, &decisive))
}

/// Whether it hangs on others, or another one on its run-time value.
fn is_involved(attribute: &Attribute, element: &Element, decisive: &[&str]) -> bool {
    !conditions(attribute, element).is_empty()
        || demand::of(attribute, element).is_some()
        || matches!(attribute.value, Value::Splice(_)) && decisive.contains(&attribute.name.text.as_str())
}

/// What the rules of the attributes demand of the types of their values.
fn demands(element: &Element) -> Vec<demand::Demand> {
    element.attributes.iter().filter_map(|attribute| demand::of(attribute, element)).collect()
}

/// The attributes of a tag, in the order written.
pub(super) fn write(builder: &mut Builder<'_>, element: &Element) {
    let decisive = decisive(element);
    let demands = demands(element);
    let is_involved = |(index, attribute): (usize, &Attribute)| {
        is_involved(attribute, element, &decisive) || demands.iter().any(|demand| demand.others.contains(&index))
    };
    let mut involved =
        element.attributes.iter().enumerate().filter(|written| is_involved(*written)).map(|(index, _)| index);
    let Some(first) = involved.next() else {
        plain(builder, element, &element.attributes);
        return;
    };
    let last = involved.next_back().unwrap_or(first);
    let (before, rest) = element.attributes.split_at(first);
    let (between, after) = rest.split_at(last + 1 - first);
    plain(builder, element, before);
    guarded(builder, element, first, between);
    plain(builder, element, after);
}

/// Attributes that are written whatever the others are.
fn plain(builder: &mut Builder<'_>, element: &Element, attributes: &[Attribute]) {
    for attribute in attributes {
        match &attribute.value {
            Value::Literal(literal) => builder.text(&static_attribute(&attribute.name.text, &literal.text)),
            Value::Splice(splice) if is_understood(attribute, element) => {
                let value = builder.expression(splice);
                put(builder, attribute, is_required(attribute), splice, value);
                builder.reserve(32);
            }
            Value::Splice(splice) => builder.keep_splice(splice),
            Value::Missing => {}
        }
    }
}

/// The names of attributes on whose run-time values others hang.
fn decisive(element: &Element) -> Vec<&'static str> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    for rule in element.attributes.iter().flat_map(|attribute| &attribute.guards) {
        if !rules.iter().any(|known| std::ptr::eq(*known, *rule)) {
            rules.push(rule);
        }
    }
    let decided = rules.into_iter().filter(|rule| condition(element, rule).is_some());
    let notations = decided.flat_map(|rule| rule.when.iter().chain(rule.needs).chain(rule.forbids));
    notations.filter_map(|notation| Term::parse(notation)?.1.attribute()).collect()
}

/// Whether the type of the value is known: that of an unknown attribute is not, and there is an error already.
fn is_understood(attribute: &Attribute, element: &Element) -> bool {
    attribute.name.unchecked || element.name.unchecked || attribute.row.is_some()
}

pub(super) fn static_attribute(name: &str, value: &str) -> String {
    let mut text = format!(" {name}=\"");
    escape::attribute(&mut text, value);
    text.push('"');
    text
}

/// A run-time value, written through the trait that says what the attribute takes.
fn put(builder: &mut Builder<'_>, attribute: &Attribute, required: bool, splice: &Splice, value: TokenStream) {
    let span = mixed(splice, builder.source());
    let start = format!(" {}=\"", attribute.name.text);
    builder.value(piece::Kind::Attribute { start }, span, family(attribute, required, span), value);
}

/// Whether the attribute must be written.
fn is_required(attribute: &Attribute) -> bool {
    attribute.needed.is_some() || attribute.row.is_some_and(|row| row.required)
}

/// The trait of the attribute.
fn family(attribute: &Attribute, required: bool, span: Span) -> TokenStream {
    let list = attribute.row.and_then(|row| match row.kind {
        Kind::Enum(list) | Kind::EnumSet(list) | Kind::IntOr(list) => {
            let name = Ident::new(list.name, span);
            Some(quote_spanned!(span=> __twiml::values::#name))
        }
        _ => None,
    });
    let family = Ident::new(family_name(attribute.row), span);
    match (required, list) {
        (true, list) => {
            let list = list.map(|list| quote_spanned!(span=> ::<#list>));
            quote_spanned!(span=> __twiml::value::required::#family #list)
        }
        (false, list) => {
            let list = list.into_iter();
            quote_spanned!(span=> __twiml::value::#family::<#(#list,)* __twiml::value::Optional>)
        }
    }
}

/// Its name, under which it is there for attributes of both sorts.
fn family_name(row: Option<&vocabulary::Attribute>) -> &'static str {
    let Some(row) = row else { return "TextOrBoolean" };
    match row.kind {
        Kind::Bool => "Boolean",
        Kind::Int if row.unit == Some("seconds") => "Seconds",
        Kind::Int if row.unit == Some("milliseconds") => "Milliseconds",
        Kind::Int => "Integer",
        Kind::CommaList => "List",
        Kind::IntOr(_) if row.unit == Some("seconds") => "SecondsOr",
        Kind::IntOr(_) => "IntegerOr",
        Kind::Float => "Decimal",
        Kind::Enum(_) => "OneOf",
        Kind::EnumSet(_) => "SetOf",
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl | Kind::WssUrl => "Url",
        Kind::Duration => "TimeSpan",
        _ if row.words.contains(&"true") => "TextOrBoolean",
        _ => "Text",
    }
}

/// Attributes of which some are written only if the run time allows: all values are made once, then written.
fn guarded(builder: &mut Builder<'_>, element: &Element, first: usize, attributes: &[Attribute]) {
    let (mut names, mut values) = (Vec::new(), Vec::new());
    let mut inner = Builder::new(builder.source());
    let mut demands = TokenStream::new();
    for (index, attribute) in (first..).zip(attributes) {
        let mut single = Builder::new(builder.source());
        match &attribute.value {
            Value::Literal(literal) => single.text(&static_attribute(&attribute.name.text, &literal.text)),
            Value::Splice(splice) => {
                let name = value_name(index);
                values.push(builder.expression(splice));
                if is_understood(attribute, element) {
                    // What a demand says need not be said again.
                    let required = is_required(attribute) && demand::of(attribute, element).is_none();
                    put(&mut single, attribute, required, splice, quote!(#name));
                    single.reserve(32);
                }
                names.push(name);
            }
            Value::Missing => {}
        }
        if let Some(demand) = demand::of(attribute, element) {
            let span = builder.source().spans(attribute.name.place).first;
            let family =
                |value: usize| element.attributes.get(value).map(|other| family(other, true, span)).unwrap_or_default();
            demands.extend(demand.tokens(span, &family));
        }
        let conditions = conditions(attribute, element);
        if conditions.is_empty() {
            inner.absorb(single);
            continue;
        }
        inner.reserve(single.size());
        let body = single.finish();
        inner.tokens(quote!(if #(#conditions)&&* { #body }));
    }
    builder.reserve(inner.size());
    let body = inner.finish();
    builder.tokens(quote!(match (#(#values,)*) { (#(#names,)*) => { #demands #body } }));
}

pub(super) fn value_name(index: usize) -> Ident {
    local(&format!("value{index}"))
}

/// The conditions under which the rules of an attribute are kept.
fn conditions(attribute: &Attribute, element: &Element) -> Vec<TokenStream> {
    attribute.guards.iter().filter_map(|rule| condition(element, rule)).collect()
}

/// The condition under which a rule is kept; `None` if the run time cannot tell: what is not certain is let pass.
fn condition(element: &Element, rule: &'static Rule) -> Option<TokenStream> {
    let terms = Terms::against(element, rule);
    let speaks = join(element, terms, rule.when, Truth::Yes)?;
    let kept = match rule.kind {
        RuleKind::Conflicts if rule.forbids.is_empty() => quote!(false),
        RuleKind::Conflicts => {
            let is_known = |term: &&'static str| terms.holds(term) != Truth::Open || run_time(element, term).is_some();
            let known: Vec<_> = rule.forbids.iter().copied().filter(is_known).collect();
            if known.is_empty() {
                return None;
            }
            let forbidden = join(element, terms, &known, Truth::No)?;
            quote!(!#forbidden)
        }
        _ => join(element, terms.needing(), rule.needs, Truth::No)?,
    };
    Some(if rule.when.is_empty() { kept } else { quote!((!#speaks || #kept)) })
}

/// Terms joined by *and* (`neutral` is yes) or by *or* (`neutral` is no); what is known already drops out. `None` if it
/// hangs on something that even the run time does not look at.
fn join(element: &Element, terms: Terms<'_>, notations: &[&'static str], neutral: Truth) -> Option<TokenStream> {
    let mut open = Vec::new();
    for notation in notations {
        let truth = terms.holds(notation);
        if truth == Truth::Open {
            open.push(run_time(element, notation));
        } else if truth != neutral {
            return Some(if truth == Truth::Yes { quote!(true) } else { quote!(false) });
        }
    }
    let open = open.into_iter().collect::<Option<Vec<_>>>()?;
    Some(match (open.is_empty(), neutral) {
        (true, Truth::Yes) => quote!(true),
        (true, _) => quote!(false),
        (false, Truth::Yes) => quote!((#(#open)&&*)),
        (false, _) => quote!((#(#open)||*)),
    })
}

/// A term that the run time decides. Children and text are not looked at then.
fn run_time(element: &Element, notation: &'static str) -> Option<TokenStream> {
    let (negated, term) = Term::parse(notation)?;
    let value = |name: &str| {
        let index = element.attributes.iter().position(|written| written.name.text == name)?;
        matches!(element.attributes.get(index)?.value, Value::Splice(_)).then(|| value_name(index))
    };
    let list = |words: Words| {
        let words = words.iter();
        quote!(&[#(#words),*])
    };
    let test = match term {
        Term::Written(name) => {
            let value = value(name)?;
            quote!(__twiml::__private::is_written(#value))
        }
        Term::Is(name, words) => {
            let (value, list) = (value(name)?, list(words));
            quote!(__twiml::__private::is_one_of(#value, #list))
        }
        Term::IsNot(name, words) => {
            let (value, list) = (value(name)?, list(words));
            quote!(__twiml::__private::is_none_of(#value, #list))
        }
        Term::Has(name, form) => {
            let value = value(name)?;
            let form = form_name(form);
            quote!(__twiml::__private::has_form(#value, __twiml::__private::Form::#form))
        }
        Term::Text | Term::Child(_) | Term::ChildWith(..) => return None,
    };
    Some(if negated { quote!(!#test) } else { test })
}

pub(super) fn form_name(form: Form) -> TokenStream {
    match form {
        Form::Phone => quote!(Phone),
        Form::WhatsApp => quote!(WhatsApp),
        Form::SipCaller => quote!(SipCaller),
    }
}
