//! Those who are called: their legs, and what they do by their plans.

use std::time::Duration;

use twiml_core::vocabulary::Dialect;
use twiml_core::webhook::{CallStatus, Direction};

use super::clock::Class;
use super::leg::{Doing, Ends, Hook, Item, Kind, Playing, Progress, Role};
use super::progress::Stage;
use super::verbs::dial::{Outcome, Stage as DialStage};
use super::{Due, LegId, World};
use crate::party::{AnsweredBy, Plan};
use crate::transcript::{Event, Heard};
use twiml_core::webhook::DialCallStatus;

/// Somebody to be called.
#[derive(Clone, Debug)]
pub(crate) struct Party {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) whisper: Option<Hook>,
    pub(crate) progress: Option<Progress>,
    pub(crate) send_digits: Option<String>,
    /// Whether it is found out who answers.
    pub(crate) detects: bool,
    /// Where that is reported, instead of in the next request.
    pub(crate) detection: Option<Hook>,
}

impl Party {
    pub(crate) const fn plain(from: String, to: String) -> Self {
        Self { from, to, whisper: None, progress: None, send_digits: None, detects: false, detection: None }
    }
}

/// What a called party does next.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Does {
    Answers(AnsweredBy),
    IsBusy,
    Fails,
    Declines,
    HangsUp,
    Presses(char),
}

impl World {
    /// Calls a party. The leg rings at once, or as its plan says.
    pub(crate) fn call_party(&mut self, parent: LegId, party: Party) -> LegId {
        let ends = Ends { from: party.from, to: party.to, direction: Direction::OutboundDial };
        let child = self.new_leg(Kind::Dialled, ends, Some(parent));
        self.legs[child].whisper = party.whisper;
        self.legs[child].progress = party.progress;
        self.legs[child].send_digits = party.send_digits;
        self.legs[child].detects = party.detects;
        self.legs[child].detection = party.detection;
        let to = self.legs[child].to.clone();
        self.tell(parent, Event::Calls(to));
        self.ring(child);
        child
    }

    /// Lets a leg ring, and plans what follows.
    pub(crate) fn ring(&mut self, leg: LegId) {
        self.progress(leg, Stage::Initiated);
        let unknown = if self.manual { Plan::Rings } else { Plan::ANSWERS };
        let plan = self.plans.get(&self.legs[leg].to).cloned().unwrap_or(unknown);
        let ringing = self.settings.durations.ringing;
        let (after, does) = match plan {
            Plan::Busy => (Duration::ZERO, Some(Does::IsBusy)),
            Plan::Fails => (Duration::ZERO, Some(Does::Fails)),
            Plan::Declines => (ringing, Some(Does::Declines)),
            Plan::NeverAnswers | Plan::Rings => (Duration::ZERO, None),
            Plan::Answers { after, by, .. } => (after.unwrap_or(ringing), Some(Does::Answers(by))),
        };
        if !matches!(does, Some(Does::IsBusy | Does::Fails)) {
            self.legs[leg].rings = true;
            self.tell(leg, Event::Rings);
            self.progress(leg, Stage::Ringing);
        }
        if let Some(does) = does {
            self.plan_for(leg, after, does);
        }
    }

    pub(crate) fn plan_for(&mut self, leg: LegId, after: Duration, does: Does) {
        let due = self.clock.schedule(after, Class::Input, Due::Party { leg, does });
        self.legs[leg].plan.push(due);
    }

    pub(crate) fn party_does(&mut self, leg: LegId, does: &Does) {
        if self.legs[leg].is_over() {
            return;
        }
        match does {
            Does::Answers(who) => self.party_answers(leg, *who),
            Does::IsBusy => self.party_fails(leg, &CallStatus::Busy),
            Does::Fails => self.party_fails(leg, &CallStatus::Failed),
            Does::Declines => {
                let busy = self.settings.behaviour.declined_is_busy;
                self.party_fails(leg, if busy { &CallStatus::Busy } else { &CallStatus::NoAnswer });
            }
            Does::HangsUp => self.hang_up(leg),
            Does::Presses(key) => self.press(leg, *key),
        }
    }

    /// A party that rings does not answer.
    pub(crate) fn party_fails(&mut self, leg: LegId, status: &CallStatus) {
        if self.legs[leg].answered.is_some() {
            return;
        }
        self.end(leg, status);
        match (self.legs[leg].kind, self.legs[leg].parent) {
            (Kind::Dialled, Some(parent)) => self.party_ended(parent, leg, status),
            (Kind::Worker, Some(parent)) => self.worker_ended(parent, leg, status),
            _ => {}
        }
    }

