//! What those do who are called.

use std::fmt;
use std::time::Duration;

use crate::world::SharedWorld;

/// Who or what answered, as machine detection reports it.
///
/// ```
/// assert_eq!(twiml_testing::AnsweredBy::Human.as_str(), "human");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum AnsweredBy {
    /// A person.
    Human,
    /// A machine, whose greeting begins.
    MachineStart,
    /// A machine, after its beep.
    MachineEndBeep,
    /// A machine, after its greeting and without a beep.
    MachineEndSilence,
    /// A machine, and it cannot be told what it does.
    MachineEndOther,
    /// A fax.
    Fax,
    /// It cannot be told.
    Unknown,
}

impl AnsweredBy {
    /// As requests say it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::MachineStart => "machine_start",
            Self::MachineEndBeep => "machine_end_beep",
            Self::MachineEndSilence => "machine_end_silence",
            Self::MachineEndOther => "machine_end_other",
            Self::Fax => "fax",
            Self::Unknown => "unknown",
        }
    }
}

/// What somebody does who is called.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Plan {
    Answers {
        after: Option<Duration>,
        by: AnsweredBy,
        talks: Option<Duration>,
        keys: Vec<(Duration, char)>,
    },
    Busy,
    NeverAnswers,
    Fails,
    Declines,
    /// The script answers, or does not.
    Rings,
}

impl Plan {
    pub(crate) const ANSWERS: Self =
        Self::Answers { after: None, by: AnsweredBy::Human, talks: None, keys: Vec::new() };
}

/// A number, client, SIP address or queue worker that the application may call: what happens then.
///
/// Somebody of whom nothing is said answers after three seconds, and talks until somebody hangs up.
///
/// ```
/// # use std::time::Duration;
/// # use twiml_testing::{Twilio, answer};
/// let twilio = Twilio::service(answer("<Response><Dial>+15557654321</Dial><Say>Nobody is there</Say></Response>"));
/// twilio.number("+15557654321").never_answers();
/// let mut call = twilio.call("+15551234567", "/voice").now();
/// call.dials("+15557654321").now();
/// call.hears("Nobody is there").now();
/// assert_eq!(call.clock(), Duration::from_secs(35));
/// ```
#[derive(Clone)]
pub struct Number {
    world: SharedWorld,
    number: String,
}

#[expect(
    clippy::return_self_not_must_use,
    clippy::must_use_candidate,
    reason = "what it gives is there for more to be said, and need not be used"
)]
impl Number {
    pub(crate) const fn new(world: SharedWorld, number: String) -> Self {
        Self { world, number }
    }

    fn plan(self, plan: Plan) {
        self.world.with(|world| world.plans.insert(self.number, plan));
    }

    fn answer(
        self,
        change: impl FnOnce(&mut Option<Duration>, &mut AnsweredBy, &mut Option<Duration>, &mut Vec<(Duration, char)>),
    ) -> Self {
        self.world.with(|world| {
            let plan = world.plans.entry(self.number.clone()).or_insert(Plan::ANSWERS);
            if !matches!(plan, Plan::Answers { .. }) {
                *plan = Plan::ANSWERS;
            }
            if let Plan::Answers { after, by, talks, keys } = plan {
                change(after, by, talks, keys);
            }
        });
        self
    }

    /// Answers after a while.
    pub fn answers_after(self, ringing: Duration) -> Self {
        self.answer(|after, _, _, _| *after = Some(ringing))
    }

    /// Answers, and hangs up after this time from the answer on.
    pub fn talks_for(self, time: Duration) -> Self {
        self.answer(|_, _, talks, _| *talks = Some(time))
    }

    /// Presses a key this long after the answer: to accept a call, or to refuse it.
    pub fn presses_after(self, time: Duration, key: char) -> Self {
        self.answer(|_, _, _, keys| keys.push((time, key)))
    }

    /// It is not a person who answers.
    pub fn is(self, who: AnsweredBy) -> Self {
        self.answer(|_, by, _, _| *by = who)
    }

    /// A machine answers: [`AnsweredBy::MachineStart`].
    pub fn is_a_machine(self) -> Self {
        self.is(AnsweredBy::MachineStart)
    }

    /// Is busy.
    pub fn is_busy(self) {
        self.plan(Plan::Busy);
    }

    /// Rings until whoever calls gives up.
    pub fn never_answers(self) {
        self.plan(Plan::NeverAnswers);
    }

    /// Does not exist, or cannot be reached.
    pub fn fails(self) {
        self.plan(Plan::Fails);
    }

    /// Refuses the call, as a client can.
    pub fn declines(self) {
        self.plan(Plan::Declines);
    }

    /// Rings until the script says what happens, with [`Twilio::answers`](crate::Twilio::answers) or acts of the
    /// [call](crate::Twilio::rings).
    pub fn only_rings(self) {
        self.plan(Plan::Rings);
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Number").field("number", &self.number).finish_non_exhaustive()
    }
}
