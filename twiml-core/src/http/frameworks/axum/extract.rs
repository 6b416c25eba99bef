//! Extractors.

use alloc::vec::Vec;

use axum_core::extract::{FromRef, FromRequest, Request as HttpRequest};

use super::{Rejection, Verifier, body};
use crate::Parameters;
use crate::signature::{HEADER, Invalid};
use crate::webhook::Request;

/// A request that Twilio has signed, as a type of [`webhook`](crate::webhook).
///
/// It is refused with 403 if the signature is missing or wrong, with 400 if a parameter is missing or malformed, and with
/// 413 if the body has more than 1 MiB. The state of the router holds the [`Verifier`]. It reads the body, so that it comes
/// last among the arguments of a handler.
///
/// ```
/// use axum::{Router, routing::post};
/// use twiml_core::axum::{Signed, Verifier};
/// use twiml_core::webhook::ConversationStatusCallback;
///
/// async fn progress(Signed(callback): Signed<ConversationStatusCallback>) {
///     println!("{}: {}", callback.conversation_sid, callback.status);
/// }
///
/// let app: Router = Router::new().route("/progress", post(progress)).with_state(Verifier::new("the auth token"));
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Signed<T>(pub T);

impl<S: Sync, T: Request> FromRequest<S> for Signed<T>
where
    Verifier: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: HttpRequest, state: &S) -> Result<Self, Rejection> {
        let verified = Verified::from_request(request, state).await?;
        Ok(Self(T::from_parameters(verified.parameters)?))
    }
}

/// A request that Twilio has signed, as it came: for requests that [`webhook`](crate::webhook) does not know, and for
/// bodies that are no form.
///
/// ```
/// use axum::{Router, routing::post};
/// use twiml_core::axum::{Verified, Verifier};
///
/// async fn events(verified: Verified) {
///     println!("{} bytes of JSON", verified.body.len());
/// }
///
/// let app: Router = Router::new().route("/events", post(events)).with_state(Verifier::new("the auth token"));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Verified {
    /// The parameters: those of the form, or else those of the query.
    pub parameters: Parameters,
    /// The body, byte for byte.
    pub body: Vec<u8>,
}

impl<S: Sync> FromRequest<S> for Verified
where
    Verifier: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: HttpRequest, state: &S) -> Result<Self, Rejection> {
        let verifier = Verifier::from_ref(state);
        let (parts, body) = request.into_parts();
        if verifier.wants_signature() && !parts.headers.contains_key(HEADER) {
            return Err(Rejection::Invalid(Invalid::NoSignature));
        }
        let body = body::read(body).await?;
        let parameters = verifier.receive(&parts, &body)?;
        Ok(Self { parameters, body })
    }
}
