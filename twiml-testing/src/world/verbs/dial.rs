//! `<Dial>`: parties are called, and joined with the caller.

use std::collections::VecDeque;
use std::time::Duration;

use crate::names::voice;
use twiml_core::webhook::{
    CallStatus, DialAction, DialCallStatus, RecordingSource, RecordingStatus, RecordingStatusCallback,
};

use super::{Next, kind, method};
use crate::answer::Element;
use crate::strictness::Lapse;
use crate::transcript::Heard;
use crate::world::leg::{Doing, Hook};
use crate::world::parties::Party;
use crate::world::progress::seconds;
use crate::world::standard::blank;
use crate::world::{LegId, World};

/// Most parties that one `<Dial>` calls.
const MOST_PARTIES: usize = 10;
/// What `timeout` can be.
const SHORTEST_RINGING: Duration = Duration::from_secs(5);
const LONGEST_RINGING: Duration = Duration::from_secs(600);

/// How far a `<Dial>` is.
#[derive(Debug)]
pub(crate) struct Dial {
    /// Those who are called later.
    pub(crate) later: VecDeque<Party>,
    pub(crate) ringing: Vec<LegId>,
    pub(crate) stage: Stage,
    /// How those ended who have been called, the last one last.
    pub(crate) ended: Vec<(LegId, DialCallStatus)>,
    pub(crate) recording: Option<String>,
    /// When the first was called.
    since: Duration,
}

/// What a `<Dial>` waits for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Stage {
    /// Somebody to answer.
    Ringing,
    /// A party that has answered and is not joined yet.
    Screening(LegId),
    /// The end of a talk.
    Talking(LegId),
    /// The end of a conference.
    Conference(usize),
    /// Somebody to come into a queue.
    Queue(usize),
    /// The document that a caller hears who was taken from a queue.
    Taking(LegId),
}

impl Stage {
    /// What is going on, for a message.
    pub(crate) const fn words(&self) -> &'static str {
        match self {
            Self::Ringing => "rings at the other end",
            Self::Screening(_) => "waits for the other party to be asked",
            Self::Talking(_) => "has joined two who talk",
            Self::Conference(_) => "is in a conference",
            Self::Queue(_) => "waits for somebody to come into the queue",
            Self::Taking(_) => "waits for the one who was taken from the queue",
        }
    }
}

/// How a `<Dial>` ended.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) status: DialCallStatus,
    pub(crate) child: Option<LegId>,
    pub(crate) bridged: Option<bool>,
    pub(crate) duration: Option<i64>,
    /// Queue, time in it, and who dialled it.
    pub(crate) queue: Option<(String, i64, String)>,
}

impl Outcome {
    pub(crate) const fn of(status: DialCallStatus, child: Option<LegId>) -> Self {
        Self { status, child, bridged: Some(false), duration: None, queue: None }
    }
}

impl World {
    pub(crate) fn begin_dial(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let noun = |id: &str| element.elements().find(|noun| noun.id() == id);
        self.set_dial(leg, frame, Stage::Ringing);
        if let Some(conference) = noun(kind::CONFERENCE) {
            self.enter_conference(leg, frame, conference);
            return Next::Waits;
        }
        if let Some(queue) = noun(kind::QUEUE) {
            self.dial_queue(leg, frame, element, queue);
            return Next::Waits;
        }
        let mut parties = self.parties(leg, frame, element);
        if parties.is_empty() {
            let message = String::from("`<Dial>` names nobody to call (error 13224)");
            self.lapse(Some(leg), Lapse::FailedRequest, message, None);
            self.dial_ended(leg, frame, Outcome::of(DialCallStatus::Failed, None));
            return Next::Waits;
        }
        parties.truncate(MOST_PARTIES);
        self.hears(leg, Heard::Ringing);
        let later = if element.is(&voice::Dial::sequential) { parties.split_off(1) } else { VecDeque::new() };
        if let Some(dial) = self.dial(leg, frame) {
            dial.later = later;
        }
        self.dial_waits(leg, frame, element);
        for party in parties {
            let child = self.call_party(leg, party);
            if let Some(dial) = self.dial(leg, frame) {
                dial.ringing.push(child);
            }
        }
        Next::Waits
    }

