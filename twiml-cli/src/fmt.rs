//! `twiml fmt`.

use std::{
    ffi::OsStr,
    io::{self, Write as _},
    path::Path,
};

use twiml_fmt::{Formatted, Options, Problem, ProblemKind};

use crate::{
    Outcome, arguments,
    failure::Failure,
    input::{self, Input},
    output,
    progress::Progress,
    terminal,
};

pub(crate) fn format(arguments: &arguments::Fmt) -> Result<Outcome, Failure> {
    let (inputs, failures) = input::find(&arguments.paths, input::SOURCES);
    let mut run = Run { arguments, changed: 0, failed: failures.len() };
    failures.iter().for_each(terminal::error);
    if inputs.is_empty() && failures.is_empty() {
        return Err(Failure::nothing("Rust", &arguments.paths).help("files that end in .rs are looked for"));
    }
    let mut progress = Progress::of(inputs.len());
    for input in &inputs {
        progress.aside(|| run.look_at(input))?;
        progress.step();
    }
    drop(progress);
    terminal::say(&run.summary(inputs.len()));
    Ok(run.outcome())
}

struct Run<'a> {
    arguments: &'a arguments::Fmt,
    changed: usize,
    failed: usize,
}

impl Run<'_> {
    /// Ends early only if nobody takes what is printed.
    fn look_at(&mut self, input: &Input) -> io::Result<()> {
        terminal::hint_at_standard_input(input);
        let source = match input.read_text() {
            Ok(source) => source,
            Err(failure) => {
                self.fail(&failure);
                return Ok(());
            }
        };
        let laid = match self.lay_out(input, &source) {
            Ok(laid) => laid,
            Err(problem) => {
                self.fail(&failure(input, &problem));
                // An editor that puts the output into its buffer shall not empty it.
                return if *input == Input::Standard { self.print(&source) } else { Ok(()) };
            }
        };
        for kept in &laid.kept {
            terminal::say(&format!("left as it is {}:{}: {}", input.name(), kept.place, kept.reason));
        }
        self.put(input, &source, &laid.text)
    }

    fn lay_out(&self, input: &Input, source: &str) -> Result<Formatted, Problem> {
        let path = match input {
            Input::Standard => Path::new("standard input"),
            Input::File { path, .. } => path,
        };
        let mut options = Options::of_file(path)?;
        if let Some(edition) = &self.arguments.edition {
            options = options.with_edition(edition);
        }
        if let Some(columns) = self.arguments.width {
            options = options.with_width(columns.into());
        }
        match path.extension().and_then(OsStr::to_str) {
            Some("md") => twiml_fmt::format_markdown(source, &options),
            _ => twiml_fmt::format_source(source, &options),
        }
    }

    /// Puts what was laid out to where it came from.
    fn put(&mut self, input: &Input, before: &str, after: &str) -> io::Result<()> {
        let is_changed = before != after;
        self.changed += usize::from(is_changed);
        match input {
            _ if self.arguments.check && is_changed => output::diff(input, before, after)?,
            _ if self.arguments.check => {}
            Input::Standard => self.print(after)?,
            Input::File { .. } if !is_changed => {}
            Input::File { path, .. } => match output::replace(path, after) {
                Ok(()) => terminal::say(&format!("laid out {}", input.name())),
                Err(error) => self.fail(&Failure::of_file("write", path, &error)),
            },
        }
        Ok(())
    }

    fn print(&self, text: &str) -> io::Result<()> {
        if self.arguments.check { Ok(()) } else { io::stdout().lock().write_all(text.as_bytes()) }
    }

    fn fail(&mut self, failure: &Failure) {
        terminal::error(failure);
        self.failed += 1;
    }

    fn summary(&self, files: usize) -> String {
        let files = if files == 1 { "1 file".to_owned() } else { format!("{files} files") };
        let changed = match (self.changed, self.arguments.check) {
            (0, _) => "nothing to change".to_owned(),
            (changed, true) => format!("{changed} to be laid out"),
            (changed, false) => format!("{changed} laid out"),
        };
        let failed = if self.failed == 0 { String::new() } else { format!(", {} left alone", self.failed) };
        format!("{files} looked at, {changed}{failed}")
    }

    const fn outcome(&self) -> Outcome {
        if self.failed > 0 {
            Outcome::Failed
        } else if self.arguments.check && self.changed > 0 {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }
}

/// Settings name their own file.
fn failure(input: &Input, problem: &Problem) -> Failure {
    match problem.kind() {
        ProblemKind::Settings => Failure::new(problem.message()),
        _ => Failure::new(format!("{}:{problem}", input.name())),
    }
}
