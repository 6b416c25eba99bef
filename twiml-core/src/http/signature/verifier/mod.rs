//! What requests are verified with.

#[cfg(feature = "tracing")]
mod event;
mod judge;
mod keys;
mod misconfigured;
mod place;
mod received;
mod refused;
mod verified;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::future::Future as _;
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use core::time::Duration;

use judge::{Case, Claim, Content};
use place::Place;

use super::Reason;
#[cfg(any(feature = "axum", feature = "actix-web", feature = "poem", feature = "rocket", feature = "warp"))]
use crate::webhook::Webhook;

pub use keys::{Keys, Tokens};
pub use misconfigured::Misconfigured;
pub use received::Received;
pub use refused::Refused;
#[cfg(feature = "webhook")]
pub use verified::Signed;
pub use verified::{Handshake, Verified};

/// What requests are verified with: keys, and the address under which Twilio reaches the server. One for the whole server,
/// in whatever web framework, for calls, messages and sockets; a clone costs nothing.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::Verifier;
///
/// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
/// # Ok::<(), twiml::signature::Misconfigured>(())
/// ```
///
/// **The public URL** is scheme and host as they are configured at Twilio, and a path only where a proxy takes the beginning of
/// the path off. It is not guessed: behind a proxy a server sees another host and scheme, and what a request says of itself,
/// its sender chose. Where that has to do, [`dangerously_trusting_host`](Self::dangerously_trusting_host) says so.
///
/// **What is signed** is the address, the parameters of a form, and of other bodies their hash in the address. Of the address all
/// forms are tried that Twilio signs: with and without a port, with and without user and password; of a socket `wss`, also with
/// a slash at its end. See [Twilio's page](https://www.twilio.com/docs/usage/security).
///
/// **What it costs**: a request without a signature is refused before its body is read, one with too large a body or too many
/// parameters before anything is decoded. A refusal is told to [`on_refused`](Self::on_refused) and, with the feature `tracing`,
/// is an event.
#[derive(Clone)]
pub struct Verifier {
    /// None: requests are not verified.
    checks: Option<Arc<Checks>>,
    limits: Limits,
    on_refused: Option<Arc<Told>>,
}

/// What is told of refusals.
type Told = dyn Fn(&Refused) + Send + Sync;

#[derive(Debug)]
struct Checks {
    keys: Keys,
    place: Option<Place>,
}

/// How much of a request is read before anybody is known to be Twilio.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Bytes of a body.
    body: usize,
    /// Parameters of a form.
    parameters: usize,
    /// Time for a body to arrive.
    time: Duration,
}

/// Twilio's largest requests have a few thousand bytes and a hundred parameters, and it waits for 15 seconds.
const LIMITS: Limits = Limits { body: 64 * 1024, parameters: 1_000, time: Duration::from_secs(10) };

impl Verifier {
    /// Requests must be signed with one of these keys, for addresses under this URL.
    ///
    /// # Errors
    ///
    /// There is no key, or one is empty; or the URL is none, or has a query or a fragment.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::Verifier;
    ///
    /// assert!(Verifier::new("the auth token", "https://voice.example.com").is_ok());
    /// // A proxy hands `https://example.com/twilio/voice` on as `/voice`:
    /// assert!(Verifier::new("the auth token", "https://example.com/twilio").is_ok());
    /// assert!(Verifier::new("the auth token", "example.com").is_err());
    /// assert!(Verifier::new("", "https://voice.example.com").is_err());
    /// ```
    pub fn new(keys: impl Into<Keys>, public_url: &str) -> Result<Self, Misconfigured> {
        Self::checking(keys.into(), Some(Place::configured(public_url)?))
    }

    /// Requests must be signed with one of these keys, for whatever host they name themselves.
    ///
    /// So a signature counts that was made for any server of the account, and who has seen one request may pass it on to
    /// another server. It also fails behind proxies that do not hand the header `Host` on.
    ///
    /// # Errors
    ///
    /// There is no key, or one is empty.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let verifier = twiml::signature::Verifier::dangerously_trusting_host("the auth token");
    /// ```
    pub fn dangerously_trusting_host(keys: impl Into<Keys>) -> Result<Self, Misconfigured> {
        Self::checking(keys.into(), None)
    }

    /// Requests are taken as they come, whoever sends them: for tests, and for a server that nobody else reaches.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// let verifier = twiml::signature::Verifier::dangerously_unverified();
    /// ```
    #[must_use]
    pub const fn dangerously_unverified() -> Self {
        Self { checks: None, limits: LIMITS, on_refused: None }
    }

