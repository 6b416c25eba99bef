//! The life of a leg: it is made, runs its documents, and ends.

use http::Method;
use twiml_core::webhook::{CallStatus, Direction};
use url::Url;

use super::ask::Said;
use super::clock::Class;
use super::leg::{Doing, Ends, Frame, Hook, Kind, Leg, Role};
use super::verbs::Next;
use super::{Due, LegId, Purpose, World};
use crate::strictness::Lapse;
use crate::transcript::Event;

/// Most documents that a call asks for while the clock stands still.
const MOST_STILL: u32 = 100;
/// Most documents of one call.
const MOST_DOCUMENTS: u32 = 1000;

impl World {
    pub(crate) fn new_leg(&mut self, kind: Kind, ends: Ends, parent: Option<LegId>) -> LegId {
        let jars = self.jars_of(&ends, parent);
        let sid = self.sids.next("CA");
        let leg = Leg::new(kind, sid, ends, parent, jars);
        self.legs.push(Leg { from_entry: self.transcript.len(), still_since: self.clock.now, ..leg });
        self.legs.len() - 1
    }

    pub(crate) fn push_frame(&mut self, leg: LegId, role: Role) -> u64 {
        // Frames are told apart across legs, so that a timer never finds another one.
        self.frames += 1;
        let mut frame = Frame::new(self.frames, role);
        // What stands in a document below is resolved against that document.
        frame.base = self.legs[leg].top().and_then(|below| below.base.clone());
        self.legs[leg].frames.push(frame);
        self.frames
    }

    pub(crate) fn pop_frame(&mut self, leg: LegId) {
        if let Some(due) = self.legs[leg].frames.pop().and_then(|frame| frame.timer) {
            self.clock.cancel(due);
        }
    }

    /// Drops what runs above a frame.
    pub(crate) fn pop_above(&mut self, leg: LegId, frame: u64) {
        while self.legs[leg].top().is_some_and(|top| top.id != frame) {
            self.pop_frame(leg);
        }
    }

