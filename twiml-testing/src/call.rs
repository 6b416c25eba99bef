//! A call, from the side of the person who has the phone.

mod acts;
mod expect;
pub(crate) mod menu;
mod services;

use std::fmt;
use std::panic::Location;
use std::time::Duration;

use twiml_core::webhook::{CallStatus, Webhook as Typed};

use crate::act::Act;
use crate::failure::Failure;
use crate::transcript::Transcript;
use crate::world::{Exchange, LegId, SharedWorld, World};

/// How a call ended.
///
/// ```
/// assert_eq!(twiml_testing::Ended::NoAnswer.to_string(), "no-answer");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Ended {
    /// It had been answered.
    Completed,
    /// It was refused as busy.
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// It could not be made.
    Failed,
    /// It was given up.
    Canceled,
}

impl Ended {
    fn of(status: &CallStatus) -> Self {
        match status {
            CallStatus::Busy => Self::Busy,
            CallStatus::NoAnswer => Self::NoAnswer,
            CallStatus::Failed => Self::Failed,
            CallStatus::Canceled => Self::Canceled,
            _ => Self::Completed,
        }
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Completed => "completed",
            Self::Busy => "busy",
            Self::NoAnswer => "no-answer",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
        })
    }
}

/// A call, and the person on it: a caller, or somebody whom the application called.
///
/// Each act runs the world just as far as it needs: [`hears`](Self::hears) until something is heard, [`presses`](Self::presses)
/// not at all. What cannot happen panics.
pub struct Call {
    world: SharedWorld,
    leg: LegId,
    /// Up to where the transcript has been asked about.
    heard: usize,
    /// Up to which leg the application's calls have been asked about.
    dialled: LegId,
}

impl Call {
    pub(crate) fn new(world: SharedWorld, leg: LegId) -> Self {
        let heard = world.with(|world| world.legs[leg].from_entry);
        Self { world, leg, heard, dialled: leg + 1 }
    }

    fn with<T>(&self, ask: impl FnOnce(&mut World, LegId) -> T) -> T {
        self.world.with(|world| ask(world, self.leg))
    }

    /// Why an act cannot happen.
    fn failure(&self, message: impl Into<String>, instead: Vec<String>) -> Failure {
        self.with(|world, leg| world.failure(Some(leg), message.into(), instead))
    }

    /// Runs the world until something is so of this call. `None`: it ended, or nothing more happens.
    async fn until<T>(&self, mut goal: impl FnMut(&mut World, LegId) -> Option<T>) -> Result<Option<T>, Failure> {
        let leg = self.leg;
        let found = self.world.run(None, |world| match goal(world, leg) {
            Some(found) => Some(Some(found)),
            None => world.legs[leg].is_over().then_some(None),
        });
        Ok(found.await?.flatten())
    }

    /// The SID of the call.
    #[must_use]
    pub fn sid(&self) -> String {
        self.with(|world, leg| world.legs[leg].sid.clone())
    }

    /// Its state.
    #[must_use]
    pub fn status(&self) -> CallStatus {
        self.with(|world, leg| world.legs[leg].status.clone())
    }

    /// Time since the world began.
    #[must_use]
    pub fn clock(&self) -> Duration {
        self.with(|world, _| world.now())
    }

    /// When the call was answered, since the world began.
    #[must_use]
    pub fn answered_at(&self) -> Option<Duration> {
        self.with(|world, leg| world.legs[leg].answered)
    }

    /// Runs the world to the end of the call.
    #[track_caller]
    pub fn ended(&mut self) -> Act<'_, Ended> {
        Act::new(async move {
            self.until(|_, _| None::<()>).await?;
            // What reports the end comes with it.
            self.world.settle().await?;
            if self.with(|world, leg| world.legs[leg].is_over()) {
                return Ok(Ended::of(&self.status()));
            }
            Err(self
                .failure("the call does not end by itself", vec![String::from("hang up, or let the other side do it")]))
        })
    }

    /// Every request about this call, with its answer.
    #[must_use]
    pub fn requests(&self) -> Vec<Exchange> {
        self.with(|world, leg| world.exchanges.iter().filter(|made| made.leg == Some(leg)).cloned().collect())
    }

    /// The names of the requests about this call, in order.
    #[must_use]
    pub fn request_names(&self) -> Vec<&'static str> {
        self.requests().iter().map(|made| made.request).collect()
    }

    /// Every request of one kind about this call.
    ///
    /// # Panics
    ///
    /// One of them is not what its type takes.
    #[must_use]
    #[track_caller]
    pub fn all<T: Typed>(&self) -> Vec<T> {
        let caller = Location::caller();
        let made = self.requests().into_iter().filter(|made| made.request == T::ROW.id);
        made.map(|made| made.read().unwrap_or_else(|error| self.failure(error.to_string(), Vec::new()).fail(caller)))
            .collect()
    }

    /// The last request of one kind about this call.
    ///
    /// # Panics
    ///
    /// There was none.
    #[must_use]
    #[track_caller]
    pub fn last<T: Typed>(&self) -> T {
        let caller = Location::caller();
        self.all::<T>().pop().unwrap_or_else(|| {
            let made = format!("requests about this call: {}", self.request_names().join(", "));
            self.failure(format!("there was no request `{}`", T::ROW.id), vec![made]).fail(caller)
        })
    }

    /// What happened on this call.
    #[must_use]
    pub fn transcript(&self) -> Transcript {
        self.with(|world, leg| world.transcript_of(Some(leg)))
    }

    /// The flow of this call, as a picture in Mermaid: the documents, and what led from one to the next. A test can write it to a
    /// file, which most viewers of Markdown draw.
    ///
    /// ```
    /// # use twiml_testing::{Documents, Twilio};
    /// let service = Documents::new()
    ///     .at("/voice", "<Response><Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1</Say></Gather></Response>")
    ///     .at("/menu", "<Response><Say>Thank you</Say></Response>");
    /// let mut call = Twilio::service(service).call("+15551234567", "/voice").now();
    /// call.presses("1").now();
    /// assert!(call.map().contains("n0 -->|\"1\"| n1"));
    /// std::fs::write(std::env::temp_dir().join("flow.mmd"), call.map())?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn map(&self) -> String {
        self.with(|world, leg| crate::transcript::map(&world.exchanges, Some(leg)))
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("sid", &self.sid()).field("status", &self.status()).finish_non_exhaustive()
    }
}