    fn checking(keys: Keys, place: Option<Place>) -> Result<Self, Misconfigured> {
        keys.check()?;
        Ok(Self { checks: Some(Arc::new(Checks { keys, place })), ..Self::dangerously_unverified() })
    }

    /// The most bytes that a body may have; larger ones are refused with 413. Without it 65,536, of which Twilio needs a few
    /// thousand.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::signature::Verifier;
    /// let verifier = Verifier::dangerously_unverified().body_limit(1024 * 1024);
    /// ```
    #[must_use]
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.limits.body = bytes;
        self
    }

    /// The most parameters that a form may have; more are refused with 413. Without it 1,000.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::signature::Verifier;
    /// let verifier = Verifier::dangerously_unverified().parameter_limit(200);
    /// ```
    #[must_use]
    pub const fn parameter_limit(mut self, count: usize) -> Self {
        self.limits.parameters = count;
        self
    }

    /// The time in which a body must have arrived; slower ones are refused with 408. Without it 10 seconds, as Twilio waits
    /// for 15. The layer and the extractors keep it, by the clock of Tokio; the time for the head of a request is a matter of
    /// the server.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::signature::Verifier;
    /// let verifier = Verifier::dangerously_unverified().body_time(std::time::Duration::from_secs(2));
    /// ```
    #[must_use]
    pub const fn body_time(mut self, time: Duration) -> Self {
        self.limits.time = time;
        self
    }

    /// Is told of every request that is refused, and why: the sender learns only the status.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::signature::Verifier;
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?
    ///     .on_refused(|refused| eprintln!("{refused}"));
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    #[must_use]
    pub fn on_refused(mut self, told: impl Fn(&Refused) + Send + Sync + 'static) -> Self {
        self.on_refused = Some(Arc::new(told));
        self
    }

    /// Makes sure that a request was sent by Twilio. The opening request of a WebSocket (GET with `Upgrade: websocket`) is held
    /// against the `wss` address.
    ///
    /// # Errors
    ///
    /// The signature or the hash of the body is missing or wrong, or there is too much of the request. Where tokens are
    /// looked up asynchronously and take their time it is [`Reason::Unavailable`]: there is [`verify_async`](Self::verify_async).
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Received, Verifier, sign};
    /// use twiml::Parameters;
    ///
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
    /// // What Twilio does:
    /// let form = Parameters::from_iter([("CallSid", "CA1"), ("Digits", "1")]);
    /// let signature = sign("the auth token", "https://voice.example.com/keys", &form);
    ///
    /// let received = Received::new("POST", "/keys")
    ///     .header("Content-Type", "application/x-www-form-urlencoded")
    ///     .header("X-Twilio-Signature", &signature)
    ///     .body("CallSid=CA1&Digits=1");
    /// assert_eq!(verifier.verify(&received)?.parameters.get("Digits"), Some("1"));
    /// assert!(verifier.verify(&received.body("CallSid=CA1&Digits=2")).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify(&self, received: &Received<'_>) -> Result<Verified, Refused> {
        // Without an asynchronous lookup there is nothing to wait for.
        match pin!(self.verify_async(received)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(verdict) => verdict,
            Poll::Pending => Err(self.refuse(Reason::Unavailable, Vec::new())),
        }
    }

    /// The same where the auth tokens are looked up asynchronously.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify), and the tokens cannot be looked up now.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::signature::{Received, Reason, Verifier};
    /// # async fn answer(verifier: Verifier) {
    /// let refused = verifier.verify_async(&Received::new("GET", "/voice")).await.unwrap_err();
    /// assert_eq!(refused.reason(), &Reason::NoSignature);
    /// # }
    /// ```
    pub async fn verify_async(&self, received: &Received<'_>) -> Result<Verified, Refused> {
        self.judge(received, received.is_handshake()).await
    }

    /// Makes sure that the opening request of a WebSocket was sent by Twilio, which signs the `wss` address of the document.
    ///
    /// # Errors
    ///
    /// The signature is missing or wrong: refuse it with 403 before the socket is opened.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Received, Verifier, sign};
    /// use twiml::Parameters;
    ///
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
    /// let signed = |url| sign("the auth token", url, &Parameters::new());
    /// let handshake = Received::new("GET", "/media");
    /// let genuine = signed("wss://voice.example.com/media");
    /// assert!(verifier.verify_handshake(&handshake.header("x-twilio-signature", &genuine)).is_ok());
    /// let of_a_page = signed("https://voice.example.com/media");
    /// assert!(verifier.verify_handshake(&handshake.header("x-twilio-signature", &of_a_page)).is_err());
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    pub fn verify_handshake(&self, received: &Received<'_>) -> Result<Verified, Refused> {
        match pin!(self.verify_handshake_async(received)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(verdict) => verdict,
            Poll::Pending => Err(self.refuse(Reason::Unavailable, Vec::new())),
        }
    }

    /// The same where the auth tokens are looked up asynchronously.
    ///
    /// # Errors
    ///
    /// As [`verify_handshake`](Self::verify_handshake), and the tokens cannot be looked up now.
    pub async fn verify_handshake_async(&self, received: &Received<'_>) -> Result<Verified, Refused> {
        self.judge(received, true).await
    }

    /// Refuses what cannot be right before its body is read, and tells how many bytes of the body are worth reading.
    ///
    /// # Errors
    ///
    /// There is no signature, or none that could be one, or a key that nobody knows.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Received, Verifier};
    ///
    /// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
    /// let head = Received::new("POST", "/voice");
    /// assert_eq!(verifier.verify_head(&head).unwrap_err().status(), 403);
    /// let head = head.header("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    /// assert_eq!(verifier.verify_head(&head).unwrap(), 65_536);
    /// # Ok::<(), twiml::signature::Misconfigured>(())
    /// ```
    pub fn verify_head(&self, head: &Received<'_>) -> Result<usize, Refused> {
        self.claim(head).map(|_| self.limits.body).map_err(|reason| self.refuse(reason, Vec::new()))
    }

    fn claim<'a>(&self, received: &Received<'a>) -> Result<Option<Claim<'a>>, Reason> {
        self.checks.as_ref().map(|checks| Claim::of(received, &checks.keys)).transpose()
    }

    async fn judge(&self, received: &Received<'_>, is_handshake: bool) -> Result<Verified, Refused> {
        let verdict = self.judged(received, is_handshake).await;
        verdict.map_err(|(reason, addresses)| self.refuse(reason, addresses))
    }

    async fn judged(&self, received: &Received<'_>, is_handshake: bool) -> Result<Verified, (Reason, Vec<String>)> {
        let early = |reason| (reason, Vec::new());
        let claim = self.claim(received).map_err(early)?;
        if received.body.len() > self.limits.body {
            return Err(early(Reason::TooLarge(self.limits.body)));
        }
        let content = Content::of(received, self.limits.parameters).map_err(early)?;
        if let (Some(checks), Some(claim)) = (&self.checks, claim) {
            let case = Case { received, is_handshake, content: &content, place: checks.place.as_ref() };
            case.judge(&claim, &checks.keys).await?;
        }
        Ok(verified(received, content, is_handshake))
    }

    /// The time in which a body must have arrived.
    #[cfg(any(feature = "tower", feature = "actix-web", feature = "poem", feature = "rocket", feature = "warp"))]
    pub(crate) const fn time(&self) -> Duration {
        self.limits.time
    }

    /// The request as a type, told like all other refusals where it is none.
    #[cfg(any(feature = "axum", feature = "actix-web", feature = "poem", feature = "rocket", feature = "warp"))]
    pub(crate) fn read<T: Webhook>(&self, verified: Verified) -> Result<T, Refused> {
        verified.request().map_err(|malformed| self.refuse(Reason::Malformed(malformed), Vec::new()))
    }

    /// Where a framework keeps such things there is none: nothing gets in.
    #[cfg(any(feature = "actix-web", feature = "poem", feature = "rocket"))]
    pub(crate) fn missing() -> Refused {
        Self::dangerously_unverified().refuse(Reason::NoVerifier, Vec::new())
    }

    /// Tells of a refusal.
    pub(crate) fn refuse(&self, reason: Reason, addresses: Vec<String>) -> Refused {
        let refused = Refused::new(reason, addresses);
        #[cfg(feature = "tracing")]
        event::refused(&refused);
        if let Some(told) = &self.on_refused {
            told(&refused);
        }
        refused
    }
}

fn verified(received: &Received<'_>, content: Content, is_handshake: bool) -> Verified {
    let (parameters, query) = match content {
        Content::Form(form) => (form.parameters(), received.query_parameters()),
        _ => (received.query_parameters(), crate::Parameters::new()),
    };
    let body = if received.has_no_body() { Vec::new() } else { received.body.to_vec() };
    let token = received.idempotency_token.and_then(|token| core::str::from_utf8(token).ok());
    Verified { parameters, query, body, idempotency_token: token.map(String::from), is_handshake }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let checks: &dyn fmt::Debug = match &self.checks {
            Some(checks) => checks,
            None => &"dangerously unverified",
        };
        f.debug_struct("Verifier").field("checks", checks).field("limits", &self.limits).finish_non_exhaustive()
    }
}
