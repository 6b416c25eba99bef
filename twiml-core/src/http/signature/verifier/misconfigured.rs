//! What cannot verify anything.

use alloc::string::String;
use core::fmt;

use crate::http::quoted::Quoted;

/// Why no [`Verifier`](super::Verifier) can be made.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::Verifier;
///
/// let error = Verifier::new("", "https://voice.example.com").unwrap_err();
/// assert_eq!(error.to_string(), "an auth token or a shared key is empty: everybody could sign with it");
/// let error = Verifier::new("the auth token", "voice.example.com").unwrap_err();
/// assert_eq!(error.to_string(), "the public URL is `voice.example.com`, not `http` or `https`, a host and what a proxy takes off");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Misconfigured {
    /// There is no auth token and no function that knows one, or, where only shared keys count, no shared key.
    NoKey,
    /// A token or a key is empty.
    EmptyKey,
    /// A token or a key begins or ends with a blank or the end of a line, as one that was read from a file may.
    BlanksAroundKey,
    /// The public URL has no scheme, no host, or something behind its path.
    PublicUrl(String),
}

impl fmt::Display for Misconfigured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKey => f.write_str("there is no key that a request could be signed with"),
            Self::EmptyKey => f.write_str("an auth token or a shared key is empty: everybody could sign with it"),
            Self::BlanksAroundKey => f.write_str("an auth token or a shared key begins or ends with a blank"),
            Self::PublicUrl(url) => {
                let url = Quoted(url);
                write!(f, "the public URL is `{url}`, not `http` or `https`, a host and what a proxy takes off")
            }
        }
    }
}

impl core::error::Error for Misconfigured {}
