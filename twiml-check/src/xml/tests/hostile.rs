//! Input that is meant to do harm: an error, at once, and never a panic.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use proptest::prelude::*;

use super::said;
use crate::xml::{LIMIT, check, may_be_twiml};

/// Long enough for the slowest of machines, too short for what is not linear by far.
const PATIENCE: Duration = Duration::from_secs(30);

fn codes(source: &[u8]) -> Vec<&'static str> {
    let mut codes: Vec<_> = check(source).diagnostics().map(|diagnostic| diagnostic.code()).collect();
    codes.dedup();
    codes
}

#[test]
fn nothing_is_expanded_or_fetched() {
    let laughs = r#"<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><Response><Say>&b;</Say></Response>"#;
    assert_eq!(codes(laughs.as_bytes()), ["document-type", "unknown-entity"]);
    let external = r#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Response><Say>&x;</Say></Response>"#;
    let report = check(external);
    assert_eq!(codes(external.as_bytes()), ["document-type", "unknown-entity"]);
    assert!(report.root().is_none() && !format!("{:?}", report.nodes()).contains("root:"));
    assert_eq!(codes(b"<!DOCTYPE a SYSTEM 'http://example.com/a.dtd'><Response/>"), ["document-type"]);
    assert_eq!(codes(b"<!DOCTYPE a [<!ENTITY b"), ["document-type"]);
}

#[test]
fn depth_has_an_end() {
    let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    assert!(!codes(nested(100).as_bytes()).contains(&"too-deep"));
    for depth in [101, 1000, 100_000] {
        let found = codes(nested(depth).as_bytes());
        assert!(found.contains(&"too-deep"), "{depth}: {found:?}");
    }
    // Blocks of a template are no deeper.
    let blocks = format!("<Response>{}{}</Response>", "{{#if a}}".repeat(50_000), "{{/if}}".repeat(50_000));
    assert_eq!(said(&check(&blocks)), [""; 0]);
}

/// What must be linear, as a beginning, a part to repeat, and an end.
const LONG: &[(&str, &str, &str)] = &[
    ("<Response>", "<Pause/>", "</Response>"),
    ("<Response>", "<Sya/>", "</Response>"),
    ("<Response>", "<a></b>", "</Response>"),
    ("<Response>", "</a>", ""),
    ("", "<a>", ""),
    ("<Response>", "<a/", ""),
    ("<Response>", "<a b=\"", ""),
    ("<Response>", "<a b='<", ""),
    ("<Response", " a='b'", "/>"),
    ("<Response", " xmlns:a='b'", "/>"),
    ("<Response><Say>", "&", "</Say></Response>"),
    ("<Response><Say>", "&a", "</Say></Response>"),
    ("<Response><Say>", "&amp;", "</Say></Response>"),
    ("<Response><Say>", "<", "</Say></Response>"),
    ("<Response><Say>", "{{", "</Say></Response>"),
    ("<Response><Say>", "{{a}}", "</Say></Response>"),
    ("<Response><Say>", "{% a %}", "</Say></Response>"),
    ("<Response><Say>", "{% a %}{% enda %}", "</Say></Response>"),
    ("<Response>", "{{#a}}", "</Response>"),
    ("<Response>", "<!--", ""),
    ("<Response>", "<!---->", "</Response>"),
    ("<Response>", "<![CDATA[]]>", "</Response>"),
    ("<Response>", "<?a?>", "</Response>"),
    ("<Response>", "\n", "</Response>"),
    ("<Response>", "<Say>a</Say>b ", "</Response>"),
    ("<Response><Say>", "a<break/>", "</Say></Response>"),
    ("", "<Response/>", ""),
];

fn document((start, part, end): (&str, &str, &str), size: usize) -> String {
    format!("{start}{}{end}", part.repeat((size - start.len() - end.len()) / part.len()))
}

/// A tag with very many attributes.
fn attributes(size: usize) -> String {
    let attributes: Vec<String> = (0..size / 12).map(|number| format!(" a{number:06}='b'")).collect();
    format!("<Response{}/>", attributes.concat())
}

#[test]
fn long_documents_do_no_harm() {
    for row in LONG {
        let started = Instant::now();
        let _ = check(document(*row, 1 << 11));
        assert!(started.elapsed() < PATIENCE, "{row:?}");
    }
    assert!(!check(attributes(1 << 13)).is_valid());
}

/// Of ten times the input, fifteen times the time. Optimised and alone on the machine:
/// `cargo test --release -p twiml-check --features xml -- --ignored --test-threads 1`
#[test]
#[ignore = "it measures time"]
fn time_is_linear_in_the_input() {
    let time = |source: &str| {
        let run = |()| {
            let started = Instant::now();
            drop(check(source));
            started.elapsed()
        };
        [(); 3].map(run).into_iter().min().unwrap_or_default()
    };
    let documents = LONG.iter().map(|row| (format!("{row:?}"), [LIMIT / 10, LIMIT].map(|size| document(*row, size))));
    let attributes = ("attributes".to_owned(), [LIMIT / 10, LIMIT].map(attributes));
    let mut slow = String::new();
    for (row, [short, long]) in documents.chain([attributes]) {
        let (short, long) = (time(&short), time(&long));
        println!("{short:>12.2?} {long:>12.2?}  {row}");
        if long > short * 15 + Duration::from_millis(50) {
            writeln!(slow, "{short:?} {long:?} {row}").expect("a string takes everything");
        }
    }
    assert!(slow.is_empty(), "{slow}");
}

#[test]
fn more_than_enough_is_not_read() {
    assert_eq!(codes(&vec![b'<'; 100_000_000]), ["too-large"]);
    assert_eq!(codes(&vec![0; LIMIT + 1]), ["too-large"]);
}

/// A document with something of everything in it.
const WHOLE: &str = "\u{FEFF}<?xml version=\"1.0\"?><!-- é --><Response>\r\n<Say voice=\"alice\" loop='2'>Tom &amp; {{name}} \
    <break time=\"1s\"/> &#233;<![CDATA[<x>]]></Say>{% if a %}<Dial>+15551234567</Dial>{% else %}<Hangup/>{% endif %}</Response>";

#[test]
fn a_document_may_end_anywhere() {
    let bytes = WHOLE.as_bytes();
    assert!(check(bytes).is_valid());
    for end in 0..bytes.len() {
        assert!(!check(&bytes[..end]).is_valid(), "{end}");
        let _ = may_be_twiml(&bytes[..end]);
    }
}

proptest! {
    #[test]
    fn bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let report = check(&bytes);
        prop_assert!(!report.is_valid());
        let _ = may_be_twiml(&bytes);
    }

    #[test]
    fn broken_bytes_do_no_harm(at in 0..WHOLE.len(), byte in any::<u8>(), cut in 0..8_usize) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        bytes[at] = byte;
        let end = (at + cut).min(bytes.len());
        bytes.drain(at..end);
        let report = check(&bytes);
        for diagnostic in report.diagnostics() {
            let _ = (diagnostic.start(), diagnostic.end(), diagnostic.text());
            prop_assert!(diagnostic.range().end <= report.source().len());
        }
    }

    #[test]
    fn parts_in_any_order_do_no_harm(parts in prop::collection::vec(0..LONG.len(), 0..12)) {
        let source: String = parts.iter().flat_map(|part| [LONG[*part].0, LONG[*part].1, LONG[*part].2]).collect();
        let _ = check(source);
    }
}
