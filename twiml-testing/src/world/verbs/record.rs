//! `<Record>`: a beep, and what is said after it.

use std::time::Duration;

use crate::names::voice;
use twiml_core::webhook::{
    RecordAction, RecordTranscription, RecordingSource, RecordingStatus, RecordingStatusCallback, TranscriptionStatus,
};

use super::{Next, method};
use crate::answer::Element;
use crate::transcript::{Event, Heard};
use crate::world::clock::Class;
use crate::world::leg::{Doing, Hook};
use crate::world::progress::seconds;
use crate::world::standard::blank;
use crate::world::{LegId, Purpose, World};

/// Longest recording that is to be written down.
const LONGEST_TRANSCRIBED: Duration = Duration::from_secs(120);
/// Longest recording of a call from an SDK.
const LONGEST_OF_CLIENTS: Duration = Duration::from_secs(600);
/// Shorter recordings are not.
const SHORTEST_TRANSCRIBED: Duration = Duration::from_secs(2);

/// How far a `<Record>` is.
#[derive(Debug)]
pub(crate) struct Recording {
    sid: String,
    /// None: the beep is heard.
    since: Option<Duration>,
    /// When the caller has spoken last, or will have.
    spoken_until: Option<Duration>,
    words: String,
    finish: String,
    /// None: silence does not end it.
    timeout: Option<Duration>,
    longest: Duration,
}

impl Recording {
    pub(crate) const fn has_begun(&self) -> bool {
        self.since.is_some()
    }

    pub(crate) fn finish(&self) -> &str {
        &self.finish
    }
}

