//! Every rule of the tables: a document that breaks it, and one close beside it that does not.

mod media;
mod nouns;
mod run_time;
mod verbs;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use twiml_check::{Code, Diagnostic, tree::Place};
use twiml_core::vocabulary::{self, Rule};

use crate::expand;

/// Rule, breach, and what keeps it. A `^` stands before each token at fault; what is no document is put into one.
type Case = (&'static str, &'static str, &'static str);

fn cases() -> impl Iterator<Item = &'static Case> {
    [verbs::CASES, nouns::CASES, media::CASES].into_iter().flatten()
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    vocabulary::all().flat_map(|row| row.rules)
}

fn rule(id: &str) -> &'static Rule {
    rules().find(|rule| rule.id == id).expect("the tables have this rule")
}

/// The names of all rules.
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    rules().map(|rule| rule.id)
}

/// The document that breaks a rule, without its marks.
pub(super) fn breach(id: &str) -> String {
    let (_, breach, _) = cases().find(|case| case.0 == id).expect("every rule has a case");
    breach.replace('^', "")
}

/// The document of a case: `…` stands for more than 64 kB, `⋯` for 490 characters.
pub(super) fn document(source: &str) -> String {
    let wrapped =
        if source.contains("Response>") { source.to_owned() } else { format!("<Response>{source}</Response>") };
    wrapped.replace('…', &"a".repeat(1 << 16)).replace('⋯', &"b".repeat(490))
}

/// The document without its marks, and the places where they stood.
fn marked(source: &str) -> (String, Vec<(usize, usize)>) {
    let mut plain = String::new();
    let mut places = Vec::new();
    for character in document(source).chars() {
        if character == '^' {
            let line = plain.rsplit('\n').next().unwrap_or_default();
            places.push((plain.matches('\n').count() + 1, line.chars().count() + 1));
        } else {
            plain.push(character);
        }
    }
    (plain, places)
}

/// The name that stands at a place.
fn name_at(source: &str, (line, column): (usize, usize)) -> String {
    let rest = source.lines().nth(line - 1).unwrap_or_default().chars().skip(column - 1);
    rest.take_while(|character| character.is_alphanumeric()).collect()
}

/// What rules say of a document, and where.
fn breaches(source: &str) -> Vec<((usize, usize), String)> {
    let tokens: TokenStream = source.parse().expect("the source is made of Rust tokens");
    let expansion = expand::read(tokens);
    let of_rules = expansion.diagnostics.iter().filter(|fault| matches!(fault.code(), Code::Rule | Code::Doubt));
    let breaches = of_rules.map(|fault| {
        let start = expansion.source.spans(fault.place()).first.start();
        ((start.line, start.column + 1), format!("{:?} {}", fault.severity(), fault.message()))
    });
    breaches.collect()
}

#[test]
fn every_rule_has_one_case() {
    let known: Vec<_> = rules().map(|rule| rule.id).collect();
    let tested: Vec<_> = cases().map(|case| case.0).collect();
    let (known_ids, tested_ids) = (BTreeSet::from_iter(&known), BTreeSet::from_iter(&tested));
    assert_eq!(known_ids.len(), known.len(), "two rules share a name");
    assert_eq!(tested_ids.len(), tested.len(), "a rule has two cases");
    assert_eq!(known_ids, tested_ids);
}

#[test]
fn a_breach_is_reported_where_it_is() {
    let mut failed = false;
    for (id, breach, _) in cases() {
        let (source, places) = marked(breach);
        assert!(!places.is_empty(), "{id}: mark what is at fault");
        let rule = rule(id);
        let expected: Vec<_> = places
            .into_iter()
            .map(|place| {
                let name = name_at(&source, place);
                let attribute = (!rule.attributes.is_empty()).then_some(name.as_str());
                let fault = Diagnostic::of_rule(rule, attribute, Place::default());
                (place, format!("{:?} {}", fault.severity(), fault.message()))
            })
            .collect();
        let mut found = breaches(&source);
        found.sort();
        if found != expected {
            println!("{id}\n  found {found:?}\n  expected {expected:?}");
            failed = true;
        }
    }
    assert!(!failed);
}

#[test]
fn every_attribute_of_a_rule_is_at_fault_once() {
    for (id, breach, _) in cases() {
        let (source, places) = marked(breach);
        let marked: BTreeSet<_> = places.into_iter().map(|place| name_at(&source, place)).collect();
        let rule = rule(id);
        if !rule.attributes.is_empty() {
            assert_eq!(marked, rule.attributes.iter().map(|name| (*name).to_owned()).collect(), "{id}");
        }
    }
}

#[test]
fn what_keeps_a_rule_is_silent() {
    for (id, _, kept) in cases() {
        let found = breaches(&document(kept));
        assert!(found.is_empty(), "{id}: {found:?}");
    }
}
