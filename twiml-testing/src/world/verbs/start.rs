//! `<Start>` and `<Stop>`: what runs beside the verbs.

use crate::names::voice;
use twiml_core::webhook::{
    RecordedTrack, RecordingSource, RecordingStatus, RecordingStatusCallback, SiprecEvent, SiprecStatusCallback,
    StreamEvent, StreamStatusCallback, TranscribedTrack, TranscriptionEvent, TranscriptionStatusCallback,
};

use super::{Next, kind, method};
use crate::answer::Element;
use crate::transcript::Event;
use crate::world::leg::Hook;
use crate::world::progress::seconds;
use crate::world::standard::blank;
use crate::world::{LegId, Purpose, World};

/// Something that was started and has not stopped.
#[derive(Clone, Debug)]
pub(crate) struct Beside {
    noun: &'static str,
    sid: String,
    name: String,
    hook: Option<Hook>,
    since: std::time::Duration,
    sequence: i64,
    track: Option<String>,
    channels: i64,
    language: Option<String>,
}

impl World {
    pub(crate) fn begin_start(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        for noun in element.elements() {
            match noun.id() {
                kind::STREAM => self.stream_begins(leg, frame, noun),
                kind::SIPREC => {
                    let hook = self.hook_of(
                        leg,
                        frame,
                        noun,
                        &voice::Siprec::statusCallback,
                        &voice::Siprec::statusCallbackMethod,
                    );
                    self.start(leg, noun, "SR", hook);
                }
                kind::TRANSCRIPTION => {
                    let (url, method) =
                        (&voice::Transcription::statusCallbackUrl, &voice::Transcription::statusCallbackMethod);
                    let hook = self.hook_of(leg, frame, noun, url, method);
                    self.start(leg, noun, "GT", hook);
                }
                kind::RECORDING => {
                    let (url, method) =
                        (&voice::Recording::recordingStatusCallback, &voice::Recording::recordingStatusCallbackMethod);
                    let hook = self.hook_of(leg, frame, noun, url, method);
                    let hook =
                        hook.filter(|_| noun.lists(&voice::Recording::recordingStatusCallbackEvent, "completed"));
                    self.start(leg, noun, "RE", hook);
                }
                _ => {}
            }
        }
        Next::Runs
    }

    fn hook_of(
        &self,
        leg: LegId,
        frame: u64,
        noun: &Element,
        url: &crate::names::Attribute,
        how: &crate::names::Attribute,
    ) -> Option<Hook> {
        let url = self.resolve(leg, frame, noun.written(url)?).ok()?;
        Some(Hook { url, method: method(noun, how) })
    }

    pub(crate) fn stream_begins(&mut self, leg: LegId, frame: u64, noun: &Element) {
        let hook = self.hook_of(leg, frame, noun, &voice::Stream::statusCallback, &voice::Stream::statusCallbackMethod);
        self.start(leg, noun, "MZ", hook);
    }

    fn start(&mut self, leg: LegId, noun: &Element, prefix: &'static str, hook: Option<Hook>) {
        let sid = self.sids.next(prefix);
        // The name of all four is the same attribute.
        let name = noun.written(&voice::Stream::name).map_or_else(|| sid.clone(), str::to_owned);
        let track = noun.value(&match noun.id() {
            kind::TRANSCRIPTION => voice::Transcription::track,
            kind::RECORDING => voice::Recording::track,
            _ => voice::Stream::track,
        });
        let mono = noun.value(&voice::Recording::channels) == Some("mono");
        let beside = Beside {
            noun: noun.id(),
            sid,
            name,
            hook,
            since: self.clock.now,
            sequence: 0,
            track: track.map(str::to_owned),
            channels: if mono { 1 } else { 2 },
            language: noun.value(&voice::Transcription::languageCode).map(str::to_owned),
        };
        self.tell(leg, Event::Session(format!("`{}` starts", noun.tag())));
        let index = self.legs[leg].beside.len();
        self.legs[leg].beside.push(beside);
        self.report_beside(leg, index, true);
    }

    pub(crate) fn begin_stop(&mut self, leg: LegId, element: &Element) -> Next {
        for noun in element.elements() {
            let name = noun.written(&voice::Stream::name).unwrap_or_default();
            let running = &self.legs[leg].beside;
            let found =
                running.iter().position(|beside| beside.noun == noun.id() && (name.is_empty() || beside.name == name));
            if let Some(index) = found {
                self.report_beside(leg, index, false);
                self.legs[leg].beside.remove(index);
            }
        }
        Next::Runs
    }

