//! Functions with documents in them, compiled and run all together.

#![expect(clippy::panic, clippy::unwrap_used, reason = "it is part of tests")]

use std::{collections::BTreeMap, fs, path::PathBuf, process::Command};

use serde_json::Value;

/// A function that gives a document, and calls of it.
pub(super) struct Function {
    /// Parameters and body, on one line.
    pub(super) source: String,
    /// The arguments of each call.
    pub(super) calls: Vec<String>,
}

/// What has become of a function.
pub(super) enum Outcome {
    /// The errors.
    Refused(Vec<String>),
    /// What each call gives.
    Written(Vec<String>),
}

/// Compiles all functions, leaves those out that are refused, and runs the rest.
pub(super) fn run(name: &str, prelude: &str, functions: &[Function]) -> Vec<Outcome> {
    assert!(!prelude.contains('\n'), "messages are told apart by their lines");
    let program = |main: &str, is_wanted: &dyn Fn(usize) -> bool| {
        let lines = functions.iter().enumerate().map(|(index, function)| {
            if is_wanted(index) { format!("fn f{index}{}\n", function.source) } else { "\n".to_owned() }
        });
        format!("{prelude}\n{}{main}\n", lines.collect::<String>())
    };
    let refused = check(name, &program("fn main() {}", &|_| true));
    let mut main = String::from("fn main() {");
    for (index, function) in functions.iter().enumerate().filter(|(index, _)| !refused.contains_key(index)) {
        for call in &function.calls {
            main.extend(
                [&format!(r#" println!("@@{index}@@{{}}", "#), &format!("f{index}({call}));")].map(String::as_str),
            );
        }
    }
    main.push_str(" }");
    let output = cargo(name, &program(&main, &|index| !refused.contains_key(&index)), &["run", "--quiet"]);
    let mut written: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for line in output.split("@@").skip(1).collect::<Vec<_>>().chunks(2) {
        let [index, document] = line else { panic!("half a line") };
        written.entry(index.parse().unwrap()).or_default().push(document.trim_end().to_owned());
    }
    let outcome = |index: usize| match refused.get(&index) {
        Some(errors) => Outcome::Refused(errors.clone()),
        None => Outcome::Written(written.remove(&index).unwrap_or_default()),
    };
    (0..functions.len()).map(outcome).collect()
}

/// The errors of each function, which stands on a line of its own.
fn check(name: &str, program: &str) -> BTreeMap<usize, Vec<String>> {
    let output = cargo(name, program, &["check", "--quiet", "--message-format=json"]);
    let messages = output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut errors: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for message in messages.map(|line| line["message"].clone()).filter(|message| message["level"] == "error") {
        let text = message["message"].as_str().unwrap_or_default().to_owned();
        let spans = message["spans"].as_array().cloned().unwrap_or_default();
        let own = spans.iter().find(|span| span["is_primary"] == true).and_then(line_of);
        if let Some(line) = own {
            errors.entry(line - 2).or_default().push(text);
        }
    }
    errors
}

/// The line of the program, which may be where a macro of another crate is called.
fn line_of(span: &Value) -> Option<usize> {
    if span["file_name"] == "src/main.rs" {
        return usize::try_from(span["line_start"].as_u64()?).ok();
    }
    line_of(span["expansion"].get("span")?)
}

fn cargo(name: &str, program: &str, arguments: &[&str]) -> String {
    let (root, package) = (env!("CARGO_MANIFEST_DIR"), env!("CARGO_PKG_NAME"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("guards-{name}"));
    fs::create_dir_all(folder.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"guards-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         twiml = {{ package = {package:?}, path = {root:?} }}\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::copy(format!("{root}/Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    fs::write(folder.join("src/main.rs"), program).unwrap();
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).arg("--offline").current_dir(&folder);
    command.env("CARGO_TARGET_DIR", PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("guards"));
    command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("RUSTFLAGS", "-Awarnings");
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(arguments.contains(&"check") || output.status.success(), "{name}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}
