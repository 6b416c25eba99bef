//! The program as a user runs it.

#![allow(
    clippy::explicit_write,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may end there"
)]

mod arguments;
mod check;
mod convert;
mod fix;
mod fmt;
mod formats;
mod hostile;
mod program;
mod readme;