    /// The stream of a `<Connect>` is over.
    pub(crate) fn stream_stops(&mut self, leg: LegId) {
        if let Some(index) = self.legs[leg].beside.iter().rposition(|beside| beside.noun == kind::STREAM) {
            self.report_beside(leg, index, false);
            self.legs[leg].beside.remove(index);
        }
    }

    /// The call is over, and with it all that ran beside it.
    pub(crate) fn stop_all_beside(&mut self, leg: LegId) {
        for index in 0..self.legs[leg].beside.len() {
            self.report_beside(leg, index, false);
        }
        self.legs[leg].beside.clear();
    }

    fn report_beside(&mut self, leg: LegId, index: usize, starts: bool) {
        let beside = self.legs[leg].beside[index].clone();
        self.legs[leg].beside[index].sequence += 1;
        let Some(hook) = beside.hook.clone() else { return };
        let (account, call) = (self.settings.account_sid.clone(), self.legs[leg].sid.clone());
        let ask = match beside.noun {
            kind::STREAM => {
                let mut report: StreamStatusCallback = blank();
                (report.account_sid, report.call_sid) = (account, call);
                (report.stream_sid, report.stream_name) = (beside.sid, beside.name);
                report.stream_event = if starts { StreamEvent::Started } else { StreamEvent::Stopped };
                report.timestamp = self.iso8601();
                self.ask_of(&report, hook.url, hook.method, Purpose::Report)
            }
            kind::SIPREC => {
                let mut report: SiprecStatusCallback = blank();
                report.call = self.call(leg);
                (report.siprec_sid, report.siprec_name) = (beside.sid, beside.name);
                report.siprec_event = if starts { SiprecEvent::Started } else { SiprecEvent::Stopped };
                report.timestamp = self.iso8601();
                self.ask_of(&report, hook.url, hook.method, Purpose::Report)
            }
            kind::TRANSCRIPTION => {
                let report = self.transcription(leg, &beside, starts);
                self.ask_of(&report, hook.url, hook.method, Purpose::Report)
            }
            _ if starts => return,
            _ => return self.report_side_recording(leg, &beside, hook),
        };
        self.report(Some(leg), ask);
    }

    fn transcription(&self, leg: LegId, beside: &Beside, starts: bool) -> TranscriptionStatusCallback {
        let mut report: TranscriptionStatusCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.call_sid.clone_from(&self.legs[leg].sid);
        report.transcription_sid.clone_from(&beside.sid);
        report.timestamp = self.iso8601();
        report.sequence_id = beside.sequence + 1;
        report.transcription_event = if starts { TranscriptionEvent::Started } else { TranscriptionEvent::Stopped };
        if starts {
            report.track = beside.track.as_deref().map(TranscribedTrack::from);
            report.language_code.clone_from(&beside.language);
            report.name = Some(beside.name.clone());
            report.transcription_engine = Some("google".into());
            report.provider_configuration = Some(String::from("{}"));
            report.inbound_track_label = Some(String::from("inbound_track"));
            report.outbound_track_label = Some(String::from("outbound_track"));
            report.partial_results = Some(false);
        }
        report
    }

    /// Something was understood by a `<Transcription>`.
    pub(crate) fn transcribed(&mut self, leg: LegId, words: &str) {
        let Some(index) = self.legs[leg].beside.iter().position(|beside| beside.noun == kind::TRANSCRIPTION) else {
            return;
        };
        let beside = self.legs[leg].beside[index].clone();
        self.legs[leg].beside[index].sequence += 1;
        let Some(hook) = beside.hook.clone() else { return };
        let mut report = self.transcription(leg, &beside, false);
        report.transcription_event = TranscriptionEvent::Content;
        report.transcription_data = Some(serde_json::json!({ "transcript": words, "confidence": 0.9 }).to_string());
        report.is_final = Some(true);
        report.language_code.clone_from(&beside.language);
        report.track = Some(TranscribedTrack::Inbound);
        let ask = self.ask_of(&report, hook.url, hook.method, Purpose::Report);
        self.report(Some(leg), ask);
    }

    fn report_side_recording(&mut self, leg: LegId, beside: &Beside, hook: Hook) {
        let mut report: RecordingStatusCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.call_sid = Some(self.legs[leg].sid.clone());
        report.recording_sid.clone_from(&beside.sid);
        report.recording_url = Some(self.recording_url(&beside.sid));
        report.recording_status = RecordingStatus::Completed;
        report.recording_duration = Some(seconds(self.clock.now.saturating_sub(beside.since)));
        report.recording_channels = Some(beside.channels);
        report.recording_start_time = Some(self.rfc2822());
        report.recording_source = RecordingSource::StartCallRecordingApi;
        report.recording_track = beside.track.as_deref().map(RecordedTrack::from);
        self.report_recording(leg, hook, &report, self.settings.durations.recording_ready);
    }
}
