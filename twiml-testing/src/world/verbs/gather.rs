//! `<Gather>`: a prompt, keys and speech.

use std::time::Duration;

use crate::names::voice;
use twiml_core::webhook::{GatherAction, GatherPartialResult};

use super::{Next, method};
use crate::answer::Element;
use crate::transcript::Event;
use crate::world::clock::Class;
use crate::world::leg::{Doing, Item};
use crate::world::standard::blank;
use crate::world::{LegId, Purpose, World};

/// Longest speech.
const LONGEST_SPEECH: Duration = Duration::from_secs(60);

/// How far a `<Gather>` is.
#[derive(Debug)]
pub(crate) struct Gather {
    prompt: Vec<Item>,
    index: usize,
    stage: Stage,
    keys: String,
    words: Option<(String, Option<f64>)>,
    /// How long was spoken, without the pauses.
    spoken: Duration,
    pub(crate) takes_keys: bool,
    pub(crate) takes_speech: bool,
    finish: String,
    most: Option<usize>,
    timeout: Duration,
    /// None: at the first pause.
    speech_timeout: Option<Duration>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stage {
    Prompt,
    Waiting,
    Speaking,
    /// Silence after speech.
    Silent,
}

/// How input ended.
enum Input {
    None,
    Keys,
    Speech,
}

impl Gather {
    /// The keys so far.
    pub(crate) fn keys(&self) -> &str {
        &self.keys
    }

    /// What the prompt says.
    pub(crate) fn prompt(&self) -> impl Iterator<Item = &Item> {
        self.prompt.iter()
    }

    /// Which keys a caller would try who is to be asked for one.
    pub(crate) const fn is_for_one_key(&self) -> bool {
        matches!(self.most, Some(1))
    }

    pub(crate) const fn most(&self) -> Option<usize> {
        self.most
    }

    pub(crate) fn finish(&self) -> &str {
        &self.finish
    }
}

impl World {
    pub(crate) fn begin_gather(&mut self, leg: LegId, frame: u64, element: &Element) -> Next {
        let mut prompt = Vec::new();
        for child in element.elements() {
            if let Some(url) = self.is_missing(child) {
                self.report_missing(leg, &url);
            }
            prompt.extend(self.items(child));
        }
        let timeout = element.seconds(&voice::Gather::timeout).unwrap_or(Duration::from_secs(5));
        let speech_timeout = match element.value(&voice::Gather::speechTimeout) {
            Some("auto") => None,
            _ => Some(element.seconds(&voice::Gather::speechTimeout).unwrap_or(timeout)),
        };
        let gather = Gather {
            prompt,
            index: 0,
            stage: Stage::Prompt,
            keys: String::new(),
            words: None,
            spoken: Duration::ZERO,
            takes_keys: element.lists(&voice::Gather::input, "dtmf"),
            takes_speech: element.lists(&voice::Gather::input, "speech"),
            finish: element.value(&voice::Gather::finishOnKey).unwrap_or_default().to_owned(),
            most: element.number(&voice::Gather::numDigits).and_then(|most| most.try_into().ok()),
            timeout,
            speech_timeout,
        };
        if let Some(frame) = self.legs[leg].frame_mut(frame) {
            frame.doing = Doing::Gathering(gather);
        }
        if !self.takes_kept_keys(leg, frame) {
            self.prompt_next(leg, frame);
        }
        Next::Waits
    }

    /// Takes the keys that were kept, as many as it wants. Whether there were any: they cut the prompt before it begins.
    fn takes_kept_keys(&mut self, leg: LegId, frame: u64) -> bool {
        if self.legs[leg].early_keys.is_empty() {
            return false;
        }
        match self.gather(leg, frame) {
            Some(gather) if gather.takes_keys => gather.stage = Stage::Waiting,
            _ => return false,
        }
        while self.gather(leg, frame).is_some()
            && let Some(key) = self.legs[leg].early_keys.pop_front()
        {
            self.tell(leg, Event::Notes(None, format!("the key {key}, which was kept, is taken")));
            self.gather_key(leg, frame, key);
        }
        true
    }

    fn gather(&mut self, leg: LegId, frame: u64) -> Option<&mut Gather> {
        match &mut self.legs[leg].frame_mut(frame)?.doing {
            Doing::Gathering(gather) => Some(gather),
            _ => None,
        }
    }

    fn prompt_next(&mut self, leg: LegId, frame: u64) {
        let Some(gather) = self.gather(leg, frame) else { return };
        let timeout = gather.timeout;
        match gather.prompt.get(gather.index).cloned() {
            Some(item) => {
                self.hears(leg, item.heard);
                self.set_timer(leg, frame, item.length, Class::Audio);
            }
            None => {
                gather.stage = Stage::Waiting;
                self.wait(leg, frame, timeout);
            }
        }
    }

    pub(crate) fn gather_is_due(&mut self, leg: LegId, frame: u64) {
        let Some(gather) = self.gather(leg, frame) else { return };
        match gather.stage {
            Stage::Prompt => {
                gather.index += 1;
                self.prompt_next(leg, frame);
            }
            Stage::Waiting if gather.keys.is_empty() => self.gather_ends(leg, frame, &Input::None),
            Stage::Waiting => self.gather_ends(leg, frame, &Input::Keys),
            Stage::Speaking => self.speech_paused(leg, frame),
            Stage::Silent => self.gather_ends(leg, frame, &Input::Speech),
        }
    }

