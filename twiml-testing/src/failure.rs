//! Why a script cannot go on.

use std::fmt;
use std::panic::Location;

use crate::strictness::Lapse;

/// Why an act could not happen: what was wrong, what could have happened instead, the document at hand, and all that had
/// happened until then.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Failure {
    /// What is wrong, in one line.
    pub message: String,
    /// What [`Twilio::allows`](crate::Twilio::allows) would let pass, if that is it.
    pub lapse: Option<Lapse>,
    /// What could have been done or expected.
    pub instead: Vec<String>,
    /// The document at hand, with the place marked.
    pub document: Option<String>,
    /// What had happened, line by line.
    pub transcript: String,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), lapse: None, instead: Vec::new(), document: None, transcript: String::new() }
    }

    pub(crate) fn of(lapse: Lapse, message: impl Into<String>) -> Self {
        Self { lapse: Some(lapse), ..Self::new(message) }
    }

    pub(crate) fn instead(mut self, words: impl Into<String>) -> Self {
        self.instead.push(words.into());
        self
    }

    #[expect(clippy::panic, reason = "this is how a test fails")]
    pub(crate) fn fail(&self, script: &Location<'_>) -> ! {
        panic!("{script}: {self}")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        for instead in &self.instead {
            write!(f, "\n  = help: {instead}")?;
        }
        if let Some(lapse) = self.lapse {
            write!(f, "\n  = help: `twilio.allows(Lapse::{lapse})` lets it pass")?;
        }
        if let Some(document) = &self.document {
            write!(f, "\n\n{}", document.trim_end())?;
        }
        if !self.transcript.is_empty() {
            write!(f, "\n\nwhat has happened:\n{}", self.transcript.trim_end())?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}
