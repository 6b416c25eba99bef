//! Web frameworks, each behind the feature of its name, in one file each: documents as answers, and requests that are verified.
//!
//! The content type of a document is `text/xml; charset=utf-8`, and the length is always sent: Twilio cuts off what comes in
//! chunks.
//!
//! The extractors of all frameworks are the same types, [`Signed`](crate::signature::Signed),
//! [`Verified`](crate::signature::Verified) and [`Handshake`](crate::signature::Handshake), and answer alike: 403 and nothing
//! else to whom Twilio does not know, 413 and 408 to what is too large or too slow, 400 with a sentence where Twilio's own
//! request lacks something.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum")]
mod axum;
#[cfg(any(feature = "tower", feature = "actix-web", feature = "poem", feature = "rocket", feature = "warp"))]
mod body;
#[cfg(feature = "http")]
mod http;
#[cfg(feature = "poem")]
mod poem;
#[cfg(feature = "rocket")]
mod rocket;
#[cfg(feature = "tower")]
pub(super) mod tower;
#[cfg(feature = "warp")]
mod warp;

/// The document as a body, without copying.
#[cfg(any(feature = "poem", feature = "warp"))]
fn bytes<K>(response: crate::Response<K>) -> bytes::Bytes {
    match response.into_cow() {
        alloc::borrow::Cow::Borrowed(text) => bytes::Bytes::from_static(text.as_bytes()),
        alloc::borrow::Cow::Owned(text) => text.into(),
    }
}
