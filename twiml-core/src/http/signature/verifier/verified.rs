//! A request of Twilio's.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Parameters;
#[cfg(feature = "webhook")]
use crate::webhook::{Malformed, Webhook};

/// A request that Twilio has signed, as it came: what a [`Verifier`](super::Verifier) gives.
///
/// In web frameworks it is an extractor, for requests that [`webhook`](crate::webhook) does not know and for bodies that are
/// no form.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::signature::{Received, Verifier, sign};
/// use twiml::Parameters;
///
/// let verifier = Verifier::new("the auth token", "https://voice.example.com")?;
/// let form = Parameters::from_iter([("Digits", "1")]);
/// let signature = sign("the auth token", "https://voice.example.com/keys?worker=7", &form);
/// let received = Received::new("POST", "/keys?worker=7")
///     .header("Content-Type", "application/x-www-form-urlencoded")
///     .header("X-Twilio-Signature", &signature)
///     .header("I-Twilio-Idempotency-Token", "0b6d5c6e")
///     .body("Digits=1");
///
/// let verified = verifier.verify(&received)?;
/// assert_eq!(verified.parameters.get("Digits"), Some("1"));
/// assert_eq!(verified.query.get("worker"), Some("7"));
/// assert_eq!(verified.idempotency_token.as_deref(), Some("0b6d5c6e"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Verified {
    /// The parameters: those of a form, or else those of the query.
    pub parameters: Parameters,
    /// The parameters of the query beside those of a form; otherwise none, as they are above.
    pub query: Parameters,
    /// The body, byte for byte; of GET and HEAD nothing, as no signature covers it.
    pub body: Vec<u8>,
    /// Header `I-Twilio-Idempotency-Token`: the same when Twilio sends a request again. It is not signed, so it tells retries
    /// apart and no replays.
    pub idempotency_token: Option<String>,
    /// Whether it was held against the address of a socket.
    pub(crate) is_handshake: bool,
}

#[cfg(feature = "webhook")]
impl Verified {
    /// The request as a type of [`webhook`](crate::webhook).
    ///
    /// What it does not know is in its `other`: first of the parameters, then of the query beside a form.
    ///
    /// # Errors
    ///
    /// A parameter that always comes is missing, or is not what it takes.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// use twiml::signature::{Received, Verifier};
    /// use twiml::webhook::GatherAction;
    ///
    /// let verifier = Verifier::dangerously_unverified();
    /// let received = Received::new("GET", "/keys?Digits=1");
    /// let error = verifier.verify(&received)?.request::<GatherAction>().unwrap_err();
    /// assert_eq!(error.to_string(), "parameter `CallSid` is missing");
    /// # Ok::<(), twiml::signature::Refused>(())
    /// ```
    pub fn request<T: Webhook>(self) -> Result<T, Malformed> {
        T::from_delivery(self.parameters, self.query, self.idempotency_token)
    }
}

/// A request that Twilio has signed, as a type of [`webhook`](crate::webhook): the extractor of all web frameworks.
///
/// It is refused with 403 if the signature is missing or wrong, with 413 or 408 if the body is too large or too slow, and
/// with 400 if Twilio sent it and a parameter is missing. The guide names what each framework needs, and how this is written
/// there.
///
/// ```
/// # use twiml_core as twiml;
/// # #[cfg(feature = "axum")] {
/// use axum::{Router, routing::post};
/// use twiml::signature::{Signed, Verifier};
/// use twiml::webhook::ConversationStatusCallback;
///
/// async fn progress(Signed(callback): Signed<ConversationStatusCallback>) {
///     println!("{}: {}", callback.conversation_sid, callback.status);
/// }
///
/// let verifier = Verifier::new("the auth token", "https://voice.example.com").unwrap();
/// let app: Router = Router::new().route("/progress", post(progress)).with_state(verifier);
/// # }
/// ```
#[cfg(feature = "webhook")]
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Signed<T>(pub T);

/// The opening request of a WebSocket, signed by Twilio for the `wss` address: the extractor of all web frameworks.
///
/// In axum it wraps what opens the socket, so that nobody else gets as far as that: `Handshake<WebSocketUpgrade>`. A signed
/// handshake shows that it is Twilio who calls and for which account, not for which call: that comes with the first message.
///
/// ```
/// # use twiml_core as twiml;
/// # #[cfg(feature = "axum")] {
/// use axum::{Router, routing::any};
/// use twiml::signature::{Handshake, Verifier};
///
/// async fn media(_: Handshake) {
///     // …
/// }
///
/// let verifier = Verifier::new("the auth token", "https://voice.example.com").unwrap();
/// let app: Router = Router::new().route("/media", any(media)).with_state(verifier);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Handshake<U = ()>(pub U);
