//! Closed and open lists of values.

/// A list of values as data.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{Enumeration, values::Record};
///
/// assert_eq!(Record::VOCABULARY.name, "Record");
/// assert!(!Record::VOCABULARY.open);
/// ```
#[derive(Debug)]
pub struct List {
    /// Name of the Rust enum.
    pub name: &'static str,
    /// The comment of its row, as Rust hands it on; see [`doc`](Self::doc).
    #[doc(hidden)]
    pub comment: &'static str,
    /// Other values may come.
    pub open: bool,
    /// A value that goes on after one of these is known, too.
    pub prefixes: &'static [&'static str],
    /// Upper and lower case mean the same.
    pub ignore_case: bool,
    /// The values.
    pub values: &'static [Word],
}

impl List {
    /// What the values are, in one sentence.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::{Enumeration, values::Method};
    ///
    /// assert_eq!(Method::VOCABULARY.doc(), "HTTP method of a request.");
    /// ```
    #[must_use]
    pub fn doc(&self) -> &'static str {
        self.comment.trim_start()
    }

    /// The row of this value.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::{Enumeration, values::Record};
    ///
    /// assert_eq!(Record::VOCABULARY.word("record-from-answer").unwrap().variant, "FromAnswer");
    /// ```
    #[must_use]
    pub fn word(&self, value: &str) -> Option<&'static Word> {
        self.values.get(self.position(value)?)
    }

    /// Its place among the values.
    pub(crate) fn position(&self, value: &str) -> Option<usize> {
        self.values
            .iter()
            .position(|word| word.value == value || self.ignore_case && word.value.eq_ignore_ascii_case(value))
    }

    /// Whether the value is one of the list, or goes on after a beginning that all of its kind share.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::{Enumeration, values::SpeechModel};
    ///
    /// assert!(SpeechModel::VOCABULARY.knows("deepgram_nova-2-medical"));
    /// assert!(!SpeechModel::VOCABULARY.knows("deepgram_nova-2-"));
    /// ```
    #[must_use]
    pub fn knows(&self, value: &str) -> bool {
        let goes_on = |prefix: &&str| value.strip_prefix(*prefix).is_some_and(|rest| !rest.is_empty());
        self.word(value).is_some() || self.prefixes.iter().any(goes_on)
    }
}

/// One value of a list.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{Enumeration, values::Record};
///
/// assert_eq!(Record::VOCABULARY.word("true").unwrap().alias_of, Some("record-from-answer"));
/// ```
#[derive(Debug)]
pub struct Word {
    /// The value, as TwiML writes it.
    pub value: &'static str,
    /// The variant of the Rust enum.
    pub variant: &'static str,
    /// The comment of its row, as Rust hands it on; see [`doc`](Self::doc).
    #[doc(hidden)]
    pub comment: &'static str,
    /// The value that it is an older spelling of.
    pub alias_of: Option<&'static str>,
    /// Only libraries know it.
    pub undocumented: bool,
}

impl Word {
    pub(crate) const PLAIN: Self = Self { value: "", variant: "", comment: "", alias_of: None, undocumented: false };

    /// A row with nothing but its names and its comment.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(value: &'static str, variant: &'static str, comment: &'static str) -> Self {
        Self { value, variant, comment, ..Self::PLAIN }
    }

    /// What it means, in one sentence.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::{Enumeration, values::Method};
    ///
    /// assert_eq!(Method::VOCABULARY.values[1].doc(), "Parameters go into the body.");
    /// ```
    #[must_use]
    pub fn doc(&self) -> &'static str {
        self.comment.trim_start()
    }
}

/// A doc comment as one sentence, without the space that rustdoc leaves in front.
#[allow(unused_macros, reason = "only the rows of some features are few enough to be worth its price")]
macro_rules! sentence {
    ($($line:literal)+) => { $crate::vocabulary::trim_start(concat!($($line),+)) };
}

/// Cuts a leading space off, in a constant. The tables do without: a call costs the compiler more than all the rest of a row.
#[allow(dead_code, reason = "see above")]
pub(crate) const fn trim_start(text: &str) -> &str {
    match text.as_bytes() {
        [b' ', ..] => text.split_at(1).1,
        _ => text,
    }
}
