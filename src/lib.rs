// The links of the README, where its folder is not: what is defined first counts.
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
#![cfg_attr(doc, doc = concat!("[picture-error]: data:image/svg+xml;base64,", include_str!("../guide/error.base64")))]
#![cfg_attr(doc, doc = concat!("[picture-completion]: data:image/svg+xml;base64,", include_str!("../guide/completion.base64")))]
#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

// The examples and tests within this crate name it.
extern crate self as twiml;

// The expansion of the macro does, by whatever name and way the program has it.
#[doc(hidden)]
pub extern crate self as __twiml;

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
/// stand `if`, `for`, `while`, `loop`, `match` and statements, without decoration, and attributes of Rust such as `#[cfg(…)]`
/// before any of them.
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
/// A `break` or a `continue` leaves an element as if it had not been begun: half of one never comes out.
///
/// ```
/// use twiml::{VoiceResponse, twiml};
///
/// let mut queue = ["Ada", "", "Grace"].into_iter();
/// let answer: VoiceResponse = twiml! {
///     <Response>
///         while let Some(name) = queue.next() {
///             <Say>{if name.is_empty() { continue } name}</Say>
///         }
///         #[cfg(any())]
///         <Hangup/>
///     </Response>
/// };
/// assert!(answer.as_str().ends_with("<Response><Say>Ada</Say><Say>Grace</Say></Response>"));
/// ```
///
/// # Constants
///
/// Markup without run-time values is a constant. `{const EXPR}` is one of the program, a `&str` or an unsigned integer, and
/// for the attributes that take them a `bool` or the value of an enum: the compiler escapes it and joins it with the rest.
///
/// ```
/// use twiml::{VoiceResponse, twiml};
///
/// const SHOP: &str = "Tom & Jerry";
/// const CLOSED: VoiceResponse = twiml! {
///     <Response><Say>{const SHOP} " is closed"</Say></Response>
/// };
/// assert!(CLOSED.as_str().contains("<Say>Tom &amp; Jerry is closed</Say>"));
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
#[macro_export]
macro_rules! twiml {
    ($($markup:tt)*) => {
        $crate::__expand! { [$crate] $($markup)* }
    };
}

#[doc(hidden)]
pub use twiml_macros::expand as __expand;

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
