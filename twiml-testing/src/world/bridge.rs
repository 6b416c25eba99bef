//! Two legs that are joined, and part.

use crate::names::voice;
use twiml_core::webhook::{CallStatus, DialCallStatus};

use super::leg::{Doing, Kind};
use super::verbs::dial::{Outcome, Stage};
use super::{LegId, World};
use crate::transcript::Event;

impl World {
    /// Joins a caller with whom it dialled.
    pub(crate) fn join(&mut self, leg: LegId, other: LegId) {
        let Some((frame, _)) = self.dialling(leg) else { return };
        if self.legs[leg].answered.is_none() {
            self.answer(leg);
        }
        self.legs[leg].talking = Some(other);
        self.legs[other].talking = Some(leg);
        let now = self.clock.now;
        self.legs[other].joined = Some(now);
        let verb = self.running(leg, frame);
        let element = verb.as_ref().and_then(|verb| verb.element());
        let records = element.and_then(|dial| dial.value(&voice::Dial::record)).is_some_and(is_recorded);
        let recording = records.then(|| self.sids.next("RE"));
        if let Some(dial) = self.dial(leg, frame) {
            dial.stage = Stage::Talking(other);
            dial.recording = recording;
        }
        // Without one, the longest call is as long.
        let limited = element.filter(|dial| dial.written(&voice::Dial::timeLimit).is_some());
        if let Some(limit) = limited.and_then(|dial| dial.seconds(&voice::Dial::timeLimit)) {
            self.wait(leg, frame, limit);
        }
        self.tell_joined(leg, other);
    }

    pub(crate) fn tell_joined(&mut self, leg: LegId, other: LegId) {
        let (name, other_name) = (self.legs[leg].name.clone(), self.legs[other].name.clone());
        self.tell(leg, Event::Joins(other_name));
        self.tell(other, Event::Joins(name));
    }

    /// A leg has ended: whoever it talked with, or rang for, goes on.
    pub(crate) fn other_side_left(&mut self, leg: LegId) {
        let talking = self.legs[leg].talking.take();
        let parent = self.legs[leg].parent;
        match (talking, parent) {
            (Some(other), _) if self.legs[other].talking == Some(leg) => self.part(other, leg),
            (None, Some(parent)) if self.legs[leg].kind == Kind::Dialled => self.ringing_side_left(parent, leg),
            _ => {}
        }
    }

    fn ringing_side_left(&mut self, parent: LegId, leg: LegId) {
        let Some((_, dial)) = self.dialling(parent) else { return };
        if dial.stage == Stage::Screening(leg) {
            self.screened_out(parent, leg);
        } else if dial.ringing.contains(&leg) {
            let status = self.legs[leg].status.clone();
            self.party_ended(parent, leg, &status);
        }
    }

    /// `left` is gone; `stays` goes on with whatever follows.
    fn part(&mut self, stays: LegId, left: LegId) {
        self.legs[stays].talking = None;
        let name = self.legs[left].name.clone();
        self.tell(stays, Event::Parts(name));
        let dialled =
            self.dialling(stays).filter(|(_, dial)| dial.stage == Stage::Talking(left)).map(|(frame, _)| frame);
        if let Some(frame) = dialled {
            let outcome = self.talk_ended(stays, left);
            return self.dial_ended(stays, frame, outcome);
        }
        if self.is_queued(stays) {
            return self.queued_talk_ended(stays);
        }
        if let Some(frame) = self.legs[stays]
            .frames
            .iter()
            .find(|frame| matches!(frame.doing, Doing::Connected(_)))
            .map(|frame| frame.id)
        {
            self.worker_left(stays, frame, left);
        }
    }

    /// How a talk ended that a `<Dial>` had begun.
    pub(crate) fn talk_ended(&mut self, leg: LegId, other: LegId) -> Outcome {
        let is_child = self.legs[other].parent == Some(leg);
        if is_child {
            let duration = self.duration(other);
            return Outcome {
                bridged: Some(true),
                duration: Some(duration),
                ..Outcome::of(DialCallStatus::Completed, Some(other))
            };
        }
        let joined = self.legs[other].joined.unwrap_or(self.clock.now);
        Outcome {
            status: DialCallStatus::Completed,
            child: Some(other),
            bridged: Some(true),
            duration: Some(self.talked(joined)),
            queue: self.queue_facts(other, leg),
        }
    }

    /// The caller has hung up on whom it had dialled.
    pub(crate) fn caller_left(&mut self, leg: LegId, frame: u64, other: LegId) {
        self.legs[leg].talking = None;
        let is_child = self.legs[other].parent == Some(leg);
        let outcome = self.talk_ended(leg, other);
        if is_child {
            self.legs[other].talking = None;
            self.end(other, &CallStatus::Completed);
            return self.dial_ended(leg, frame, outcome);
        }
        self.dial_ended(leg, frame, outcome);
        self.legs[other].talking = None;
        let name = self.legs[leg].name.clone();
        self.tell(other, Event::Parts(name));
        self.queued_talk_ended(other);
    }

    /// `*` where `hangupOnStar` lets the caller out. Whether that was so.
    pub(crate) fn star(&mut self, leg: LegId, frame: u64) -> bool {
        let Some(verb) = self.running(leg, frame) else { return false };
        if !verb.element().is_some_and(|dial| dial.is(&voice::Dial::hangupOnStar)) {
            return false;
        }
        match self.dial(leg, frame).map(|dial| dial.stage.clone()) {
            Some(Stage::Talking(other)) if self.legs[other].parent == Some(leg) => {
                self.leave(other, &CallStatus::Completed);
            }
            Some(Stage::Talking(other)) => {
                let outcome = self.talk_ended(leg, other);
                self.legs[leg].talking = None;
                self.legs[other].talking = None;
                self.dial_ended(leg, frame, outcome);
                self.queued_talk_ended(other);
            }
            Some(Stage::Conference(conference)) => {
                self.leave_conference(leg, conference, false);
                self.out_of_conference(leg);
            }
            _ => return false,
        }
        true
    }
}

/// Whether a value of `record` asks for a recording.
fn is_recorded(record: &str) -> bool {
    !matches!(record, "do-not-record" | "false")
}
