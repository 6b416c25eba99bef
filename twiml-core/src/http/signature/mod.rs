//! Whether a request was sent by Twilio: the header `X-Twilio-Signature`.
//!
//! Twilio signs the address that it calls and the parameters of a form with your auth token. The address is the one that
//! is configured at Twilio, which behind a proxy is not the one that a server sees.
//! See [Twilio's page](https://www.twilio.com/docs/usage/security).
//!
//! ```
//! use twiml_core::{Parameters, signature};
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
//! [`receive`] does all of it for a request as a server has it, of whatever web framework; for axum there is an extractor.

mod address;
mod received;
#[cfg(test)]
mod tests;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

use crate::Parameters;
#[cfg(all(feature = "axum", feature = "webhook"))]
pub(crate) use received::receive_at;
pub use received::{Received, Refused, receive};

/// The header that holds the signature.
///
/// ```
/// assert_eq!(twiml_core::signature::HEADER, "X-Twilio-Signature");
/// ```
pub const HEADER: &str = "X-Twilio-Signature";

/// The signature of a request with these parameters, for tests. Without a form (GET, and bodies that are none) there are no
/// parameters.
///
/// ```
/// use twiml_core::{Parameters, signature};
///
/// let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
/// assert_eq!(signature::sign("12345", url, &Parameters::new()), "zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
/// ```
#[must_use]
pub fn sign(auth_token: &str, url: &str, parameters: &Parameters) -> String {
    mac(auth_token, url, &joined(parameters)).map(|mac| BASE64.encode(mac.finalize().into_bytes())).unwrap_or_default()
}

/// The address and the signature of a request with this body, which is not a form, for tests: the hash of the body goes
/// into the address.
///
/// ```
/// use twiml_core::signature;
///
/// let (url, signature) = signature::sign_body("12345", "https://example.com/events", b"{}");
/// assert!(url.ends_with("?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
/// assert!(signature::verify_body("12345", &url, b"{}", &signature).is_ok());
/// ```
#[must_use]
pub fn sign_body(auth_token: &str, url: &str, body: &[u8]) -> (String, String) {
    let url = address::with_body_hash(url, &hash(body));
    let signature = sign(auth_token, &url, &Parameters::new());
    (url, signature)
}

/// Whether a request with these parameters was sent by Twilio. Without a form (GET) there are no parameters.
///
/// The address is the one that is configured at Twilio, with its query. It is tried with and without its port, and
/// with and without user and password, as Twilio is not consistent about them. The comparison takes the same time for every
/// signature.
///
/// # Errors
///
/// The signature is missing or another one, or the auth token is empty.
///
/// ```
/// use twiml_core::{Parameters, signature::{self, Invalid}};
///
/// let (token, url) = ("12345", "https://example.com/call");
/// let mut parameters = Parameters::from_iter([("CallSid", "CA1"), ("Digits", "1")]);
/// let signature = signature::sign(token, url, &parameters);
/// assert_eq!(signature::verify(token, url, &parameters, &signature), Ok(()));
///
/// parameters.set("Digits", "2");
/// assert_eq!(signature::verify(token, url, &parameters, &signature), Err(Invalid::Signature));
/// assert_eq!(signature::verify(token, url, &parameters, ""), Err(Invalid::NoSignature));
/// ```
pub fn verify(auth_token: &str, url: &str, parameters: &Parameters, signature: &str) -> Result<(), Invalid> {
    if auth_token.is_empty() {
        // Everybody can sign with an empty token.
        return Err(Invalid::NoToken);
    }
    if signature.is_empty() {
        return Err(Invalid::NoSignature);
    }
    let signature = BASE64.decode(signature).map_err(|_| Invalid::Signature)?;
    let parameters = joined(parameters);
    let is_of = |form: &str| mac(auth_token, form, &parameters).is_some_and(|mac| mac.verify_slice(&signature).is_ok());
    // All of them, so that the time does not tell which one it was either.
    let valid = address::forms(url).iter().fold(false, |valid, form| valid | is_of(form));
    if valid { Ok(()) } else { Err(Invalid::Signature) }
}

/// Whether a request with this body, which is not a form, was sent by Twilio: the address holds the hash of the body.
///
/// # Errors
///
/// As [`verify`], and the hash is missing or that of another body.
///
/// ```
/// use twiml_core::signature::{self, Invalid};
///
/// let (url, signature) = signature::sign_body("12345", "https://example.com/events", b"{}");
/// assert_eq!(signature::verify_body("12345", &url, b"{}", &signature), Ok(()));
/// assert_eq!(signature::verify_body("12345", &url, b"[]", &signature), Err(Invalid::BodyHash));
/// assert_eq!(signature::verify_body("12345", "https://example.com/", b"{}", &signature), Err(Invalid::NoBodyHash));
/// ```
pub fn verify_body(auth_token: &str, url: &str, body: &[u8], signature: &str) -> Result<(), Invalid> {
    let claimed = address::body_hash(url).ok_or(Invalid::NoBodyHash)?;
    verify(auth_token, url, &Parameters::new(), signature)?;
    // The hash of a body is no secret.
    if claimed == hash(body) { Ok(()) } else { Err(Invalid::BodyHash) }
}

/// SHA-256 in lower-case hex digits.
fn hash(body: &[u8]) -> String {
    Sha256::digest(body).iter().fold(String::new(), |mut hash, byte| {
        // A `String` takes everything.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}

/// Names and values, sorted by name; of a name that came several times the distinct values, sorted.
fn joined(parameters: &Parameters) -> String {
    let mut pairs: Vec<_> = parameters.iter().collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().flat_map(<[&str; 2]>::from).collect()
}

fn mac(auth_token: &str, url: &str, parameters: &str) -> Option<Hmac<Sha1>> {
    let mac = Hmac::<Sha1>::new_from_slice(auth_token.as_bytes()).ok()?;
    Some(mac.chain_update(url).chain_update(parameters))
}

/// Why a request is not taken for Twilio's.
///
/// ```
/// use twiml_core::{Parameters, signature};
///
/// let error = signature::verify("12345", "https://example.com/", &Parameters::new(), "forged").unwrap_err();
/// assert_eq!(error.to_string(), "the signature is not that of this request");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Invalid {
    /// The auth token is empty.
    NoToken,
    /// There is no header `X-Twilio-Signature`, or it is empty.
    NoSignature,
    /// The signature is not that of this request.
    Signature,
    /// The body is no form, and its hash does not stand in the address.
    NoBodyHash,
    /// The hash in the address is that of another body.
    BodyHash,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoToken => "the auth token is empty",
            Self::NoSignature => "there is no signature",
            Self::Signature => "the signature is not that of this request",
            Self::NoBodyHash => "the body is no form, and its hash does not stand in the address",
            Self::BodyHash => "the hash in the address is that of another body",
        })
    }
}

impl core::error::Error for Invalid {}
