//! What is heard, and for how long.

use std::time::Duration;

use crate::names::voice;
use twiml_core::vocabulary::Dialect;

use super::clock::Class;
use super::leg::{Doing, Item, Playing};
use super::verbs::kind;
use super::{LegId, World};
use crate::answer::Element;
use crate::strictness::Lapse;
use crate::transcript::{Event, Heard};

/// Twilio plays nothing more often.
const MOST_ROUNDS: u32 = 1000;

impl World {
    /// What `<Say>`, `<Play>` and `<Pause>` let one hear.
    pub(crate) fn items(&self, element: &Element) -> Vec<Item> {
        let (rounds, item) = match element.id() {
            kind::SAY => (element.number(&voice::Say::r#loop), self.speech(element)),
            kind::PLAY => (element.number(&voice::Play::r#loop), self.file(element)),
            kind::PAUSE => {
                let length = element.seconds(&voice::Pause::length).unwrap_or_default();
                (Some(1), Some(Item { heard: Heard::Silence(length), length }))
            }
            // What may not stand here is passed over; the checker has said so.
            _ => return Vec::new(),
        };
        let rounds = match rounds {
            Some(0) => MOST_ROUNDS,
            Some(rounds) => rounds.min(MOST_ROUNDS),
            None => 1,
        };
        item.map(|item| vec![item; rounds.try_into().unwrap_or(1)]).unwrap_or_default()
    }

    fn speech(&self, element: &Element) -> Option<Item> {
        let text = element.text();
        if text.is_empty() {
            return None;
        }
        let length = self.length_of(&text) + breaks(element);
        Some(Item { heard: Heard::Speech(text), length })
    }

    /// How long a text takes.
    pub(crate) fn length_of(&self, text: &str) -> Duration {
        let durations = &self.settings.durations;
        let spoken: Duration = text
            .split_whitespace()
            .map(|word| {
                // Scripts that set no blanks between words.
                let unspaced = word
                    .chars()
                    .filter(|c| ('\u{2E80}'..='\u{9FFF}').contains(c) || ('\u{0E00}'..='\u{0E7F}').contains(c))
                    .count();
                match u32::try_from(unspaced) {
                    Ok(0) | Err(_) => durations.word,
                    Ok(count) => durations.character * count,
                }
            })
            .sum();
        spoken.max(durations.shortest_say)
    }

    fn file(&self, element: &Element) -> Option<Item> {
        if let Some(digits) = element.written(&voice::Play::digits) {
            return Some(Item { heard: Heard::Tones(digits.to_owned()), length: self.tones(digits) });
        }
        let url = element.raw_text();
        if url.is_empty() {
            return None;
        }
        let length = match self.settings.files.get(&url) {
            Some(known) => (*known)?,
            None => self.settings.durations.file,
        };
        Some(Item { heard: Heard::File(url), length })
    }

    /// How long tones take, with the pauses between them.
    pub(crate) fn tones(&self, digits: &str) -> Duration {
        let tone = self.settings.durations.tone;
        digits
            .chars()
            .map(|key| match key {
                'w' => Duration::from_millis(500),
                'W' => Duration::from_secs(1),
                _ => tone,
            })
            .sum()
    }

    /// A file that the test says cannot be had.
    pub(crate) fn is_missing(&self, element: &Element) -> Option<String> {
        let url = element.raw_text();
        (element.id() == kind::PLAY && self.settings.files.get(&url) == Some(&None)).then_some(url)
    }

    pub(crate) fn report_missing(&mut self, leg: LegId, url: &str) {
        self.lapse(Some(leg), Lapse::MissingFile, format!("the file {url} cannot be had (error 11200)"), None);
    }

    /// Plays items, one after the other.
    pub(crate) fn play(&mut self, leg: LegId, frame: u64, items: Vec<Item>) {
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Playing(Playing { items, index: 0 });
        }
        self.play_next(leg, frame);
    }

    fn play_next(&mut self, leg: LegId, frame: u64) {
        let Some(Doing::Playing(playing)) = self.legs[leg].frame(frame).map(|frame| &frame.doing) else { return };
        let Some(item) = playing.items.get(playing.index).cloned() else { return self.proceed(leg) };
        self.hears(leg, item.heard);
        self.set_timer(leg, frame, item.length, Class::Audio);
    }

    /// An item is over.
    pub(crate) fn item_ended(&mut self, leg: LegId, frame: u64) {
        if let Some(Doing::Playing(playing)) = self.legs[leg].frame_mut(frame).map(|frame| &mut frame.doing) {
            playing.index += 1;
            self.play_next(leg, frame);
        }
    }

    /// Audio or a text where a document is expected: it is played, and the document is over.
    pub(crate) fn play_alone(&mut self, leg: LegId, frame: u64, heard: Heard) {
        if self.legs[leg].answered.is_none() {
            self.answer(leg);
        }
        let length = match &heard {
            Heard::Speech(text) => self.length_of(text),
            _ => self.settings.durations.file,
        };
        // An empty document, so that nothing follows.
        if let Ok(document) = self.document(super::verbs::EMPTY, Dialect::Voice)
            && let Some(frame) = self.legs[leg].frame_mut(frame)
        {
            frame.document = Some(document);
            frame.next = 0;
        }
        self.play(leg, frame, vec![Item { heard, length }]);
    }

    /// What is heard stops at once.
    pub(crate) fn cut_short(&mut self, leg: LegId) {
        self.tell(leg, Event::CutShort);
    }
}

/// The pauses of `<break time>` in a `<Say>`.
fn breaks(element: &Element) -> Duration {
    let of = |time: &str| {
        let (number, unit) = match time.strip_suffix("ms") {
            Some(number) => (number, 1.0),
            None => (time.strip_suffix('s')?, 1000.0),
        };
        number.parse::<f64>().ok().map(|number| Duration::from_secs_f64((number * unit / 1000.0).clamp(0.0, 10.0)))
    };
    let written = element.descendants().into_iter().filter(|child| child.id() == kind::BREAK);
    written.filter_map(|pause| pause.written(&voice::r#break::time).and_then(of)).sum()
}
