//! Requests that report how a call gets on.

use std::time::Duration;

use http::Method;
use twiml_core::webhook::{
    CallProgressCallback, CallStatus, CallStatusCallback, CallbackSource, ConversationStatus,
    ConversationStatusCallback,
};

use super::ask::Said;
use super::clock::Class;
use super::leg::{Hook, Kind};
use super::standard::blank;
use super::{Ask, Due, LegId, Purpose, World};

/// A step of a call that is reported.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stage {
    Initiated,
    Ringing,
    Answered,
    Completed,
}

impl Stage {
    /// As `statusCallbackEvent` names it.
    const fn event(self) -> &'static str {
        match self {
            Self::Initiated => "initiated",
            Self::Ringing => "ringing",
            Self::Answered => "answered",
            Self::Completed => "completed",
        }
    }

    /// As a `<Conversation>` names and reports it.
    const fn of_conversation(self) -> (ConversationStatus, &'static str) {
        match self {
            Self::Initiated => (ConversationStatus::CallInitiated, "call-initiated"),
            Self::Ringing => (ConversationStatus::CallRinging, "call-ringing"),
            Self::Answered => (ConversationStatus::CallAnswered, "call-answered"),
            Self::Completed => (ConversationStatus::CallCompleted, "call-completed"),
        }
    }
}

/// Whole seconds.
pub(crate) fn seconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_secs()).unwrap_or(i64::MAX)
}

impl World {
    /// How long a leg has lasted since it was answered.
    pub(crate) fn duration(&self, leg: LegId) -> i64 {
        let leg = &self.legs[leg];
        let end = leg.ended.unwrap_or(self.clock.now);
        leg.answered.map_or(0, |answered| seconds(end.saturating_sub(answered)))
    }

    /// Reports a step, if somebody wants to know.
    pub(crate) fn progress(&mut self, leg: LegId, stage: Stage) {
        if self.legs[leg].kind == Kind::Worker {
            return self.conversation_progress(leg, stage);
        }
        let Some((hook, sequence)) = self.next_in_sequence(leg, stage.event(), 0) else { return };
        let mut report: CallProgressCallback = blank();
        report.call = self.call(leg);
        if stage == Stage::Initiated {
            report.call.call_status = CallStatus::Initiated;
        }
        report.call_duration = (stage == Stage::Completed).then(|| self.duration(leg));
        report.timestamp = self.rfc2822();
        report.callback_source = CallbackSource::CallProgressEvents;
        report.sequence_number = sequence;
        let ask = self.ask_of(&report, hook.url, hook.method, Purpose::Report);
        if stage == Stage::Completed && !self.settings.behaviour.completed_comes_first {
            // What the end of the leg makes necessary at this instant goes out first.
            let ask = Ask { leg: Some(leg), jar: Some(self.legs[leg].jars.reports), ..ask };
            self.clock.schedule(Duration::ZERO, Class::Report, Due::Request(Box::new(ask)));
            return;
        }
        self.report(Some(leg), ask);
    }

    fn conversation_progress(&mut self, leg: LegId, stage: Stage) {
        let (status, event) = stage.of_conversation();
        let Some((hook, sequence)) = self.next_in_sequence(leg, event, 1) else { return };
        let mut report: ConversationStatusCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.conversation_sid = self.conversation_sid(leg);
        report.dial_call_sid.clone_from(&self.legs[leg].sid);
        report.worker_initiated = false;
        report.status = status;
        report.sequence_number = sequence;
        report.timestamp = self.rfc2822();
        report.callback_source = CallbackSource::VoiceConversationService;
        let ask = self.ask_of(&report, hook.url, hook.method, Purpose::Report);
        self.report(self.legs[leg].parent, ask);
    }

    /// Where an event is reported, and as which one.
    fn next_in_sequence(&mut self, leg: LegId, event: &str, first: i64) -> Option<(Hook, i64)> {
        let progress = self.legs[leg].progress.as_mut()?;
        if !progress.events.iter().any(|wanted| wanted == event) {
            return None;
        }
        let sequence = progress.sequence + first;
        progress.sequence += 1;
        Some((progress.hook.clone(), sequence))
    }

    /// Reports that a call has ended.
    pub(crate) fn report_end(&mut self, leg: LegId) {
        self.progress(leg, Stage::Completed);
        if self.legs[leg].kind != Kind::First || self.legs[leg].direction != twiml_core::webhook::Direction::Inbound {
            return;
        }
        let Some(hook) = self.settings.status_callback.clone().and_then(|url| self.hook(&url, &Method::POST)) else {
            return;
        };
        let mut report: CallStatusCallback = blank();
        report.call = self.call(leg);
        report.call_duration = Some(self.duration(leg));
        let ask = self.ask_of(&report, hook.url, hook.method, Purpose::Report);
        self.report(Some(leg), ask);
    }

    /// Reports a recording; of somebody who is gone, after the end of the call.
    pub(crate) fn report_recording(&mut self, leg: LegId, hook: Hook, report: impl Into<Said>, after: Duration) {
        let mut ask = self.ask_of(report, hook.url, hook.method, Purpose::Report);
        ask.leg = Some(leg);
        ask.jar = Some(self.legs[leg].jars.reports);
        self.clock.schedule(after, Class::Report, Due::Request(Box::new(ask)));
    }
}
