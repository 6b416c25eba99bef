//! Uses and misuses of each command.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::program::{Folder, run};

#[test]
fn misuse_ends_with_2_and_says_why() {
    for (arguments, said) in [
        (&[][..], "Usage: twiml [OPTIONS] <COMMAND>"),
        (&["chekc"], "similar subcommands exist"),
        (&["check", "--format", "xml"], "[possible values: human, json, github, sarif]"),
        (&["check", "--allow", "unknown-elment"], "did you mean `unknown-element`?"),
        (&["check", "--allow", "xyzzy"], "`twiml explain` lists them"),
        (&["check", "--deny", "errors"], "[possible values: warnings]"),
        (&["check", "--dry-run"], "--fix"),
        (&["check", "--kind", "sms"], "[possible values: voice, messaging, fax]"),
        (&["convert", "missing.xml"], "cannot read `missing.xml`"),
        (&["explain", "unknown-elment"], "did you mean `unknown-element`?"),
        (&["explain", "xyzzy"], "`twiml explain` lists them"),
        (&["schema", "voice"], "unexpected argument 'voice'"),
        (&["completions", "csh"], "[possible values: bash, elvish, fish, powershell, zsh]"),
        (&["man", "--folder", "/dev/null/man"], "cannot make `/dev/null/man`"),
    ] {
        let run = run(arguments);
        assert_eq!(run.status, Some(2), "{arguments:?}: {run:?}");
        assert!(run.err.contains(said), "{arguments:?}: {}", run.err);
        assert_eq!(run.out, "");
    }
}

#[test]
fn help_fits_into_a_terminal() {
    for arguments in [&["--help"][..], &["check", "--help"], &["convert", "--help"], &["help", "explain"]] {
        let run = run(arguments);
        assert_eq!(run.status, Some(0));
        for line in run.out.lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

#[test]
fn every_name_is_explained() {
    let list = run(&["explain"]);
    let names: Vec<&str> = list.out.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(names.len() > 200, "{}", names.len());
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "a name is listed twice");
    for name in ["unknown-element", "bare-ampersand", "after-hangup", names.last().unwrap()] {
        let entry = run(&["explain", name]);
        assert_eq!(entry.status, Some(0), "{name}");
        assert!(entry.out.starts_with(&format!("### {name}\n\n*")), "{}", entry.out);
        assert_eq!(entry.out.matches("### ").count(), 1, "{}", entry.out);
    }
}

#[test]
fn every_code_of_the_program_is_on_its_page() {
    let page = include_str!("../../DIAGNOSTICS.md");
    let list = run(&["explain"]);
    let names: BTreeSet<&str> = list.out.lines().filter_map(|line| line.split(' ').next()).collect();
    let headings: BTreeSet<&str> = page.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    assert_eq!(names, headings);
}

#[test]
fn the_schema_names_everything() {
    let run = run(&["schema"]);
    let schema: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(schema["version"], 1);
    let elements = schema["elements"].as_array().unwrap();
    assert_eq!(elements.len(), twiml_core::vocabulary::all().count());
    let ids: BTreeSet<&str> = elements.iter().map(|element| element["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), elements.len());
    for element in elements {
        for child in element["children"].as_array().into_iter().flatten() {
            assert!(ids.contains(child.as_str().unwrap()), "{child}");
        }
        for attribute in element["attributes"].as_array().into_iter().flatten() {
            let list = &attribute["value"]["list"];
            assert!(list.is_null() || schema["lists"][list.as_str().unwrap()].is_object(), "{attribute}");
        }
    }
    let gather = elements.iter().find(|element| element["id"] == "voice/Gather").unwrap();
    let digits = gather["attributes"].as_array().unwrap().iter().find(|row| row["name"] == "numDigits").unwrap();
    assert_eq!((&digits["value"]["type"], &digits["value"]["unit"]), (&"integer".into(), &"digits".into()));
}

#[test]
fn completions_and_man_pages_are_written() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completions", shell]);
        assert_eq!(run.status, Some(0));
        assert!(run.out.contains("dry-run") && run.out.contains("convert"), "{shell}");
    }
    assert!(run(&["man"]).out.contains(".TH twiml 1"));
    let folder = Folder::with(&[]);
    assert_eq!(folder.run(&["man", "--folder", "man/man1"]).status, Some(0));
    assert!(folder.read("man/man1/twiml-check.1").contains("dry\\-run"));
}
