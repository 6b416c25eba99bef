//! When something happened.

use alloc::string::String;
use core::{cmp::Ordering, fmt, hash, str::FromStr};

use time::{
    OffsetDateTime,
    format_description::well_known::{Iso8601, Rfc2822},
};

/// When something happened, as Twilio wrote it: by RFC 2822 or by ISO 8601.
///
/// Timestamps compare as points in time, whatever their notation and time zone.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::Timestamp;
///
/// let answered: Timestamp = "Tue, 24 Nov 2026 14:39:48 +0000".parse()?;
/// let completed: Timestamp = "2026-11-24T15:40:03.250+01:00".parse()?;
/// assert_eq!(answered.unix_seconds(), 1_795_531_188);
/// assert_eq!(completed.unix_seconds() - answered.unix_seconds(), 15);
/// assert_eq!(completed.nanoseconds(), 250_000_000);
/// assert!(answered < completed);
/// assert_eq!(answered.to_string(), "Tue, 24 Nov 2026 14:39:48 +0000");
/// # Ok::<(), twiml::webhook::UnknownTime>(())
/// ```
#[derive(Clone, Debug)]
pub struct Timestamp {
    text: String,
    time: OffsetDateTime,
}

impl Timestamp {
    /// As Twilio wrote it.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::webhook::Timestamp;
    /// assert_eq!("2026-11-24T14:39:48Z".parse::<Timestamp>()?.as_str(), "2026-11-24T14:39:48Z");
    /// # Ok::<(), twiml::webhook::UnknownTime>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Seconds since the beginning of 1970 in UTC.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::webhook::Timestamp;
    /// assert_eq!("1970-01-01T00:01:00Z".parse::<Timestamp>()?.unix_seconds(), 60);
    /// # Ok::<(), twiml::webhook::UnknownTime>(())
    /// ```
    #[must_use]
    pub const fn unix_seconds(&self) -> i64 {
        self.time.unix_timestamp()
    }

    /// Nanoseconds since that second began.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::webhook::Timestamp;
    /// assert_eq!("1970-01-01T00:00:00.5Z".parse::<Timestamp>()?.nanoseconds(), 500_000_000);
    /// # Ok::<(), twiml::webhook::UnknownTime>(())
    /// ```
    #[must_use]
    pub const fn nanoseconds(&self) -> u32 {
        self.time.nanosecond()
    }

    /// No time at all, until one is read.
    pub(super) const fn blank() -> Self {
        Self { text: String::new(), time: OffsetDateTime::UNIX_EPOCH }
    }

    /// Whichever of both Twilio writes: what its pages say of a parameter is no reason to refuse a request.
    pub(super) fn read(text: &str) -> Option<Self> {
        let written = text.trim();
        let time =
            OffsetDateTime::parse(written, &Rfc2822).or_else(|_| OffsetDateTime::parse(written, &Iso8601::PARSING));
        time.ok().map(|time| Self { text: text.into(), time })
    }
}

impl FromStr for Timestamp {
    type Err = UnknownTime;

    fn from_str(text: &str) -> Result<Self, UnknownTime> {
        Self::read(text).ok_or(UnknownTime)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.time == other.time
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.time.cmp(&other.time)
    }
}

impl hash::Hash for Timestamp {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.time.hash(state);
    }
}

/// A text that is no time.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::webhook::Timestamp;
///
/// let error = "yesterday".parse::<Timestamp>().unwrap_err();
/// assert_eq!(error.to_string(), "neither a time of RFC 2822 nor one of ISO 8601");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownTime;

impl fmt::Display for UnknownTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a time of RFC 2822 nor one of ISO 8601")
    }
}

impl core::error::Error for UnknownTime {}
