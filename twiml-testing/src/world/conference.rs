//! Conferences: who is in, who waits, and what is reported.

use std::time::Duration;

use crate::names::voice;
use twiml_core::Parameters;
use twiml_core::webhook::{
    ConferenceStatusCallback, ConferenceStatusEvent, DialCallStatus, ParticipantCallStatus, ReasonConferenceEnded,
    ReasonParticipantLeft, RecordingSource, RecordingStatus, RecordingStatusCallback,
};

use super::ask::Said;
use super::leg::{Hook, Role};
use super::progress::seconds;
use super::standard::blank;
use super::verbs::dial::{Outcome, Stage};
use super::verbs::method;
use super::{LegId, Purpose, World};
use crate::answer::Element;
use crate::strictness::Lapse;
use crate::transcript::{Event, Heard};

/// Most participants of a conference, where the noun names no fewer.
const MOST_PARTICIPANTS: usize = 250;

/// A conference that goes on, or has ended.
#[derive(Debug)]
pub(crate) struct Conference {
    pub(crate) name: String,
    sid: String,
    pub(crate) participants: Vec<Participant>,
    pub(crate) started: Option<Duration>,
    pub(crate) ended: bool,
    /// Those of the first in it.
    hook: Option<Hook>,
    events: Vec<String>,
    sequence: i64,
    recording: Option<(String, Option<Hook>)>,
}

/// Somebody in a conference.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an attribute of the noun")]
pub(crate) struct Participant {
    pub(crate) leg: LegId,
    starts: bool,
    ends: bool,
    muted: bool,
    coach: bool,
    label: Option<String>,
    /// Everybody hears this one come.
    beeps_in: bool,
    /// Everybody hears this one go.
    beeps_out: bool,
}

impl Participant {
    /// Somebody who comes in by a noun.
    fn of(leg: LegId, noun: &Element) -> Self {
        let beep = noun.value(&voice::Conference::beep);
        Self {
            leg,
            starts: noun.is(&voice::Conference::startConferenceOnEnter),
            ends: noun.is(&voice::Conference::endConferenceOnExit),
            muted: noun.is(&voice::Conference::muted),
            coach: noun.written(&voice::Conference::coach).is_some(),
            label: noun.written(&voice::Conference::participantLabel).map(str::to_owned),
            beeps_in: matches!(beep, Some("true" | "onEnter")),
            beeps_out: matches!(beep, Some("true" | "onExit")),
        }
    }
}

impl World {
    /// `<Dial><Conference>`.
    pub(crate) fn enter_conference(&mut self, leg: LegId, frame: u64, noun: &Element) {
        let name = noun.raw_text();
        let conference = self.conference(&name, leg, frame, noun);
        let participant = Participant::of(leg, noun);
        if let Some(label) = self.taken_label(conference, &participant) {
            let message = format!("the label {label} is taken in {name:?} (error 16025)");
            self.lapse(Some(leg), Lapse::MisplacedVerb, message, None);
            return self.proceed(leg);
        }
        if let Some(status) = self.refuses(conference, noun) {
            return self.dial_ended(leg, frame, Outcome { bridged: None, ..Outcome::of(status, None) });
        }
        self.conferences[conference].participants.push(participant.clone());
        if let Some(dial) = self.dial(leg, frame) {
            dial.stage = Stage::Conference(conference);
        }
        self.tell(leg, Event::Enters(name));
        self.tell_conference(conference, ConferenceStatusEvent::ParticipantJoin, |report, world| {
            world.describe(report, &participant);
        });
        let room = &self.conferences[conference];
        let enough = room.participants.len() >= 2 && room.participants.iter().any(|inside| inside.starts);
        match (room.started, enough) {
            (Some(_), _) => self.beep(conference, participant.beeps_in),
            (None, true) => {
                self.conference_starts(conference);
                self.beep(conference, participant.beeps_in);
            }
            (None, false) => self.wait_for_conference(leg, noun),
        }
    }

    /// The label of a participant, where another one has the same.
    fn taken_label(&self, conference: usize, participant: &Participant) -> Option<String> {
        let label = participant.label.as_ref()?;
        let mut inside = self.conferences[conference].participants.iter();
        inside.any(|other| other.label.as_ref() == Some(label)).then(|| label.clone())
    }

