//! The index of messages, `DIAGNOSTICS.md`: made from the catalogue, the rules and the documents that provoke them. With
//! `TWIML_BLESS=1` in the environment the test writes it anew.

use std::{fmt::Write as _, fs, path::Path};

use proc_macro2::TokenStream;
use twiml_check::{Code, Diagnostic, Notation, tree::Place, xml};
use twiml_core::vocabulary::{self, Element, Rule, Severity};

use super::rules;
use crate::expand;

const INTRODUCTION: &str = "# Diagnostics

Every message of `twiml!`: what it means, markup that provokes it, and what the compiler then says. Errors are what the
documentation calls invalid or what Twilio answers with an error; warnings are what Twilio takes but what cannot be meant,
and `#[allow(deprecated)]` silences them.

This page is made from the catalogue of messages and from the rules in the tables; a test holds it against them.
";

fn faults(source: &str) -> Vec<Diagnostic> {
    let tokens: TokenStream = source.parse().expect("the source is made of Rust tokens");
    expand::read(tokens).diagnostics
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Markup and what the compiler says of it.
fn example(page: &mut String, markup: &str, fault: &Diagnostic) {
    let severity = kind(fault.severity());
    write!(page, "\n```text\n{markup}\n\n{severity}: {fault}\n```\n").expect("a string takes everything");
}

fn heading(page: &mut String, code: Code) {
    let (id, severity) = (code.id(), kind(code.severity()));
    write!(page, "\n### {id}\n\n*{severity}* · {}\n", code.meaning()).expect("a string takes everything");
}

fn catalogue(page: &mut String) {
    page.push_str("\n## Markup, names and values\n");
    let of_the_macro = Code::ALL.iter().filter(|code| code.notation() == Notation::Rust);
    for code in of_the_macro.filter(|code| !matches!(code, Code::Rule | Code::Doubt)) {
        heading(page, *code);
        if let Some(fault) = faults(code.example()).iter().find(|fault| fault.code() == *code) {
            example(page, code.example(), fault);
        }
    }
}

/// What only `twiml check` and `twiml::check` say.
fn files(page: &mut String) {
    page.push_str("\n## Files\n");
    for code in Code::ALL.iter().filter(|code| code.notation() == Notation::Xml) {
        heading(page, *code);
        let faults = xml::check(code.example()).into_diagnostics();
        if let Some(fault) = faults.iter().find(|fault| fault.code() == *code) {
            example(page, code.example(), fault);
        }
    }
}

fn rules_of(page: &mut String, element: &'static Element) {
    let places: Vec<_> = element.parents().map(|parent| format!("`<{}>`", parent.name)).collect();
    let place = if places.is_empty() { "document".to_owned() } else { places.join(", ") };
    write!(page, "\n## `<{}>` ({}, {place})\n", element.name, element.dialect.as_str())
        .expect("a string takes everything");
    for rule in element.rules {
        rule_entry(page, rule);
    }
}

fn rule_entry(page: &mut String, rule: &'static Rule) {
    let twilio = rule.code.map(|code| format!(" · Twilio: [{code}](https://www.twilio.com/docs/api/errors/{code})"));
    let (id, severity, twilio) = (rule.id, kind(rule.severity), twilio.unwrap_or_default());
    let source = rule.source;
    write!(page, "\n### {id}\n\n*{severity}* · [page](https://www.twilio.com/docs/{source}){twilio}\n")
        .expect("a string takes everything");
    let markup = rules::breach(rule.id);
    let attributes = if rule.attributes.is_empty() { &[""][..] } else { rule.attributes };
    let wordings: Vec<_> =
        attributes.iter().map(|name| Diagnostic::of_rule(rule, Some(name), Place::default()).message()).collect();
    let found = faults(&rules::document(&markup)).into_iter().find(|fault| wordings.contains(&fault.message()));
    example(page, &markup, &found.expect("the document breaks the rule"));
}

#[test]
fn the_index_of_messages_is_current() {
    let mut page = INTRODUCTION.to_owned();
    catalogue(&mut page);
    files(&mut page);
    for element in vocabulary::all().filter(|element| !element.rules.is_empty()) {
        rules_of(&mut page, element);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../DIAGNOSTICS.md");
    if std::env::var_os("TWIML_BLESS").is_some() {
        fs::write(&path, &page).expect("the index can be written");
    }
    let written = fs::read_to_string(&path).expect("the index is there");
    assert!(written == page, "DIAGNOSTICS.md is not current: run the tests with TWIML_BLESS=1");
}
