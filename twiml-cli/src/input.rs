//! What there is to look at: files, what is in folders, and standard input.

use std::{
    ffi::OsStr,
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use ignore::WalkBuilder;
use twiml_check::xml;

use crate::failure::Failure;

/// Endings of the files that are looked for in folders.
pub(crate) const DOCUMENTS: &[&str] = &["xml", "twiml"];
pub(crate) const SOURCES: &[&str] = &["rs"];

/// A document or a source to look at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Input {
    /// What stands on standard input.
    Standard,
    /// A file.
    File {
        path: PathBuf,
        /// It was named, not found.
        named: bool,
    },
}

impl Input {
    /// What it is called in messages.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Standard => "<stdin>".to_owned(),
            Self::File { path, .. } => path.strip_prefix(".").unwrap_or(path).display().to_string(),
        }
    }

    /// The document in it. Of what is too long, a little more than is looked at: enough to see that it is.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        self.take(u64::try_from(xml::LIMIT).unwrap_or(u64::MAX).saturating_add(1))
    }

    /// The text in it, however long.
    pub(crate) fn read_text(&self) -> Result<String, Failure> {
        String::from_utf8(self.take(u64::MAX)?)
            .map_err(|_| Failure::new(format!("cannot read `{}`: it is not UTF-8", self.name())))
    }

    fn take(&self, most: u64) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Standard => {
                read(io::stdin().lock(), most).map_err(|error| Failure::of_file("read", Path::new("-"), &error))
            }
            Self::File { path, .. } => File::open(path)
                .and_then(|file| read(file, most))
                .map_err(|error| Failure::of_file("read", path, &error)),
        }
    }

    /// Whether it may be passed over if it is no TwiML: other XML has the same ending.
    pub(crate) fn may_be_other_xml(&self) -> bool {
        matches!(self, Self::File { path, named: false } if path.extension() == Some(OsStr::new("xml")))
    }
}

fn read(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What the paths lead to, each once and in a fixed order; and what could not be looked into. In folders, files with one of
/// the endings are looked for.
pub(crate) fn find(paths: &[PathBuf], endings: &[&str]) -> (Vec<Input>, Vec<Failure>) {
    let mut inputs = Vec::new();
    let mut failures = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            inputs.push(Input::Standard);
        } else if path.is_dir() {
            walk(path, endings, &mut inputs, &mut failures);
        } else {
            inputs.push(Input::File { path: path.clone(), named: true });
        }
    }
    let mut seen = std::collections::HashSet::new();
    inputs.retain(|input| seen.insert(input.name()));
    (inputs, failures)
}

fn walk(folder: &Path, endings: &[&str], inputs: &mut Vec<Input>, failures: &mut Vec<Failure>) {
    let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_name(OsStr::cmp).build();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| !kind.is_dir());
                let ending = entry.path().extension().and_then(OsStr::to_str);
                if is_file && ending.is_some_and(|ending| endings.contains(&ending)) {
                    inputs.push(Input::File { path: entry.into_path(), named: false });
                }
            }
            Err(error) => failures.push(Failure::new(format!("cannot look into `{}`: {error}", folder.display()))),
        }
    }
}
