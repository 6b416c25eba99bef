//! Queues: who waits, and who takes them out.

use std::collections::VecDeque;
use std::time::Duration;

use crate::names::voice;
use twiml_core::webhook::{DialCallStatus, QueueResult, QueueUrl};

use super::leg::{Doing, Role};
use super::progress::seconds;
use super::standard::blank;
use super::verbs::dial::{Outcome, Stage};
use super::verbs::{enqueue::Enqueued, method};
use super::{LegId, World};
use crate::answer::Element;
use crate::transcript::Event;

/// Most callers of a queue.
pub(crate) const MOST_CALLERS: usize = 1000;

/// A queue.
#[derive(Debug)]
pub(crate) struct Queue {
    pub(crate) name: String,
    pub(crate) sid: String,
    pub(crate) waiting: VecDeque<LegId>,
    pub(crate) most: usize,
    /// Those who dialled it and wait for a caller.
    takers: VecDeque<LegId>,
    /// How long those waited who have left.
    waits: Vec<Duration>,
}

impl Queue {
    pub(crate) fn average(&self) -> i64 {
        let count = u32::try_from(self.waits.len()).unwrap_or(u32::MAX).max(1);
        seconds(self.waits.iter().sum::<Duration>() / count)
    }
}

impl World {
    /// The queue of a name, made on demand.
    pub(crate) fn queue(&mut self, name: &str) -> usize {
        if let Some(found) = self.queues.iter().position(|queue| queue.name == name) {
            return found;
        }
        self.queues.push(Queue {
            name: name.to_owned(),
            sid: self.sids.next("QU"),
            waiting: VecDeque::new(),
            most: MOST_CALLERS,
            takers: VecDeque::new(),
            waits: Vec::new(),
        });
        self.queues.len() - 1
    }

    /// What a leg waits in.
    pub(crate) fn queued(&self, leg: LegId) -> Option<(u64, &Enqueued)> {
        self.legs[leg].frames.iter().find_map(|frame| match &frame.doing {
            Doing::Queued(queued) => Some((frame.id, queued)),
            _ => None,
        })
    }

    pub(crate) fn queued_mut(&mut self, leg: LegId) -> Option<&mut Enqueued> {
        self.legs[leg].frames.iter_mut().find_map(|frame| match &mut frame.doing {
            Doing::Queued(queued) => Some(queued),
            _ => None,
        })
    }

    pub(crate) fn is_queued(&self, leg: LegId) -> bool {
        self.queued(leg).is_some()
    }

    /// Somebody has come into a queue: whoever waits for that takes them.
    pub(crate) fn somebody_waits(&mut self, queue: usize) {
        if let Some(taker) = self.queues[queue].takers.pop_front() {
            self.take_from_queue(taker, queue);
        }
    }

    /// `<Dial><Queue>`.
    pub(crate) fn dial_queue(&mut self, leg: LegId, frame: u64, dial: &Element, noun: &Element) {
        let name = noun.raw_text();
        let known = self.queues.iter().position(|queue| queue.name == name);
        let Some(queue) = known else {
            let status = self.settings.behaviour.missing_queue.clone();
            return self.dial_ended(leg, frame, Outcome::of(status, None));
        };
        if let Some(dialled) = self.dial(leg, frame) {
            dialled.stage = Stage::Queue(queue);
        }
        if self.queues[queue].waiting.is_empty() {
            self.queues[queue].takers.push_back(leg);
            let timeout = dial.seconds(&voice::Dial::timeout).unwrap_or(Duration::from_secs(30));
            return self.wait(leg, frame, timeout);
        }
        self.take_from_queue(leg, queue);
    }

    pub(crate) fn stop_waiting_for_queue(&mut self, leg: LegId, queue: usize) {
        self.queues[queue].takers.retain(|taker| *taker != leg);
    }

    /// Takes the first out of a queue.
    fn take_from_queue(&mut self, taker: LegId, queue: usize) {
        let Some((frame, _)) = self.dialling(taker) else { return };
        self.stop_timer(taker, frame);
        let Some(caller) = self.queues[queue].waiting.pop_front() else { return };
        let waited = self.leaves_row(caller);
        self.queues[queue].waits.push(waited);
        let Some((below, _)) = self.queued(caller) else { return };
        self.pop_above(caller, below);
        if let Some(dial) = self.dial(taker, frame) {
            dial.stage = Stage::Taking(caller);
        }
        let Some(verb) = self.running(taker, frame) else { return };
        let Some(noun) = verb.element().and_then(|dial| dial.elements().next()) else { return };
        let Some(url) = noun.written(&voice::Queue::url).map(|url| self.resolve(taker, frame, url)) else {
            return self.join_queued(taker, caller);
        };
        let Ok(url) = url else { return self.join_queued(taker, caller) };
        let mut request: QueueUrl = blank();
        request.call = self.call(caller);
        request.queue_sid.clone_from(&self.queues[queue].sid);
        request.queue_time = seconds(waited);
        request.dequeing_call_sid.clone_from(&self.legs[taker].sid);
        let before = self.push_frame(caller, Role::BeforeJoining);
        if let Some(frame) = self.legs[caller].frame_mut(before) {
            frame.base = Some(url);
        }
        self.ask_document(caller, before, &request, "", method(noun, &voice::Queue::method), "taken from the queue");
    }

