//! Published documents, as calls of the macro: third-party text beside the project, which is not copied into it.

use std::{fs, io::Write, path::Path};

use twiml_fmt::Options;

use crate::{checked, tokens};

fn calls() -> Option<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/documents.jsonl");
    let Ok(corpus) = fs::read_to_string(&path) else {
        // Not through the harness, which shows nothing of a test that passes.
        let _ =
            writeln!(std::io::stderr(), "\n!! {} is not here: NO published document was formatted\n", path.display());
        return None;
    };
    let call =
        |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["macro"].as_str().unwrap().to_owned();
    Some(corpus.lines().map(call).collect())
}

/// One token on each line.
fn scattered(call: &str) -> String {
    let markup = call.strip_prefix("twiml! {").unwrap().strip_suffix('}').unwrap();
    format!("twiml! {{ {} }}", tokens::words(markup).join("\n"))
}

#[test]
fn documents_are_only_laid_out() {
    for call in calls().unwrap_or_default() {
        let source = format!("fn answer() -> impl Sized {{\n    {call}\n}}\n");
        assert!(checked(&source, &Options::default()).is_some(), "{source}");
    }
}

#[test]
fn documents_of_any_layout_are_laid_out() {
    for call in calls().unwrap_or_default() {
        let source = format!("fn answer() -> impl Sized {{\n{}\n}}\n", scattered(&call));
        assert!(checked(&source, &Options::default().with_width(60)).is_some(), "{source}");
    }
}
