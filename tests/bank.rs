//! The bank of the examples, called.

#![cfg(feature = "axum")]
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

#[expect(dead_code, reason = "the example is a program")]
#[path = "../examples/bank/main.rs"]
mod bank;

#[path = "bank"]
mod calls {
    mod conversations;
    mod planted;
}
