//! The header that tells which key signed a request.

use core::str;

use super::Algorithm;

/// What the header [`X-Twilio-Webhooks-Signature-Settings`](super::SETTINGS_HEADER) says: which shared key signed, and how.
///
/// The header is not signed itself. Twilio's libraries read it likewise: pieces between commas, each cut at its first
/// equals sign, blanks around both do not count, other names and empty values are skipped, of two the first counts, and without
/// an algorithm it is `HMAC_SHA1`.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::{Algorithm, Settings};
///
/// let settings = Settings::parse("key=webhooks_sharedkey_01k3, algorithm=HMAC_SHA256")?;
/// assert_eq!((settings.key, settings.algorithm), (Some("webhooks_sharedkey_01k3"), Algorithm::HmacSha256));
/// assert_eq!(Settings::parse("")?.algorithm, Algorithm::HmacSha1);
/// assert_eq!(Settings::parse("algorithm=HMAC_SHA512"), Err("HMAC_SHA512"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Settings<'a> {
    /// Id of the shared key.
    pub key: Option<&'a str>,
    /// The hash.
    pub algorithm: Algorithm,
}

impl<'a> Settings<'a> {
    /// Reads the value of the header.
    ///
    /// # Errors
    ///
    /// The name of an algorithm that Twilio does not have.
    pub fn parse(header: &'a str) -> Result<Self, &'a str> {
        let named = |wanted: &str| {
            let pairs = header.split(',').filter_map(|piece| piece.split_once('='));
            let mut values = pairs.filter(|(name, _)| name.trim() == wanted).map(|(_, value)| value.trim());
            values.find(|value| !value.is_empty())
        };
        let algorithm =
            named("algorithm").map_or(Ok(Algorithm::default()), |name| Algorithm::named(name).ok_or(name))?;
        Ok(Self { key: named("key"), algorithm })
    }
}
