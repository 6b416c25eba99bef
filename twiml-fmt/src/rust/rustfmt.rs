//! The program rustfmt.

use std::{
    env,
    io::Write,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
    thread,
};

use crate::options::Options;

/// What the layout of tokens may not do: change them. `{}` is the line length and so on.
const KEEPING: &str = "newline_style=Unix,reorder_imports=false,reorder_modules=false,merge_derives=false,\
                       match_arm_leading_pipes=Preserve,remove_nested_parens=false,use_try_shorthand=false,\
                       use_field_init_shorthand=false,force_explicit_abi=false";

#[derive(Debug)]
pub(super) struct Rustfmt {
    program: PathBuf,
    arguments: Vec<String>,
    settings: Option<PathBuf>,
}

/// Why there is no layout.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The source is not Rust: the lines of the mistakes, and what the first one is.
    Source { lines: Vec<usize>, message: String },
    /// rustfmt cannot be run, or not with these settings.
    Program(String),
}

impl Rustfmt {
    /// `None` if there is to be none.
    pub(super) fn new(options: &Options) -> Option<Self> {
        let program = options.rustfmt.clone()?;
        let edition = options.edition.as_deref().unwrap_or("2024");
        let layout = format!("max_width={},tab_spaces={},hard_tabs={}", options.width, options.step, options.tabs);
        let config = format!("{KEEPING},{layout}");
        let arguments = ["--edition", edition, "--color", "never", "--config", &config];
        Some(Self { program, arguments: arguments.map(str::to_owned).to_vec(), settings: options.settings.clone() })
    }

    /// Lays out a whole source.
    pub(super) fn run(&self, source: &str) -> Result<String, Refusal> {
        let output = self
            .output(source)
            .map_err(|error| Refusal::Program(format!("`{}` cannot be run: {error}", self.program.display())))?;
        let laid = String::from_utf8(output.stdout).unwrap_or_default();
        if !laid.is_empty() {
            return Ok(laid);
        }
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let lines: Vec<usize> = told.lines().filter_map(line_of).collect();
        let message = told.lines().find_map(|line| line.strip_prefix("error: ")).or(told.lines().next());
        let message = message.unwrap_or("rustfmt said nothing").to_owned();
        Err(if lines.is_empty() { Refusal::Program(message) } else { Refusal::Source { lines, message } })
    }

    /// Whether a source is Rust; the line of the first mistake and what it is if not.
    pub(super) fn check(&self, source: &str) -> Result<(), (usize, String)> {
        match self.run(source) {
            Err(Refusal::Source { lines, message }) => Err((lines.first().copied().unwrap_or(1), message)),
            Ok(_) | Err(Refusal::Program(_)) => Ok(()),
        }
    }

    fn output(&self, source: &str) -> std::io::Result<Output> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        match &self.settings {
            Some(path) => command.arg("--config-path").arg(path),
            // Not the settings of whatever folder this runs in.
            None => command.current_dir(env::temp_dir()),
        };
        let mut child = command.spawn()?;
        feed(&mut child, source)
    }
}

/// Writes while it reads: either side may fill its pipe.
fn feed(child: &mut Child, source: &str) -> std::io::Result<Output> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (stdout, stderr) = thread::scope(|scope| {
        scope.spawn(|| stdin.map(|mut stdin| stdin.write_all(source.as_bytes())));
        let stderr = scope.spawn(|| read(stderr));
        (read(stdout), stderr.join().unwrap_or_default())
    });
    Ok(Output { status: child.wait()?, stdout, stderr })
}

fn read(pipe: Option<impl std::io::Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        // What cannot be read is not there, and then the output is not taken.
        let _ = pipe.read_to_end(&mut bytes);
    }
    bytes
}

/// The line in ` --> <stdin>:12:5`.
fn line_of(told: &str) -> Option<usize> {
    told.trim_start().strip_prefix("--> <stdin>:")?.split(':').next()?.parse().ok()
}
