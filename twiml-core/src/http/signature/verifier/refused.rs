//! A request that is refused.

use alloc::boxed::Box;
use alloc::string::String;
#[cfg(feature = "webhook")]
use alloc::string::ToString as _;
use alloc::vec::Vec;
use core::fmt;

use super::super::Reason;
use crate::http::quoted::Line;
#[cfg(feature = "webhook")]
use crate::webhook::Malformed;

/// Why a request is refused, and which addresses were held against its signature. This is for the owner of the server; who
/// sent the request gets [`status`](Self::status) and [`answer`](Self::answer).
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::{Received, Verifier};
///
/// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
/// let received = Received::new("GET", "/voice?CallSid=CA1").header("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
/// let refused = verifier.verify(&received).unwrap_err();
/// assert_eq!(
///     refused.to_string(),
///     "the signature is that of another address, other parameters or another key: tried \
///      `https://voice.example.com/voice?CallSid=CA1`, `https://voice.example.com:443/voice?CallSid=CA1`",
/// );
/// assert_eq!((refused.status(), refused.answer().as_str()), (403, ""));
/// # Ok::<(), twiml::signature::Misconfigured>(())
/// ```
#[derive(Clone, Eq, PartialEq)]
pub struct Refused(Box<Inner>);

#[derive(Clone, Debug, Eq, PartialEq)]
struct Inner {
    reason: Reason,
    addresses: Vec<String>,
}

/// An address is repeated up to so many bytes.
const SHOWN: usize = 200;

impl Refused {
    pub(crate) fn new(reason: Reason, mut addresses: Vec<String>) -> Self {
        for address in &mut addresses {
            if address.len() > SHOWN {
                let end = (0..=SHOWN).rev().find(|&at| address.is_char_boundary(at)).unwrap_or(0);
                address.truncate(end);
                address.push('…');
            }
        }
        Self(Box::new(Inner { reason, addresses }))
    }

    /// Why.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Reason, Received, Verifier};
    ///
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
    /// let refused = verifier.verify(&Received::new("GET", "/voice")).unwrap_err();
    /// assert_eq!(refused.reason(), &Reason::NoSignature);
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.0.reason
    }

    /// The addresses of which the signature is not, long ones cut; none where it did not come to that.
    #[must_use]
    pub fn addresses(&self) -> &[String] {
        &self.0.addresses
    }

    /// The HTTP status to answer with, as [`Reason::status`] says.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.reason().status()
    }

    /// What may be answered with the status: nothing, unless the request is Twilio's and lacks something, which Twilio shows
    /// in its debugger.
    #[must_use]
    pub fn answer(&self) -> String {
        match self.reason() {
            #[cfg(feature = "webhook")]
            Reason::Malformed(malformed) => malformed.to_string(),
            _ => String::new(),
        }
    }
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refused").field("reason", &self.0.reason).field("addresses", &self.0.addresses).finish()
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.reason.fmt(f)?;
        for (index, address) in self.0.addresses.iter().enumerate() {
            let joint = if index == 0 { ": tried" } else { "," };
            write!(f, "{joint} `{}`", Line(address))?;
        }
        Ok(())
    }
}

impl core::error::Error for Refused {}

impl From<Reason> for Refused {
    fn from(reason: Reason) -> Self {
        Self::new(reason, Vec::new())
    }
}

#[cfg(feature = "webhook")]
impl From<Malformed> for Refused {
    fn from(malformed: Malformed) -> Self {
        Reason::Malformed(malformed).into()
    }
}
