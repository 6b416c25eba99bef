//! What is played to the caller.

use alloc::collections::VecDeque;
use alloc::string::String;
use core::time::Duration;

use super::audio::duration;
use super::{Audio, Mark, SendClear, SendMark, SendMedia, Start};

/// Keeps the ledger of a two-way stream: what was sent, what the caller has heard of it, what was cleared.
///
/// Twilio queues audio as fast as it is sent and plays it at the pace of speech, so that the end of sending is not the end of
/// speaking. Marks tell how far it is. But a mark comes back too when [`clear`](Self::clear) has dropped the audio before it: by
/// itself it is no proof that anything was heard. This remembers which marks were pending then.
///
/// ```
/// # use twiml_core as twiml;
/// use std::time::Duration;
/// use twiml::socket::stream::{Audio, Fate, Playback};
/// # let returned = |name: &str| {
/// #     let text = format!(r#"{{"event":"mark","sequenceNumber":"7","streamSid":"MZ1","mark":{{"name":"{name}"}}}}"#);
/// #     let Ok(twiml::socket::stream::Event::Mark(mark)) = text.parse() else { panic!() };
/// #     mark
/// # };
///
/// let second = Audio::silence(Duration::from_secs(1));
/// let mut playback = Playback::new("MZ0123456789abcdef0123456789abcdef");
///
/// // What these give goes over the socket, in this order.
/// playback.media(second.clone());
/// playback.mark("first sentence");
/// playback.media(second.clone());
/// playback.mark("second sentence");
///
/// assert_eq!(playback.receive(&returned("first sentence")), Fate::Played);
/// assert_eq!(playback.heard(), Duration::from_secs(1));
///
/// // The caller interrupts.
/// playback.clear();
/// assert_eq!(playback.receive(&returned("second sentence")), Fate::Cleared);
/// assert_eq!(playback.heard(), Duration::from_secs(1));
/// ```
#[derive(Clone, Debug)]
pub struct Playback {
    stream_sid: String,
    /// Marks that have not come back, in the order in which they were sent.
    pending: VecDeque<Pending>,
    /// Samples since the last mark.
    unmarked: u64,
    /// Samples that were played for certain.
    heard: u64,
}

#[derive(Clone, Debug)]
struct Pending {
    name: String,
    /// Samples between the mark before and this one.
    samples: u64,
    cleared: bool,
}

impl Playback {
    /// Nothing has been sent to this stream.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let playback = twiml::socket::stream::Playback::new("MZ0123456789abcdef0123456789abcdef");
    /// ```
    #[must_use]
    pub fn new(stream_sid: impl Into<String>) -> Self {
        Self { stream_sid: stream_sid.into(), pending: VecDeque::new(), unmarked: 0, heard: 0 }
    }

    /// Audio, to be sent now.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::{Audio, Playback};
    ///
    /// let message = Playback::new("MZ1").media(Audio::new([0xFF]));
    /// assert_eq!(message.to_json(), r#"{"event":"media","streamSid":"MZ1","media":{"payload":"/w=="}}"#);
    /// ```
    #[must_use = "it has to be sent"]
    pub fn media(&mut self, audio: impl Into<Audio>) -> SendMedia {
        let audio = audio.into();
        self.unmarked += audio.as_bytes().len() as u64;
        SendMedia::new(self.stream_sid.as_str(), audio)
    }

    /// A mark behind what was sent so far, to be sent now. Its name need not be new.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Playback;
    ///
    /// let message = Playback::new("MZ1").mark("greeting");
    /// assert_eq!(message.to_json(), r#"{"event":"mark","streamSid":"MZ1","mark":{"name":"greeting"}}"#);
    /// ```
    #[must_use = "it has to be sent"]
    pub fn mark(&mut self, name: impl Into<String>) -> SendMark {
        let name = name.into();
        let samples = core::mem::take(&mut self.unmarked);
        self.pending.push_back(Pending { name: name.clone(), samples, cleared: false });
        SendMark::new(self.stream_sid.as_str(), name)
    }

