//! A request as a server has it.

use core::fmt;

use super::{Invalid, address, verify, verify_body};
use crate::{Malformed, Parameters};

/// A request as a server has it, of whatever web framework.
///
/// ```
/// use twiml_core::signature::Received;
///
/// let received = Received {
///     method: "GET",
///     url: "https://example.com/call?CallSid=CA1",
///     content_type: None,
///     signature: None,
///     body: b"",
/// };
/// assert!(twiml_core::signature::receive("12345", &received).is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// HTTP method.
    pub method: &'a str,
    /// The address as it is configured at Twilio, with its query: behind a proxy not the one that the server sees.
    pub url: &'a str,
    /// Header `Content-Type`.
    pub content_type: Option<&'a str>,
    /// Header `X-Twilio-Signature`.
    pub signature: Option<&'a str>,
    /// The body, byte for byte.
    pub body: &'a [u8],
}

impl Received<'_> {
    fn has_no_body(&self) -> bool {
        ["GET", "HEAD"].contains(&self.method)
    }

    fn is_form(&self) -> bool {
        let form = |kind: &str| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded");
        self.content_type.and_then(|header| header.split(';').next()).is_some_and(form)
    }

    /// The parameters: those of the form, or else those of the query. Nothing says yet who sent them.
    ///
    /// # Errors
    ///
    /// Something is not UTF-8.
    ///
    /// ```
    /// use twiml_core::signature::Received;
    ///
    /// let url = "https://example.com/call?CallSid=CA1";
    /// let received = Received { method: "GET", url, content_type: None, signature: None, body: b"" };
    /// assert_eq!(received.parameters()?.get("CallSid"), Some("CA1"));
    /// # Ok::<(), twiml_core::Malformed>(())
    /// ```
    pub fn parameters(&self) -> Result<Parameters, Malformed> {
        if self.is_form() && !self.has_no_body() {
            return Parameters::from_form(self.body);
        }
        self.url.split_once('?').map_or_else(|| Ok(Parameters::new()), |(_, query)| Parameters::from_query(query))
    }

    /// Whether Twilio sent the request with these parameters, which only a form needs for that.
    fn verify(&self, auth_token: &str, parameters: &Result<Parameters, Malformed>) -> Result<(), Refused> {
        let signature = self.signature.unwrap_or_default();
        if self.has_no_body() {
            return Ok(verify(auth_token, self.url, &Parameters::new(), signature)?);
        }
        if self.is_form() {
            let form = parameters.as_ref().map_err(Clone::clone)?;
            // An address that holds the hash of a body was signed together with that body, not with an empty form.
            if !form.is_empty() || address::body_hash(self.url).is_none() {
                return Ok(verify(auth_token, self.url, form, signature)?);
            }
        }
        Ok(verify_body(auth_token, self.url, self.body, signature)?)
    }
}

/// Makes sure that a request was sent by Twilio, and gives its parameters: those of the form, or else those of the query.
///
/// # Errors
///
/// The signature or the hash of the body is missing or wrong; or something is not UTF-8, which is told to Twilio alone unless
/// it stands in a form.
///
/// ```
/// use twiml_core::signature::{self, Received};
/// use twiml_core::Parameters;
///
/// let (token, url, body) = ("12345", "https://example.com/call", "CallSid=CA1&Digits=1");
/// // What Twilio does:
/// let signature = signature::sign(token, url, &Parameters::from_form(body.as_bytes())?);
///
/// let received = Received {
///     method: "POST",
///     url,
///     content_type: Some("application/x-www-form-urlencoded; charset=utf-8"),
///     signature: Some(&signature),
///     body: body.as_bytes(),
/// };
/// let parameters = signature::receive(token, &received)?;
/// assert_eq!(parameters.get("Digits"), Some("1"));
///
/// let error = signature::receive(token, &Received { body: b"CallSid=CA1&Digits=2", ..received }).unwrap_err();
/// assert_eq!(error.to_string(), "the signature is not that of this request");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn receive(auth_token: &str, received: &Received<'_>) -> Result<Parameters, Refused> {
    receive_at(auth_token, received, [received.url])
}

/// The same under whichever of these addresses Twilio called; they have the query of the request. What it holds is decoded
/// once for all of them.
pub(crate) fn receive_at<'a>(
    auth_token: &str,
    received: &Received<'a>,
    urls: impl IntoIterator<Item = &'a str>,
) -> Result<Parameters, Refused> {
    let parameters = received.parameters();
    let mut refused = Invalid::NoSignature;
    for url in urls {
        match (Received { url, ..*received }).verify(auth_token, &parameters) {
            // Another address may be the one.
            Err(Refused::Invalid(invalid)) => refused = invalid,
            Err(malformed) => return Err(malformed),
            Ok(()) => return Ok(parameters?),
        }
    }
    Err(refused.into())
}

/// Why a request is refused.
///
/// ```
/// use twiml_core::signature::{Invalid, Refused};
///
/// assert_eq!(Refused::from(Invalid::NoSignature).to_string(), "there is no signature");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Refused {
    /// It was not sent by Twilio: answer with 403.
    Invalid(Invalid),
    /// It cannot be read: answer with 400.
    Malformed(Malformed),
}

impl Refused {
    /// The HTTP status to answer with.
    ///
    /// ```
    /// use twiml_core::signature::{Invalid, Refused};
    ///
    /// assert_eq!(Refused::from(Invalid::Signature).status(), 403);
    /// ```
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Invalid(_) => 403,
            Self::Malformed(_) => 400,
        }
    }
}

impl From<Invalid> for Refused {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<Malformed> for Refused {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => invalid.fmt(f),
            Self::Malformed(malformed) => malformed.fmt(f),
        }
    }
}

impl core::error::Error for Refused {}
