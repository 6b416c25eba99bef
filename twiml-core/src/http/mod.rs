//! What stands around a document: the requests that ask for it, who sent them, and how frameworks answer with it.

mod frameworks;
#[cfg(any(feature = "webhook", feature = "socket"))]
#[macro_use]
mod report;
#[cfg(any(feature = "webhook", feature = "signature"))]
pub mod parameters;
#[cfg(any(feature = "webhook", feature = "signature"))]
mod quoted;
#[cfg(feature = "signature")]
pub mod signature;
#[cfg(feature = "webhook")]
pub mod webhook;

#[cfg(any(feature = "webhook", feature = "signature"))]
pub use parameters::Parameters;
