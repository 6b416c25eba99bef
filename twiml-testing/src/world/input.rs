//! What a person does on a leg: keys, words.

use std::time::Duration;

use twiml_core::webhook::Direction;

use super::leg::Doing;
use super::{LegId, World};
use crate::strictness::Lapse;
use crate::transcript::Event;

/// What hears a person.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Listener {
    Gather(u64),
    Record(u64),
    Dial(u64),
    Pay(u64),
    Session(u64),
}

impl World {
    /// What may hear a person, the uppermost first.
    pub(crate) fn listener(&self, leg: LegId) -> Option<Listener> {
        self.legs[leg].frames.iter().rev().find_map(|frame| match &frame.doing {
            Doing::Gathering(_) => Some(Listener::Gather(frame.id)),
            Doing::Recording(_) => Some(Listener::Record(frame.id)),
            Doing::Dialling(_) => Some(Listener::Dial(frame.id)),
            Doing::Paying(_) => Some(Listener::Pay(frame.id)),
            Doing::Connected(_) => Some(Listener::Session(frame.id)),
            _ => None,
        })
    }

    /// A key is pressed.
    pub(crate) fn press(&mut self, leg: LegId, key: char) {
        if !self.legs[leg].is_over() {
            self.tell(leg, Event::Presses(key));
        }
        let heard = match self.listener(leg) {
            Some(Listener::Gather(frame)) => self.gather_key(leg, frame, key),
            Some(Listener::Record(frame)) => self.recording_key(leg, frame, key),
            // Two who talk hear each other's keys.
            Some(Listener::Dial(frame)) => (key == '*' && self.star(leg, frame)) || self.legs[leg].talking.is_some(),
            Some(Listener::Pay(frame)) => self.payment_key(leg, frame, key),
            Some(Listener::Session(_)) => true,
            None => self.legs[leg].talking.is_some(),
        };
        if !heard && !self.keeps(leg, key) {
            let message = format!("nobody hears the key {key}: {}", self.what_runs(leg));
            let document = self.document_at_hand(leg);
            self.lapse(Some(leg), Lapse::UnheardKeys, message, document);
        }
    }

    /// Keeps a key for the next `<Gather>`, where that is so of keys that nothing takes. Whether it is kept.
    fn keeps(&mut self, leg: LegId, key: char) -> bool {
        let is_early = matches!(self.listener(leg), None | Some(Listener::Dial(_)));
        let pressed = &mut self.legs[leg];
        if !self.settings.behaviour.early_keys_are_kept || !is_early || pressed.answered.is_none() || pressed.is_over()
        {
            return false;
        }
        pressed.early_keys.push_back(key);
        self.tell(leg, Event::Notes(None, format!("the key {key} is kept for the next <Gather>")));
        true
    }

    /// Reports keys that were kept, and that nothing has taken until the call ended.
    pub(crate) fn report_kept_keys(&mut self, leg: LegId) {
        let keys: String = std::mem::take(&mut self.legs[leg].early_keys).into_iter().collect();
        if !keys.is_empty() {
            let message = format!("nobody has heard the keys {keys:?} when the call ends");
            self.lapse(Some(leg), Lapse::UnheardKeys, message, None);
        }
    }

    /// Words are said. How long that takes; nothing if nobody hears them.
    pub(crate) fn say(&mut self, leg: LegId, words: &str, confidence: Option<f64>) -> Option<Duration> {
        self.tell(leg, Event::Says(words.to_owned()));
        let length = self.settings.durations.spoken_word * u32::try_from(words.split_whitespace().count()).unwrap_or(1);
        let heard = match self.listener(leg) {
            Some(Listener::Gather(frame)) => self.gather_speech(leg, frame, words, confidence),
            Some(Listener::Record(frame)) => self.recording_speech(leg, frame, words, length).then_some(length),
            Some(Listener::Dial(_)) | None => self.legs[leg].talking.map(|_| length),
            Some(Listener::Session(_)) => Some(length),
            Some(Listener::Pay(_)) => None,
        };
        if heard.is_none() {
            let message = format!("nobody hears \"{words}\": {}", self.what_runs(leg));
            let document = self.document_at_hand(leg);
            self.lapse(Some(leg), Lapse::UnheardSpeech, message, document);
        }
        heard
    }

