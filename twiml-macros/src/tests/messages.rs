//! Tables of source and messages.

mod advice;
mod elements;
mod full;
mod habits;
mod half_typed;
mod syntax;
mod texts;
mod values;

use proc_macro2::TokenStream;
use twiml_check::{Code, Notation};
use twiml_core::vocabulary::{Severity, documents};

use super::messages;
use crate::expand;

/// Sources, and the first line of each message in the order reported.
fn check(table: &[(&str, &[&str])]) {
    let mut failures = String::new();
    for (source, expected) in table {
        let found: Vec<String> =
            messages(source).iter().map(|text| text.lines().next().unwrap_or_default().to_owned()).collect();
        if found != *expected {
            failures.extend([
                "\n",
                source,
                "\n  found    ",
                &format!("{found:?}"),
                "\n  expected ",
                &format!("{expected:?}"),
            ]);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn codes(source: &str) -> Vec<Code> {
    let tokens: TokenStream = source.parse().expect("the source is made of Rust tokens");
    expand::read(tokens).diagnostics.iter().map(twiml_check::Diagnostic::code).collect()
}

#[test]
fn a_valid_document_is_silent() {
    assert!(messages(r#"<Response><Say>"Hello"</Say></Response>"#).is_empty());
}

#[test]
fn a_macro_without_markup_is_refused() {
    assert_eq!(codes(""), [Code::EmptyMacro]);
    assert_eq!(codes("/* nothing */"), [Code::EmptyMacro]);
    assert_eq!(codes("<!-- nothing -->"), [Code::EmptyMacro]);
}

#[test]
fn markup_without_bottom_is_refused_once() {
    let nested = |depth: usize| format!("{}{}", "<p>".repeat(depth), "</p>".repeat(depth));
    let unchecked = |depth: usize| nested(depth).replace('p', "\"p\"");
    assert_eq!(codes(&unchecked(100)), []);
    assert_eq!(codes(&unchecked(101)), [Code::TooDeep]);
    assert_eq!(codes(&unchecked(1000)), [Code::TooDeep]);
    let blocks = |depth: usize| format!("{}{}", "if x { ".repeat(depth), "}".repeat(depth));
    assert_eq!(codes(&blocks(100)), []);
    assert_eq!(codes(&blocks(101)), [Code::TooDeep]);
    let arms = |depth: usize| format!("{}<Pause/>{}", "match x { _ => ".repeat(depth), "}".repeat(depth));
    assert_eq!(codes(&arms(100)), []);
    assert_eq!(codes(&arms(101)), [Code::TooDeep]);
}

/// What opens and closes one level, and what stands in the deepest of them.
const LEVELS: &[(&str, &str)] = &[
    ("match x { _ => { ", "} }"),
    ("match x { 1 => {} _ => ", "}"),
    ("if x { ", "}"),
    ("if x {} else { ", "}"),
    ("if x { ", "} else {}"),
    ("if let Some(y) = x { ", "} else if y { <\"q\"/> } else {}"),
    ("for y in x { ", "}"),
    ("<\"p\">", "</\"p\">"),
];

#[test]
fn depth_is_told_once_whatever_stands_in_what() {
    let frames = [
        ("", "<Pause/>", ""),
        ("<Response>", "<Message>\"a\"</Message>", "</Response>"),
        ("<Response><Dial>", "<Number>\"+15551234567\"</Number>", "</Dial></Response>"),
        ("<Response><Say>", "\"a\"", "</Say></Response>"),
        ("<Response><Say>", "{x}", "</Say></Response>"),
    ];
    let expand = |depth: usize,
                  (start, inside, end): (&str, &str, &str),
                  level: &dyn Fn(usize) -> (&'static str, &'static str)| {
        let open: String = (0..depth).map(|number| level(number).0).collect();
        let close: String = (0..depth).rev().map(|number| level(number).1).collect();
        codes(&format!("{start}{open}{inside}{close}{end}"))
    };
    let too_deep =
        |found: Vec<Code>| found.into_iter().filter(|code| code.severity() == Severity::Error).collect::<Vec<_>>();
    for frame in frames {
        for &same in LEVELS {
            assert_eq!(too_deep(expand(99, frame, &|_| same)), [], "{frame:?} {same:?}");
            assert_eq!(too_deep(expand(101, frame, &|_| same)), [Code::TooDeep], "{frame:?} {same:?}");
            assert_eq!(too_deep(expand(300, frame, &|_| same)), [Code::TooDeep], "{frame:?} {same:?}");
        }
        let mixed = |number: usize| LEVELS[number % LEVELS.len()];
        assert_eq!(too_deep(expand(99, frame, &mixed)), [], "{frame:?}");
        assert_eq!(too_deep(expand(101, frame, &mixed)), [Code::TooDeep], "{frame:?}");
    }
}

/// Tests of their own cover what no example of the catalogue can show.
const WITHOUT_EXAMPLE: &[Code] = &[Code::EmptyMacro, Code::TooDeep];

/// What files alone provoke is tested with them.
fn of_the_macro() -> impl Iterator<Item = &'static Code> {
    Code::ALL.iter().filter(|code| code.notation() == Notation::Rust)
}

#[test]
fn examples_provoke_what_they_stand_for() {
    for &code in of_the_macro() {
        let example = code.example();
        assert_eq!(example.is_empty(), WITHOUT_EXAMPLE.contains(&code), "{code:?}");
        if example.is_empty() {
            continue;
        }
        let found = codes(example);
        assert!(found.contains(&code), "{example}: {found:?}");
        let errors = found.iter().filter(|found| found.severity() == Severity::Error && **found != code);
        assert_eq!(errors.collect::<Vec<_>>(), [&Code::Rule; 0], "{example}");
    }
}

#[test]
fn messages_have_one_style() {
    for &code in of_the_macro() {
        for text in messages(code.example()) {
            let message = text.lines().next().unwrap_or_default();
            let (_, message) = message.split_once(' ').expect("a place stands before the message");
            let message = message.trim_start_matches("warning: ");
            let proper = ["Twilio", "XML", "SIP"].iter().any(|name| message.starts_with(name));
            assert!(proper || !message.starts_with(char::is_uppercase), "{message}");
            assert!(!text.ends_with('.') && !text.contains(".\n"), "{text}");
            assert!(!text.contains(['\u{1}', '\u{2}']), "{text}");
            assert!(!text.contains("``") && !text.contains("{element}"), "{text}");
        }
    }
}

#[test]
fn all_faults_are_reported() {
    let source = r#"<Response>
    <Sya>"Hello"</Sya>
    <Dial timeout="soon" timeout="1">Bob</Dial>
    <Gather><Dial>"+15551234567"</Dial></Gather>
    "stray"
    <Connect>
        <Conversation trim="trim-silence"/>
    </Connect>
    <Say voice=alice>"Tom &amp; Jerry"</Say>
    <Hangup>
</Response>"#;
    check(&[(
        source,
        &[
            "10:6 `<Hangup>` is never closed",
            "5:5 `<Response>` holds no text",
            "2:6 `<Sya>` is no TwiML element",
            "3:19 `timeout` takes a whole number of seconds from 1 to 600, not `soon`",
            "3:26 `timeout` is given twice",
            "3:34 warning: `1` is unusual for `timeout`",
            "3:38 text must be quoted",
            "4:14 `<Dial>` may not stand in `<Gather>`",
            "7:10 `<Conversation>` needs `serviceInstanceSid`",
            "7:23 `trim` needs a `record` that turns recording on",
            "9:16 the value of `voice` must be quoted or in braces",
            "9:22 `&amp;` is XML, and this is a Rust string",
        ],
    )]);
}

#[test]
fn what_is_right_is_silent() {
    let sources = [
        "<Response/>",
        "<Response></Response>",
        "< Response > < / Response >",
        r#"<?xml version="1.0" encoding="UTF-8"?><Response><!-- nothing --></Response>"#,
        r#"<Response><Say voice="alice" language="en-GB" loop=2>"a" {b} if c { "d" } else { {e} }</Say></Response>"#,
        "<Response>let a = b < c; for d in e { <Say>{d}</Say> } match f { G if h => <Pause/>, _ => {} }</Response>",
        "<Response>if let Some(a) = b && let Foo { c, .. } = d { <Say>{a}{c}</Say> }</Response>",
        r#"<Response><Say>match a { 1 => "one", n if n > 2 => { n.to_string() } _ => "many" }</Say></Response>"#,
        "<Response>{fragment}<Hangup/></Response>",
        r#"<Say>"a"</Say><Pause/>{more}"#,
        r#""a" <break/> {b}"#,
        r#"<Number>"+15551234567"</Number><Client>"joe"</Client>"#,
        r#"<Response><Gather input="dtmf speech" timeout={5}><Say>"a"</Say></Gather></Response>"#,
        r#"<Response><Say><say-as interpret-as="date" format="dmy">"1/2/2026"</say-as></Say></Response>"#,
        r#"<Response><Play loop="2">"/a.mp3"</Play><Redirect>{r#move}</Redirect></Response>"#,
    ];
    for source in sources {
        let found = messages(source);
        assert!(found.is_empty(), "{source}: {found:?}");
    }
}

/// Every document starts at a root that its dialect knows.
#[test]
fn empty_documents_fit_every_dialect() {
    assert!(documents().count() > 1);
    assert!(messages("<Response/>").is_empty());
}
