//! The hash behind a signature.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::Sha256;

/// The hash that a request is signed with.
///
/// The auth token signs with `HMAC_SHA1`; a shared key with what the header
/// [`X-Twilio-Webhooks-Signature-Settings`](super::SETTINGS_HEADER) says.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::Algorithm;
///
/// assert_eq!(Algorithm::named("hmac_sha256"), Some(Algorithm::HmacSha256));
/// assert_eq!(Algorithm::named("HMAC_SHA512"), None);
/// assert_eq!(Algorithm::HmacSha1.to_string(), "HMAC_SHA1");
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Algorithm {
    /// `HMAC_SHA1`: 28 characters in base64.
    #[default]
    HmacSha1,
    /// `HMAC_SHA256`: 44 characters in base64.
    HmacSha256,
}

impl Algorithm {
    /// Those that Twilio knows.
    const ALL: [Self; 2] = [Self::HmacSha1, Self::HmacSha256];

    /// Its name in the header.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert_eq!(twiml::signature::Algorithm::HmacSha256.name(), "HMAC_SHA256");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HmacSha1 => "HMAC_SHA1",
            Self::HmacSha256 => "HMAC_SHA256",
        }
    }

    /// The one with this name, in whatever case; others are no reason to guess.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::Algorithm;
    ///
    /// assert_eq!(Algorithm::named("HMAC_SHA1"), Some(Algorithm::HmacSha1));
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(name))
    }

    /// The bytes of a signature in base64, if it is one of this algorithm.
    pub(super) fn decode(self, signature: &[u8]) -> Option<Vec<u8>> {
        let (characters, bytes) = match self {
            Self::HmacSha1 => (28, 20),
            Self::HmacSha256 => (44, 32),
        };
        if signature.len() != characters {
            return None;
        }
        BASE64.decode(signature).ok().filter(|decoded| decoded.len() == bytes)
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A secret, made ready to sign.
#[derive(Clone)]
pub(super) enum Key {
    Sha1(Hmac<Sha1>),
    Sha256(Hmac<Sha256>),
}

impl Key {
    pub(super) fn new(algorithm: Algorithm, secret: &str) -> Option<Self> {
        let secret = secret.as_bytes();
        Some(match algorithm {
            Algorithm::HmacSha1 => Self::Sha1(Hmac::new_from_slice(secret).ok()?),
            Algorithm::HmacSha256 => Self::Sha256(Hmac::new_from_slice(secret).ok()?),
        })
    }

    /// The signature of an address and of what was sent with it, in base64.
    pub(super) fn sign(&self, address: &str, text: &[u8]) -> String {
        match self.clone() {
            Self::Sha1(mac) => BASE64.encode(mac.chain_update(address).chain_update(text).finalize().into_bytes()),
            Self::Sha256(mac) => BASE64.encode(mac.chain_update(address).chain_update(text).finalize().into_bytes()),
        }
    }

    /// Whether this is the signature; the comparison takes the same time for each.
    pub(super) fn is_signature(&self, signature: &[u8], address: &str, text: &[u8]) -> bool {
        match self.clone() {
            Self::Sha1(mac) => mac.chain_update(address).chain_update(text).verify_slice(signature).is_ok(),
            Self::Sha256(mac) => mac.chain_update(address).chain_update(text).verify_slice(signature).is_ok(),
        }
    }
}
