//! What each verb does. The tables of the vocabulary say what its attributes are and what counts without them; this says
//! what happens.

pub(crate) mod connect;
pub(crate) mod dial;
pub(crate) mod enqueue;
pub(crate) mod gather;
pub(crate) mod nouns;
pub(crate) mod pay;
pub(crate) mod record;
mod refer;
mod sms;
pub(crate) mod start;

use std::sync::Arc;
use std::time::Duration;

use crate::names::Attribute;
use crate::names::voice;
use http::Method;
use twiml_core::webhook::{CallStatus, QueueResult};

use super::clock::Class;
use super::leg::{Doing, Role};
use super::{LegId, World};
use crate::answer::{Document, Element};
use crate::strictness::Lapse;
use crate::transcript::{Event, Heard};

/// A document without verbs.
pub(crate) const EMPTY: &str = "<Response/>";

/// Elements by the ids of their rows.
pub(crate) mod kind {
    pub(crate) const BREAK: &str = "voice/break";
    pub(crate) const SAY: &str = "voice/Say";
    pub(crate) const PLAY: &str = "voice/Play";
    pub(crate) const PAUSE: &str = "voice/Pause";
    pub(crate) const HANGUP: &str = "voice/Hangup";
    pub(crate) const REJECT: &str = "voice/Reject";
    pub(crate) const REDIRECT: &str = "voice/Redirect";
    pub(crate) const LEAVE: &str = "voice/Leave";
    pub(crate) const GATHER: &str = "voice/Gather";
    pub(crate) const RECORD: &str = "voice/Record";
    pub(crate) const DIAL: &str = "voice/Dial";
    pub(crate) const NUMBER: &str = "voice/Number";
    pub(crate) const CLIENT: &str = "voice/Client";
    pub(crate) const SIP: &str = "voice/Sip";
    pub(crate) const SIM: &str = "voice/Sim";
    pub(crate) const WHATSAPP: &str = "voice/WhatsApp";
    pub(crate) const APPLICATION: &str = "voice/Application";
    pub(crate) const APPLICATION_SID: &str = "voice/ApplicationSid";
    pub(crate) const IDENTITY: &str = "voice/Identity";
    pub(crate) const CONFERENCE: &str = "voice/Conference";
    pub(crate) const QUEUE: &str = "voice/Queue";
    pub(crate) const ENQUEUE: &str = "voice/Enqueue";
    pub(crate) const CONNECT: &str = "voice/Connect";
    pub(crate) const CONVERSATION: &str = "voice/Conversation";
    pub(crate) const RELAY: &str = "voice/ConversationRelay";
    pub(crate) const VIRTUAL_AGENT: &str = "voice/VirtualAgent";
    pub(crate) const START: &str = "voice/Start";
    pub(crate) const STOP: &str = "voice/Stop";
    pub(crate) const STREAM: &str = "voice/Stream";
    pub(crate) const SIPREC: &str = "voice/Siprec";
    pub(crate) const TRANSCRIPTION: &str = "voice/Transcription";
    pub(crate) const RECORDING: &str = "voice/Recording";
    pub(crate) const PAY: &str = "voice/Pay";
    pub(crate) const REFER: &str = "voice/Refer";
    pub(crate) const SMS: &str = "voice/Sms";
    pub(crate) const ECHO: &str = "voice/Echo";
}

/// Whether the next verb begins at once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Next {
    /// It does.
    Runs,
    /// Something else happens first.
    Waits,
}

/// Verbs that a document below the call's own may hold; none stands for all.
const fn allowed(role: Role) -> &'static [&'static str] {
    match role {
        Role::Main => &[],
        Role::QueueWait => {
            &[kind::PLAY, kind::SAY, kind::PAUSE, kind::HANGUP, kind::REDIRECT, kind::LEAVE, kind::GATHER]
        }
        Role::ConferenceWait | Role::BeforeJoining => &[kind::PLAY, kind::SAY, kind::PAUSE, kind::REDIRECT],
        // The page of <Number> names the first five; those of <Client> and <Sip> only rule out <Dial>.
        Role::Whisper => &[
            kind::PLAY,
            kind::SAY,
            kind::GATHER,
            kind::HANGUP,
            kind::PAUSE,
            kind::REDIRECT,
            kind::START,
            kind::STOP,
            kind::REJECT,
            kind::SMS,
            kind::CONNECT,
            kind::PAY,
        ],
    }
}

