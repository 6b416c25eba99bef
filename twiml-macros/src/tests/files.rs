//! One checker: a document says the same of itself as a macro call and as a file, and at the same tokens.

use std::{collections::BTreeMap, fs, io::Write as _, path::Path};

use proc_macro2::{TokenStream, TokenTree};
use twiml_check::{
    Code, Notation,
    xml::{self, Report, apply, mend},
};
use twiml_core::{escape, vocabulary::Severity};

use super::{broken, rules};
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

/// A call as a file: its strings as XML writes them, everything else as it stands, and no white space beside tags. There is no
/// file for a call with Rust in it, or with what is no Rust.
fn file(call: &str) -> Option<String> {
    let tokens: TokenStream = call.parse().ok()?;
    let mut file = String::new();
    let mut behind = 0;
    for token in tokens {
        let range = token.span().byte_range();
        let string = match &token {
            TokenTree::Group(_) => return None,
            TokenTree::Literal(literal) => syn::parse_str::<syn::LitStr>(&literal.to_string()).ok(),
            TokenTree::Ident(_) | TokenTree::Punct(_) => None,
        };
        let is_value = file.ends_with('=');
        let is_beside = file.ends_with('>') || string.is_some() || call[range.clone()].starts_with('<');
        if !is_beside {
            file.push_str(&call[behind..range.start]);
        }
        match string {
            Some(text) if is_value => {
                file.push('"');
                escape::attribute(&mut file, &text.value());
                file.push('"');
            }
            // A name in quotes is not checked, which no file can say.
            Some(_) if call[range.end..].starts_with('=') => return None,
            Some(text) => escape::text(&mut file, &text.value()),
            None if is_value => file.extend(["\"", &call[range.clone()], "\""]),
            None => file.push_str(&call[range.clone()]),
        }
        behind = range.end;
    }
    Some(file)
}

/// Messages on what only a macro call can be.
const OF_RUST: &[Code] = &[
    Code::BareText,
    Code::TextLiteral,
    Code::StrayToken,
    Code::UnquotedValue,
    Code::XmlEntity,
    Code::ForbiddenCharacter,
];

fn is_of_rust((id, _, _): &Said) -> bool {
    OF_RUST.iter().any(|code| code.id() == id)
}

/// Where a call and a file say something else, and how many were compared.
fn differences(calls: impl IntoIterator<Item = (String, String)>) -> (usize, Vec<String>) {
    let mut count = 0;
    let mut differences = Vec::new();
    for (call, document) in calls {
        let (macro_says, file_says) = (of_call(&call), of_file(&document));
        if macro_says.iter().any(is_of_rust) {
            continue;
        }
        count += 1;
        if macro_says != file_says {
            differences.push(format!("{call}\n{document}\n  macro {macro_says:?}\n  file  {file_says:?}"));
        }
    }
    (count, differences)
}

fn assert_none(what: &str, calls: impl IntoIterator<Item = (String, String)>, least: usize) {
    let (count, differences) = differences(calls);
    println!("{what}: {count} documents judged as a call and as a file");
    let shown = differences.iter().take(12).cloned().collect::<Vec<_>>().join("\n\n");
    assert!(differences.is_empty(), "{} of {count} differ:\n{shown}", differences.len());
    assert!(count >= least, "only {count} documents");
}

/// Calls that can be files, and the files.
fn pairs(calls: impl IntoIterator<Item = String>) -> impl Iterator<Item = (String, String)> {
    calls.into_iter().filter_map(|call| file(&call).map(|file| (call, file)))
}

/// Every document of our own that is broken on purpose.
fn broken_on_purpose() -> impl Iterator<Item = String> {
    let rules = rules::ids().map(|id| rules::document(&rules::breach(id)));
    rules.chain(broken::elements()).chain(broken::attributes())
}

#[test]
fn documents_broken_on_purpose_are_judged_alike() {
    assert_none("broken on purpose", pairs(broken_on_purpose()), 9000);
}

/// How often each message stands there.
fn counted(report: &Report, least: Severity) -> BTreeMap<(String, String), usize> {
    let mut counted = BTreeMap::new();
    for diagnostic in report.diagnostics() {
        if diagnostic.severity() == Severity::Error || least == Severity::Warning {
            *counted.entry((diagnostic.code().to_owned(), diagnostic.message())).or_default() += 1;
        }
    }
    counted
}

/// What is wrong with the advice on a file.
fn faults(document: &str, followed: &mut usize) -> Vec<String> {
    let report = xml::check(document);
    let mut faults = Vec::new();
    for diagnostic in report.diagnostics() {
        for advice in diagnostic.advice().filter(|advice| !advice.changes().is_empty()) {
            *followed += 1;
            let (edited, _) = apply(document, &[&advice.changes()]);
            let [old, new] = [&report, &xml::check(&edited)].map(|report| counted(report, diagnostic.severity()));
            let own = (diagnostic.code().to_owned(), diagnostic.message());
            let remains = new.get(&own).copied().unwrap_or(0) >= old[&own];
            let added = new.iter().find(|(key, count)| old.get(*key).copied().unwrap_or(0) < **count);
            if remains || added.is_some() {
                let said = (diagnostic.message(), advice.text());
                faults.push(format!("{document}\n  {said:?}\n  gives {edited}\n  with {new:?}"));
            }
        }
    }
    faults
}

#[test]
fn advice_on_files_holds() {
    let examples = Code::ALL.iter().filter(|code| code.notation() == Notation::Xml);
    let examples = examples.map(|code| code.example().to_owned());
    let files = pairs(broken_on_purpose()).map(|(_, file)| file).chain(examples);
    let mut followed = 0;
    let faults: Vec<String> = files.flat_map(|file| faults(&file, &mut followed)).collect();
    println!("{followed} advices followed in files");
    let shown = faults.iter().take(12).cloned().collect::<Vec<_>>().join("\n\n");
    assert!(faults.is_empty(), "{} of {followed} do not hold:\n{shown}", faults.len());
    assert!(followed > 6000, "{followed}");
}

#[test]
fn what_has_one_way_is_mended() {
    let mut mended = 0;
    for (_, file) in pairs(broken_on_purpose()) {
        // Between the elements stands what must not be touched.
        let file = file.replace("><", ">\r\n\t<!--  é  --><");
        let before = xml::check(&file);
        let errors = before.errors();
        let (after, done) = mend(before, &|_| true);
        mended += done.len();
        assert!(after.errors() <= errors, "{file}\n{}", after.source());
        let left = after.diagnostics().filter(|diagnostic| diagnostic.only_fix().is_some());
        assert_eq!(left.map(|diagnostic| diagnostic.message()).collect::<Vec<_>>(), [""; 0], "{}", after.source());
        let text = after.source().to_owned();
        if done.is_empty() {
            assert_eq!(text, file);
        }
        // Once is enough.
        let (again, nothing) = mend(after, &|_| true);
        assert_eq!((again.source(), nothing.len()), (text.as_str(), 0));
    }
    println!("{mended} mistakes mended");
    assert!(mended > 5000, "{mended}");
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
    assert_none("published", pairs, least);
    for document in &documents {
        let is_valid = xml::check(document["expected"].as_str().unwrap()).is_valid();
        assert_eq!(is_valid, document["verdict"] != "invalid", "{document}");
    }
}

#[test]
fn mutants_are_judged_alike() {
    let mutants = corpus("mutants.jsonl");
    let least = if mutants.is_empty() { 0 } else { 1407 };
    assert_none("mutants", pairs(mutants.iter().map(call)), least);
}