    /// A key. Whether it was heard.
    pub(crate) fn gather_key(&mut self, leg: LegId, frame: u64, key: char) -> bool {
        let Some(gather) = self.gather(leg, frame) else { return false };
        if !gather.takes_keys || gather.words.is_some() {
            return false;
        }
        let prompting = gather.stage == Stage::Prompt && gather.index < gather.prompt.len();
        gather.stage = Stage::Waiting;
        let timeout = gather.timeout;
        let finished = gather.finish.contains(key);
        if !finished {
            gather.keys.push(key);
        }
        let full = gather.most.is_some_and(|most| gather.keys.len() >= most);
        let empty = gather.keys.is_empty();
        if prompting {
            self.cut_short(leg);
        }
        if finished && empty {
            self.gather_ends(leg, frame, &Input::None);
        } else if finished || full {
            self.gather_ends(leg, frame, &Input::Keys);
        } else {
            self.wait(leg, frame, timeout);
        }
        true
    }

    /// Somebody begins to speak. How long it takes, if it was heard.
    pub(crate) fn gather_speech(
        &mut self,
        leg: LegId,
        frame: u64,
        words: &str,
        confidence: Option<f64>,
    ) -> Option<Duration> {
        let length = self.settings.durations.spoken_word * u32::try_from(words.split_whitespace().count()).unwrap_or(1);
        let barges = self.settings.behaviour.speech_barges_in;
        let gather = self.gather(leg, frame)?;
        if !gather.takes_speech || !gather.keys.is_empty() {
            return None;
        }
        let prompting = gather.stage == Stage::Prompt && gather.index < gather.prompt.len();
        if prompting && !barges {
            return None;
        }
        let said = gather.words.take().map(|(before, _)| format!("{before} {words}"));
        gather.words = Some((said.unwrap_or_else(|| words.to_owned()), confidence));
        gather.stage = Stage::Speaking;
        let length = length.min(LONGEST_SPEECH.saturating_sub(gather.spoken));
        gather.spoken += length;
        if prompting {
            self.cut_short(leg);
        }
        self.set_timer(leg, frame, length, Class::Input);
        Some(length)
    }

    fn speech_paused(&mut self, leg: LegId, frame: u64) {
        self.report_partial(leg, frame);
        let Some(gather) = self.gather(leg, frame) else { return };
        match gather.speech_timeout {
            // Nobody is listened to any longer.
            _ if gather.spoken >= LONGEST_SPEECH => self.gather_ends(leg, frame, &Input::Speech),
            Some(silence) => {
                gather.stage = Stage::Silent;
                self.wait(leg, frame, silence);
            }
            None => self.gather_ends(leg, frame, &Input::Speech),
        }
    }

    fn report_partial(&mut self, leg: LegId, frame: u64) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        let Some(target) = element.written(&voice::Gather::partialResultCallback) else { return };
        let Ok(url) = self.resolve(leg, frame, target) else { return };
        let words = self.gather(leg, frame).and_then(|gather| gather.words.clone());
        let mut report: GatherPartialResult = blank();
        report.call = self.call(leg);
        report.unstable_speech_result = words.map(|(words, _)| words);
        let method = method(element, &voice::Gather::partialResultCallbackMethod);
        let ask = self.ask_of(&report, url, method, Purpose::Report);
        self.report(Some(leg), ask);
    }

    /// Speech that is not understood: as if nothing had been said.
    pub(crate) fn gather_mumble(&mut self, leg: LegId, frame: u64) {
        self.gather_ends(leg, frame, &Input::None);
    }

    fn gather_ends(&mut self, leg: LegId, frame: u64, input: &Input) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        let Some(gather) = self.gather(leg, frame) else { return };
        let keys = std::mem::take(&mut gather.keys);
        let words = gather.words.take();
        self.stop_timer(leg, frame);
        let mut request: GatherAction = blank();
        request.call = self.call(leg);
        let cause = match input {
            Input::None if !element.is(&voice::Gather::actionOnEmptyResult) => {
                self.tell(leg, Event::NoInput);
                return self.proceed(leg);
            }
            Input::None => {
                request.digits = self.settings.behaviour.empty_digits.then(String::new);
                String::from("no input")
            }
            Input::Keys => {
                let cause = keys.clone();
                request.digits = Some(keys);
                cause
            }
            Input::Speech => {
                let (words, confidence) = words.unwrap_or_default();
                let cause = format!("\"{words}\"");
                request.speech_result = Some(words);
                request.confidence = confidence;
                cause
            }
        };
        let action = element.written(&voice::Gather::action).unwrap_or_default();
        self.ask_document(leg, frame, &request, action, method(element, &voice::Gather::method), &cause);
    }

    /// The caller is gone, and the test wants that reported.
    pub(crate) fn gather_hung_up(&mut self, leg: LegId, frame: u64) {
        let Some(verb) = self.running(leg, frame) else { return };
        let Some(element) = verb.element() else { return };
        let mut request: GatherAction = blank();
        request.call = self.call(leg);
        let action = element.written(&voice::Gather::action).unwrap_or_default();
        self.ask_document(leg, frame, &request, action, method(element, &voice::Gather::method), "hang-up");
    }
}
