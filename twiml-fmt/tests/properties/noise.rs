//! Whatever comes in: there is a result or a problem, and never a panic.

use std::fs;

use proptest::{collection, prelude::*, sample::select};
use twiml_fmt::{Options, format_markdown, format_markup};

use crate::checked;

fn token() -> impl Strategy<Value = &'static str> {
    select(vec![
        "<", ">", "/", "</", "/>", "<Say", "<!--", "-->", "<?xml", "?>", "{", "}", "(", ")", "[", "]", "=", "=>", ",",
        ";", "\"text\"", "'", "'a", "r#\"", "\"", "//", "/*", "*/", "\n", "if", "else", "match", "for", "in", "while",
        "loop", "let", "break", "const", "name", "$", "$name", "$(", ")*", "#", "#[", "twiml!", "twiml! {", "-", ":",
        "1.5", "0x", "b'", "é", "\u{feff}", "\0", "\r\n", "\r", "\t", "..", "=>", "|", "&&", "!", "r#if", "true", "as",
        "_",
    ])
}

fn fixtures() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/format");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let sources = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    sources.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// As [`checked`], for sources that the other lexer may not take.
fn survives(source: &str, options: &Options) {
    if source.parse::<proc_macro2::TokenStream>().is_ok() {
        checked(source, options);
    } else if let Ok(formatted) = twiml_fmt::format_source(source, options) {
        assert_eq!(twiml_fmt::format_source(&formatted.text, options).map(|again| again.text), Ok(formatted.text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_in_any_order(tokens in collection::vec(token(), 0..60), blanks in any::<bool>()) {
        let markup = tokens.join(if blanks { " " } else { "" });
        let options = Options::default().without_rustfmt().with_width(30);
        survives(&format!("twiml! {{ {markup} }}"), &options);
        survives(&markup, &options);
        let _ = format_markup(&markup, &options);
        let _ = format_markdown(&format!("```rust\ntwiml! {{ {markup} }}\n```\n"), &options);
    }

    #[test]
    fn any_text(text in any::<String>()) {
        let options = Options::default().without_rustfmt();
        survives(&format!("twiml! {{{text}}}"), &options);
        let _ = format_markup(&text, &options);
        let _ = format_markdown(&text, &options);
    }

    /// Sources in which something is missing, doubled or swapped.
    #[test]
    fn broken_sources(
        source in select(fixtures()),
        cuts in collection::vec((any::<prop::sample::Index>(), 0..6_usize, token()), 1..4),
    ) {
        let mut characters: Vec<char> = source.chars().collect();
        for (at, length, token) in cuts {
            let from = at.index(characters.len() + 1);
            let to = (from + length).min(characters.len());
            characters.splice(from..to, token.chars());
        }
        survives(&characters.into_iter().collect::<String>(), &Options::default().without_rustfmt());
    }
}

#[test]
fn depth_does_not_end_the_stack() {
    let options = Options::default().without_rustfmt();
    for (open, close) in [("<p>", "</p>"), ("{", "}"), ("if x {", "}"), ("match x { _ => {", "}}"), ("(", ")")] {
        let markup = format!("{}{}", open.repeat(20_000), close.repeat(20_000));
        let _ = format_markup(&markup, &options);
        let _ = twiml_fmt::format_source(&format!("fn a() {{ twiml! {{ <Say>{{{markup}}}</Say> }} }}"), &options);
    }
    let calls = format!("{}{}", "twiml! { <Say>{".repeat(5_000), "}</Say> }".repeat(5_000));
    let _ = twiml_fmt::format_source(&calls, &options);
}
