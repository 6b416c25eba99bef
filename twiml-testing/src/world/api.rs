//! What the REST API does to the world.

use http::Method;
use twiml_core::vocabulary::Dialect;
use twiml_core::webhook::{AmdStatusCallback, CallStatus, DialCallStatus, Direction, QueueResult};
use url::Url;

use super::clock::Class;
use super::leg::{Doing, Ends, Hook, Kind, Progress, Role};
use super::verbs::dial::{Outcome, Stage};
use super::verbs::{kind, method};
use super::{Due, LegId, Purpose, World};
use crate::answer::Element;
use crate::names::voice;
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
        let stray = self.next_redirect(leg).filter(|_| self.settings.behaviour.moved_document_redirects);
        self.drop_verbs(leg);
        while !self.legs[leg].frames.is_empty() {
            self.pop_frame(leg);
        }
        self.go_to(leg, target);
        if let Some((url, method, from)) = stray {
            self.ask_in_vain(leg, url, method, from);
        }
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
        if self.drop_dial(leg) {
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

    /// A `<Dial>` ends whose caller is moved. Whether there was one.
    fn drop_dial(&mut self, leg: LegId) -> bool {
        let dialled = self.dialling(leg).map(|(frame, dial)| (frame, dial.stage.clone(), dial.ringing.clone()));
        let Some((frame, stage, ringing)) = dialled else { return false };
        let outcome = self.drop_parties(leg, &stage, &ringing);
        if self.settings.behaviour.moved_dial_is_reported {
            self.ignoring_the_answer(leg, |world| world.dial_ended(leg, frame, outcome));
        } else {
            self.dial_recorded(leg, frame, &outcome);
        }
        true
    }

    /// Whoever a `<Dial>` has called or joined is let go. How it ends by that.
    fn drop_parties(&mut self, leg: LegId, stage: &Stage, ringing: &[LegId]) -> Outcome {
        match *stage {
            Stage::Talking(other) => {
                let outcome = Outcome { duration: None, ..self.talk_ended(leg, other) };
                (self.legs[leg].talking, self.legs[other].talking) = (None, None);
                if self.legs[other].parent == Some(leg) {
                    self.end(other, &CallStatus::Completed);
                } else {
                    self.queued_talk_ended(other);
                }
                outcome
            }
            Stage::Conference(conference) => {
                self.leave_conference(leg, conference, false);
                Outcome { bridged: None, ..Outcome::of(DialCallStatus::Answered, None) }
            }
            Stage::Queue(queue) => {
                self.stop_waiting_for_queue(leg, queue);
                Outcome::of(DialCallStatus::Canceled, None)
            }
            Stage::Taking(other) => {
                self.taker_left(other);
                Outcome::of(DialCallStatus::Canceled, Some(other))
            }
            Stage::Ringing => {
                for child in ringing {
                    self.depart(*child, &CallStatus::Canceled);
                }
                Outcome::of(DialCallStatus::Canceled, ringing.last().copied())
            }
            Stage::Screening(child) => {
                self.depart(child, &CallStatus::Completed);
                Outcome::of(DialCallStatus::Completed, Some(child))
            }
        }
    }

    /// The address of a `<Redirect>` that would have run next, were the call not moved.
    fn next_redirect(&self, leg: LegId) -> Option<(Url, Method, Option<usize>)> {
        let frame = self.legs[leg].frames.first().filter(|frame| !matches!(frame.doing, Doing::Asking))?;
        let verb = frame.verb()?;
        let next = match frame.doing {
            Doing::Redirecting => verb.element(),
            _ if verb.element().is_some_and(falls_through) => verb.document.root.elements().nth(frame.next),
            _ => None,
        };
        let next = next.filter(|next| next.id() == kind::REDIRECT)?;
        let url = self.resolve(leg, frame.id, &next.raw_text()).ok()?;
        Some((url, method(next, &voice::Redirect::method), frame.exchange))
    }

    /// Asks for a document that nobody waits for any more.
    fn ask_in_vain(&mut self, leg: LegId, url: Url, method: Method, from: Option<usize>) {
        let call = self.call(leg);
        let mut ask = self.ask_of(&call, url, method, Purpose::Unheard);
        ask.from = from;
        ask.cause = String::from("redirect");
        self.send(leg, ask);
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
        let ask = self.ask_of(&report, hook.url, hook.method, Purpose::Report);
        self.report(Some(leg), ask);
    }
}

/// Whether the verb behind one may run: not where an action takes over whatever happens.
fn falls_through(verb: &Element) -> bool {
    let action = match verb.id() {
        kind::RECORD | kind::PAY => return false,
        kind::DIAL => voice::Dial::action,
        kind::ENQUEUE => voice::Enqueue::action,
        kind::CONNECT => voice::Connect::action,
        kind::REFER => voice::Refer::action,
        // A `<Gather>` goes on where nothing is pressed, the others in any case.
        _ => return true,
    };
    verb.written(&action).is_none()
}
