//! What a script asks of a world.

use twiml_core::webhook::{CallStatus, DialRefer, Direction};

use super::input::Listener;
use super::leg::Doing;
use super::standard::blank;
use super::verbs::dial::Stage;
use super::{LegId, World};
use crate::failure::Failure;
use crate::transcript::{Entry, Event, Heard, Transcript};

/// Where a leg listens: enough to tell one place from another.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Place {
    listener: Listener,
    verb: usize,
    exchange: Option<usize>,
}

impl World {
    /// What happened: on a leg and those that it made, or everywhere.
    pub(crate) fn transcript_of(&self, leg: Option<LegId>) -> Transcript {
        let belongs = |entry: &Entry| match (leg, entry.leg) {
            (None, _) => true,
            (Some(leg), Some(of)) => of == leg || self.legs[of].parent == Some(leg),
            (Some(_), None) => false,
        };
        Transcript { entries: self.transcript.iter().filter(|entry| belongs(entry)).cloned().collect() }
    }

    /// Why an act cannot happen, with all there is to know.
    pub(crate) fn failure(&self, leg: Option<LegId>, message: String, instead: Vec<String>) -> Failure {
        let mut failure = Failure::new(message);
        for words in instead {
            failure = failure.instead(words);
        }
        if let Some(leg) = leg {
            let now = self.what_runs(leg);
            if !failure.message.contains(&now) {
                failure = failure.instead(format!("now {now}"));
            }
            failure.instead.extend(self.possible(leg));
            failure.document = self.document_at_hand(leg);
        }
        failure.transcript = self.transcript_of(None).to_string();
        failure
    }

    /// A leg to a number that rings.
    pub(crate) fn ringing(&self, number: &str) -> Option<LegId> {
        self.legs.iter().position(|leg| {
            let called = leg.direction != Direction::Inbound;
            called && leg.to == number && leg.answered.is_none() && !leg.is_over() && leg.rings
        })
    }

    /// What the menu says that a leg hears.
    pub(crate) fn menu(&self, leg: LegId) -> String {
        let mut said: Vec<&str> = Vec::new();
        for frame in &self.legs[leg].frames {
            if let Doing::Gathering(gather) = &frame.doing {
                said.extend(gather.prompt().filter_map(|item| match &item.heard {
                    Heard::Speech(text) => Some(text.as_str()),
                    _ => None,
                }));
            }
        }
        if said.is_empty() {
            // A prompt before a silent <Gather>: what was said since the last document came.
            for entry in self.transcript.iter().rev().filter(|entry| entry.leg == Some(leg)) {
                match &entry.event {
                    Event::Hears(Heard::Speech(text)) => said.insert(0, text),
                    Event::Answered { .. } => break,
                    _ => {}
                }
            }
        }
        said.join(". ")
    }

    /// Where a leg listens.
    pub(crate) fn listening_place(&self, leg: LegId) -> Option<Place> {
        let listener = self.listener(leg)?;
        let (Listener::Gather(id)
        | Listener::Record(id)
        | Listener::Dial(id)
        | Listener::Pay(id)
        | Listener::Session(id)) = listener;
        let frame = self.legs[leg].frame(id)?;
        Some(Place { listener, verb: frame.next, exchange: frame.exchange })
    }

    /// The frame that records.
    pub(crate) fn recording_frame(&self, leg: LegId) -> Option<u64> {
        self.legs[leg].frames.iter().find_map(|frame| match &frame.doing {
            Doing::Recording(recording) if recording.has_begun() => Some(frame.id),
            _ => None,
        })
    }

    /// The party that a leg talks with transfers the call. Whether it can.
    pub(crate) fn transfers(&mut self, leg: LegId, target: &str) -> bool {
        let Some((frame, dial)) = self.dialling(leg) else { return false };
        let Stage::Talking(other) = dial.stage else { return false };
        let Some(verb) = self.running(leg, frame) else { return false };
        let Some(element) = verb.element() else { return false };
        let Some(url) = element.written(&crate::names::voice::Dial::referUrl) else { return false };
        let mut request: DialRefer = blank();
        request.call = self.call(leg);
        target.clone_into(&mut request.refer_transfer_target);
        let method = super::verbs::method(element, &crate::names::voice::Dial::referMethod);
        self.legs[leg].talking = None;
        self.legs[other].talking = None;
        self.end(other, &CallStatus::Completed);
        self.ask_document(leg, frame, &request, url, method, "transferred");
        true
    }
}
