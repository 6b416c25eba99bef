//! What the compiler shows: one document for each message, and expressions of a wrong type.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use twiml_check::{Code, Notation};

/// The words of the compiler differ from version to version; these are the words of this one.
const PINNED: &str = "1.95";

/// What is no message of the macro, but one of the compiler.
const OF_THE_COMPILER: &str = "expression";

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let files = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let themes = files(root).filter(|path| path.is_dir());
    themes.flat_map(files).filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

// A feature adds types to the lists of the compiler, and namesakes that it tells apart by longer paths.
#[cfg_attr(any(feature = "url", feature = "webhook"), ignore = "the messages are those without features")]
#[test]
fn messages_read_well() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    if !version.starts_with(&format!("rustc {PINNED}.")) {
        // Written past the test harness, which keeps the output of what passes to itself.
        writeln!(
            std::io::stderr(),
            "SKIPPED: the messages under tests/ui are those of rustc {PINNED}, and this is {version}"
        )
        .unwrap();
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}

#[test]
fn every_message_has_a_case() {
    let of_the_macro = cases().into_iter().filter(|path| !path.parent().unwrap().ends_with(OF_THE_COMPILER));
    let tested: Vec<String> = of_the_macro.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let names: BTreeSet<&str> = tested.iter().map(String::as_str).collect();
    assert_eq!(names.len(), tested.len(), "a message has two cases");
    let codes = Code::ALL.iter().filter(|code| code.notation() == Notation::Rust);
    assert_eq!(names, codes.map(|code| code.id()).collect::<BTreeSet<_>>());
}

#[test]
fn every_case_has_its_words() {
    for case in cases() {
        assert!(case.with_extension("stderr").exists(), "{} has no stderr", case.display());
    }
}