    /// How the `<Dial>` of somebody ends whom a conference does not take: it is full, or they would coach nobody.
    fn refuses(&self, conference: usize, noun: &Element) -> Option<DialCallStatus> {
        let most = noun.number(&voice::Conference::maxParticipants).and_then(|most| most.try_into().ok());
        if self.conferences[conference].participants.len() >= most.unwrap_or(MOST_PARTICIPANTS) {
            return Some(self.settings.behaviour.full_conference.clone());
        }
        let coached = noun.written(&voice::Conference::coach)?;
        let is_there = self.legs.iter().any(|leg| leg.sid == coached);
        (!is_there).then_some(DialCallStatus::Failed)
    }

    /// The conference of a name that goes on, or a new one.
    fn conference(&mut self, name: &str, leg: LegId, frame: u64, noun: &Element) -> usize {
        if let Some(found) = self.conferences.iter().position(|room| room.name == name && !room.ended) {
            return found;
        }
        let hook = noun.written(&voice::Conference::statusCallback).and_then(|url| {
            let url = self.resolve(leg, frame, url).ok()?;
            Some(Hook { url, method: method(noun, &voice::Conference::statusCallbackMethod) })
        });
        let events = noun.value(&voice::Conference::statusCallbackEvent).unwrap_or_default();
        let records = noun
            .value(&voice::Conference::record)
            .is_some_and(|record| record == "record-from-start" || record == "true");
        let told = noun
            .written(&voice::Conference::recordingStatusCallback)
            .and_then(|url| self.resolve(leg, frame, url).ok());
        let told =
            told.map(|url| Hook { url, method: method(noun, &voice::Conference::recordingStatusCallbackMethod) });
        let recording = records.then(|| (self.sids.next("RE"), told));
        self.conferences.push(Conference {
            name: name.to_owned(),
            sid: self.sids.next("CF"),
            participants: Vec::new(),
            started: None,
            ended: false,
            hook,
            events: events.split_ascii_whitespace().map(str::to_owned).collect(),
            sequence: 0,
            recording,
        });
        self.conferences.len() - 1
    }

    fn wait_for_conference(&mut self, leg: LegId, noun: &Element) {
        match noun.written(&voice::Conference::waitUrl) {
            None => self.hears(leg, Heard::Music),
            Some("") => {}
            Some(url) => {
                let waiting = self.push_frame(leg, Role::ConferenceWait);
                let mut said = Said::from(&self.call(leg));
                if !self.settings.behaviour.conference_wait_is_told {
                    said.parameters = Parameters::new();
                }
                self.ask_document(leg, waiting, said, url, method(noun, &voice::Conference::waitMethod), "waits");
            }
        }
    }

    fn conference_starts(&mut self, conference: usize) {
        self.conferences[conference].started = Some(self.clock.now);
        let inside = self.conferences[conference].participants.clone();
        for participant in &inside {
            if let Some((frame, _)) = self.dialling(participant.leg) {
                self.pop_above(participant.leg, frame);
            }
        }
        self.tell_conference(conference, ConferenceStatusEvent::ConferenceStart, |_, _| {});
    }

    /// Lets those who are in it hear that somebody comes or goes.
    fn beep(&mut self, conference: usize, beeps: bool) {
        let inside = self.conferences[conference].participants.clone();
        for participant in inside.iter().filter(|_| beeps) {
            self.hears(participant.leg, Heard::Beep);
        }
    }

    /// The document for those who wait could not be had: not joined.
    pub(crate) fn conference_refused(&mut self, leg: LegId) {
        let Some((frame, dial)) = self.dialling(leg) else { return };
        let Stage::Conference(conference) = dial.stage else { return };
        self.pop_above(leg, frame);
        self.conferences[conference].participants.retain(|inside| inside.leg != leg);
        self.close_if_empty(conference, None);
        self.dial_ended(leg, frame, Outcome { bridged: None, ..Outcome::of(DialCallStatus::Failed, None) });
    }

    /// A participant leaves; with `endConferenceOnExit` so do all others.
    pub(crate) fn leave_conference(&mut self, leg: LegId, conference: usize, removed: bool) {
        let room = &mut self.conferences[conference];
        let Some(index) = room.participants.iter().position(|inside| inside.leg == leg) else { return };
        let participant = room.participants.remove(index);
        let name = room.name.clone();
        self.tell(leg, Event::Leaves(name));
        let reason = if removed {
            ReasonParticipantLeft::ModeratorEndedConference
        } else {
            ReasonParticipantLeft::ParticipantHungUp
        };
        let gone = self.legs[leg].gone;
        self.tell_conference(conference, ConferenceStatusEvent::ParticipantLeave, |report, world| {
            world.describe(report, &participant);
            report.participant_call_status =
                Some(if gone { ParticipantCallStatus::Completed } else { ParticipantCallStatus::InProgress });
            report.reason_participant_left = Some(reason);
        });
        let goes_on = self.conferences[conference].started.is_some() && !removed && !participant.ends;
        self.beep(conference, goes_on && participant.beeps_out);
        if participant.ends && !removed {
            let others: Vec<_> = self.conferences[conference].participants.iter().map(|inside| inside.leg).collect();
            for other in others {
                self.leave_conference(other, conference, true);
                self.out_of_conference(other);
            }
        }
        if !removed {
            self.close_if_empty(conference, Some(&participant));
        }
    }