    /// What a leg is doing, for a message.
    pub(crate) fn what_runs(&self, leg: LegId) -> String {
        let leg = &self.legs[leg];
        if leg.is_over() {
            return format!("the call has ended ({})", leg.status);
        }
        let Some(frame) = leg.top() else {
            return String::from(if leg.talking.is_some() { "it is talking" } else { "it rings" });
        };
        let verb = frame.verb();
        let name = verb.as_ref().and_then(|verb| verb.element()).map(crate::answer::Element::tag).unwrap_or_default();
        match &frame.doing {
            Doing::Asking => String::from("a document is being asked for"),
            Doing::Playing(playing) => match playing.items.get(playing.index) {
                Some(item) => format!("`{name}` is playing {}", item.heard),
                None => String::from("it rings"),
            },
            Doing::Gathering(gather) => {
                let takes = match (gather.takes_keys, gather.takes_speech) {
                    (true, true) => "keys and speech",
                    (true, false) => "keys",
                    (false, _) => "speech",
                };
                match gather.keys() {
                    "" => format!("`{name}` listens for {takes}"),
                    keys => format!("`{name}` listens for {takes}, and has the keys {keys:?}"),
                }
            }
            Doing::Recording(recording) if recording.has_begun() => {
                format!("`{name}` records, and the keys {} end it", recording.finish())
            }
            Doing::Recording(_) => format!("`{name}` beeps"),
            Doing::Dialling(dial) => format!("`{name}` {}", dial.stage.words()),
            Doing::Queued(_) => format!("`{name}` waits for somebody to take the call"),
            Doing::Nothing | Doing::Done => String::from("nothing is heard"),
            _ => format!("`{name}` runs"),
        }
    }

    /// The document that a leg runs, with the verb marked.
    pub(crate) fn document_at_hand(&self, leg: LegId) -> Option<String> {
        let verb = self.legs[leg].top()?.verb()?;
        let element = verb.element()?;
        Some(verb.document.show(&self.origin(leg), &element.place, "runs now"))
    }

    /// Where the document came from that a leg runs.
    pub(crate) fn origin(&self, leg: LegId) -> String {
        let base = self.legs[leg].top().and_then(|frame| frame.base.as_ref());
        base.map_or_else(|| String::from("the REST API"), ToString::to_string)
    }

    /// What a script can let happen now, by the names of the acts.
    pub(crate) fn possible(&self, leg: LegId) -> Option<String> {
        if self.legs[leg].is_over() {
            return None;
        }
        let acts: &[&str] = match self.listener(leg) {
            Some(Listener::Gather(frame)) => match self.legs[leg].frame(frame).map(|frame| &frame.doing) {
                Some(Doing::Gathering(gather)) if gather.takes_keys && gather.takes_speech => {
                    &["presses", "chooses", "says", "mumbles", "stays_silent"]
                }
                Some(Doing::Gathering(gather)) if gather.takes_speech => &["says", "mumbles", "stays_silent"],
                _ => &["presses", "chooses", "stays_silent"],
            },
            Some(Listener::Record(_)) => &["records", "presses", "stays_silent"],
            Some(Listener::Pay(_)) => &["pays", "pays_in_vain", "mistypes", "presses(\"*\")", "stays_silent"],
            Some(Listener::Session(_) | Listener::Dial(_)) | None if self.legs[leg].talking.is_some() => {
                &["says", "other_hangs_up"]
            }
            Some(Listener::Session(frame)) if self.is_with_a_server(leg, frame) => {
                &["says", "socket_ends", "socket_fails", "agent_ends"]
            }
            Some(Listener::Session(_)) => &["is_joined_with"],
            Some(Listener::Dial(_)) => &["dials"],
            None if self.legs[leg].answered.is_none() && self.legs[leg].direction != Direction::Inbound => {
                &["answers", "is_busy", "declines"]
            }
            None => &[],
        };
        let named: Vec<_> = acts.iter().chain(&["waits", "hangs_up"]).map(|act| format!("`{act}`")).collect();
        Some(format!("what can happen: {}", named.join(", ")))
    }
}