    fn set_dial(&mut self, leg: LegId, frame: u64, stage: Stage) {
        let since = self.clock.now;
        let dial =
            Dial { later: VecDeque::new(), ringing: Vec::new(), stage, ended: Vec::new(), recording: None, since };
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Dialling(dial);
        }
    }

    pub(crate) fn dial(&mut self, leg: LegId, frame: u64) -> Option<&mut Dial> {
        match &mut self.legs[leg].frame_mut(frame)?.doing {
            Doing::Dialling(dial) => Some(dial),
            _ => None,
        }
    }

    /// The `<Dial>` that a leg runs, wherever it stands.
    pub(crate) fn dialling(&self, leg: LegId) -> Option<(u64, &Dial)> {
        self.legs[leg].frames.iter().find_map(|frame| match &frame.doing {
            Doing::Dialling(dial) => Some((frame.id, dial)),
            _ => None,
        })
    }

    fn dial_waits(&mut self, leg: LegId, frame: u64, element: &Element) {
        let timeout = element.seconds(&voice::Dial::timeout).unwrap_or(Duration::from_secs(30));
        let timeout = timeout.clamp(SHORTEST_RINGING, LONGEST_RINGING);
        self.wait(leg, frame, timeout + self.settings.durations.dial_grace);
    }

    pub(crate) fn dial_is_due(&mut self, leg: LegId, frame: u64) {
        let Some(dial) = self.dial(leg, frame) else { return };
        match dial.stage.clone() {
            Stage::Ringing => self.nobody_answered(leg, frame),
            Stage::Queue(_) => self.dial_ended(leg, frame, Outcome::of(DialCallStatus::NoAnswer, None)),
            // The time limit: the other side is hung up.
            Stage::Talking(other) => self.leave(other, &CallStatus::Completed),
            Stage::Screening(_) | Stage::Conference(_) | Stage::Taking(_) => {}
        }
    }

    fn nobody_answered(&mut self, leg: LegId, frame: u64) {
        let ringing = self.dial(leg, frame).map(|dial| std::mem::take(&mut dial.ringing)).unwrap_or_default();
        for child in ringing {
            self.end(child, &CallStatus::NoAnswer);
            if let Some(dial) = self.dial(leg, frame) {
                dial.ended.push((child, DialCallStatus::NoAnswer));
            }
        }
        self.next_party(leg, frame);
    }

    /// A party did not answer, for whatever reason.
    pub(crate) fn party_ended(&mut self, parent: LegId, child: LegId, status: &CallStatus) {
        let Some((frame, _)) = self.dialling(parent) else { return };
        let status = match status {
            CallStatus::Busy => DialCallStatus::Busy,
            CallStatus::NoAnswer => DialCallStatus::NoAnswer,
            CallStatus::Canceled => DialCallStatus::Canceled,
            _ => DialCallStatus::Failed,
        };
        let Some(dial) = self.dial(parent, frame) else { return };
        dial.ringing.retain(|ringing| *ringing != child);
        dial.ended.push((child, status));
        if dial.ringing.is_empty() {
            self.next_party(parent, frame);
        }
    }

    fn next_party(&mut self, leg: LegId, frame: u64) {
        let for_each = self.settings.behaviour.timeout_for_each;
        let timed_out = self.legs[leg].frame(frame).is_some_and(|frame| frame.timer.is_none());
        let Some(dial) = self.dial(leg, frame) else { return };
        let next = if timed_out && !for_each { None } else { dial.later.pop_front() };
        if let Some(party) = next {
            if for_each
                && let Some(verb) = self.running(leg, frame)
                && let Some(element) = verb.element()
            {
                self.dial_waits(leg, frame, element);
            }
            let child = self.call_party(leg, party);
            if let Some(dial) = self.dial(leg, frame) {
                dial.ringing.push(child);
            }
            return;
        }
        let last_decides = self.settings.behaviour.last_party_decides;
        let Some(dial) = self.dial(leg, frame) else { return };
        let outcome = combined(&dial.ended, last_decides);
        self.dial_ended(leg, frame, outcome);
    }

    /// A `<Dial>` is over: its action is asked, or the next verb runs.
    pub(crate) fn dial_ended(&mut self, leg: LegId, frame: u64, outcome: Outcome) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        self.stop_timer(leg, frame);
        let recording = self.dial_recorded(leg, frame, &outcome);
        let Some(action) = element.written(&voice::Dial::action) else {
            if !self.legs[leg].gone {
                self.proceed(leg);
            }
            return;
        };
        let cause = outcome.status.to_string();
        let mut request = self.dial_action(leg, outcome);
        request.recording_url = recording.map(|sid| self.recording_url(&sid));
        self.ask_document(leg, frame, &request, action, method(element, &voice::Dial::method), &cause);
    }

    /// What the action of a `<Dial>` is told.
    fn dial_action(&self, leg: LegId, outcome: Outcome) -> DialAction {
        let mut request: DialAction = blank();
        request.call = self.call(leg);
        let unanswered = self.settings.behaviour.unanswered_has_duration.then_some(0);
        request.dial_call_duration = outcome.duration.or_else(|| outcome.bridged.and(unanswered));
        request.dial_call_status = outcome.status;
        request.dial_call_sid = outcome.child.map(|child| self.legs[child].sid.clone());
        request.dial_bridged = outcome.bridged;
        if let Some(called) = outcome.child.map(|called| &self.legs[called]).filter(|leg| leg.to.starts_with("sip:")) {
            request.dial_sip_call_id = Some(format!("{}@sip.twilio.com", called.sid));
            let answered = called.answered.map(|_| SIP_OK);
            request.dial_sip_response_code = Some(answered.unwrap_or_else(|| sip_code(&request.dial_call_status)));
        }
        if let Some((queue, time, dequeuing)) = outcome.queue {
            request.queue_sid = Some(queue);
            request.queue_time = Some(time);
            request.dequeing_call_sid = Some(dequeuing);
        }
        request
    }

    /// Reports what a `<Dial>` has recorded, if it has. The recording.
    pub(crate) fn dial_recorded(&mut self, leg: LegId, frame: u64, outcome: &Outcome) -> Option<String> {
        let verb = self.running(leg, frame)?;
        let element = verb.element()?;
        let dial = self.dial(leg, frame)?;
        let (sid, since) = (dial.recording.take()?, dial.since);
        let rings = element.value(&voice::Dial::record).is_some_and(|record| record.contains("ringing"));
        let length = if rings { self.talked(since) } else { outcome.duration.unwrap_or_default() };
        self.report_dial_recording(leg, frame, element, &sid, length);
        Some(sid)
    }

    fn report_dial_recording(&mut self, leg: LegId, frame: u64, element: &Element, sid: &str, length: i64) {
        if !element.lists(&voice::Dial::recordingStatusCallbackEvent, RecordingStatus::Completed.as_ref()) {
            return;
        }
        let Some(target) = element.written(&voice::Dial::recordingStatusCallback) else { return };
        let Ok(url) = self.resolve(leg, frame, target) else { return };
        let hook = Hook { url, method: method(element, &voice::Dial::recordingStatusCallbackMethod) };
        let dual = element.value(&voice::Dial::record).is_some_and(|record| record.ends_with("-dual"));
        let mut report: RecordingStatusCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.call_sid = Some(self.legs[leg].sid.clone());
        sid.clone_into(&mut report.recording_sid);
        report.recording_url = Some(self.recording_url(sid));
        report.recording_status = RecordingStatus::Completed;
        report.recording_duration = Some(length);
        report.recording_channels = Some(if dual { 2 } else { 1 });
        report.recording_start_time = Some(self.rfc2822());
        report.recording_source = RecordingSource::DialVerb;
        self.report_recording(leg, hook, &report, self.settings.durations.recording_ready);
    }

    /// The caller is gone.
    pub(crate) fn dial_hung_up(&mut self, leg: LegId, frame: u64, mut dial: Dial) {
        let stage = dial.stage.clone();
        let ringing = std::mem::take(&mut dial.ringing);
        if let Some(found) = self.legs[leg].frame_mut(frame) {
            found.doing = Doing::Dialling(dial);
        }
        match stage {
            Stage::Ringing => {
                let last = ringing.last().copied();
                for child in ringing {
                    self.end(child, &CallStatus::Canceled);
                }
                if self.settings.behaviour.reports_abandoned_dial {
                    self.dial_ended(leg, frame, Outcome::of(DialCallStatus::Canceled, last));
                }
            }
            Stage::Screening(child) => {
                self.depart(child, &CallStatus::Completed);
                self.dial_ended(leg, frame, Outcome::of(DialCallStatus::Completed, Some(child)));
            }
            Stage::Talking(other) => self.caller_left(leg, frame, other),
            Stage::Conference(conference) => {
                self.leave_conference(leg, conference, false);
                let outcome = Outcome { bridged: None, ..Outcome::of(DialCallStatus::Answered, None) };
                self.dial_ended(leg, frame, outcome);
            }
            Stage::Queue(queue) => {
                self.stop_waiting_for_queue(leg, queue);
                self.dial_ended(leg, frame, Outcome::of(DialCallStatus::Canceled, None));
            }
            Stage::Taking(other) => {
                self.dial_ended(leg, frame, Outcome::of(DialCallStatus::Canceled, Some(other)));
                self.taker_left(other);
            }
        }
    }

    /// How long two have talked.
    pub(crate) fn talked(&self, since: Duration) -> i64 {
        seconds(self.clock.now.saturating_sub(since))
    }
}

/// What a SIP party answers that takes the call.
const SIP_OK: i64 = 200;

/// What a SIP party answers for a call to end like this.
const fn sip_code(status: &DialCallStatus) -> i64 {
    match status {
        DialCallStatus::Busy => 486,
        DialCallStatus::NoAnswer => 480,
        DialCallStatus::Canceled => 487,
        DialCallStatus::Failed => 404,
        _ => SIP_OK,
    }
}

/// How a `<Dial>` ended of which no party answered: as all were busy, or as one of them ended.
fn combined(ended: &[(LegId, DialCallStatus)], last_decides: bool) -> Outcome {
    let Some((last, status)) = ended.last() else { return Outcome::of(DialCallStatus::Failed, None) };
    let any = |wanted: &DialCallStatus| ended.iter().any(|(_, status)| status == wanted);
    let all_busy = ended.iter().all(|(_, status)| *status == DialCallStatus::Busy);
    let status = match (all_busy, last_decides) {
        (true, _) => DialCallStatus::Busy,
        (false, true) => status.clone(),
        (false, false) if any(&DialCallStatus::Failed) => DialCallStatus::Failed,
        (false, false) => DialCallStatus::NoAnswer,
    };
    Outcome::of(status, Some(*last))
}
