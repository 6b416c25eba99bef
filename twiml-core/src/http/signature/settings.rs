//! The header that tells which key signed a request.

use core::str;

use super::Algorithm;

/// What the header [`X-Twilio-Webhooks-Signature-Settings`](super::SETTINGS_HEADER) says: which shared key signed, and how.
///
/// The header is not signed itself. Twilio's libraries read it likewise: pieces between commas, each cut at its first
/// equals sign, blanks around both do not count, other names are skipped, and without an algorithm it is `HMAC_SHA1`.
///
/// ```
/// use twiml_core::signature::{Algorithm, Settings};
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
        let mut settings = Self::default();
        for piece in header.split(',') {
            let Some((name, value)) = piece.split_once('=') else { continue };
            let value = value.trim();
            match name.trim() {
                "key" => settings.key = Some(value).filter(|key| !key.is_empty()),
                "algorithm" => settings.algorithm = Algorithm::named(value).ok_or(value)?,
                _ => {}
            }
        }
        Ok(settings)
    }
}