    /// Drops all that is queued, to be sent now. Marks that are pending count as cleared from here on. One that was on its way
    /// back counts too: of it nobody knows.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Playback;
    ///
    /// assert_eq!(Playback::new("MZ1").clear().to_json(), r#"{"event":"clear","streamSid":"MZ1"}"#);
    /// ```
    #[must_use = "it has to be sent"]
    pub fn clear(&mut self) -> SendClear {
        self.unmarked = 0;
        for pending in &mut self.pending {
            pending.cleared = true;
            pending.samples = 0;
        }
        SendClear::new(self.stream_sid.as_str())
    }

    /// Takes a mark in that came back.
    ///
    /// Of marks with the same name the one that was sent first comes back first.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::{Event, Fate, Playback};
    ///
    /// let text = r#"{"event":"mark","sequenceNumber":"7","streamSid":"MZ1","mark":{"name":"greeting"}}"#;
    /// let Event::Mark(mark) = text.parse()? else { panic!() };
    /// assert_eq!(Playback::new("MZ1").receive(&mark), Fate::Unknown);
    /// # Ok::<(), twiml::socket::NoObject>(())
    /// ```
    pub fn receive(&mut self, mark: &Mark) -> Fate {
        let Some(place) = self.pending.iter().position(|pending| pending.name == mark.name) else {
            return Fate::Unknown;
        };
        let cleared = self.pending.get(place).is_some_and(|pending| pending.cleared);
        if !cleared {
            // What is in front of it in the queue was played as well, whether or not its mark has come back.
            let before = self.pending.iter_mut().take(place + 1);
            self.heard += before.map(|pending| core::mem::take(&mut pending.samples)).sum::<u64>();
        }
        self.pending.remove(place);
        if cleared { Fate::Cleared } else { Fate::Played }
    }

    /// How much the caller has heard for certain: the audio before the last mark that was played. How much more it was, only more
    /// marks can tell.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use std::time::Duration;
    ///
    /// assert_eq!(twiml::socket::stream::Playback::new("MZ1").heard(), Duration::ZERO);
    /// ```
    #[must_use]
    pub const fn heard(&self) -> Duration {
        duration(self.heard)
    }

    /// How much has been sent that is neither heard for certain nor cleared: at most so long Twilio goes on speaking.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use std::time::Duration;
    /// use twiml::socket::stream::{Audio, Playback};
    ///
    /// let mut playback = Playback::new("MZ1");
    /// playback.media(Audio::silence(Duration::from_secs(2)));
    /// assert_eq!(playback.queued(), Duration::from_secs(2));
    /// playback.clear();
    /// assert_eq!(playback.queued(), Duration::ZERO);
    /// ```
    #[must_use]
    pub fn queued(&self) -> Duration {
        duration(self.unmarked + self.pending.iter().map(|pending| pending.samples).sum::<u64>())
    }

    /// The marks that have not come back, in the order in which they were sent.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Playback;
    ///
    /// let mut playback = Playback::new("MZ1");
    /// playback.mark("greeting");
    /// assert_eq!(playback.pending().collect::<Vec<_>>(), ["greeting"]);
    /// ```
    pub fn pending(&self) -> impl Iterator<Item = &str> {
        self.pending.iter().map(|pending| pending.name.as_str())
    }
}

impl From<&Start> for Playback {
    /// The stream that begins.
    fn from(start: &Start) -> Self {
        Self::new(start.stream_sid.as_str())
    }
}

/// What became of the audio before a mark.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream::Fate;
///
/// assert_ne!(Fate::Played, Fate::Cleared);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fate {
    /// It was played to its end.
    Played,
    /// It was dropped, at least its end.
    Cleared,
    /// No mark of this name is pending.
    Unknown,
}