impl World {
    pub(crate) fn begin_record(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let mut longest = element.seconds(&voice::Record::maxLength).unwrap_or(Duration::from_secs(3600));
        if element.is(&voice::Record::transcribe) {
            longest = longest.min(LONGEST_TRANSCRIBED);
        }
        if self.legs[leg].from.starts_with("client:") {
            longest = longest.min(LONGEST_OF_CLIENTS);
        }
        let recording = Recording {
            sid: self.sids.next("RE"),
            since: None,
            spoken_until: None,
            words: String::new(),
            finish: element.value(&voice::Record::finishOnKey).unwrap_or("1234567890*#").to_owned(),
            timeout: element.seconds(&voice::Record::timeout).filter(|timeout| !timeout.is_zero()),
            longest,
        };
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Recording(recording);
        }
        if element.is(&voice::Record::playBeep) {
            self.hears(leg, Heard::Beep);
            self.set_timer(leg, frame, self.settings.durations.beep, Class::Audio);
        } else {
            self.recording_begins(leg, frame);
        }
        Next::Waits
    }

    fn recording(&mut self, leg: LegId, frame: u64) -> Option<&mut Recording> {
        match &mut self.legs[leg].frame_mut(frame)?.doing {
            Doing::Recording(recording) => Some(recording),
            _ => None,
        }
    }

    fn recording_begins(&mut self, leg: LegId, frame: u64) {
        let now = self.clock.now;
        if let Some(recording) = self.recording(leg, frame) {
            recording.since = Some(now);
        }
        self.recording_waits(leg, frame);
        self.report_recording_state(leg, frame, RecordingStatus::InProgress, None);
    }

    /// Sets the timer to whatever ends it first.
    fn recording_waits(&mut self, leg: LegId, frame: u64) {
        let now = self.clock.now;
        let counts = self.settings.behaviour.leading_silence_counts;
        let Some(recording) = self.recording(leg, frame) else { return };
        let Some(since) = recording.since else { return };
        let mut until = since + recording.longest;
        let heard = recording.spoken_until.or(counts.then_some(since));
        if let (Some(heard), Some(timeout)) = (heard, recording.timeout) {
            until = until.min(heard + timeout);
        }
        self.set_timer(leg, frame, until.saturating_sub(now), Class::Timer);
    }

    pub(crate) fn recording_is_due(&mut self, leg: LegId, frame: u64) {
        let Some(recording) = self.recording(leg, frame) else { return };
        if recording.since.is_none() {
            return self.recording_begins(leg, frame);
        }
        self.recording_ends(leg, frame, None);
    }

    /// A key. Whether it was heard.
    pub(crate) fn recording_key(&mut self, leg: LegId, frame: u64, key: char) -> bool {
        let Some(recording) = self.recording(leg, frame) else { return false };
        if recording.since.is_none() || !recording.finish.contains(key) {
            return false;
        }
        self.recording_ends(leg, frame, Some(key.to_string()));
        true
    }

    /// The caller speaks for a time. Whether it is recorded.
    pub(crate) fn recording_speech(&mut self, leg: LegId, frame: u64, words: &str, length: Duration) -> bool {
        let now = self.clock.now;
        let Some(recording) = self.recording(leg, frame) else { return false };
        if recording.since.is_none() {
            return false;
        }
        recording.spoken_until = Some(now + length);
        if !recording.words.is_empty() {
            recording.words.push(' ');
        }
        recording.words.push_str(words);
        self.recording_waits(leg, frame);
        true
    }

    pub(crate) fn recording_hung_up(&mut self, leg: LegId, frame: u64, recording: Recording) {
        if let Some(found) = self.legs[leg].frame_mut(frame) {
            found.doing = Doing::Recording(recording);
        }
        self.recording_ends(leg, frame, Some(String::from("hangup")));
    }

    fn recording_ends(&mut self, leg: LegId, frame: u64, digits: Option<String>) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        let now = self.clock.now;
        let Some(recording) = self.recording(leg, frame) else { return };
        let length = recording.since.map_or(Duration::ZERO, |since| now.saturating_sub(since));
        let (sid, words) = (recording.sid.clone(), recording.words.clone());
        let silent = recording.spoken_until.is_none();
        self.stop_timer(leg, frame);
        let note = format!("recorded {} s: {words:?}", seconds(length));
        self.tell(leg, Event::Session(note));
        let absent =
            silent && (length < Duration::from_secs(1) || element.value(&voice::Record::trim) == Some("trim-silence"));
        let falls_through =
            silent && self.settings.behaviour.empty_recording_falls_through && digits.as_deref() != Some("hangup");
        let mut request: RecordAction = blank();
        request.call = self.call(leg);
        request.recording_url = self.recording_url(&sid);
        request.recording_duration = seconds(length);
        let cause = digits.clone().unwrap_or_else(|| String::from("recorded"));
        request.digits = digits.or_else(|| self.settings.behaviour.recorded_silence_has_digits.then(String::new));
        let status = if absent { RecordingStatus::Absent } else { RecordingStatus::Completed };
        self.report_recording_state(leg, frame, status, Some(length));
        if element.is(&voice::Record::transcribe) || element.written(&voice::Record::transcribeCallback).is_some() {
            self.transcribe(leg, frame, element, &sid, &words, length, absent);
        }
        if falls_through {
            return self.proceed(leg);
        }
        let action = element.written(&voice::Record::action).unwrap_or_default();
        self.ask_document(leg, frame, &request, action, method(element, &voice::Record::method), &cause);
    }

    /// Where a recording can be fetched.
    pub(crate) fn recording_url(&self, sid: &str) -> String {
        format!("https://api.twilio.com/2010-04-01/Accounts/{}/Recordings/{sid}", self.settings.account_sid)
    }

    fn report_recording_state(&mut self, leg: LegId, frame: u64, status: RecordingStatus, length: Option<Duration>) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        if !element.lists(&voice::Record::recordingStatusCallbackEvent, status.as_ref())
            && status != RecordingStatus::Absent
        {
            return;
        }
        let Some(target) = element.written(&voice::Record::recordingStatusCallback) else { return };
        let Ok(url) = self.resolve(leg, frame, target) else { return };
        let Some(sid) = self.recording(leg, frame).map(|recording| recording.sid.clone()) else { return };
        let hook = Hook { url, method: method(element, &voice::Record::recordingStatusCallbackMethod) };
        let mut report: RecordingStatusCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.call_sid = Some(self.legs[leg].sid.clone());
        report.recording_url = Some(self.recording_url(&sid));
        report.recording_sid = sid;
        report.recording_duration = length.filter(|_| status == RecordingStatus::Completed).map(seconds);
        report.recording_status = status;
        report.recording_channels = Some(1);
        report.recording_source = RecordingSource::RecordVerb;
        let after = if length.is_some() { self.settings.durations.recording_ready } else { Duration::ZERO };
        self.report_recording(leg, hook, &report, after);
    }

    #[expect(clippy::too_many_arguments, reason = "all that is known of a recording that has ended")]
    fn transcribe(
        &mut self,
        leg: LegId,
        frame: u64,
        element: &Element,
        sid: &str,
        words: &str,
        length: Duration,
        absent: bool,
    ) {
        let Some(target) = element.written(&voice::Record::transcribeCallback) else { return };
        let Ok(url) = self.resolve(leg, frame, target) else { return };
        if absent || length <= SHORTEST_TRANSCRIBED || length >= LONGEST_TRANSCRIBED {
            return;
        }
        let mut report: RecordTranscription = blank();
        report.call = self.call(leg);
        report.transcription_sid = self.sids.next("TR");
        words.clone_into(&mut report.transcription_text);
        report.transcription_status = TranscriptionStatus::Completed;
        let account = &self.settings.account_sid;
        report.transcription_url =
            format!("https://api.twilio.com/2010-04-01/Accounts/{account}/Transcriptions/{}", report.transcription_sid);
        report.recording_url = self.recording_url(sid);
        sid.clone_into(&mut report.recording_sid);
        let mut ask = self.ask_of(&report, url, http::Method::POST, Purpose::Report);
        ask.leg = Some(leg);
        ask.jar = Some(self.legs[leg].jars.reports);
        let after = self.settings.durations.transcript_ready;
        self.clock.schedule(after, Class::Report, crate::world::Due::Request(Box::new(ask)));
    }
}
