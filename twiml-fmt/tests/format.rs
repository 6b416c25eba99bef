//! Sources, and what becomes of them: `format/<case>.rs` and `format/<case>.out`, which is the formatted source, or the
//! problem for which it is left alone.
//!
//! The first line of a source may change the settings: `//@ width = 40`. `TWIML_BLESS=1` writes the results anew.

use std::{fs, path::PathBuf, sync::LazyLock};

use twiml_fmt::{Options, Problem, format_source};

#[allow(dead_code, reason = "each test uses what it needs of it")]
mod tokens;

struct Case {
    name: String,
    source: String,
    out: PathBuf,
    formatted: Result<String, Problem>,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(read);

fn read() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/format");
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let source = fs::read_to_string(&path).unwrap();
            let formatted = formatted(&source);
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            Case { name, source, out: path.with_extension("out"), formatted }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

fn options(source: &str) -> Options {
    let options = Options::default();
    let Some(setting) = source.lines().next().and_then(|line| line.strip_prefix("//@ ")) else { return options };
    match setting.split_once(" = ").unwrap() {
        ("width", columns) => options.with_width(columns.parse().unwrap()),
        ("indentation", columns) => options.with_indentation(columns.parse().unwrap()),
        ("tabs", tabs) => options.with_tabs(tabs.parse().unwrap()),
        _ => panic!("unknown setting: {setting}"),
    }
}

fn formatted(source: &str) -> Result<String, Problem> {
    format_source(source, &options(source)).map(|formatted| formatted.text)
}

#[test]
fn sources_become_what_is_written() {
    let bless = std::env::var_os("TWIML_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in &*CASES {
        let found = case.formatted.clone().unwrap_or_else(|problem| format!("{problem}\n"));
        if bless {
            fs::write(&case.out, &found).unwrap();
        } else if fs::read_to_string(&case.out).ok().as_deref() != Some(&found) {
            wrong.push(format!("== {}\n{found}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_enough_cases() {
    assert!(CASES.len() >= 60);
    for case in &*CASES {
        assert_eq!(case.formatted.is_err(), case.name.starts_with("problem-"), "{}: {:?}", case.name, case.formatted);
    }
}

#[test]
fn what_is_formatted_is_not_changed_again() {
    for case in &*CASES {
        let Ok(once) = &case.formatted else { continue };
        assert_eq!(formatted(once).as_ref(), Ok(once), "{}", case.name);
    }
}

#[test]
fn tokens_and_comments_stay_the_same() {
    for case in &*CASES {
        let Ok(after) = &case.formatted else { continue };
        assert_eq!(tokens::of(after), tokens::of(&case.source), "{}", case.name);
        assert_eq!(tokens::comments(after), tokens::comments(&case.source), "{}", case.name);
    }
}

#[test]
fn line_endings_are_kept() {
    for case in &*CASES {
        let windows = case.source.replace('\n', "\r\n");
        let expected = case.formatted.clone().map(|formatted| formatted.replace('\n', "\r\n"));
        assert_eq!(formatted(&windows), expected, "{}", case.name);
    }
}

#[test]
fn a_missing_last_line_ending_stays_missing() {
    for case in &*CASES {
        let Ok(expected) = &case.formatted else { continue };
        assert_eq!(formatted(case.source.trim_end()).as_deref(), Ok(expected.trim_end()), "{}", case.name);
    }
}
