//! What Twilio does, for tests.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use super::mac::Key;
use super::{Algorithm, address, hash};
use crate::Parameters;

/// Signs requests as Twilio does, for the tests of a server: the counterpart of a [`Verifier`](super::Verifier).
///
/// With the feature `http` it makes whole requests: `post`, `get`, `post_body` and `upgrade`.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::Parameters;
/// use twiml::signature::Signer;
///
/// let signer = Signer::auth_token("12345");
/// let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
/// assert_eq!(signer.sign(url, &Parameters::new()), "zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
/// ```
#[derive(Clone)]
pub struct Signer {
    secret: String,
    /// Id and hash of a shared key.
    shared: Option<(String, Algorithm)>,
}

impl Signer {
    /// Signs with an auth token.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let signer = twiml::signature::Signer::auth_token("the auth token");
    /// assert_eq!(signer.settings(), None);
    /// ```
    #[must_use]
    pub fn auth_token(token: &str) -> Self {
        Self { secret: token.into(), shared: None }
    }

    /// Signs with the secret of a shared key, by HMAC-SHA256.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::Parameters;
    /// use twiml::signature::Signer;
    ///
    /// let signer = Signer::shared_key("webhooks_sharedkey_01k3", "12345");
    /// assert_eq!(signer.settings().as_deref(), Some("key=webhooks_sharedkey_01k3,algorithm=HMAC_SHA256"));
    /// let signature = signer.sign("https://mycompany.com/myapp.php?foo=1&bar=2", &Parameters::new());
    /// assert_eq!(signature, "M5sDn7HQLZ2oOEt/pdNtlwOrdCfzOTE0f6NWiCCM6Tg=");
    /// ```
    #[must_use]
    pub fn shared_key(id: &str, secret: &str) -> Self {
        Self { secret: secret.into(), shared: Some((id.into(), Algorithm::HmacSha256)) }
    }

    /// Signs with another hash, which only a shared key has a choice of.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Algorithm, Signer};
    ///
    /// let signer = Signer::shared_key("webhooks_sharedkey_01k3", "12345").algorithm(Algorithm::HmacSha1);
    /// assert_eq!(signer.settings().as_deref(), Some("key=webhooks_sharedkey_01k3,algorithm=HMAC_SHA1"));
    /// ```
    #[must_use]
    pub fn algorithm(mut self, algorithm: Algorithm) -> Self {
        if let Some((_, known)) = &mut self.shared {
            *known = algorithm;
        }
        self
    }

    /// The header [`X-Twilio-Webhooks-Signature-Settings`](super::SETTINGS_HEADER), if a shared key signs.
    #[must_use]
    pub fn settings(&self) -> Option<String> {
        self.shared.as_ref().map(|(id, algorithm)| format!("key={id},algorithm={algorithm}"))
    }

    /// The signature of a request with these parameters; without a form there are none.
    #[must_use]
    pub fn sign(&self, url: &str, parameters: &Parameters) -> String {
        let algorithm = self.shared.as_ref().map_or(Algorithm::HmacSha1, |(_, algorithm)| *algorithm);
        let key = Key::new(algorithm, &self.secret);
        key.map(|key| key.sign(address::without_fragment(url), &parameters.joined())).unwrap_or_default()
    }

    /// The address and the signature of a request with this body, which is not a form.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let signer = twiml::signature::Signer::auth_token("12345");
    /// let (url, signature) = signer.sign_body("https://example.com/events", b"{}");
    /// assert!(twiml::signature::verify_body("12345", &url, b"{}", &signature).is_ok());
    /// ```
    #[must_use]
    pub fn sign_body(&self, url: &str, body: &[u8]) -> (String, String) {
        let url = address::with_body_hash(address::without_fragment(url), &hash(body));
        let signature = self.sign(&url, &Parameters::new());
        (url, signature)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signs = self.settings().unwrap_or_else(|| "an auth token".to_string());
        f.debug_tuple("Signer").field(&signs).finish()
    }
}
