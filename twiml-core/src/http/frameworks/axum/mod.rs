//! Requests of Twilio in axum: verified, and as types.
//!
//! ```
//! use axum::{Router, routing::post};
//! use twiml_core::axum::{Signed, Verifier};
//! use twiml_core::webhook::{ConversationAction, ConversationResult};
//!
//! async fn ended(Signed(request): Signed<ConversationAction>) {
//!     if request.result != ConversationResult::SessionSuccess {
//!         println!("{}: {}", request.call.call_sid, request.result);
//!     }
//! }
//!
//! let verifier = Verifier::new("the auth token").public_url("https://voice.example.com");
//! let app: Router = Router::new().route("/ended", post(ended)).with_state(verifier);
//! ```

mod answer;
#[cfg(all(feature = "webhook", feature = "signature"))]
mod body;
#[cfg(all(feature = "webhook", feature = "signature"))]
mod extract;
#[cfg(all(feature = "webhook", feature = "signature"))]
mod rejection;
#[cfg(all(feature = "webhook", feature = "signature"))]
mod upgrade;
#[cfg(all(feature = "webhook", feature = "signature"))]
mod verifier;

#[cfg(all(feature = "webhook", feature = "signature"))]
pub use extract::{Signed, Verified};
#[cfg(all(feature = "webhook", feature = "signature"))]
pub use rejection::Rejection;
#[cfg(all(feature = "webhook", feature = "signature"))]
pub use upgrade::Handshake;
#[cfg(all(feature = "webhook", feature = "signature"))]
pub use verifier::Verifier;
