//! Runs a world: makes the requests that it asks for, and brings the answers back.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::lock::Mutex as Turn;

use super::{Ask, World};
use crate::answer::Answer;
use crate::carrier::{Carrier, NoAnswer};
use crate::failure::Failure;

/// What a step of the world came to.
#[derive(Debug)]
pub(crate) enum Step {
    /// Something happened.
    Moved,
    /// This request has to be made.
    Ask(Box<Ask>),
    /// A request is under way.
    Waiting,
    /// Nothing more happens by itself until then.
    Idle,
}

/// A world that several handles share.
#[derive(Clone)]
pub(crate) struct SharedWorld {
    world: Arc<Mutex<World>>,
    carrier: Arc<dyn Carrier>,
    /// One script runs the world at a time.
    turn: Arc<Turn<()>>,
}

impl SharedWorld {
    pub(crate) fn new(world: World, carrier: Arc<dyn Carrier>) -> Self {
        Self { world: Arc::new(Mutex::new(world)), carrier, turn: Arc::default() }
    }

    pub(crate) fn carrier(&self) -> Arc<dyn Carrier> {
        self.carrier.clone()
    }

    /// A world of its own, with the same settings and the same application.
    pub(crate) fn fresh(&self, run: usize) -> Self {
        let fresh = self.with(|world| world.fresh(run));
        Self::new(fresh, self.carrier.clone())
    }

    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        act(&mut self.world.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Runs the world until `goal` gives something. `None`: by itself nothing more happens, or not until then.
    pub(crate) async fn run<T>(
        &self,
        until: Option<Duration>,
        mut goal: impl FnMut(&mut World) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        let _turn = self.turn.lock().await;
        loop {
            let step = {
                let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(failure) = world.take_failure() {
                    return Err(failure);
                }
                // What has to be asked at this instant is asked first: a script sees the world between instants only.
                if !world.has_requests()
                    && let Some(done) = goal(&mut world)
                {
                    return Ok(Some(done));
                }
                world.step(until)
            };
            match step {
                Step::Moved => {}
                Step::Ask(ask) => {
                    let answer = self.ask(&ask).await;
                    self.with(|world| world.take_answer(*ask, answer));
                }
                Step::Waiting => {
                    return Err(Failure::new("a request of this world is under way: one script at a time"));
                }
                Step::Idle => {
                    if let Some(until) = until {
                        self.with(|world| world.clock.now = world.clock.now.max(until));
                    }
                    return Ok(None);
                }
            }
        }
    }

    async fn ask(&self, ask: &Ask) -> Result<Answer, NoAnswer> {
        let request = self.with(|world| world.request(ask)).map_err(NoAnswer::new)?;
        Ok(Answer::of(&self.carrier.carry(request).await?))
    }

    /// Lets everything happen that happens at this instant.
    pub(crate) async fn settle(&self) -> Result<(), Failure> {
        let now = self.with(|world| world.now());
        self.run(Some(now), |_| None::<()>).await.map(drop)
    }
}

impl World {
    fn has_requests(&self) -> bool {
        !self.outbox.is_empty() || self.asking
    }

    fn take_failure(&mut self) -> Option<Failure> {
        let failure = self.failures.pop_front()?;
        self.failures.clear();
        Some(Failure { transcript: self.transcript_of(None).to_string(), ..failure })
    }
}
