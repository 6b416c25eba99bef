//! What is checked, and what the program ends with.

use crate::program::Folder;

const GOOD: &str = "<Response><Say>Hello</Say></Response>\n";
const BAD: &str = "<Response>\n  <Sya>Hello</Sya>\n</Response>\n";
const DOUBTFUL: &str = "<Response>\n  <Sms>Hello</Sms>\n</Response>\n";

#[test]
fn the_status_tells_what_was_found() {
    let folder = Folder::with(&[("good.xml", GOOD), ("bad.xml", BAD), ("doubtful.xml", DOUBTFUL)]);
    for (arguments, status, summary) in [
        (&["good.xml"][..], 0, "1 document checked, nothing wrong"),
        (&["bad.xml"], 1, "1 document checked, 1 error"),
        (&["doubtful.xml"], 0, "1 document checked, 1 warning"),
        (&["doubtful.xml", "--deny", "warnings"], 1, "1 document checked, 1 warning"),
        (&["good.xml", "bad.xml", "doubtful.xml"], 1, "3 documents checked, 1 error and 1 warning"),
        (&["bad.xml", "--allow", "unknown-element"], 0, "1 document checked, nothing wrong"),
        (&["doubtful.xml", "--deny=warnings", "--allow=outdated"], 0, "1 document checked, nothing wrong"),
        (&["missing.xml"], 2, "1 file could not be checked"),
        (&["bad.xml", "missing.xml"], 2, "1 document checked, 1 error, 1 file could not be checked"),
        (&["good.xml", "--kind", "voice"], 0, "1 document checked, nothing wrong"),
        (&["good.xml", "--kind", "messaging"], 1, "1 document checked, 1 error"),
    ] {
        let run = folder.run(&[&["check"], arguments].concat());
        assert_eq!((run.status, run.summary()), (Some(status), summary), "{arguments:?}: {run:?}");
    }
}

#[test]
fn findings_go_to_standard_output_and_all_else_to_standard_error() {
    let folder = Folder::with(&[("bad.xml", BAD)]);
    let run = folder.run(&["check", "bad.xml", "missing.xml"]);
    let expected = "\
error[unknown-element]: `<Sya>` is no TwiML element
 --> bad.xml:2:4
  |
2 |   <Sya>Hello</Sya>
  |    ^^^
  |
  = help: did you mean `<Say>`?

";
    assert_eq!(run.out, expected);
    assert!(run.err.starts_with("error: cannot read `missing.xml`: no such file or directory\n"), "{}", run.err);
}

#[test]
fn folders_are_looked_through() {
    let folder = Folder::with(&[
        ("a.xml", BAD),
        ("b/c.twiml", BAD),
        ("b/d.txt", BAD),
        ("pom.xml", "<project/>"),
        ("ignored/e.xml", BAD),
        (".hidden/f.xml", BAD),
        (".gitignore", "ignored/\n"),
    ]);
    let files = |arguments: &[&str]| {
        let run = folder.run(arguments);
        let files = run.out.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).map(str::to_owned);
        (files.collect::<Vec<_>>(), run.summary().to_owned())
    };
    let found = ["a.xml:2:4", "b/c.twiml:2:4"].map(str::to_owned).to_vec();
    let summary = "2 documents checked, 2 errors, 1 file passed over: it is no TwiML".to_owned();
    assert_eq!(files(&["check"]), (found.clone(), summary.clone()));
    assert_eq!(files(&["check", "."]), (found.clone(), summary));
    assert_eq!(files(&["check", "a.xml", "b", "a.xml"]).0, found);
    // What is named is checked, whatever it is.
    assert_eq!(files(&["check", "b/d.txt", "ignored/e.xml"]).0.len(), 2);
    assert_eq!(folder.run(&["check", "pom.xml"]).status, Some(1));
}

#[test]
fn standard_input_is_a_file_like_others() {
    let folder = Folder::with(&[]);
    let run = folder.run_with(&["check", "-"], BAD);
    assert_eq!(run.status, Some(1));
    assert!(run.out.contains(" --> <stdin>:2:4\n"), "{run:?}");
    assert_eq!(folder.run_with(&["check", "-"], GOOD).status, Some(0));
    assert_eq!(folder.run_with(&["check", "-"], "").status, Some(1));
}

#[test]
fn a_place_without_documents_is_said() {
    let folder = Folder::with(&[("a.txt", GOOD)]);
    let run = folder.run(&["check"]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert!(run.err.starts_with("error: no document in `.`\n"), "{}", run.err);
}

#[test]
fn very_many_findings_are_cut() {
    let many = format!("<Response>{}</Response>", "\n<Sya/>".repeat(60));
    let folder = Folder::with(&[("many.xml", &many)]);
    let run = folder.run(&["check"]);
    assert_eq!(run.out.matches("error[unknown-element]").count() + run.out.matches("warning[").count(), 50);
    assert!(run.out.contains("many.xml: 70 more; --format json prints them all"), "{}", run.out);
}

#[test]
fn colours_can_be_asked_for() {
    let folder = Folder::with(&[("bad.xml", BAD)]);
    assert!(!folder.run(&["check"]).out.contains('\u{1B}'));
    assert!(folder.run(&["--color", "always", "check"]).out.contains('\u{1B}'));
    assert!(!folder.run(&["check", "--color=never"]).out.contains('\u{1B}'));
}
