//! What the REST API does to the world.

use http::Method;
use twiml_core::vocabulary::Dialect;
use twiml_core::webhook::{AmdStatusCallback, CallStatus, DialCallStatus, Direction, QueueResult};
use url::Url;

use super::clock::Class;
use super::leg::{Ends, Hook, Kind, Progress, Role};
use super::verbs::dial::{Outcome, Stage};
use super::{Due, LegId, World};
use crate::party::AnsweredBy;
use crate::strictness::Lapse;
use crate::transcript::Event;

/// What a call goes on with.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    Url(Url, Method),
    Twiml(String),
}

/// A call that the API is to make.
#[derive(Clone, Debug)]
pub(crate) struct NewCall {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) target: Target,
    pub(crate) fallback: Option<Hook>,
    pub(crate) progress: Option<Progress>,
    pub(crate) detects: bool,
    pub(crate) detection: Option<Hook>,
}

impl World {
    /// Makes a call. It rings as soon as the world goes on.
    pub(crate) fn api_calls(&mut self, call: NewCall) -> LegId {
        let ends = Ends { from: call.from, to: call.to, direction: Direction::OutboundApi };
        let leg = self.new_leg(Kind::First, ends, None);
        let made = &mut self.legs[leg];
        made.status = CallStatus::Queued;
        made.fallback = call.fallback;
        made.progress = call.progress;
        made.detects = call.detects;
        made.detection = call.detection;
        made.target = Some(call.target);
        let due = self.clock.schedule(std::time::Duration::ZERO, Class::Timer, Due::Dial(leg));
        self.legs[leg].plan.push(due);
        leg
    }

    pub(crate) fn api_call_rings(&mut self, leg: LegId) {
        if self.legs[leg].is_over() {
            return;
        }
        self.legs[leg].status = CallStatus::Ringing;
        let to = self.legs[leg].to.clone();
        self.tell_of("API", Event::Calls(to));
        self.ring(leg);
    }

    pub(crate) fn api_call_answered(&mut self, leg: LegId) {
        if let Some(target) = self.legs[leg].target.take() {
            self.go_to(leg, target);
        }
    }

    /// Gives a leg another document.
    fn go_to(&mut self, leg: LegId, target: Target) {
        match target {
            Target::Url(url, method) => self.begin_call(leg, url, method),
            Target::Twiml(source) => {
                let frame = self.push_frame(leg, Role::Main);
                match self.document(&source, Dialect::Voice) {
                    Ok(document) => {
                        self.judge(Some(leg), "the REST API", &document);
                        if let Some(frame) = self.legs[leg].frame_mut(frame) {
                            frame.document = Some(document);
                            frame.base = None;
                        }
                        self.proceed(leg);
                    }
                    Err(words) => {
                        let message = format!("the document of the REST API failed with error 12100: {words}");
                        self.lapse(Some(leg), Lapse::FailedRequest, message, None);
                        self.document_is_lost(leg, frame);
                    }
                }
            }
        }
    }

    /// Moves a live call to another document.
    pub(crate) fn api_moves(&mut self, leg: LegId, target: Target) {
        if self.legs[leg].is_over() {
            return;
        }
        if self.legs[leg].answered.is_none() {
            self.legs[leg].target = Some(target);
            return;
        }
        self.tell(leg, Event::Session(String::from("the API moves the call")));
        self.drop_verbs(leg);
        while !self.legs[leg].frames.is_empty() {
            self.pop_frame(leg);
        }
        self.go_to(leg, target);
    }

    /// What runs on a leg ends without a way on of its own.
    fn drop_verbs(&mut self, leg: LegId) {
        if let Some((frame, queued)) = self.queued(leg).map(|(frame, queued)| (frame, queued.queue)) {
            let bridged = self.legs[leg].talking.take();
            let result = if bridged.is_some() { QueueResult::RedirectedFromBridged } else { QueueResult::Redirected };
            self.pop_above(leg, frame);
            self.leave_row_of(leg, queued);
            self.ignoring_the_answer(leg, |world| world.left_queue(leg, frame, result));
            if let Some(other) = bridged {
                self.queued_side_left(other, leg);
            }
            return;
        }
        let dialled = self.dialling(leg).map(|(frame, dial)| (frame, dial.stage.clone(), dial.ringing.clone()));
        if let Some((frame, stage, ringing)) = dialled {
            match stage {
                Stage::Talking(other) => {
                    let outcome = Outcome { duration: None, ..self.talk_ended(leg, other) };
                    (self.legs[leg].talking, self.legs[other].talking) = (None, None);
                    if self.legs[other].parent == Some(leg) {
                        self.end(other, &CallStatus::Completed);
                    } else {
                        self.queued_talk_ended(other);
                    }
                    self.ignoring_the_answer(leg, |world| world.dial_ended(leg, frame, outcome));
                }
                Stage::Conference(conference) => self.leave_conference(leg, conference, false),
                Stage::Queue(queue) => self.stop_waiting_for_queue(leg, queue),
                Stage::Taking(other) => self.taker_left(other),
                Stage::Ringing | Stage::Screening(_) => {
                    let children: Vec<_> = if let Stage::Screening(child) = stage { vec![child] } else { ringing };
                    for child in &children {
                        let answered = self.legs[*child].answered.is_some();
                        self.depart(*child, if answered { &CallStatus::Completed } else { &CallStatus::Canceled });
                    }
                    let outcome = Outcome::of(DialCallStatus::Canceled, children.last().copied());
                    self.ignoring_the_answer(leg, |world| world.dial_ended(leg, frame, outcome));
                }
            }
            return;
        }
        if self.drop_session(leg) {
            return;
        }
        // A called party that is moved: whoever called it goes on.
        if let Some(other) = self.legs[leg].talking.take() {
            self.moved_away(other, leg);
        }
    }

    /// The party that `leg` talked with was moved to another document.
    fn moved_away(&mut self, leg: LegId, other: LegId) {
        self.legs[leg].talking = None;
        let Some((frame, _)) = self.dialling(leg) else { return };
        let outcome = Outcome { bridged: Some(true), ..Outcome::of(DialCallStatus::Completed, Some(other)) };
        self.dial_ended(leg, frame, outcome);
    }

    /// An action that is asked, though the call goes on elsewhere.
    fn ignoring_the_answer(&mut self, leg: LegId, act: impl FnOnce(&mut Self)) {
        // Whoever is gone is told nothing, and their requests are made.
        self.legs[leg].gone = true;
        act(self);
        self.legs[leg].gone = false;
    }

    /// Ends a call, whatever it does.
    pub(crate) fn api_ends(&mut self, leg: LegId, canceled: bool) {
        if self.legs[leg].is_over() {
            return;
        }
        if self.legs[leg].status == CallStatus::Queued {
            // Nothing has been reported of it, and nothing will be.
            self.legs[leg].progress = None;
        }
        match (self.legs[leg].answered.is_some(), canceled) {
            (false, _) if self.legs[leg].direction != Direction::Inbound => {
                self.party_fails(leg, &CallStatus::Canceled);
            }
            (_, false) => self.leave(leg, &CallStatus::Completed),
            (_, true) => {}
        }
    }

    pub(crate) fn report_detection(&mut self, leg: LegId, hook: Hook, who: AnsweredBy) {
        let mut report: AmdStatusCallback = super::standard::blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.call_sid.clone_from(&self.legs[leg].sid);
        report.answered_by = who.as_str().into();
        report.machine_detection_duration = Some(0);
        let ask = self.ask_of(&report, hook.url, hook.method, super::Purpose::Report);
        self.report(Some(leg), ask);
    }
}
