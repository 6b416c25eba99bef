//! Every advice, followed to the letter: its message is gone, and no other of the same or higher severity has come.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use twiml_check::{Advice, Code, Diagnostic, Edit, Inserted, Position, tree::Place};
use twiml_core::vocabulary::{self, Severity};

use super::{broken, rules};
use crate::{
    expand::{self, Expansion},
    source::Source,
};

/// Messages whose advice no program can follow, and why.
const ONLY_A_PERSON: &[(&str, &str)] = &[
    ("empty-macro", "the markup is missing"),
    ("missing-name", "the name is missing"),
    ("unfinished-tag", "whether it is empty is not known"),
    ("unfinished-comment", "where it was meant to end is not known"),
    ("unclosed-element", "where it was meant to end is not known"),
    ("missing-value", "the value is missing"),
    ("control-flow", "the rest of it is missing"),
    ("let-else", "what comes after it must be moved"),
    ("loose-else", "what it is the other case of is not known"),
    ("control-in-tag", "what the value is may be a type of its own"),
    ("too-deep", "where to cut is the author's choice"),
    ("misplaced-element", "where it belongs in this document is the author's choice"),
    ("second-document", "which document is meant is the author's choice"),
    ("mixed-document", "which document is meant is the author's choice"),
    ("no-common-place", "where to cut is the author's choice"),
    ("missing-attribute", "only the author knows its value"),
    ("missing-text", "only the author knows the text"),
    ("too-few-children", "only the author knows what is in them"),
    ("outdated", "what to do instead may be no markup"),
    ("markup-in-text", "where the markup ends is not known"),
    ("unknown-attribute", "no attribute of the element resembles it"),
    ("invalid-name", "only the author knows the name"),
];

/// Where a place is in the text.
fn range(source: &Source, place: Place) -> (usize, usize) {
    let spans = source.spans(place);
    (spans.first.byte_range().start, spans.last.byte_range().end)
}

/// The text with the edits done.
fn apply(text: &str, source: &Source, edits: &[Edit]) -> String {
    let mut changes: Vec<(usize, usize, String)> = Vec::new();
    for edit in edits {
        let (start, end) = range(source, edit.place);
        let inserted = match &edit.text {
            Inserted::Typed(typed) => typed.clone(),
            Inserted::Copied(place) => {
                let (start, end) = range(source, *place);
                text[start..end].to_owned()
            }
        };
        changes.push(match edit.position {
            Position::Over => (start, end, inserted),
            Position::Before => (start, start, inserted),
            Position::After => (end, end, inserted),
        });
    }
    changes.sort_by_key(|(start, end, _)| (*start, *end));
    let mut edited = String::new();
    let mut written = 0;
    for (start, end, inserted) in changes {
        edited.push_str(&text[written..start]);
        edited.push_str(&inserted);
        written = end;
    }
    edited + &text[written..]
}

fn read(text: &str) -> Option<Expansion> {
    let tokens: TokenStream = text.parse().ok()?;
    Some(expand::read(tokens))
}

/// How often each message stands there.
fn messages(diagnostics: &[Diagnostic], least: Severity) -> BTreeMap<(&'static str, String), usize> {
    let mut counted = BTreeMap::new();
    for diagnostic in diagnostics {
        if diagnostic.severity() == Severity::Error || least == Severity::Warning {
            *counted.entry((diagnostic.id(), diagnostic.message())).or_default() += 1;
        }
    }
    counted
}

/// What is wrong with an advice, if anything is.
fn fault(text: &str, before: &Expansion, diagnostic: &Diagnostic, advice: &Advice) -> Option<String> {
    let edited = apply(text, &before.source, advice.edits());
    let said = format!("{text}\n  {}\n  {}\n  gives {edited}", diagnostic.message(), advice.text());
    let Some(after) = read(&edited) else { return Some(format!("{said}\n  which is no Rust")) };
    let (old, new) =
        (messages(&before.diagnostics, diagnostic.severity()), messages(&after.diagnostics, diagnostic.severity()));
    let own = (diagnostic.id(), diagnostic.message());
    if new.get(&own).copied().unwrap_or(0) >= old.get(&own).copied().unwrap_or(0) {
        return Some(format!(
            "{said}\n  which is no better: {:?}",
            after.diagnostics.iter().map(Diagnostic::message).collect::<Vec<_>>()
        ));
    }
    let added = new.iter().find(|(key, count)| old.get(*key).copied().unwrap_or(0) < **count);
    added.map(|((_, message), _)| format!("{said}\n  which brings {message}"))
}

/// Follows all advice on a text. Gives how many there were, and what is wrong with them.
fn follow(text: &str) -> (usize, Vec<String>) {
    let Some(before) = read(text) else { return (0, Vec::new()) };
    let mut followed = 0;
    let mut faults = Vec::new();
    for diagnostic in &before.diagnostics {
        for advice in diagnostic.advice().iter().filter(|advice| !advice.edits().is_empty()) {
            followed += 1;
            faults.extend(fault(text, &before, diagnostic, advice));
        }
    }
    (followed, faults)
}