    pub(crate) fn set_timer(&mut self, leg: LegId, frame: u64, after: std::time::Duration, class: Class) {
        self.stop_timer(leg, frame);
        let due = self.clock.schedule(after, class, Due::Frame { leg, frame });
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.timer = Some(due);
        }
    }

    pub(crate) fn stop_timer(&mut self, leg: LegId, frame: u64) {
        if let Some(due) = self.legs[leg].frame_mut(frame).and_then(|frame| frame.timer.take()) {
            self.clock.cancel(due);
        }
    }

    /// The address that a document means.
    pub(crate) fn resolve(&self, leg: LegId, frame: u64, target: &str) -> Result<Url, String> {
        let base = self.legs[leg].frame(frame).and_then(|frame| frame.base.as_ref());
        let target = target.trim();
        match base {
            Some(base) if target.is_empty() => Ok(base.clone()),
            Some(base) => base.join(target).map_err(|error| format!("`{target}` is no address: {error}")),
            None => Url::parse(target)
                .map_err(|_| format!("`{target}` is not absolute, and the document came from no address")),
        }
    }

    /// Asks for the document that a frame goes on with; of somebody who is gone, for one that nobody hears.
    pub(crate) fn ask_document(
        &mut self,
        leg: LegId,
        frame: u64,
        said: impl Into<Said>,
        target: &str,
        method: Method,
        cause: &str,
    ) {
        let gone = self.legs[leg].gone;
        let exchange = self.legs[leg].frame(frame).and_then(|frame| frame.exchange);
        let resolved = self.resolve(leg, frame, target);
        if !gone {
            self.stop_timer(leg, frame);
            if let Some(frame) = self.legs[leg].frame_mut(frame) {
                frame.doing = Doing::Asking;
            }
            if self.is_a_loop(leg) {
                return;
            }
        }
        let url = match resolved {
            Ok(url) => url,
            Err(words) => {
                self.lapse(Some(leg), Lapse::FailedRequest, format!("error 11100: {words}"), None);
                if !gone {
                    self.document_is_lost(leg, frame);
                }
                return;
            }
        };
        let purpose = if gone { Purpose::Unheard } else { Purpose::Document { leg, frame } };
        let mut ask = self.ask_of(said, url, method, purpose);
        ask.from = exchange;
        cause.clone_into(&mut ask.cause);
        self.send(leg, ask);
    }

    /// Counts documents; ends a call that goes round in circles.
    fn is_a_loop(&mut self, leg: LegId) -> bool {
        let now = self.clock.now;
        let counted = &mut self.legs[leg];
        counted.documents += 1;
        if counted.still_since == now {
            counted.still += 1;
        } else {
            (counted.still, counted.still_since) = (1, now);
        }
        let (still, documents) = (counted.still, counted.documents);
        if still > MOST_STILL || documents > MOST_DOCUMENTS {
            let message = if still > MOST_STILL {
                format!("{MOST_STILL} documents were asked for while the clock stood still")
            } else {
                format!("the call has asked for {MOST_DOCUMENTS} documents")
            };
            self.lapse(Some(leg), Lapse::RedirectLoop, message, None);
            self.leave(leg, &CallStatus::Completed);
            return true;
        }
        false
    }

    /// Runs the top document from its next verb on.
    pub(crate) fn proceed(&mut self, leg: LegId) {
        loop {
            if self.legs[leg].gone {
                return;
            }
            let Some(frame) = self.legs[leg].frames.last_mut() else { return };
            let (id, index) = (frame.id, frame.next);
            let Some(document) = frame.document.clone() else { return };
            frame.doing = Doing::Nothing;
            self.stop_timer(leg, id);
            let Some(element) = document.root.elements().nth(index) else { return self.document_ended(leg, id) };
            if let Some(frame) = self.legs[leg].frame_mut(id) {
                frame.next += 1;
            }
            if matches!(self.begin(leg, id, &document, element), Next::Waits) {
                return;
            }
        }
    }

    fn document_ended(&mut self, leg: LegId, frame: u64) {
        let Some(role) = self.legs[leg].frame(frame).map(|frame| frame.role) else { return };
        match role {
            Role::Main => {
                if self.legs[leg].answered.is_none() {
                    self.answer(leg);
                }
                self.leave(leg, &CallStatus::Completed);
            }
            Role::Whisper => self.whisper_ended(leg),
            Role::QueueWait => self.ask_wait_document(leg, frame),
            Role::ConferenceWait => {
                if let Some(frame) = self.legs[leg].frame_mut(frame) {
                    frame.doing = Doing::Done;
                }
            }
            Role::BeforeJoining => self.before_joining_ended(leg),
        }
    }

    /// The call is answered.
    pub(crate) fn answer(&mut self, leg: LegId) {
        if self.legs[leg].answered.is_some() {
            return;
        }
        self.legs[leg].answered = Some(self.clock.now);
        self.legs[leg].status = CallStatus::InProgress;
        self.tell(leg, Event::Answers);
        let longest = self.settings.durations.longest_call;
        let due = self.clock.schedule(longest, Class::Timer, Due::Longest(leg));
        self.legs[leg].plan.push(due);
    }

    pub(crate) fn call_is_too_long(&mut self, leg: LegId) {
        self.leave(leg, &CallStatus::Completed);
    }

    /// Somebody hangs up.
    pub(crate) fn hang_up(&mut self, leg: LegId) {
        if self.legs[leg].is_over() {
            return;
        }
        self.tell(leg, Event::HangsUp);
        let answered = self.legs[leg].answered.is_some();
        self.leave(leg, if answered { &CallStatus::Completed } else { &CallStatus::NoAnswer });
    }

    /// A leg ends: what it was doing reports, and whoever it was joined with is told.
    pub(crate) fn leave(&mut self, leg: LegId, status: &CallStatus) {
        if !self.legs[leg].gone {
            self.depart(leg, status);
            self.other_side_left(leg);
        }
    }

    /// A leg ends, and what it was doing reports; whoever called it knows already.
    pub(crate) fn depart(&mut self, leg: LegId, status: &CallStatus) {
        if self.legs[leg].gone {
            return;
        }
        self.legs[leg].gone = true;
        self.legs[leg].status = status.clone();
        let frames: Vec<u64> = self.legs[leg].frames.iter().map(|frame| frame.id).collect();
        for frame in frames {
            self.verb_is_cut(leg, frame);
        }
        self.end(leg, status);
    }

    /// Writes the end of a leg down, and reports it.
    pub(crate) fn end(&mut self, leg: LegId, status: &CallStatus) {
        if self.legs[leg].is_over() {
            return;
        }
        self.legs[leg].gone = true;
        self.legs[leg].status = status.clone();
        self.legs[leg].ended = Some(self.clock.now);
        while !self.legs[leg].frames.is_empty() {
            self.pop_frame(leg);
        }
        for due in std::mem::take(&mut self.legs[leg].plan) {
            self.clock.cancel(due);
        }
        self.stop_all_beside(leg);
        self.report_kept_keys(leg);
        self.tell(leg, Event::Ended(status.to_string()));
        self.report_end(leg);
    }

    /// The address of the application, by a path or in full.
    pub(crate) fn hook(&self, target: &str, method: &Method) -> Option<Hook> {
        Some(Hook { url: self.settings.public_url.join(target).ok()?, method: method.clone() })
    }

    /// Somebody calls the application.
    pub(crate) fn incoming(&mut self, from: &str, target: &str) -> Result<LegId, String> {
        let url =
            self.settings.public_url.join(target).map_err(|error| format!("`{target}` is no address: {error}"))?;
        let ends = Ends { from: from.to_owned(), to: self.settings.number.clone(), direction: Direction::Inbound };
        let leg = self.new_leg(Kind::First, ends, None);
        if !self.settings.behaviour.rings_first {
            self.legs[leg].status = CallStatus::InProgress;
        }
        let method = self.settings.voice_method.clone();
        self.legs[leg].fallback = self.settings.fallback_url.clone().and_then(|url| self.hook(&url, &method));
        let to = self.legs[leg].to.clone();
        self.tell(leg, Event::Calls(to));
        self.begin_call(leg, url, method);
        Ok(leg)
    }

    /// Asks for the first document of a call.
    pub(crate) fn begin_call(&mut self, leg: LegId, url: Url, method: Method) {
        let frame = self.push_frame(leg, Role::Main);
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.base = Some(url);
        }
        let call = self.call(leg);
        self.ask_document(leg, frame, &call, "", method, "");
    }

    pub(crate) fn document_is_lost(&mut self, leg: LegId, frame: u64) {
        if let Some(role) = self.legs[leg].frame(frame).map(|frame| frame.role) {
            self.sub_document_failed(leg, role);
        }
    }
}
