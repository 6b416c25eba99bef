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

/// What the README shows.
const OF_THE_README: &str = "readme";

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let files = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let themes = files(root).filter(|path| path.is_dir());
    themes.flat_map(files).filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

// A feature adds types to the lists of the compiler, and namesakes that it tells apart by longer paths.
#[cfg_attr(
    any(feature = "socket", feature = "url", feature = "webhook"),
    ignore = "the messages are those without features"
)]
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
    let others = [OF_THE_COMPILER, OF_THE_README];
    let is_other = |path: &Path| others.iter().any(|theme| path.parent().unwrap().ends_with(theme));
    let of_the_macro = cases().into_iter().filter(|path| !is_other(path));
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

/// The README shows what the compiler says, under the line that it is about, of a file with the same markup. With
/// `TWIML_BLESS=1` in the environment it is written anew.
#[test]
fn the_readme_shows_what_the_compiler_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let mut shown = readme.clone();
    for name in ["wrong-case", "rule"] {
        let file = format!("tests/ui/{OF_THE_README}/{name}.rs");
        let source = fs::read_to_string(root.join(&file)).unwrap();
        let code = source.strip_suffix("\nfn main() {}\n").unwrap();
        let block = format!("```rust,compile_fail\n{code}```\n\n```text\n");
        let start = shown.find(&block).unwrap_or_else(|| panic!("{name} is not in the README")) + block.len();
        let length = shown[start..].find("```").unwrap();
        let stderr = fs::read_to_string(root.join(&file).with_extension("stderr")).unwrap();
        shown.replace_range(start..start + length, &stderr.replace(&file, "src/main.rs"));
    }
    if std::env::var_os("TWIML_BLESS").is_some() {
        fs::write(root.join("README.md"), &shown).unwrap();
    } else {
        assert!(shown == readme, "the README is not current: run this test with TWIML_BLESS=1");
    }
}
