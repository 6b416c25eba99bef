//! Markup in Rust, laid out.

use std::fs;

use crate::program::Folder;

const ROUGH: &str = "fn answer() -> VoiceResponse {\n    twiml! { <Response> <Say voice = \"alice\">\"Hello\"</Say>\n<Hangup /></Response> }\n}\n";
const SMOOTH: &str = "fn answer() -> VoiceResponse {
    twiml! {
        <Response>
            <Say voice=\"alice\">\"Hello\"</Say>
            <Hangup/>
        </Response>
    }
}
";

#[test]
fn files_are_laid_out_in_place() {
    let folder = Folder::with(&[("src/a.rs", ROUGH), ("src/b.rs", SMOOTH), ("note.md", "```rust\n<\n```\n")]);
    let run = folder.run(&["fmt"]);
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""));
    assert_eq!(run.err, "laid out src/a.rs\n2 files looked at, 1 laid out\n");
    assert_eq!(folder.read("src/a.rs"), SMOOTH);
    let again = folder.run(&["fmt", "src"]);
    assert_eq!((again.status, again.summary()), (Some(0), "2 files looked at, nothing to change"));
}

#[test]
fn a_check_changes_nothing() {
    let folder = Folder::with(&[("a.rs", ROUGH)]);
    let run = folder.run(&["fmt", "--check", "a.rs"]);
    assert_eq!((run.status, run.summary()), (Some(1), "1 file looked at, 1 to be laid out"));
    assert!(run.out.starts_with("--- a/a.rs\n+++ b/a.rs\n@@ "), "{}", run.out);
    assert!(run.out.contains("\n+            <Say voice=\"alice\">\"Hello\"</Say>\n"), "{}", run.out);
    assert_eq!(folder.read("a.rs"), ROUGH);
    folder.write("a.rs", SMOOTH.as_bytes());
    let run = folder.run(&["fmt", "--check"]);
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""));
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = Folder::with(&[]);
    let run = folder.run_with(&["fmt", "-"], ROUGH);
    assert_eq!((run.status, run.out.as_str()), (Some(0), SMOOTH));
    let run = folder.run_with(&["fmt", "--check", "-"], ROUGH);
    assert_eq!(run.status, Some(1));
    assert!(run.out.starts_with("--- a/<stdin>\n"), "{}", run.out);
    // What an editor gets back is never less than it gave.
    let broken = "fn f() { twiml! { <Say></Play> } }\n";
    let run = folder.run_with(&["fmt", "-"], broken);
    assert_eq!((run.status, run.out.as_str()), (Some(2), broken));
    assert!(run.err.starts_with("error: <stdin>:1:24: "), "{}", run.err);
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    let broken = "fn f() { twiml! { <Say>\"a\" </Say> \n";
    let folder = Folder::with(&[("a.rs", broken), ("b.rs", ROUGH)]);
    folder.write("c.rs", b"fn f() {} // \xff\n");
    let run = folder.run(&["fmt"]);
    assert_eq!((run.status, run.summary()), (Some(2), "3 files looked at, 1 laid out, 2 left alone"));
    assert!(run.err.starts_with("error: a.rs:1:"), "{}", run.err);
    assert!(run.err.contains("error: cannot read `c.rs`: it is not UTF-8\n"), "{}", run.err);
    assert_eq!((folder.read("a.rs").as_str(), folder.read("b.rs").as_str()), (broken, SMOOTH));
    assert_eq!(fs::read(folder.path("c.rs")).unwrap(), b"fn f() {} // \xff\n");
    assert_eq!(folder.run(&["fmt", "missing.rs"]).status, Some(2));
    let empty = Folder::with(&[]).run(&["fmt"]);
    assert_eq!(empty.status, Some(2));
    assert!(empty.err.contains("no Rust in `.`"), "{}", empty.err);
}

#[test]
fn the_project_says_how_wide_a_line_is() {
    let line = "fn f() {\n    twiml! { <Response><Say voice=\"alice\">\"Hello, hello, hello\"</Say></Response> }\n}\n";
    let folder = Folder::with(&[
        ("wide/a.rs", line),
        ("narrow/a.rs", line),
        ("narrow/rustfmt.toml", "max_width = 60\ntab_spaces = 2\n"),
    ]);
    let run = folder.run(&["fmt"]);
    assert_eq!(run.err, "laid out narrow/a.rs\n2 files looked at, 1 laid out\n");
    assert!(folder.read("narrow/a.rs").contains("\n      <Response>\n        <Say"), "{}", folder.read("narrow/a.rs"));
    assert_eq!(folder.run(&["fmt", "--check", "--width", "60", "wide"]).status, Some(1));
    folder.write("narrow/rustfmt.toml", b"max_width = \"wide\"\n");
    let run = folder.run(&["fmt", "narrow"]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("rustfmt.toml: "), "{}", run.err);
}

#[test]
fn editions_differ_in_what_is_a_name() {
    let folder = Folder::with(&[
        ("Cargo.toml", "[package]\nedition = \"2015\"\n"),
        ("a.rs", "fn f() { twiml! { <Say>{ async +  1 }</Say> } }\n"),
    ]);
    let run = folder.run(&["fmt", "--edition", "2021"]);
    assert!(run.err.contains("left as it is a.rs:1:"), "{}", run.err);
    let run = folder.run(&["fmt"]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(folder.read("a.rs").contains("{async + 1}"), "{}", folder.read("a.rs"));
    let wrong = folder.run(&["fmt", "--edition", "2020"]);
    assert_eq!(wrong.status, Some(2));
}

#[test]
fn line_endings_and_the_end_stay() {
    let folder = Folder::with(&[("a.rs", ROUGH.replace('\n', "\r\n").trim_end())]);
    folder.run(&["fmt"]);
    assert_eq!(folder.read("a.rs"), SMOOTH.replace('\n', "\r\n").trim_end());
}

#[test]
fn blocks_of_a_named_markdown_file_are_laid_out() {
    let folder = Folder::with(&[("a.md", &format!("# A\n\n```rust\n{ROUGH}```\n\n```text\n{ROUGH}```\n"))]);
    let run = folder.run(&["fmt", "a.md"]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert_eq!(folder.read("a.md"), format!("# A\n\n```rust\n{SMOOTH}```\n\n```text\n{ROUGH}```\n"));
}
