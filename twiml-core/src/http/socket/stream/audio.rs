//! Audio of a media stream.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Takes what others leave off.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Audio as a media stream carries it: G.711 μ-law, 8000 Hz, one channel, a byte for each sample and no header.
///
/// These are bytes: base64 is made of them when they are sent. What is base64 already goes in by [`from_base64`](Self::from_base64);
/// put in as bytes it would be encoded twice, which is noise.
///
/// A sample is one byte, so that there is no byte order. Pad with [`SILENCE`](Self::SILENCE): a zero is nearly as loud as it gets.
///
/// ```
/// # use twiml_core as twiml;
/// use std::time::Duration;
/// use twiml::socket::stream::Audio;
///
/// let audio = Audio::silence(Duration::from_millis(20));
/// assert_eq!((audio.as_bytes().len(), audio.as_bytes()[0]), (160, Audio::SILENCE));
/// assert_eq!(Audio::from_base64(&audio.to_base64())?, audio);
/// # Ok::<(), twiml::socket::stream::NoBase64>(())
/// ```
#[derive(Clone, Default, Eq, Hash, PartialEq)]
pub struct Audio(Vec<u8>);

impl Audio {
    /// The sample that is not heard.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert_eq!(twiml::socket::stream::Audio::SILENCE, 0xFF);
    /// ```
    pub const SILENCE: u8 = 0xFF;

    /// Samples in a second.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert_eq!(twiml::socket::stream::Audio::SAMPLE_RATE, 8000);
    /// ```
    pub const SAMPLE_RATE: u32 = 8000;

    /// Audio of these samples.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Audio;
    ///
    /// assert_eq!(Audio::new([0x7E, 0xFF]).to_base64(), "fv8=");
    /// ```
    #[must_use]
    pub fn new(samples: impl Into<Vec<u8>>) -> Self {
        Self(samples.into())
    }

    /// Audio that is base64 already: what comes from a service that speaks μ-law needs no other conversion.
    ///
    /// # Errors
    ///
    /// It is not base64 of the standard alphabet. Padding may be left off.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Audio;
    ///
    /// assert_eq!(Audio::from_base64("fv8=")?, Audio::new([0x7E, 0xFF]));
    /// assert!(Audio::from_base64("f_8=").is_err());
    /// # Ok::<(), twiml::socket::stream::NoBase64>(())
    /// ```
    pub fn from_base64(text: &str) -> Result<Self, NoBase64> {
        LENIENT.decode(text).map(Self).map_err(|_| NoBase64(()))
    }

    /// Silence of this length, down to the sample.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use std::time::Duration;
    /// use twiml::socket::stream::Audio;
    ///
    /// assert_eq!(Audio::silence(Duration::from_secs(1)).as_bytes().len(), 8000);
    /// ```
    #[must_use]
    pub fn silence(length: Duration) -> Self {
        let samples = length.as_nanos() * u128::from(Self::SAMPLE_RATE) / 1_000_000_000;
        Self(vec![Self::SILENCE; usize::try_from(samples).unwrap_or(usize::MAX)])
    }

    /// The samples.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Audio;
    ///
    /// assert_eq!(Audio::new([1, 2]).as_bytes(), [1, 2]);
    /// ```
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The samples.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Audio;
    ///
    /// assert_eq!(Audio::new([1, 2]).into_bytes(), vec![1, 2]);
    /// ```
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Base64, for a service that takes it so.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::socket::stream::Audio;
    ///
    /// assert_eq!(Audio::new([0x7E]).to_base64(), "fg==");
    /// ```
    #[must_use]
    pub fn to_base64(&self) -> String {
        STANDARD.encode(&self.0)
    }

    /// How long it lasts.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use std::time::Duration;
    /// use twiml::socket::stream::Audio;
    ///
    /// assert_eq!(Audio::new([0; 160]).duration(), Duration::from_millis(20));
    /// ```
    #[must_use]
    pub fn duration(&self) -> Duration {
        duration(self.0.len() as u64)
    }
}

/// How long so many samples last.
pub(super) const fn duration(samples: u64) -> Duration {
    let rate = Audio::SAMPLE_RATE as u64;
    Duration::from_secs(samples / rate).saturating_add(Duration::from_nanos(samples % rate * (1_000_000_000 / rate)))
}

impl fmt::Debug for Audio {
    /// Without the samples, of which there are too many to look at.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Audio({:?})", self.duration())
    }
}

impl From<Vec<u8>> for Audio {
    fn from(samples: Vec<u8>) -> Self {
        Self(samples)
    }
}

impl From<&[u8]> for Audio {
    fn from(samples: &[u8]) -> Self {
        Self(samples.into())
    }
}

impl AsRef<[u8]> for Audio {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Extend<u8> for Audio {
    fn extend<I: IntoIterator<Item = u8>>(&mut self, samples: I) {
        self.0.extend(samples);
    }
}

/// What was to be audio is not base64.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream::Audio;
///
/// assert_eq!(Audio::from_base64("?").unwrap_err().to_string(), "no base64 of the standard alphabet");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NoBase64(());

impl fmt::Display for NoBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no base64 of the standard alphabet")
    }
}

impl core::error::Error for NoBase64 {}
