//! [picture-error]: https://docs.rs/twiml-dsl
//! [guide-syntax]: guide::syntax
//! [guide-values]: guide::values
//! [guide-fragments]: guide::fragments
//! [guide-constants]: guide::constants
//! [guide-sockets]: guide::sockets
//! [guide-testing]: guide::testing
//! [guide-files]: guide::files
//! [guide-costs]: guide::costs
//! [serving]: guide::serving
//! [diagnostics]: diagnostics
//! [apache]: https://www.apache.org/licenses/LICENSE-2.0
//! [mit]: https://opensource.org/license/mit
#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

// The expansion of the macro names this crate; so do the examples and tests within it.
extern crate self as twiml;

#[cfg(feature = "check")]
pub mod check;
pub mod guide;

#[cfg(feature = "check")]
pub use twiml_check::xml::check;
#[cfg(feature = "signature")]
pub use twiml_core::signature;
#[cfg(feature = "socket")]
pub use twiml_core::socket;
#[cfg(feature = "webhook")]
pub use twiml_core::webhook;
pub use twiml_core::{
    Address, At, Enumeration, Fax, FaxResponse, Fragment, List, Markup, Messaging, MessagingResponse, Placed, Response,
    UnknownValue, Voice, VoiceResponse, Word, Writer, address, element, escape, fax, fragment, messaging, value,
    values, voice, writer,
};
#[cfg(any(feature = "webhook", feature = "signature"))]
pub use twiml_core::{Parameters, parameters};

/// # Markup
///
/// Tags and attributes as in TwiML; text is a string literal or `{expr}`, and nothing is added between pieces. Between tags
/// stand `if`, `for`, `match` and `let`, without decoration.
///
/// ```
/// use twiml::twiml;
///
/// let name = "Ada";
/// let answer = twiml! {
///     <Response>
///         <Say voice="alice">"Hello " {name} ", we are connecting you."</Say>
///         <Dial timeout=20>"+15551234567"</Dial>
///     </Response>
/// };
/// assert_eq!(
///     answer.as_str(),
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say voice=\"alice\">Hello Ada, we are connecting you.</Say>\
///      <Dial timeout=\"20\">+15551234567</Dial></Response>",
/// );
/// ```
///
/// # What it gives
///
/// `<Response>…</Response>` is a document: a [`VoiceResponse`], a [`MessagingResponse`] or, retired, a [`FaxResponse`]. Other
/// markup is a fragment: an `impl` [`Fragment`] for every place in which its elements may stand.
///
/// ```
/// use twiml::{Fragment, MessagingResponse, element, twiml};
///
/// fn signature() -> impl Fragment<element::messaging::Body> {
///     twiml! { "\nYour bank" }
/// }
///
/// let balance = 42;
/// let answer: MessagingResponse = twiml! {
///     <Response><Message><Body>"Balance: " {balance} {signature()}</Body></Message></Response>
/// };
/// assert!(answer.as_str().ends_with("<Body>Balance: 42\nYour bank</Body></Message></Response>"));
/// ```
///
/// # Errors
///
/// What TwiML does not take is a compile error at the token that is wrong; the list is in [`diagnostics`]. What Twilio takes but
/// what cannot be meant is a warning, which `#[allow(deprecated)]` silences.
///
/// ```compile_fail
/// twiml::twiml! { <Response><Say loop="twice">"Hello"</Say></Response> };
/// ```
pub use twiml_macros::twiml;

#[doc(inline)]
pub use twiml_core::values::*;

/// What most files that answer Twilio need: the macro, documents and fragments, and, with `webhook` and `signature`, the
/// requests and who sent them.
///
/// ```
/// use twiml::prelude::*;
///
/// fn greeting(name: &str) -> VoiceResponse {
///     twiml! { <Response><Say>"Hello " {name} "."</Say></Response> }
/// }
/// ```
pub mod prelude {
    #[cfg(all(feature = "signature", feature = "webhook"))]
    pub use crate::signature::Signed;
    #[cfg(feature = "signature")]
    pub use crate::signature::{Handshake, Verified, Verifier};
    #[cfg(feature = "webhook")]
    pub use crate::webhook::Webhook;
    pub use crate::{Fragment, MessagingResponse, VoiceResponse, twiml};
}

#[doc = include_str!("../DIAGNOSTICS.md")]
pub mod diagnostics {}

#[doc(hidden)]
pub use twiml_core::__private;
