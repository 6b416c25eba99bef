//! An act of a script that was made up.

use std::fmt;

use crate::session::Worker;

/// Who acts.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Who {
    /// The one who called the application.
    Caller,
    /// Somebody whom the application called.
    Called,
    /// A service: the socket of a session, the payment provider.
    Service,
}

/// What somebody does.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Does {
    /// Keys.
    Presses(String),
    /// Words.
    Says(String),
    /// Nothing, until whatever listens gives up.
    StaysSilent,
    /// Leaves a message of five seconds.
    Records,
    /// Waits in a queue, for ten minutes at most.
    Waits,
    /// Hangs up.
    HangsUp,
    /// Answers.
    Answers,
    /// Is busy.
    IsBusy,
    /// Cannot be reached.
    Fails,
    /// What comes of a `<Conversation>`.
    Worker(Worker),
    /// The session is ended by its server.
    Ends,
    /// The session fails.
    Breaks,
    /// The payment is made.
    Pays,
    /// The payment is refused.
    PaysInVain,
}

/// An act of a script.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Step {
    /// Who acts.
    pub who: Who,
    /// What it is.
    pub does: Does,
}

impl Step {
    pub(crate) const fn new(who: Who, does: Does) -> Self {
        Self { who, does }
    }

    /// Whether the caller ends the call by it.
    pub(crate) fn is_caller_hanging_up(&self) -> bool {
        self.who == Who::Caller && self.does == Does::HangsUp
    }
}

/// As a script says it.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.who {
            Who::Called => "called",
            Who::Caller | Who::Service => "call",
        };
        match &self.does {
            Does::Presses(keys) => write!(f, "{name}.presses({keys:?})"),
            Does::Says(words) => write!(f, "{name}.says({words:?})"),
            Does::StaysSilent => write!(f, "{name}.stays_silent()"),
            Does::Records => write!(f, "{name}.records(\"Hello\", Duration::from_secs(5))"),
            Does::Waits => write!(f, "{name}.waits(Duration::from_secs(600))"),
            Does::HangsUp => write!(f, "{name}.hangs_up()"),
            Does::Answers => write!(f, "{name}.answers()"),
            Does::IsBusy => write!(f, "{name}.is_busy()"),
            Does::Fails => write!(f, "{name}.cannot_be_reached()"),
            Does::Worker(worker) => write!(f, "twilio.worker(Worker::{worker:?})"),
            Does::Ends => write!(f, "{name}.socket_ends()"),
            Does::Breaks => write!(f, "{name}.socket_fails(39001, \"no socket\")"),
            Does::Pays => write!(f, "{name}.pays(Payment::card(\"4111111111111111\"))"),
            Does::PaysInVain => write!(f, "{name}.pays_in_vain(Payment::card(\"4111111111111111\"), \"declined\")"),
        }
    }
}
