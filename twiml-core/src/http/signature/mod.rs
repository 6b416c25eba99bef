//! Whether a request was sent by Twilio: the header `X-Twilio-Signature`.
//!
//! Twilio signs the address that it calls and the parameters of a form. A [`Verifier`] knows the keys and the address under
//! which Twilio reaches the server, and judges requests of whatever web framework:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::signature::{Received, Verifier};
//!
//! let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
//! let received = Received::new("GET", "/voice?CallSid=CA1").header("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
//! assert_eq!(verifier.verify(&received).unwrap_err().status(), 403);
//! # Ok::<(), twiml::signature::Misconfigured>(())
//! ```
//!
//! In the frameworks that this crate knows, that is what the extractors [`Signed`], [`Verified`] and [`Handshake`] do, and the
//! verifier is a layer of `tower`. A [`Signer`] does what Twilio does, for tests.
//!
//! Beneath are functions of an address and its parameters, as Twilio's own libraries have them:
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::{Parameters, signature};
//!
//! let url = "https://example.com/myapp.php?foo=1&bar=2";
//! let parameters = Parameters::from_iter([
//!     ("CallSid", "CA1234567890ABCDE"),
//!     ("Caller", "+14158675310"),
//!     ("Digits", "1234"),
//!     ("From", "+14158675310"),
//!     ("To", "+18005551212"),
//! ]);
//! assert_eq!(signature::sign("12345", url, &parameters), "L/OH5YylLD5NRKLltdqwSvS0BnU=");
//! assert!(signature::verify("12345", url, &parameters, "L/OH5YylLD5NRKLltdqwSvS0BnU=").is_ok());
//! assert!(signature::verify("12345", "https://example.com/other", &parameters, "L/OH5YylLD5NRKLltdqwSvS0BnU=").is_err());
//! ```
//!
//! See [Twilio's page](https://www.twilio.com/docs/usage/security).

mod address;
mod mac;
mod reason;
mod settings;
mod signer;
// Without atomic pointers there is nothing to share a verifier with.
#[cfg(target_has_atomic = "ptr")]
mod verifier;

use alloc::string::String;
use core::fmt::Write as _;

use mac::Key;
use sha2::{Digest as _, Sha256};

use crate::Parameters;

pub use mac::Algorithm;
pub use reason::Reason;
pub use settings::Settings;
pub use signer::Signer;
#[cfg(all(feature = "webhook", target_has_atomic = "ptr"))]
pub use verifier::Signed;
#[cfg(target_has_atomic = "ptr")]
pub use verifier::{Handshake, Keys, Misconfigured, Received, Refused, Tokens, Verified, Verifier};

#[cfg(feature = "tower")]
pub use crate::http::frameworks::tower::Verify;

/// The header that holds the signature.
pub const HEADER: &str = "X-Twilio-Signature";

/// The header that tells which shared key signed a request; without it, it was the auth token.
pub const SETTINGS_HEADER: &str = "X-Twilio-Webhooks-Signature-Settings";

/// The header that is the same when Twilio sends a request again.
pub const IDEMPOTENCY_HEADER: &str = "I-Twilio-Idempotency-Token";

/// The signature of a request with these parameters, as Twilio makes it, for tests. Without a form (GET, or a body that is
/// none) there are no parameters.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{Parameters, signature};
///
/// let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
/// assert_eq!(signature::sign("12345", url, &Parameters::new()), "zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
/// ```
#[must_use]
pub fn sign(auth_token: &str, url: &str, parameters: &Parameters) -> String {
    Signer::auth_token(auth_token).sign(url, parameters)
}

/// The address and the signature of a request with this body, which is not a form, for tests: the hash of the body goes
/// into the address.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature;
///
/// let (url, signature) = signature::sign_body("12345", "https://example.com/events", b"{}");
/// assert!(url.ends_with("?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
/// assert!(signature::verify_body("12345", &url, b"{}", &signature).is_ok());
/// ```
#[must_use]
pub fn sign_body(auth_token: &str, url: &str, body: &[u8]) -> (String, String) {
    Signer::auth_token(auth_token).sign_body(url, body)
}

/// Whether a request with these parameters was sent by Twilio. Without a form (GET) there are no parameters.
///
/// The address is the one that is configured at Twilio, with its query; what stands behind a `#` there, to tell Twilio how
/// to connect, is not signed. It is tried with and without its port, and with and without user and password, as Twilio is not
/// consistent about them. The comparison takes the same time for every signature.
///
/// # Errors
///
/// The signature is missing or another one, or the auth token is empty.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{Parameters, signature::{self, Reason}};
///
/// let (token, url) = ("12345", "https://example.com/call");
/// let mut parameters = Parameters::from_iter([("CallSid", "CA1"), ("Digits", "1")]);
/// let signature = signature::sign(token, url, &parameters);
/// assert_eq!(signature::verify(token, url, &parameters, &signature), Ok(()));
///
/// parameters.set("Digits", "2");
/// assert_eq!(signature::verify(token, url, &parameters, &signature), Err(Reason::Signature));
/// assert_eq!(signature::verify(token, url, &parameters, ""), Err(Reason::NoSignature));
/// ```
pub fn verify(auth_token: &str, url: &str, parameters: &Parameters, signature: &str) -> Result<(), Reason> {
    if auth_token.is_empty() {
        // Everybody can sign with an empty token.
        return Err(Reason::NoToken);
    }
    if signature.is_empty() {
        return Err(Reason::NoSignature);
    }
    let signature = Algorithm::HmacSha1.decode(signature.as_bytes()).ok_or(Reason::Signature)?;
    let key = Key::new(Algorithm::HmacSha1, auth_token).ok_or(Reason::NoToken)?;
    let text = parameters.joined();
    // All of them, so that the time does not tell which one it was either.
    let is_of = |form: &str| key.is_signature(&signature, form, &text);
    let valid = address::forms(url).iter().fold(false, |valid, form| valid | is_of(form));
    if valid { Ok(()) } else { Err(Reason::Signature) }
}

/// Whether a request with this body, which is not a form, was sent by Twilio: the address holds the hash of the body.
///
/// # Errors
///
/// As [`verify`], and the hash is missing or that of another body.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::{self, Reason};
///
/// let (url, signature) = signature::sign_body("12345", "https://example.com/events", b"{}");
/// assert_eq!(signature::verify_body("12345", &url, b"{}", &signature), Ok(()));
/// assert_eq!(signature::verify_body("12345", &url, b"[]", &signature), Err(Reason::BodyHash));
/// assert_eq!(signature::verify_body("12345", "https://example.com/", b"{}", &signature), Err(Reason::NoBodyHash));
/// ```
pub fn verify_body(auth_token: &str, url: &str, body: &[u8], signature: &str) -> Result<(), Reason> {
    let claimed = address::body_hash(url).ok_or(Reason::NoBodyHash)?;
    verify(auth_token, url, &Parameters::new(), signature)?;
    // The hash of a body is no secret.
    if claimed == hash(body) { Ok(()) } else { Err(Reason::BodyHash) }
}

/// SHA-256 in lower-case hex digits.
fn hash(body: &[u8]) -> String {
    Sha256::digest(body).iter().fold(String::new(), |mut hash, byte| {
        // A `String` takes everything.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}
