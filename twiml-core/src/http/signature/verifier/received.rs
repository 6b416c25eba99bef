//! A request as a server has it.

use core::str;

use super::super::{HEADER, IDEMPOTENCY_HEADER, SETTINGS_HEADER};
use crate::Parameters;

/// A request as a server has it, of whatever web framework: what [`Verifier::verify`](super::Verifier::verify) looks at.
///
/// With the feature `http` it is made of an `http::Request`, or of its `Parts` and the body.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::Received;
///
/// let received = Received::new("POST", "/voice?worker=7")
///     .header("Host", "voice.example.com")
///     .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
///     .header("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")
///     .body("CallSid=CA1&Digits=1");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    pub(super) method: &'a str,
    /// Path and query.
    pub(super) target: &'a str,
    pub(super) host: Option<&'a [u8]>,
    pub(super) content_type: Option<&'a [u8]>,
    pub(super) upgrade: Option<&'a [u8]>,
    pub(super) signature: Option<&'a [u8]>,
    pub(super) settings: Option<&'a [u8]>,
    pub(super) idempotency_token: Option<&'a [u8]>,
    pub(super) body: &'a [u8],
}

impl<'a> Received<'a> {
    /// A request with this method for this path and query, as they came: before a router took the beginning of the path off,
    /// and with nothing encoded or decoded.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let received = twiml::signature::Received::new("GET", "/voice?CallSid=CA1");
    /// ```
    #[must_use]
    pub fn new(method: &'a str, target: &'a str) -> Self {
        let empty = Self {
            method,
            target,
            host: None,
            content_type: None,
            upgrade: None,
            signature: None,
            settings: None,
            idempotency_token: None,
            body: b"",
        };
        // A client of a proxy sends the whole address.
        match target.split_once("://").filter(|_| !target.starts_with('/')) {
            Some((_, rest)) => {
                let (host, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
                Self { host: Some(host.as_bytes()), target: if target.is_empty() { "/" } else { target }, ..empty }
            }
            None => empty,
        }
    }

    /// With this header. All of a request may be given: those that say nothing here are passed over, and of one that comes
    /// twice the first counts.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::Received;
    ///
    /// let headers = [("x-twilio-signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8="), ("accept", "*/*")];
    /// let received = Received::new("GET", "/voice");
    /// let received = headers.iter().fold(received, |received, (name, value)| received.header(name, value));
    /// ```
    #[must_use]
    pub fn header(mut self, name: &str, value: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        let value = Some(value.as_ref());
        let known = [
            ("host", &mut self.host),
            ("content-type", &mut self.content_type),
            ("upgrade", &mut self.upgrade),
            (HEADER, &mut self.signature),
            (SETTINGS_HEADER, &mut self.settings),
            (IDEMPOTENCY_HEADER, &mut self.idempotency_token),
        ];
        if let Some((_, field)) = known.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            *field = field.or(value);
        }
        self
    }

    /// With this body, byte for byte as it came.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let received = twiml::signature::Received::new("POST", "/voice").body("CallSid=CA1");
    /// ```
    #[must_use]
    pub fn body(self, body: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        Self { body: body.as_ref(), ..self }
    }

    /// Whether it is the opening request of a WebSocket.
    pub(super) fn is_handshake(&self) -> bool {
        let upgrade = self.upgrade.and_then(|upgrade| str::from_utf8(upgrade).ok()).unwrap_or_default();
        self.method == "GET" && upgrade.split(',').any(|name| name.trim().eq_ignore_ascii_case("websocket"))
    }

    /// Whether a body of it is nothing that Twilio could have sent or signed.
    pub(crate) fn has_no_body(&self) -> bool {
        ["GET", "HEAD"].contains(&self.method)
    }

    pub(super) fn is_form(&self) -> bool {
        let kind = self.content_type.and_then(|kind| kind.split(|&sign| sign == b';').next()).unwrap_or_default();
        !self.has_no_body() && kind.trim_ascii().eq_ignore_ascii_case(b"application/x-www-form-urlencoded")
    }

    pub(super) fn query(&self) -> &'a str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    pub(super) fn query_parameters(&self) -> Parameters {
        Parameters::from_query(self.query())
    }
}
