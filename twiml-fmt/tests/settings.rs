//! Settings of a project, and what there is without rustfmt.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use twiml_fmt::{Options, ProblemKind, format_source};

/// A new folder, and the files in it.
fn project(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("settings").join(name);
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn formatted(source: &str, options: &Options) -> String {
    format_source(source, options).unwrap().text
}

const SOURCE: &str = "fn a() {\n    twiml! { <Response><Say>\"Hi\"</Say><Hangup/></Response> }\n}\n";

#[test]
fn the_closest_settings_count() {
    let folder = project(
        "closest",
        &[
            ("Cargo.toml", "[package]\nname = \"a\"\nedition = \"2021\"\n"),
            ("rustfmt.toml", "max_width = 40\n"),
            ("b/.rustfmt.toml", "max_width = 60\ntab_spaces = 2\n"),
            ("b/src/lib.rs", ""),
        ],
    );
    let outer = Options::of_file(&folder.join("src/main.rs")).unwrap();
    assert_eq!(outer, Options::of_file(&folder.join("tests/deep/down/a.rs")).unwrap());
    let inner = Options::of_file(&folder.join("b/src/lib.rs")).unwrap();
    let longest = |options: &Options| formatted(SOURCE, options).lines().map(str::len).max().unwrap();
    assert!(longest(&outer) <= 40, "{}", formatted(SOURCE, &outer));
    assert!((41..=64).contains(&longest(&inner)), "{}", formatted(SOURCE, &inner));
    assert_eq!(formatted(SOURCE, &inner), SOURCE);
    assert!(formatted(&SOURCE.replace("<Response>", "\n<Response>"), &inner).contains("\n      <Response>"));
}

#[test]
fn settings_of_rustfmt_hold_for_markup() {
    let one_line = "fn a() {\n    twiml! { if vip { <Say>\"Hello\"</Say> } else { <Pause/> } }\n}\n";
    for (name, settings, is_changed) in [
        ("default", "", false),
        ("off", "use_small_heuristics = \"Off\"", true),
        ("narrow", "single_line_if_else_max_width = 20", true),
        ("disabled", "max_width = 20\ndisable_all_formatting = true", false),
        ("tabs", "hard_tabs = true", false),
    ] {
        let folder = project(name, &[("rustfmt.toml", settings)]);
        let options = Options::of_file(&folder.join("a.rs")).unwrap();
        assert_eq!(formatted(one_line, &options) != one_line, is_changed, "{name}");
    }
}

#[test]
fn rust_is_laid_out_with_the_settings_of_the_project() {
    let source = "fn a() {\n    twiml! { <Say>{entries.iter().filter(|entry| entry.is_open()).map(Entry::name).collect::<String>()}</Say> }\n}\n";
    let folder = project("max", &[("rustfmt.toml", "max_width = 120\nuse_small_heuristics = \"Max\"")]);
    assert_eq!(formatted(source, &Options::of_file(&folder.join("a.rs")).unwrap()), source);
    assert!(formatted(source, &Options::default().with_width(120)).contains("\n                    .iter()\n"));
}

#[test]
fn the_edition_is_that_of_the_package() {
    // `async` is a name in the first edition.
    let source = "fn a() {\n    twiml! { <Say>{async{ 1 }}</Say> }\n}\n";
    let is_laid_out = |folder: &Path| {
        let options = Options::of_file(&folder.join("src/lib.rs")).unwrap();
        format_source(source, &options).is_ok_and(|formatted| formatted.kept.is_empty() && formatted.text != source)
    };
    let package = |edition: &str| format!("[package]\nname = \"a\"\n{edition}\n");
    let inherits = package("edition.workspace = true");
    let workspace = "[workspace.package]\nedition = \"2021\"\n";
    assert!(is_laid_out(&project("edition", &[("Cargo.toml", &package("edition = \"2021\""))])));
    assert!(!is_laid_out(&project("no-edition", &[("Cargo.toml", &package(""))])));
    let inherited = project("inherited", &[("Cargo.toml", workspace), ("a/Cargo.toml", &inherits)]);
    assert!(is_laid_out(&inherited.join("a")));
    let settings = project("set", &[("Cargo.toml", &package("")), ("rustfmt.toml", "edition = \"2018\"")]);
    assert!(is_laid_out(&settings));
}

#[test]
fn settings_that_cannot_be_read_are_a_problem() {
    for (name, file, text) in [
        ("no-toml", "rustfmt.toml", "max_width"),
        ("no-number", "rustfmt.toml", "max_width = \"wide\""),
        ("no-manifest", "Cargo.toml", "[package"),
    ] {
        let folder = project(name, &[(file, text)]);
        let problem = Options::of_file(&folder.join("a.rs")).unwrap_err();
        assert_eq!(problem.kind(), ProblemKind::Settings);
        assert!(problem.to_string().contains(file), "{problem}");
    }
}

#[test]
fn without_rustfmt_rust_stays_as_it_is() {
    let source = "fn a() { twiml! { <Say loop = {2}>{ items [ 0 ] }{ name . trim ( ) }</Say> } }\n";
    let markup = "fn a() { twiml! { <Say loop={2}>{items [ 0 ]} {name.trim()}</Say> } }\n";
    assert_eq!(formatted(source, &Options::default().without_rustfmt()), markup);
    let missing = format_source(source, &Options::default().with_rustfmt("/nowhere/rustfmt")).unwrap();
    assert_eq!(missing.text, markup);
    assert_eq!(missing.kept.len(), 1);
    assert!(missing.kept[0].reason.contains("/nowhere/rustfmt"), "{:?}", missing.kept);
}

#[test]
fn what_stays_as_it_is_is_reported() {
    let source = "fn a() {\n    twiml! { <Say>{a b}</Say> }\n}\nmacro_rules! b { ($a:tt) => { twiml! { $a  = 1 } } }\n";
    let formatted = format_source(source, &Options::default()).unwrap();
    let places: Vec<_> = formatted.kept.iter().map(|kept| kept.place.to_string()).collect();
    assert_eq!(places, ["4:44", "2:20"]);
    assert_eq!(formatted.text, source);
}
