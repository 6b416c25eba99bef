//! The servers of the examples on loopback: signed requests go in, documents come out.

#![cfg(feature = "axum")]
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

#[expect(dead_code, unreachable_pub, reason = "the example is a program")]
#[path = "../examples/frontline.rs"]
mod frontline;
#[expect(dead_code, unreachable_pub, reason = "the example is a program")]
#[path = "../examples/sms.rs"]
mod sms;

mod server {
    mod calls;
    mod client;
    mod extractor;
    mod layer;
    mod load;
    mod names;
    mod refusals;
    mod scenario;
    mod sockets;
}