    fn close_if_empty(&mut self, conference: usize, last: Option<&Participant>) {
        let room = &mut self.conferences[conference];
        if !room.participants.is_empty() || room.ended {
            return;
        }
        room.ended = true;
        let started = room.started;
        let moderator = last.is_some_and(|last| last.ends);
        let ending = last.cloned();
        self.tell_conference(conference, ConferenceStatusEvent::ConferenceEnd, |report, world| {
            let (reason, words) = if moderator {
                (ReasonConferenceEnded::ModeratorLeft, "Participant with end conference on exit left")
            } else {
                (ReasonConferenceEnded::LastParticipantLeft, "Last participant left")
            };
            report.reason_conference_ended = Some(reason);
            report.reason = Some(words.to_owned());
            report.call_sid_ending_conference = ending.as_ref().map(|ending| world.legs[ending.leg].sid.clone());
            report.participant_label_ending_conference = ending.as_ref().and_then(|ending| ending.label.clone());
        });
        if let Some(started) = started {
            self.report_conference_recording(conference, started);
        }
    }

    fn report_conference_recording(&mut self, conference: usize, started: Duration) {
        let Some((sid, Some(hook))) = self.conferences[conference].recording.clone() else { return };
        let mut report: RecordingStatusCallback = blank();
        report.account_sid.clone_from(&self.settings.account_sid);
        report.conference_sid = Some(self.conferences[conference].sid.clone());
        report.recording_url = Some(self.recording_url(&sid));
        report.recording_sid = sid;
        report.recording_status = RecordingStatus::Completed;
        report.recording_duration = Some(seconds(self.clock.now.saturating_sub(started)));
        report.recording_channels = Some(1);
        report.recording_start_time = Some(self.rfc2822());
        report.recording_source = RecordingSource::Conference;
        let ask = self.ask_of(&report, hook.url, hook.method, Purpose::Report);
        let after = self.settings.durations.recording_ready;
        self.clock.schedule(after, super::clock::Class::Report, super::Due::Request(Box::new(ask)));
    }

    /// Somebody is out of a conference, and still there.
    pub(crate) fn out_of_conference(&mut self, leg: LegId) {
        let Some((frame, _)) = self.dialling(leg) else { return };
        self.pop_above(leg, frame);
        self.dial_ended(leg, frame, Outcome { bridged: None, ..Outcome::of(DialCallStatus::Answered, None) });
    }

    fn describe(&self, report: &mut ConferenceStatusCallback, participant: &Participant) {
        report.call_sid = Some(self.legs[participant.leg].sid.clone());
        report.participant_label.clone_from(&participant.label);
        report.muted = Some(participant.muted);
        report.hold = Some(false);
        report.coaching = Some(participant.coach);
        report.start_conference_on_enter = Some(participant.starts);
        report.end_conference_on_exit = Some(participant.ends);
    }

    fn tell_conference(
        &mut self,
        conference: usize,
        event: ConferenceStatusEvent,
        fill: impl FnOnce(&mut ConferenceStatusCallback, &Self),
    ) {
        let room = &mut self.conferences[conference];
        let Some(hook) = room.hook.clone() else { return };
        // On <Conference> the events are words without the noun: `join`, `start`.
        let word = event.as_ref().rsplit('-').next().unwrap_or_default().to_owned();
        if !room.events.contains(&word) {
            return;
        }
        room.sequence += 1;
        let mut report: ConferenceStatusCallback = blank();
        report.conference_sid.clone_from(&room.sid);
        report.friendly_name.clone_from(&room.name);
        report.account_sid.clone_from(&self.settings.account_sid);
        report.sequence_number = room.sequence;
        report.timestamp = self.rfc2822();
        report.status_callback_event = event;
        fill(&mut report, self);
        let ask = self.ask_of(&report, hook.url, hook.method, Purpose::Report);
        self.report(None, ask);
    }

    /// The name of the conference that a leg is in.
    pub(crate) fn conference_of(&self, leg: LegId) -> Option<&str> {
        let room = self.conferences.iter().find(|room| room.participants.iter().any(|inside| inside.leg == leg))?;
        Some(&room.name)
    }
}
