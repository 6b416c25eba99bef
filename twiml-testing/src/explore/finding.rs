//! Something wrong, and the script that gets there.

use std::fmt;

use super::Step;
use crate::strictness::Lapse;

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Kind {
    /// A document has errors.
    InvalidDocument,
    /// A document has warnings.
    Warnings,
    /// An address answers with an error, or with nothing that can be used.
    FailedRequest,
    /// A callback is answered with an error.
    FailedCallback,
    /// Documents lead to each other without end.
    RedirectLoop,
    /// A verb stands where it does not run.
    MisplacedVerb,
    /// A file cannot be had.
    MissingFile,
    /// Whatever the caller does, the call goes round and never ends by itself.
    NoWayOut,
    /// A caller who does nothing is never let go.
    SilentLoop,
    /// The call ends without a word after the caller did something.
    DeadEnd,
    /// An address takes requests that are not signed, where others do not.
    Unsigned,
    /// What happens depends on the order in which callbacks arrive.
    OrderMatters,
}

impl Kind {
    pub(crate) const fn of(lapse: Lapse) -> Option<Self> {
        Some(match lapse {
            Lapse::InvalidDocument => Self::InvalidDocument,
            Lapse::Warnings => Self::Warnings,
            Lapse::FailedRequest => Self::FailedRequest,
            Lapse::FailedCallback => Self::FailedCallback,
            Lapse::RedirectLoop => Self::RedirectLoop,
            Lapse::MisplacedVerb => Self::MisplacedVerb,
            Lapse::MissingFile => Self::MissingFile,
            Lapse::UnheardKeys | Lapse::UnheardSpeech | Lapse::UnsentMessage => return None,
        })
    }
}

/// Something wrong, and the shortest script that gets there.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of thing.
    pub kind: Kind,
    /// What is wrong.
    pub message: String,
    /// What has to be done to get there.
    pub script: Vec<Step>,
    /// The transcript of the call.
    pub transcript: String,
}

impl Finding {
    /// The script in one line.
    #[must_use]
    pub fn script_text(&self) -> String {
        self.script.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }

    pub(crate) fn is_the_same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.message == other.message
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:?}: {}", self.kind, self.message)?;
        match &self.script[..] {
            [] => writeln!(f, "  as soon as the call comes in")?,
            steps => steps.iter().try_for_each(|step| writeln!(f, "  {step}"))?,
        }
        for line in self.transcript.lines() {
            writeln!(f, "    {line}")?;
        }
        Ok(())
    }
}