    /// A party answers.
    pub(crate) fn party_answers(&mut self, leg: LegId, who: AnsweredBy) {
        if self.legs[leg].answered.is_some() || self.legs[leg].is_over() {
            return;
        }
        for due in std::mem::take(&mut self.legs[leg].plan) {
            self.clock.cancel(due);
        }
        self.answer(leg);
        let plan = self.plans.get(&self.legs[leg].to).cloned();
        if let Some(Plan::Answers { talks, keys, .. }) = plan {
            for (after, key) in keys {
                self.plan_for(leg, after, Does::Presses(key));
            }
            if let Some(talks) = talks {
                self.plan_for(leg, talks, Does::HangsUp);
            }
        }
        if self.legs[leg].detects {
            self.detect(leg, who);
        }
        self.progress(leg, Stage::Answered);
        match (self.legs[leg].kind, self.legs[leg].parent) {
            (Kind::Worker, Some(parent)) => self.worker_answered(parent, leg),
            (Kind::Dialled, Some(parent)) => self.child_answered(parent, leg),
            _ => self.api_call_answered(leg),
        }
    }

    fn detect(&mut self, leg: LegId, who: AnsweredBy) {
        match self.legs[leg].detection.clone() {
            Some(hook) => self.report_detection(leg, hook, who),
            None => self.legs[leg].answered_by = Some(who),
        }
    }

    fn child_answered(&mut self, parent: LegId, child: LegId) {
        let Some((frame, _)) = self.dialling(parent) else { return };
        self.stop_timer(parent, frame);
        let Some(dial) = self.dial(parent, frame) else { return };
        dial.stage = DialStage::Screening(child);
        dial.later.clear();
        let losers: Vec<_> =
            std::mem::take(&mut dial.ringing).into_iter().filter(|ringing| *ringing != child).collect();
        for loser in losers {
            self.end(loser, &CallStatus::Canceled);
        }
        self.push_frame(child, Role::Whisper);
        self.before_the_talk(child);
    }

    /// What a called party hears next before it is joined: tones, the whisper; then the two talk.
    fn before_the_talk(&mut self, child: LegId) {
        let Some(frame) = self.legs[child].top().map(|frame| frame.id) else { return };
        let tones_are_next = self.settings.behaviour.tones_come_first || self.legs[child].whisper.is_none();
        if tones_are_next && let Some(digits) = self.legs[child].send_digits.take() {
            return self.send_tones(child, frame, digits);
        }
        match self.legs[child].whisper.take() {
            Some(hook) => self.whisper(child, frame, hook),
            None => self.join_child(child),
        }
    }

    /// Tones that a called party hears as soon as it answers.
    fn send_tones(&mut self, child: LegId, frame: u64, digits: String) {
        let length = self.tones(&digits);
        let item = Item { heard: Heard::Tones(digits), length };
        self.hears(child, item.heard.clone());
        if let Ok(document) = self.document(super::verbs::EMPTY, Dialect::Voice)
            && let Some(found) = self.legs[child].frame_mut(frame)
        {
            found.document = Some(document);
            found.doing = Doing::Playing(Playing { items: vec![item], index: 0 });
        }
        self.set_timer(child, frame, length, Class::Audio);
    }

    /// Asks what a called party hears before it is joined.
    fn whisper(&mut self, child: LegId, frame: u64, hook: Hook) {
        if let Some(found) = self.legs[child].frame_mut(frame) {
            found.base = Some(hook.url);
        }
        let call = self.call(child);
        self.ask_document(child, frame, &call, "", hook.method, "answered");
    }

    /// A document on the leg of a called party is over.
    pub(crate) fn whisper_ended(&mut self, child: LegId) {
        self.before_the_talk(child);
    }

    fn join_child(&mut self, child: LegId) {
        while self.legs[child].top().is_some() {
            self.pop_frame(child);
        }
        if let Some(parent) = self.legs[child].parent {
            self.join(parent, child);
        }
    }

    /// `<Hangup>` in a whisper: the called party does not want the call.
    pub(crate) fn whisper_refused(&mut self, child: LegId) {
        self.leave(child, &CallStatus::Completed);
    }

    pub(crate) fn whisper_failed(&mut self, child: LegId) {
        if self.settings.behaviour.failed_whisper_joins { self.join_child(child) } else { self.whisper_refused(child) }
    }

    /// A party that had answered is gone before it was joined.
    pub(crate) fn screened_out(&mut self, parent: LegId, child: LegId) {
        let Some((frame, _)) = self.dialling(parent) else { return };
        let status = self.settings.behaviour.screened_out.clone();
        let duration = (status == DialCallStatus::Completed).then(|| self.duration(child));
        self.dial_ended(parent, frame, Outcome { duration, ..Outcome::of(status, Some(child)) });
    }
}