fn follow_all(what: &str, texts: impl IntoIterator<Item = String>) -> usize {
    let (mut followed, mut faults) = (0, Vec::new());
    for text in texts {
        let (count, found) = follow(&text);
        followed += count;
        faults.extend(found);
    }
    println!("{what}: {followed} advices followed");
    let shown: Vec<_> = faults.iter().take(12).cloned().collect();
    assert!(faults.is_empty(), "{} of {followed} do not hold:\n{}", faults.len(), shown.join("\n\n"));
    followed
}

#[test]
fn advice_on_every_broken_rule_holds() {
    let breaches = vocabulary::all().flat_map(|row| row.rules).map(|rule| rules::document(&rules::breach(rule.id)));
    assert!(follow_all("rules", breaches) > 150);
}

#[test]
fn advice_on_every_message_of_the_catalogue_holds() {
    follow_all("catalogue", Code::ALL.iter().map(|code| code.example().to_owned()));
}

/// What other macros, templates and XML have.
const HABITS: &[&str] = &[
    r#"<Response>{vip && <Say>"Hi"</Say>}</Response>"#,
    r#"<Response>{a == b && c && <Say>"Hi"</Say>}</Response>"#,
    "<Response>{vip.then(|| <Pause/>)}</Response>",
    "<Response>{names.iter().map(|name| <Say>{name}</Say>).collect::<Vec<_>>()}</Response>",
    "<Response>{if vip { <Pause/> } else { <Hangup/> }}</Response>",
    "<Response>{for x in y { <Pause/> }}</Response>",
    "<Response>{<Pause/> <Hangup/>}</Response>",
    "<Response>let x = <Pause/>; {x}</Response>",
    "<Response>{}<Pause/></Response>",
    r#"<Response><Say {voice}>"Hi"</Say></Response>"#,
    r#"<Response><Say voice="man", loop=2>"Hi"</Say></Response>"#,
    r#"<Response><Say voice: "man">"Hi"</Say></Response>"#,
    "<Response><Pause length => 2/></Response>",
    r#"<Response><Say voice=${voice}>"Hi"</Say></Response>"#,
    r#"<Response><Say #[cfg(x)] voice="man">"Hi"</Say></Response>"#,
    r#"<Response><Dial hangupOnStar>"+15551234567"</Dial></Response>"#,
    r#"<Response><Gather hints=["a", "b"] input=["dtmf", "speech"]/></Response>"#,
    r#"<Response><Say>"Hi " ${name}</Say></Response>"#,
    "<Response>@if x { <Pause/> }</Response>",
    "<Response>#for x in y { <Pause/> }</Response>",
    "<Response><Pause/>; <Hangup/>;</Response>",
    r#"<Response><Say><![CDATA[Tom & "Jerry"]]></Say></Response>"#,
    "<!DOCTYPE Response> <Response/>",
    "<Response><><Pause/><Hangup/></></Response>",
    "<Response>\n/// one\n/// two\n<Pause/></Response>",
    "<Response>\n<Say\n/// the voice\nvoice=\"man\">\"Hi\"</Say></Response>",
    "<!-- https://example.com -->\n<Response/>",
    r#"<Response><Say>format!("Hello {name}")</Say></Response>"#,
    r#"<Response><Say>std::println!("Hello")</Say></Response>"#,
    r#"<Response><Say>concat!("a", "b")</Say></Response>"#,
    "<Response>#[cfg(x)]</Response>",
];

#[test]
fn advice_on_every_habit_holds() {
    let followed = follow_all("habits", HABITS.iter().map(|&text| text.to_owned()));
    assert!(followed >= HABITS.len(), "each habit has an advice that can be followed");
}

#[test]
fn advice_on_every_broken_element_holds() {
    assert!(follow_all("elements", broken::elements()) > 500);
}

#[test]
fn advice_on_every_broken_attribute_holds() {
    assert!(follow_all("attributes", broken::attributes()) > 5000);
}

/// What has no edits is on the list, and what is on the list has none.
#[test]
fn only_some_advice_needs_a_person() {
    for code in Code::ALL.iter().filter(|code| !matches!(code, Code::Rule | Code::Doubt)) {
        let Some(expansion) = read(code.example()) else { continue };
        for diagnostic in expansion.diagnostics.iter().filter(|diagnostic| diagnostic.code() == *code) {
            let advised = !diagnostic.advice().is_empty();
            let edits = diagnostic.advice().iter().any(|advice| !advice.edits().is_empty());
            let listed = ONLY_A_PERSON.iter().any(|(id, _)| *id == code.id());
            assert!(!advised || edits || listed, "{}: {diagnostic}", code.id());
        }
    }
}
