//! Why a request is refused.

use alloc::string::String;
use core::fmt;
use core::time::Duration;

use crate::http::quoted::Quoted;
#[cfg(feature = "webhook")]
use crate::webhook::Malformed;

/// Why a request is refused.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::Reason;
///
/// assert_eq!(Reason::NoSignature.to_string(), "there is no signature");
/// assert_eq!(Reason::TooLarge(65_536).status(), 413);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// There is no header `X-Twilio-Signature`, or it is empty.
    NoSignature,
    /// The signature is not that of this request: of another address, other parameters or another key.
    Signature,
    /// The signature is that of the address alone: the parameters of the form are not what was signed. A proxy or a parser
    /// may have altered them.
    Parameters,
    /// The signature is that of this other address: the public URL of the server is not what is configured at Twilio.
    Address(String),
    /// The body is no form, and its hash does not stand in the address.
    NoBodyHash,
    /// The hash in the address is that of another body: a proxy or a parser may have altered it.
    BodyHash,
    /// Nobody knows an auth token for the account, or it is empty.
    NoToken,
    /// The auth tokens of the account cannot be asked for now.
    Unavailable,
    /// The request names an algorithm that Twilio does not have.
    UnknownAlgorithm(String),
    /// The request names no shared key, or one that the server does not have.
    UnknownKey(String),
    /// Only what a shared key has signed is taken, and this is said to be signed with the auth token.
    SharedKeyWanted,
    /// There is no public URL, and the header `Host` is no host.
    Host(String),
    /// There is no public URL, and no header `Host`.
    NoHost,
    /// The body has more bytes than these.
    TooLarge(usize),
    /// The form has more parameters than these.
    TooManyParameters(usize),
    /// The body did not arrive within this time.
    TooSlow(Duration),
    /// The connection broke before the end of the body.
    Unreadable,
    /// A parameter is missing or malformed, in a request of Twilio's.
    #[cfg(feature = "webhook")]
    Malformed(Malformed),
    /// The server has no [`Verifier`](super::Verifier) where its framework keeps such things.
    NoVerifier,
    /// A body cannot be verified where only the head of the request is at hand.
    BodyOutOfReach,
}

impl Reason {
    /// The HTTP status to answer with: 403 for what is not Twilio's, 413 and 408 for what nobody waits for, 400 for what
    /// cannot be read, 503 where the token cannot be asked for, 500 where the server is not set up.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// assert_eq!(twiml::signature::Reason::BodyHash.status(), 403);
    /// ```
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::TooLarge(_) | Self::TooManyParameters(_) => 413,
            Self::TooSlow(_) => 408,
            Self::Unreadable => 400,
            #[cfg(feature = "webhook")]
            Self::Malformed(_) => 400,
            Self::Unavailable => 503,
            Self::NoVerifier | Self::BodyOutOfReach => 500,
            _ => 403,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSignature => "there is no signature",
            Self::Signature => "the signature is that of another address, other parameters or another key",
            Self::Parameters => "the signature is that of the address alone, without these parameters",
            Self::Address(address) => {
                let address = Quoted(address);
                return write!(f, "the signature is that of `{address}`: the public URL is another one");
            }
            Self::NoBodyHash => "the body is no form, and its hash does not stand in the address",
            Self::BodyHash => "the hash in the address is that of another body",
            Self::NoToken => "there is no auth token for the account",
            Self::Unavailable => "the auth token cannot be asked for now",
            Self::UnknownAlgorithm(name) => return write!(f, "there is no algorithm `{}`", Quoted(name)),
            Self::UnknownKey(id) if id.is_empty() => "the settings of the signature name no shared key",
            Self::UnknownKey(id) => return write!(f, "there is no shared key `{}`", Quoted(id)),
            Self::SharedKeyWanted => "no shared key has signed, which is demanded",
            Self::Host(host) => return write!(f, "`{}` is no host, and no public URL is set", Quoted(host)),
            Self::NoHost => "there is no host in the request, and no public URL is set",
            Self::TooLarge(limit) => return write!(f, "the body has more than {limit} bytes"),
            Self::TooManyParameters(limit) => return write!(f, "the form has more than {limit} parameters"),
            Self::TooSlow(time) => return write!(f, "the body did not arrive within {time:?}"),
            Self::Unreadable => "the body ends too early",
            #[cfg(feature = "webhook")]
            Self::Malformed(malformed) => return malformed.fmt(f),
            Self::NoVerifier => "the server has no verifier",
            Self::BodyOutOfReach => "a body cannot be verified without being read",
        })
    }
}

impl core::error::Error for Reason {}
