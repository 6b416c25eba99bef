//! One checker: a document says the same of itself as a macro call and as a file, and at the same tokens.

use std::{fs, io::Write as _, path::Path};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use twiml_check::xml;
use twiml_core::escape;

use crate::expand;

/// A name, a message and the token at which it stands; of a string, what it says.
type Said = (String, String, String);

/// What the macro says.
fn of_call(call: &str) -> Vec<Said> {
    let tokens: TokenStream = call.parse().expect("the call is made of Rust tokens");
    let expansion = expand::read(tokens);
    let said = |diagnostic: &twiml_check::Diagnostic| {
        let spans = expansion.source.spans(diagnostic.place());
        let place = spans.first.byte_range().start..spans.last.byte_range().end;
        (diagnostic.id().to_owned(), diagnostic.message(), plain(&call[place]))
    };
    sorted(expansion.diagnostics.iter().map(said).collect())
}

/// A token without the quotes of a string.
fn plain(token: &str) -> String {
    syn::parse_str::<syn::LitStr>(token).map_or_else(|_| token.to_owned(), |text| text.value())
}

/// What is said of the file.
fn of_file(document: &str) -> Vec<Said> {
    let report = xml::check(document);
    let said = |diagnostic: xml::Diagnostic<'_>| {
        let token = diagnostic.text();
        let is_value = token.starts_with(['"', '\'']) && document[..diagnostic.range().start].ends_with('=');
        let token = if is_value { &token[1..token.len() - 1] } else { token };
        (diagnostic.code().to_owned(), diagnostic.message(), unescaped(token))
    };
    sorted(report.diagnostics().map(said).collect())
}

fn unescaped(text: &str) -> String {
    let document = format!("<a>{text}</a>");
    let read = roxmltree::Document::parse(&document);
    read.ok().and_then(|read| Some(read.root_element().text()?.to_owned())).unwrap_or_else(|| text.to_owned())
}

fn sorted(mut said: Vec<Said>) -> Vec<Said> {
    said.sort();
    said
}

/// A call as a file: its strings as XML writes them, everything else as it stands, and no white space beside tags.
fn file(call: &str) -> String {
    let tokens: TokenStream = call.parse().expect("the call is made of Rust tokens");
    let mut file = String::new();
    let mut behind = 0;
    write(tokens, call, &mut file, &mut behind);
    file
}

fn write(tokens: TokenStream, call: &str, file: &mut String, behind: &mut usize) {
    for token in tokens {
        let range = token.span().byte_range();
        let blanks = &call[*behind..range.start];
        let string = if let TokenTree::Literal(literal) = &token {
            syn::parse_str::<syn::LitStr>(&literal.to_string()).ok()
        } else {
            None
        };
        let is_value = file.ends_with('=');
        let is_beside = file.ends_with('>') || string.is_some() || call[range.clone()].starts_with('<');
        if !is_beside {
            file.push_str(blanks);
        }
        match string {
            Some(text) if is_value => {
                file.push('"');
                escape::attribute(file, &text.value());
                file.push('"');
            }
            Some(text) => escape::text(file, &text.value()),
            None if is_value => file.extend(["\"", &call[range.clone()], "\""]),
            None => {
                assert!(!matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace), "{call}");
                file.push_str(&call[range.clone()]);
            }
        }
        *behind = range.end;
    }
}

/// Where both say something else.
fn differences(calls: impl IntoIterator<Item = (String, String)>) -> (usize, String) {
    let mut count = 0;
    let mut text = String::new();
    for (call, document) in calls {
        count += 1;
        let (macro_says, file_says) = (of_call(&call), of_file(&document));
        if macro_says != file_says {
            text.push_str(&format!("\n{call}\n{document}\n  macro {macro_says:?}\n  file  {file_says:?}\n"));
        }
    }
    (count, text)
}

fn assert_none(calls: impl IntoIterator<Item = (String, String)>, least: usize) {
    let (count, text) = differences(calls);
    assert!(count >= least, "only {count} documents");
    assert!(text.is_empty(), "{} of {count} differ:{text}", text.matches("\n  macro").count());
}

/// The lines of a file of the shared corpus; says so on the terminal if it is not there.
fn corpus(name: &str) -> Vec<serde_json::Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus").join(name);
    let Ok(text) = fs::read_to_string(path) else {
        // Written past the test harness, which keeps the output of what passes to itself.
        writeln!(std::io::stderr(), "SKIPPED: the shared corpus is not here, and {name} was compared with nothing")
            .expect("there is a terminal");
        return Vec::new();
    };
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

/// What stands between the braces of `twiml! { … }`.
fn call(document: &serde_json::Value) -> String {
    let call = document["macro"].as_str().expect("each document has a call");
    call.strip_prefix("twiml! {").and_then(|call| call.strip_suffix('}')).expect("a call").to_owned()
}

#[test]
fn published_documents_are_judged_alike() {
    let documents = corpus("documents.jsonl");
    let least = if documents.is_empty() { 0 } else { 199 };
    let pairs = documents.iter().map(|document| {
        let expected = document["expected"].as_str().expect("each document has its XML");
        (call(document), expected.to_owned())
    });
    assert_none(pairs, least);
    for document in &documents {
        let is_valid = xml::check(document["expected"].as_str().unwrap()).is_valid();
        assert_eq!(is_valid, document["verdict"] != "invalid", "{document}");
    }
}

#[test]
fn broken_documents_are_judged_alike() {
    let mutants = corpus("mutants.jsonl");
    let least = if mutants.is_empty() { 0 } else { 1407 };
    assert_none(mutants.iter().map(|mutant| (call(mutant), file(&call(mutant)))), least);
}
