//! What requests are verified with.

#[cfg(test)]
mod tests;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use http::header::HOST;
use http::request::Parts;

use super::Rejection;
use crate::Parameters;
use crate::signature::{HEADER, Received, receive_at};

/// What requests are verified with: the auth token of the account, and the address at which Twilio calls the server. It
/// belongs into the state of the router, by itself or as a part that `FromRef` takes out.
///
/// ```
/// use twiml_core::axum::Verifier;
///
/// let verifier = Verifier::new("the auth token").public_url("https://voice.example.com");
/// assert_eq!(format!("{verifier:?}"), r#"Verifier { auth_token: "…", public_url: Some("https://voice.example.com") }"#);
/// ```
#[derive(Clone)]
pub struct Verifier {
    /// None: requests are not verified.
    pub(super) auth_token: Option<Arc<str>>,
    public_url: Option<Arc<str>>,
}

impl Verifier {
    /// Requests must be signed with this token.
    ///
    /// ```
    /// let verifier = twiml_core::axum::Verifier::new("the auth token");
    /// ```
    #[must_use]
    pub fn new(auth_token: &str) -> Self {
        Self { auth_token: Some(auth_token.into()), public_url: None }
    }

    /// Requests are taken as they come, whoever sends them: for a server that nobody else reaches.
    ///
    /// ```
    /// let verifier = twiml_core::axum::Verifier::dangerously_unverified();
    /// ```
    #[must_use]
    pub const fn dangerously_unverified() -> Self {
        Self { auth_token: None, public_url: None }
    }

    /// The address under which Twilio reaches the router: scheme, host and, if a proxy or `Router::nest` takes it off,
    /// the beginning of the path.
    ///
    /// Without it the address is made of the header `Host`, with `https` or `http`. Behind a proxy that is often another
    /// one, and every request is refused.
    ///
    /// ```
    /// use twiml_core::axum::Verifier;
    ///
    /// let verifier = Verifier::new("the auth token").public_url("https://example.com/twilio/");
    /// ```
    #[must_use]
    pub fn public_url(self, url: &str) -> Self {
        Self { public_url: Some(url.trim_end_matches('/').into()), ..self }
    }

    /// The parameters of a request, if it may be taken.
    pub(super) fn receive(&self, parts: &Parts, body: &[u8]) -> Result<Parameters, Rejection> {
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let target = parts.uri.to_string();
        let received = Received {
            method: parts.method.as_str(),
            url: &target,
            content_type: header("content-type"),
            signature: header(HEADER),
            body,
        };
        let Some(auth_token) = &self.auth_token else { return Ok(received.parameters()?) };
        let urls = self.urls(parts)?;
        Ok(receive_at(auth_token, &received, urls.iter().map(String::as_str))?)
    }

    /// The addresses that Twilio may have called.
    pub(super) fn urls(&self, parts: &Parts) -> Result<Vec<String>, Rejection> {
        let bases = match &self.public_url {
            Some(url) => Vec::from([url.to_string()]),
            None => host(parts).map(|host| ["https", "http"].map(|scheme| format!("{scheme}://{host}")).into())?,
        };
        let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
        let mut urls: Vec<_> = bases.iter().map(|base| format!("{base}{target}")).collect();
        if target == "/" {
            // The path of an address that has none.
            urls.extend(bases);
        }
        Ok(urls)
    }

    /// Whether a request without a signature can be refused before its body is read.
    pub(super) fn wants_signature(&self) -> bool {
        self.auth_token.is_some()
    }
}

/// Where the request went, as its sender wrote it.
fn host(parts: &Parts) -> Result<&str, Rejection> {
    let header = || parts.headers.get(HOST).and_then(|host| host.to_str().ok());
    parts.uri.authority().map(http::uri::Authority::as_str).or_else(header).ok_or(Rejection::NoHost)
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = if self.auth_token.is_some() { "…" } else { "" };
        f.debug_struct("Verifier").field("auth_token", &shown).field("public_url", &self.public_url).finish()
    }
}
