//! The README: what it shows is what the program prints. With `TWIML_BLESS=1` in the environment the test writes it anew.

use std::{env, fmt::Write as _, fs, path::Path};

use serde_json::Value;

use crate::program::Folder;

const FENCE: &str = "```";

/// What is printed may hold fences of its own.
const LONG_FENCE: &str = "````";

/// The README, and a folder with the files that it shows.
fn readme() -> (String, Folder) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let folder = Folder::with(&[]);
    for (name, language) in [("menu.xml", "xml"), ("later.xml", "xml"), ("later.rs", "rust")] {
        let file = fs::read_to_string(root.join("tests/readme").join(name)).unwrap();
        assert!(readme.contains(&format!("{FENCE}{language}\n{file}{FENCE}")), "{name} is not shown as it is");
        folder.write(name, file.as_bytes());
    }
    (readme, folder)
}

#[test]
fn the_readme_shows_what_is_printed() {
    let (readme, folder) = readme();
    let start = format!("{LONG_FENCE}console\n");
    let mut parts = readme.split(&start);
    let mut current = parts.next().unwrap().to_owned();
    let mut blocks = 0;
    for part in parts {
        blocks += 1;
        let (block, rest) = part.split_once(LONG_FENCE).expect("the block ends");
        let command = block.lines().next().and_then(|line| line.strip_prefix("$ twiml ")).expect("a command");
        let run = folder.run(&command.split(' ').collect::<Vec<_>>());
        let printed = format!("{}{}", run.out, run.err);
        write!(current, "{LONG_FENCE}console\n$ twiml {command}\n{}\n{LONG_FENCE}{rest}", printed.trim_end()).unwrap();
    }
    assert!(blocks > 3);
    if env::var_os("TWIML_BLESS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), &current).unwrap();
        return;
    }
    assert!(current == readme, "the README is not current: run the test with TWIML_BLESS=1");
}

#[test]
fn the_json_of_the_readme_is_that_of_the_program() {
    let (readme, folder) = readme();
    let shown = readme.split(&format!("{FENCE}json\n")).nth(1).and_then(|part| part.split(FENCE).next()).unwrap();
    let shown: Value = serde_json::from_str(shown).unwrap();
    let printed: Value = serde_json::from_str(&folder.run(&["check", "--format", "json", "menu.xml"]).out).unwrap();
    let diagnostics = printed["diagnostics"].as_array().unwrap();
    assert!(diagnostics.contains(&shown["diagnostics"][0]), "{printed:#}");
}
