//! An answer that is spoken while it is made.

use alloc::string::String;

use super::{Interrupt, Prompt, SendText};

/// An answer that goes to Twilio in pieces, as a language model makes them.
///
/// It ends exactly once, with `last`. After its end or an interruption there are no more pieces of it, however many the
/// model still makes: they would be spoken as the beginning of the next answer. What counts as said is what the caller has
/// heard, not what was sent.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::relay::{Answer, Event};
///
/// let mut answer = Answer::new();
/// let piece = answer.token("Your booking for the third of ").unwrap();
/// assert_eq!(piece.to_json(), r#"{"type":"text","token":"Your booking for the third of ","last":false}"#);
/// answer.token("May is confirmed.");
/// assert_eq!(answer.finish().unwrap().to_json(), r#"{"type":"text","token":"","last":true}"#);
///
/// // All was sent, but not all was heard.
/// let text = r#"{"type":"interrupt","utteranceUntilInterrupt":"Your booking for the","durationUntilInterruptMs":460}"#;
/// let Event::Interrupt(interrupt) = text.parse()? else { panic!() };
/// answer.interrupt(&interrupt);
/// assert_eq!(answer.said(), "Your booking for the");
/// # Ok::<(), twiml::socket::NoObject>(())
/// ```
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its settings are those of every piece.
    piece: SendText,
    said: String,
    state: State,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    Open,
    Finished,
    Interrupted,
}

impl Answer {
    /// Nothing has been said.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert_eq!(twiml::socket::relay::Answer::new().said(), "");
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::like(SendText::new(""))
    }

    /// The same, with the language and the other settings of a piece; its text does not count.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay::{Answer, SendText};
    ///
    /// let mut answer = Answer::like(SendText::new("").lang("sv-SE").interruptible(true));
    /// let piece = answer.token("Hej").unwrap();
    /// assert_eq!(piece.to_json(), r#"{"type":"text","token":"Hej","last":false,"lang":"sv-SE","interruptible":true}"#);
    /// ```
    #[must_use]
    pub fn like(piece: SendText) -> Self {
        Self { piece, said: String::new(), state: State::Open }
    }

    /// A piece, to be sent now, with the spaces that it came with. `None` where there is nothing to send: the piece is empty, or
    /// the answer has ended or was interrupted.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay::Answer;
    ///
    /// let mut answer = Answer::new();
    /// assert_eq!(answer.token(" and ").unwrap().token, " and ");
    /// assert_eq!(answer.token(""), None);
    /// ```
    #[must_use = "it has to be sent"]
    pub fn token(&mut self, token: &str) -> Option<SendText> {
        if token.is_empty() || self.state != State::Open {
            return None;
        }
        self.said.push_str(token);
        Some(self.piece(token, false))
    }

    /// The end, to be sent now. `None` where there is nothing to end: nothing was sent, or it has ended or was interrupted.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay::Answer;
    ///
    /// let mut answer = Answer::new();
    /// answer.token("Yes.");
    /// assert_eq!(answer.finish().unwrap().last, Some(true));
    /// assert_eq!(answer.finish(), None);
    /// ```
    #[must_use = "it has to be sent"]
    pub fn finish(&mut self) -> Option<SendText> {
        let is_open = self.state == State::Open;
        if is_open {
            self.state = State::Finished;
        }
        (is_open && !self.said.is_empty()).then(|| self.piece("", true))
    }

    /// The caller has cut it off, be it while it was made or while it was still spoken.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay::{Answer, Event};
    ///
    /// let mut answer = Answer::new();
    /// answer.token("Your booking ");
    /// let Event::Interrupt(interrupt) = r#"{"type":"interrupt","utteranceUntilInterrupt":"Your"}"#.parse()? else { panic!() };
    /// answer.interrupt(&interrupt);
    /// assert_eq!(answer.token("is late."), None);
    /// assert_eq!(answer.said(), "Your");
    /// # Ok::<(), twiml::socket::NoObject>(())
    /// ```
    pub fn interrupt(&mut self, interrupt: &Interrupt) {
        self.state = State::Interrupted;
        if let Some(heard) = &interrupt.utterance_until_interrupt {
            self.said.clone_from(heard);
        }
    }

    /// Whether it takes no more pieces.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert!(!twiml::socket::relay::Answer::new().is_over());
    /// ```
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.state != State::Open
    }

    /// What was said: all that was sent, and after an interruption what the caller heard of it. This is what belongs into the
    /// history of the conversation.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay::Answer;
    ///
    /// let mut answer = Answer::new();
    /// answer.token("Yes");
    /// answer.token(", of course.");
    /// assert_eq!(answer.said(), "Yes, of course.");
    /// ```
    #[must_use]
    pub fn said(&self) -> &str {
        &self.said
    }

    fn piece(&self, token: &str, last: bool) -> SendText {
        SendText { token: token.into(), last: Some(last), ..self.piece.clone() }
    }
}

impl Default for Answer {
    fn default() -> Self {
        Self::new()
    }
}

impl Prompt {
    /// Whether the utterance is complete, as it always is without `partialPrompts`.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::relay::Event;
    ///
    /// let Event::Prompt(prompt) = r#"{"type":"prompt","voicePrompt":"I would like"}"#.parse()? else { panic!() };
    /// assert!(prompt.is_last());
    /// # Ok::<(), twiml::socket::NoObject>(())
    /// ```
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.last != Some(false)
    }
}
