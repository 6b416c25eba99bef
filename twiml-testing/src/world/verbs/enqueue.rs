//! `<Enqueue>`: the caller waits.

use std::time::Duration;

use crate::names::voice;
use twiml_core::webhook::{EnqueueAction, EnqueueWait, QueueResult};

use super::{Next, method};
use crate::answer::Element;
use crate::transcript::{Event, Heard};
use crate::world::leg::{Doing, Role};
use crate::world::progress::seconds;
use crate::world::queue::MOST_CALLERS;
use crate::world::standard::blank;
use crate::world::{LegId, World};

/// Somebody in a queue.
#[derive(Debug)]
pub(crate) struct Enqueued {
    pub(crate) queue: usize,
    pub(crate) since: Duration,
    /// How long it took until somebody took the call, or the caller left.
    pub(crate) waited: Option<Duration>,
}

impl World {
    pub(crate) fn begin_enqueue(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let name = match element.written(&voice::Enqueue::workflowSid) {
            Some(workflow) => workflow.to_owned(),
            None => element.raw_text(),
        };
        let queue = self.queue(&name);
        let most = element.number(&voice::Enqueue::maxQueueSize).and_then(|most| most.try_into().ok());
        self.queues[queue].most = most.unwrap_or(MOST_CALLERS);
        if self.queues[queue].waiting.len() >= self.queues[queue].most {
            self.left_queue(leg, frame, QueueResult::QueueFull);
            return Next::Waits;
        }
        let queued = Enqueued { queue, since: self.clock.now, waited: None };
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Queued(queued);
        }
        self.queues[queue].waiting.push_back(leg);
        self.tell(leg, Event::Queues(name));
        match element.written(&voice::Enqueue::waitUrl) {
            None => self.hears(leg, Heard::Music),
            Some("") => {}
            Some(_) => {
                let waiting = self.push_frame(leg, Role::QueueWait);
                self.ask_wait_document(leg, waiting);
            }
        }
        self.somebody_waits(queue);
        Next::Waits
    }

    /// Asks what a caller hears in a queue, at first and whenever it has run out.
    pub(crate) fn ask_wait_document(&mut self, leg: LegId, frame: u64) {
        let Some((below, queued)) = self.queued(leg) else { return };
        let (queue, since) = (queued.queue, queued.since);
        let Some(verb) = self.running(leg, below) else { return };
        let Some(element) = verb.element() else { return };
        let Some(url) = element.written(&voice::Enqueue::waitUrl).and_then(|url| self.resolve(leg, below, url).ok())
        else {
            return;
        };
        let row = &self.queues[queue];
        let position = row.waiting.iter().position(|waiting| *waiting == leg).unwrap_or_default() + 1;
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let mut request: EnqueueWait = blank();
        request.call = self.call(leg);
        request.queue_position = count(position);
        request.queue_sid.clone_from(&row.sid);
        request.queue_time = seconds(self.clock.now.saturating_sub(since));
        request.avg_queue_time = row.average();
        request.current_queue_size = count(row.waiting.len());
        request.max_queue_size = count(row.most);
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.base = Some(url);
        }
        self.ask_document(leg, frame, &request, "", method(element, &voice::Enqueue::waitUrlMethod), "waits");
    }

    /// An `<Enqueue>` is over.
    pub(crate) fn left_queue(&mut self, leg: LegId, frame: u64, result: QueueResult) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        let queued = self.queued(leg).map(|(_, queued)| {
            (queued.queue, queued.waited.unwrap_or_else(|| self.clock.now.saturating_sub(queued.since)))
        });
        let Some(action) = element.written(&voice::Enqueue::action) else {
            if !self.legs[leg].gone {
                self.proceed(leg);
            }
            return;
        };
        let mut request: EnqueueAction = blank();
        request.call = self.call(leg);
        let cause = result.to_string();
        request.queue_result = result;
        request.queue_sid = queued.map(|(queue, _)| self.queues[queue].sid.clone());
        request.queue_time = queued.map(|(_, waited)| seconds(waited));
        self.ask_document(leg, frame, &request, action, method(element, &voice::Enqueue::method), &cause);
    }

    /// The caller is gone.
    pub(crate) fn queue_hung_up(&mut self, leg: LegId, frame: u64, queued: Enqueued) {
        let queue = queued.queue;
        if let Some(found) = self.legs[leg].frame_mut(frame) {
            found.doing = Doing::Queued(queued);
        }
        match self.legs[leg].talking.take() {
            // The one who took the call goes on, once this one has reported.
            Some(other) => {
                self.left_queue(leg, frame, QueueResult::Bridged);
                self.queued_side_left(other, leg);
            }
            None => {
                let was_taken = !self.queues[queue].waiting.contains(&leg);
                self.leave_row_of(leg, queue);
                self.left_queue(leg, frame, QueueResult::Hangup);
                if was_taken {
                    self.taken_caller_left(leg);
                }
            }
        }
    }
}
