//! `<Connect>`: a session with something else than a phone.

use std::time::Duration;

use crate::names::voice;
use twiml_core::webhook::{
    CallStatus, ConversationAction, ConversationRecordingCallback, ConversationResult, DialCallStatus, Direction,
    RecordingStatus,
};

use super::{Next, kind, method};
use crate::answer::Element;
use crate::session::Worker;
use crate::transcript::{Event, Heard};
use crate::world::leg::{Doing, Ends, Hook, Kind, Progress};
use crate::world::parties::Does;
use crate::world::session_action::{self, Lasted};
use crate::world::standard::blank;
use crate::world::{LegId, World, progress};

/// A session that goes on.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) noun: &'static str,
    since: Duration,
    sid: String,
    worker: Option<LegId>,
    recording: Option<String>,
}

/// How a session with a server or an agent ended.
#[derive(Clone, Debug)]
pub(crate) enum End {
    /// The server ended it.
    Server {
        handoff: Option<String>,
    },
    Failed {
        code: i64,
        message: String,
    },
    Agent {
        status: String,
    },
    /// The caller is gone.
    HungUp,
}

impl Session {
    pub(crate) const fn has_no_worker(&self) -> bool {
        self.worker.is_none()
    }
}

impl World {
    pub(crate) fn begin_connect(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let Some(noun) = element.elements().find(|noun| noun.row.is_some()) else { return Next::Runs };
        let prefix = match noun.id() {
            kind::CONVERSATION => "CH",
            kind::STREAM => "MZ",
            _ => "VX",
        };
        let session = Session {
            noun: noun.id(),
            since: self.clock.now,
            sid: self.sids.next(prefix),
            worker: None,
            recording: None,
        };
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Connected(session);
        }
        self.tell(leg, Event::Session(format!("a session of `{}` begins", noun.tag())));
        match noun.id() {
            kind::CONVERSATION => self.begin_conversation(leg, frame, noun),
            kind::RELAY => {
                if let Some(greeting) = noun.written(&voice::ConversationRelay::welcomeGreeting) {
                    self.hears(leg, Heard::Speech(greeting.to_owned()));
                }
            }
            kind::STREAM => self.stream_begins(leg, frame, noun),
            _ => {}
        }
        Next::Waits
    }

    fn session(&mut self, leg: LegId, frame: u64) -> Option<&mut Session> {
        match &mut self.legs[leg].frame_mut(frame)?.doing {
            Doing::Connected(session) => Some(session),
            _ => None,
        }
    }

    /// Whether a session is one with a server or an agent, not with a worker.
    pub(crate) fn is_with_a_server(&self, leg: LegId, frame: u64) -> bool {
        let doing = self.legs[leg].frame(frame).map(|frame| &frame.doing);
        matches!(doing, Some(Doing::Connected(session)) if session.noun != kind::CONVERSATION)
    }

    fn begin_conversation(&mut self, leg: LegId, frame: u64, noun: &Element) {
        if self.manual {
            // Undecided: the place is known, and somebody comes back with a decision.
            let Some(decided) = self.decided.pop_front() else { return };
            self.conversation = decided;
        }
        let refused = match self.conversation {
            Worker::NoConversationMade => Some(ConversationResult::FailedCreateConversation),
            Worker::NoConversation => Some(ConversationResult::NoExistingConversation),
            Worker::InvalidConversation => Some(ConversationResult::InvalidConversation),
            Worker::InternalError => Some(ConversationResult::InternalError),
            _ => None,
        };
        if let Some(result) = refused {
            return self.conversation_ended(leg, frame, result, None);
        }
        if self.conversation == Worker::NobodyAssigned {
            let routing = noun.seconds(&voice::Conversation::routingAssignmentTimeout).unwrap_or_default();
            return self.wait(leg, frame, routing);
        }
        self.call_worker(leg, frame, noun);
        let timeout = noun.seconds(&voice::Conversation::inboundTimeout).unwrap_or_default();
        self.wait(leg, frame, timeout);
    }

    fn call_worker(&mut self, leg: LegId, frame: u64, noun: &Element) {
        let ends = Ends {
            from: self.legs[leg].from.clone(),
            to: String::from("client:worker"),
            direction: Direction::OutboundDial,
        };
        let worker = self.new_leg(Kind::Worker, ends, Some(leg));
        let callback =
            noun.written(&voice::Conversation::statusCallback).and_then(|url| self.resolve(leg, frame, url).ok());
        let events = noun.value(&voice::Conversation::statusCallbackEvent).unwrap_or_default();
        self.legs[worker].progress = callback.map(|url| Progress {
            hook: Hook { url, method: method(noun, &voice::Conversation::statusCallbackMethod) },
            events: events.split_ascii_whitespace().map(str::to_owned).collect(),
            sequence: 0,
        });
        if let Some(session) = self.session(leg, frame) {
            session.worker = Some(worker);
        }
        self.hears(leg, Heard::Ringing);
        self.progress(worker, progress::Stage::Initiated);
        let ringing = self.settings.durations.ringing;
        let human = crate::party::AnsweredBy::Human;
        let (after, does) = match self.conversation {
            Worker::AnswersAfter(after) => (after, Some(Does::Answers(human))),
            Worker::NeverAnswers | Worker::IsCanceled => (ringing, None),
            Worker::IsBusy => (Duration::ZERO, Some(Does::IsBusy)),
            Worker::CannotBeReached => (Duration::ZERO, Some(Does::Fails)),
            _ => (ringing, Some(Does::Answers(human))),
        };
        if !matches!(does, Some(Does::IsBusy | Does::Fails)) {
            self.tell(worker, Event::Rings);
            self.progress(worker, progress::Stage::Ringing);
        }
        if self.conversation == Worker::IsCanceled {
            return self.party_fails(worker, &CallStatus::Canceled);
        }
        if let Some(does) = does {
            self.plan_for(worker, after, does);
        }
    }

    /// The conversation of a worker's leg.
    pub(crate) fn conversation_sid(&self, worker: LegId) -> String {
        let frames = self.legs[worker].parent.map(|parent| &self.legs[parent].frames);
        let sid = frames.into_iter().flatten().find_map(|frame| match &frame.doing {
            Doing::Connected(session) if session.worker == Some(worker) => Some(session.sid.clone()),
            _ => None,
        });
        sid.unwrap_or_else(|| format!("CH{worker:032x}"))
    }

    fn worker_frame(&self, leg: LegId, worker: LegId) -> Option<u64> {
        self.legs[leg].frames.iter().find_map(|frame| match &frame.doing {
            Doing::Connected(session) if session.worker == Some(worker) => Some(frame.id),
            _ => None,
        })
    }

    pub(crate) fn worker_answered(&mut self, leg: LegId, worker: LegId) {
        let Some(frame) = self.worker_frame(leg, worker) else { return };
        self.stop_timer(leg, frame);
        self.legs[leg].talking = Some(worker);
        self.legs[worker].talking = Some(leg);
        let verb = self.running(leg, frame);
        let noun = verb.as_ref().and_then(|verb| verb.element()).and_then(|connect| connect.elements().next());
        let records = noun.and_then(|noun| noun.value(&voice::Conversation::record));
        let recording =
            records.is_some_and(|record| !matches!(record, "do-not-record" | "false")).then(|| self.sids.next("RE"));
        if let Some(session) = self.session(leg, frame) {
            session.recording = recording;
        }
        self.tell_joined(leg, worker);
    }

    /// The worker did not answer.
    pub(crate) fn worker_ended(&mut self, leg: LegId, worker: LegId, status: &CallStatus) {
        let Some(frame) = self.worker_frame(leg, worker) else { return };
        let status = match status {
            CallStatus::Busy => DialCallStatus::Busy,
            CallStatus::NoAnswer => DialCallStatus::NoAnswer,
            CallStatus::Canceled => DialCallStatus::Canceled,
            _ => DialCallStatus::Failed,
        };
        self.conversation_ended(leg, frame, ConversationResult::DialedCallIncomplete, Some((worker, status)));
    }

    /// The worker has hung up.
    pub(crate) fn worker_left(&mut self, leg: LegId, frame: u64, worker: LegId) {
        let dialled = Some((worker, DialCallStatus::Completed));
        self.conversation_ended(leg, frame, ConversationResult::SessionSuccess, dialled);
    }

    pub(crate) fn session_is_due(&mut self, leg: LegId, frame: u64) {
        let Some(session) = self.session(leg, frame) else { return };
        match session.worker {
            Some(worker) => {
                self.end(worker, &CallStatus::NoAnswer);
                self.worker_ended(leg, worker, &CallStatus::NoAnswer);
            }
            None => self.conversation_ended(leg, frame, ConversationResult::NoOtherParticipants, None),
        }
    }

    fn conversation_ended(
        &mut self,
        leg: LegId,
        frame: u64,
        result: ConversationResult,
        dialled: Option<(LegId, DialCallStatus)>,
    ) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        self.stop_timer(leg, frame);
        let recording = self.session(leg, frame).and_then(|session| session.recording.take());
        let mut request: ConversationAction = blank();
        request.call = self.call(leg);
        let cause = result.to_string();
        request.result = result;
        request.worker_initiated = false;
        if let Some((worker, status)) = dialled {
            request.dial_call_status = Some(status);
            request.dial_call_sid = Some(self.legs[worker].sid.clone());
            request.dial_call_duration = Some(self.duration(worker));
            if let Some(sid) = recording {
                request.recording_duration = Some(self.duration(worker));
                request.recording_url = Some(self.recording_url(&sid));
                self.report_conversation_recording(leg, frame, element, &sid, worker);
                request.recording_sid = Some(sid);
            }
        }
        let action = element.written(&voice::Connect::action);
        let action = action.or(if self.settings.behaviour.conversation_repeats { Some("") } else { None });
        match action {
            Some(action) => {
                self.ask_document(leg, frame, &request, action, method(element, &voice::Connect::method), &cause);
            }
            None if self.legs[leg].gone => {}
            None => self.proceed(leg),
        }
    }

    fn report_conversation_recording(&mut self, leg: LegId, frame: u64, element: &Element, sid: &str, worker: LegId) {
        let Some(noun) = element.elements().next() else { return };
        if !noun.lists(&voice::Conversation::recordingStatusCallbackEvent, RecordingStatus::Completed.as_ref()) {
            return;
        }
        let Some(url) = noun.written(&voice::Conversation::recordingStatusCallback) else { return };
        let Ok(url) = self.resolve(leg, frame, url) else { return };
        let dual = noun.value(&voice::Conversation::record).is_some_and(|record| record.ends_with("-dual"));
        let mut report: ConversationRecordingCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.call_sid.clone_from(&self.legs[leg].sid);
        sid.clone_into(&mut report.recording_sid);
        report.recording_url = Some(self.recording_url(sid));
        report.recording_status = RecordingStatus::Completed;
        report.recording_duration = Some(self.duration(worker));
        report.recording_channels = Some(if dual { 2 } else { 1 });
        report.recording_source = String::from("Conversation");
        let hook = Hook { url, method: method(noun, &voice::Conversation::recordingStatusCallbackMethod) };
        let after = self.settings.durations.recording_ready;
        self.report_recording(leg, hook, &report, after);
    }

    /// A server, an agent or the script ends a session.
    pub(crate) fn session_ends(&mut self, leg: LegId, frame: u64, end: &End) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        let Some(session) = self.session(leg, frame) else { return };
        let (noun, sid, since) = (session.noun, session.sid.clone(), session.since);
        let lasted = self.talked(since);
        if noun == kind::STREAM {
            self.stream_stops(leg);
        }
        let Some(action) = element.written(&voice::Connect::action) else {
            if !self.legs[leg].gone {
                self.proceed(leg);
            }
            return;
        };
        let session = Lasted { noun, sid: &sid, seconds: lasted };
        let (request, cause) = session_action::said(self.call(leg), &session, end);
        self.ask_document(leg, frame, request, action, method(element, &voice::Connect::method), &cause);
    }

    /// The call is moved to another document: whoever it was connected with is gone. Whether there was a session.
    pub(crate) fn drop_session(&mut self, leg: LegId) -> bool {
        let session = self.legs[leg].frames.iter().find_map(|frame| match &frame.doing {
            Doing::Connected(session) => Some((session.noun, session.worker)),
            _ => None,
        });
        let Some((noun, worker)) = session else { return false };
        if noun == kind::STREAM {
            self.stream_stops(leg);
        }
        if let Some(worker) = worker {
            (self.legs[leg].talking, self.legs[worker].talking) = (None, None);
            let answered = self.legs[worker].answered.is_some();
            self.end(worker, if answered { &CallStatus::Completed } else { &CallStatus::Canceled });
        }
        true
    }

    /// The caller is gone.
    pub(crate) fn session_hung_up(&mut self, leg: LegId, frame: u64, session: Session) {
        let (noun, worker) = (session.noun, session.worker);
        if let Some(found) = self.legs[leg].frame_mut(frame) {
            found.doing = Doing::Connected(session);
        }
        if noun != kind::CONVERSATION {
            return self.session_ends(leg, frame, &End::HungUp);
        }
        self.legs[leg].talking = None;
        let Some(worker) = worker else {
            return self.conversation_ended(leg, frame, ConversationResult::NoOtherParticipants, None);
        };
        self.legs[worker].talking = None;
        let answered = self.legs[worker].answered.is_some();
        self.end(worker, if answered { &CallStatus::Completed } else { &CallStatus::Canceled });
        let (result, status) = if answered {
            (ConversationResult::SessionSuccess, DialCallStatus::Completed)
        } else {
            (ConversationResult::DialedCallIncomplete, DialCallStatus::Canceled)
        };
        self.conversation_ended(leg, frame, result, Some((worker, status)));
    }
}
