//! Documents as answers of web frameworks, each behind the feature of its name.
//!
//! The content type is `text/xml; charset=utf-8`, and the length is always sent: Twilio cuts off what comes in chunks.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum")]
#[cfg_attr(not(all(feature = "webhook", feature = "signature")), doc(hidden))]
pub mod axum;
#[cfg(any(feature = "http", feature = "axum", feature = "warp"))]
mod http;
#[cfg(feature = "poem")]
mod poem;
#[cfg(feature = "rocket")]
mod rocket;
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