/// What fails if a verb stands in it that may not.
const fn error_of(role: Role) -> u32 {
    if matches!(role, Role::Whisper) { 13201 } else { 13238 }
}

impl World {
    /// Begins with a verb.
    pub(crate) fn begin(&mut self, leg: LegId, frame: u64, document: &Arc<Document>, element: &Element) -> Next {
        let Some(role) = self.legs[leg].frame(frame).map(|frame| frame.role) else { return Next::Waits };
        if element.row.is_none() {
            // What Twilio does not know is passed over; the checker has said so.
            return Next::Runs;
        }
        let allowed = allowed(role);
        if !allowed.is_empty() && !allowed.contains(&element.id()) {
            return self.misplaced(leg, role, document, element);
        }
        if self.legs[leg].answered.is_none() && self.rings_on(leg, frame, element) == Next::Waits {
            return Next::Waits;
        }
        match element.id() {
            kind::SAY | kind::PLAY | kind::PAUSE => self.begin_audio(leg, frame, element),
            kind::HANGUP => self.begin_hangup(leg, role),
            kind::REJECT => self.begin_late_reject(leg),
            kind::REDIRECT => self.begin_redirect(leg, frame, element),
            kind::LEAVE => self.begin_leave(leg, role),
            kind::GATHER => self.begin_gather(leg, frame, element),
            kind::RECORD => self.begin_record(leg, frame, element),
            kind::DIAL => self.begin_dial(leg, frame, element),
            kind::ENQUEUE => self.begin_enqueue(leg, frame, element),
            kind::CONNECT => self.begin_connect(leg, frame, element),
            kind::START => self.begin_start(leg, frame, element),
            kind::STOP => self.begin_stop(leg, element),
            kind::PAY => self.begin_pay(leg, frame, element),
            kind::REFER => self.begin_refer(leg, frame, element),
            kind::SMS => self.begin_sms(leg, frame, element),
            kind::ECHO => self.begin_echo(leg, frame),
            _ => Next::Runs,
        }
    }

    /// An incoming call that has not been answered: most verbs answer it.
    fn rings_on(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        match element.id() {
            kind::REJECT => {
                let busy = element.value(&voice::Reject::reason) == Some("busy");
                self.leave(leg, if busy { &CallStatus::Busy } else { &CallStatus::NoAnswer });
                Next::Waits
            }
            kind::PAUSE => {
                let length = element.seconds(&voice::Pause::length).unwrap_or_default();
                self.hears(leg, Heard::Ringing);
                if let Some(frame) = self.legs[leg].frame_mut(frame) {
                    frame.doing = Doing::Playing(super::leg::Playing::default());
                }
                self.set_timer(leg, frame, length, Class::Timer);
                Next::Waits
            }
            kind::DIAL if element.is(&voice::Dial::answerOnBridge) => Next::Runs,
            kind::REDIRECT if !self.settings.behaviour.redirect_answers => Next::Runs,
            _ => {
                self.answer(leg);
                Next::Runs
            }
        }
    }

    fn misplaced(&mut self, leg: LegId, role: Role, document: &Document, element: &Element) -> Next {
        let code = error_of(role);
        let message = format!("`{}` may not stand in this document (error {code})", element.tag());
        let shown = document.show(&self.origin(leg), &element.place, "does not run here");
        self.lapse(Some(leg), Lapse::MisplacedVerb, message, Some(shown));
        self.sub_document_failed(leg, role);
        Next::Waits
    }

    fn begin_audio(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        if let Some(url) = self.is_missing(element) {
            self.report_missing(leg, &url);
            if self.settings.behaviour.missing_file_ends {
                self.leave(leg, &CallStatus::Completed);
                return Next::Waits;
            }
        }
        let items = self.items(element);
        if items.is_empty() {
            return Next::Runs;
        }
        self.play(leg, frame, items);
        Next::Waits
    }

    fn begin_hangup(&mut self, leg: LegId, role: Role) -> Next {
        match role {
            Role::Whisper => self.whisper_refused(leg),
            _ => self.leave(leg, &CallStatus::Completed),
        }
        Next::Waits
    }

