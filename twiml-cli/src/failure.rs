//! What keeps the program from doing what it was asked for.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// A failure, in a sentence.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
    closed_pipe: bool,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, closed_pipe: false }
    }

    /// Says what to do.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Of a file that could not be read or written.
    pub(crate) fn of_file(verb: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(format!("cannot {verb} `{}`: {}", path.display(), reason(error)))
    }

    /// There is nothing to look at in any of these places.
    pub(crate) fn nothing(what: &str, places: &[PathBuf]) -> Self {
        let places: Vec<_> = places.iter().map(|place| format!("`{}`", place.display())).collect();
        Self::new(format!("no {what} in {}", places.join(", ")))
    }

    /// Nobody reads the output any more.
    pub(crate) const fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }

    pub(crate) fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

/// What the system says, without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let closed_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        Self { closed_pipe, ..Self::new(format!("cannot write the output: {}", reason(&error))) }
    }
}
