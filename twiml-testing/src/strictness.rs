//! What fails a test although the call goes on.

use std::fmt;

/// Something that Twilio bears in silence, and a test should not. Each fails the test unless it is allowed by name with
/// [`Twilio::allows`](crate::Twilio::allows).
///
/// ```
/// use twiml_testing::Lapse;
///
/// assert_eq!(Lapse::UnheardKeys.to_string(), "UnheardKeys");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum Lapse {
    /// A document has errors. Twilio leaves out what is wrong, or refuses the whole.
    InvalidDocument,
    /// A document has warnings.
    Warnings,
    /// A key was pressed while nothing listened for keys, or one too many; or was kept, and nothing has taken it.
    UnheardKeys,
    /// Something was said while nothing listened for speech.
    UnheardSpeech,
    /// A status callback was answered with 4xx or 5xx.
    FailedCallback,
    /// A document could not be had, and there was no fallback address.
    FailedRequest,
    /// A hundred documents were asked for while the clock stood still.
    RedirectLoop,
    /// A verb stands where Twilio does not run it, such as `<Dial>` in a whisper.
    MisplacedVerb,
    /// The file of a `<Play>` cannot be had.
    MissingFile,
    /// A message could not be sent as the application wanted it.
    UnsentMessage,
}

impl fmt::Display for Lapse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