    /// How long somebody has waited who does so no longer.
    fn leaves_row(&mut self, caller: LegId) -> Duration {
        let now = self.clock.now;
        let Some(queued) = self.queued_mut(caller) else { return Duration::ZERO };
        let waited = now.saturating_sub(queued.since);
        queued.waited = Some(waited);
        waited
    }

    /// What a caller hears before being joined is over.
    pub(crate) fn before_joining_ended(&mut self, caller: LegId) {
        let taker = self.legs.iter().position(|leg| {
            leg.frames
                .iter()
                .any(|frame| matches!(&frame.doing, Doing::Dialling(dial) if dial.stage == Stage::Taking(caller)))
        });
        if let Some((below, _)) = self.queued(caller) {
            self.pop_above(caller, below);
        }
        if let Some(taker) = taker {
            self.join_queued(taker, caller);
        }
    }

    fn join_queued(&mut self, taker: LegId, caller: LegId) {
        self.join(taker, caller);
    }

    /// Queue, time in it, and who dialled it: for the action of the one who did.
    pub(crate) fn queue_facts(&self, caller: LegId, taker: LegId) -> Option<(String, i64, String)> {
        let (_, queued) = self.queued(caller)?;
        let waited = queued.waited.map(seconds).unwrap_or_default();
        Some((self.queues[queued.queue].sid.clone(), waited, self.legs[taker].sid.clone()))
    }

    /// The talk of somebody who was taken out of a queue is over, and they are still there.
    pub(crate) fn queued_talk_ended(&mut self, leg: LegId) {
        if let Some((frame, _)) = self.queued(leg) {
            self.left_queue(leg, frame, QueueResult::Bridged);
        }
    }

    /// Whoever took a caller out is gone before they were joined.
    pub(crate) fn taker_left(&mut self, caller: LegId) {
        if let Some((frame, _)) = self.queued(caller) {
            self.pop_above(caller, frame);
            self.left_queue(caller, frame, QueueResult::Error);
        }
    }

    /// Somebody leaves a queue without having been taken out.
    pub(crate) fn leave_queue(&mut self, leg: LegId, result: QueueResult) {
        let Some((frame, queued)) = self.queued(leg) else { return };
        let queue = queued.queue;
        self.queues[queue].waiting.retain(|waiting| *waiting != leg);
        let waited = self.leaves_row(leg);
        self.queues[queue].waits.push(waited);
        let name = self.queues[queue].name.clone();
        self.tell(leg, Event::Leaves(name));
        self.pop_above(leg, frame);
        self.left_queue(leg, frame, result);
    }
}

/// A caller of a queue is gone.
impl World {
    /// Takes a caller out of the row.
    pub(crate) fn leave_row_of(&mut self, leg: LegId, queue: usize) {
        self.queues[queue].waiting.retain(|waiting| *waiting != leg);
        let waited = self.leaves_row(leg);
        self.queues[queue].waits.push(waited);
    }

    /// The one who had taken a caller goes on after the talk.
    pub(crate) fn queued_side_left(&mut self, taker: LegId, caller: LegId) {
        self.legs[taker].talking = None;
        let name = self.legs[caller].name.clone();
        self.tell(taker, Event::Parts(name));
        let Some((frame, _)) = self.dialling(taker) else { return };
        let outcome = self.talk_ended(taker, caller);
        self.dial_ended(taker, frame, outcome);
    }

    /// The one who had taken a caller finds nobody there.
    pub(crate) fn taken_caller_left(&mut self, caller: LegId) {
        let taker = self.legs.iter().position(|leg| {
            leg.frames
                .iter()
                .any(|frame| matches!(&frame.doing, Doing::Dialling(dial) if dial.stage == Stage::Taking(caller)))
        });
        let Some(taker) = taker else { return };
        let Some((frame, _)) = self.dialling(taker) else { return };
        let outcome =
            Outcome { queue: self.queue_facts(caller, taker), ..Outcome::of(DialCallStatus::NoAnswer, Some(caller)) };
        self.dial_ended(taker, frame, outcome);
    }
}