    fn begin_late_reject(&mut self, leg: LegId) -> Next {
        if self.settings.behaviour.late_reject_is_ignored {
            return Next::Runs;
        }
        self.leave(leg, &CallStatus::Completed);
        Next::Waits
    }

    fn begin_redirect(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let pause = self.settings.durations.redirect;
        if pause.is_zero() {
            self.redirect(leg, frame, element);
            return Next::Waits;
        }
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Redirecting;
        }
        self.set_timer(leg, frame, pause, Class::Timer);
        Next::Waits
    }

    fn redirect(&mut self, leg: LegId, frame: u64, element: &Element) {
        let call = self.call(leg);
        let method = method(element, &voice::Redirect::method);
        self.ask_document(leg, frame, &call, &element.raw_text(), method, "redirect");
    }

    fn begin_leave(&mut self, leg: LegId, role: Role) -> Next {
        if role != Role::QueueWait {
            if self.settings.behaviour.stray_leave_ends {
                self.leave(leg, &CallStatus::Completed);
                return Next::Waits;
            }
            let message = String::from("`<Leave>` does nothing outside of a queue");
            self.lapse(Some(leg), Lapse::MisplacedVerb, message, None);
            return Next::Runs;
        }
        self.leave_queue(leg, QueueResult::Leave);
        Next::Waits
    }

    fn begin_echo(&mut self, leg: LegId, frame: u64) -> Next {
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Endless;
        }
        self.tell(leg, Event::Session(String::from("hears an echo")));
        Next::Waits
    }

    /// What a frame waited for is over.
    pub(crate) fn frame_is_due(&mut self, leg: LegId, frame: u64) {
        let Some(found) = self.legs[leg].frame_mut(frame) else { return };
        found.timer = None;
        let verb = found.verb();
        match &found.doing {
            Doing::Playing(playing) if playing.items.is_empty() => self.proceed(leg),
            Doing::Playing(_) => self.item_ended(leg, frame),
            Doing::Gathering(_) => self.gather_is_due(leg, frame),
            Doing::Recording(_) => self.recording_is_due(leg, frame),
            Doing::Dialling(_) => self.dial_is_due(leg, frame),
            Doing::Connected(_) => self.session_is_due(leg, frame),
            Doing::Paying(_) => self.payment_is_due(leg, frame),
            Doing::Referring => self.refer_is_due(leg, frame),
            Doing::Redirecting => {
                if let Some(element) = verb.as_ref().and_then(|verb| verb.element()) {
                    self.redirect(leg, frame, element);
                }
            }
            Doing::Nothing | Doing::Asking | Doing::Queued(_) | Doing::Endless | Doing::Done => {}
        }
    }

    /// Somebody is gone while a verb ran: it reports.
    pub(crate) fn verb_is_cut(&mut self, leg: LegId, frame: u64) {
        let Some(found) = self.legs[leg].frame_mut(frame) else { return };
        match std::mem::take(&mut found.doing) {
            Doing::Gathering(_) if self.settings.behaviour.gather_reports_hangup => self.gather_hung_up(leg, frame),
            Doing::Recording(recording) => self.recording_hung_up(leg, frame, recording),
            Doing::Dialling(dial) => self.dial_hung_up(leg, frame, dial),
            Doing::Queued(queued) => self.queue_hung_up(leg, frame, queued),
            Doing::Connected(session) => self.session_hung_up(leg, frame, session),
            Doing::Paying(payment) => self.payment_hung_up(leg, frame, payment),
            Doing::Referring => self.refer_hung_up(leg, frame),
            _ => {}
        }
    }
}

/// How an address is requested.
pub(crate) fn method(element: &Element, attribute: &Attribute) -> Method {
    if element.value(attribute) == Some("GET") { Method::GET } else { Method::POST }
}

/// The frames' verbs, held aside while the world changes.
impl World {
    /// The verb that a frame runs.
    pub(crate) fn running(&self, leg: LegId, frame: u64) -> Option<super::leg::Verb> {
        self.legs[leg].frame(frame)?.verb()
    }

    /// A timer of whole seconds.
    pub(crate) fn wait(&mut self, leg: LegId, frame: u64, seconds: Duration) {
        self.set_timer(leg, frame, seconds, Class::Timer);
    }
}
