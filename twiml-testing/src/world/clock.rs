//! The one clock of a world, and what is to happen when.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

/// Order of events at one instant.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Class {
    /// What people do.
    Input,
    /// Something heard is over.
    Audio,
    /// Somebody has waited long enough.
    Timer,
    /// A report goes out.
    Report,
    /// An answer comes that took its time.
    Answer,
}

/// When something happens, and what it is known by.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Due {
    at: Duration,
    class: Class,
    number: u64,
}

/// A clock that moves from event to event.
#[derive(Debug)]
pub(crate) struct Clock<E> {
    pub(crate) now: Duration,
    pub(crate) began: SystemTime,
    number: u64,
    events: BTreeMap<Due, E>,
}

impl<E> Clock<E> {
    pub(crate) const fn new(began: SystemTime) -> Self {
        Self { now: Duration::ZERO, began, number: 0, events: BTreeMap::new() }
    }

    pub(crate) fn time(&self) -> SystemTime {
        self.began + self.now
    }

    /// Lets something happen after a while.
    pub(crate) fn schedule(&mut self, after: Duration, class: Class, event: E) -> Due {
        self.number += 1;
        let due = Due { at: self.now + after, class, number: self.number };
        self.events.insert(due, event);
        due
    }

    pub(crate) fn cancel(&mut self, due: Due) -> Option<E> {
        self.events.remove(&due)
    }

    /// What is to happen.
    pub(crate) fn events(&self) -> impl Iterator<Item = &E> {
        self.events.values()
    }

    /// Moves to the next event that is not later than `until`.
    pub(crate) fn next(&mut self, until: Option<Duration>) -> Option<E> {
        let (due, _) = self.events.first_key_value()?;
        if until.is_some_and(|until| due.at > until) {
            return None;
        }
        let (due, event) = self.events.pop_first()?;
        self.now = self.now.max(due.at);
        Some(event)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_by_time_and_then_by_class() {
        let mut clock = Clock::new(SystemTime::UNIX_EPOCH);
        let second = Duration::from_secs(1);
        clock.schedule(second, Class::Timer, "timer");
        clock.schedule(second, Class::Audio, "audio");
        let dropped = clock.schedule(Duration::ZERO, Class::Report, "dropped");
        clock.schedule(2 * second, Class::Input, "late");
        assert_eq!(clock.cancel(dropped), Some("dropped"));
        assert_eq!([clock.next(Some(second)), clock.next(Some(second))], [Some("audio"), Some("timer")]);
        assert_eq!((clock.next(Some(second)), clock.now), (None, second));
        assert_eq!((clock.next(None), clock.now), (Some("late"), 2 * second));
    }
}
