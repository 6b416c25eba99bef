//! The requests that Twilio sends, as types.

#![cfg(feature = "webhook")]
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

mod webhook {
    mod conversation;
    mod every_request;
    mod malformed;
    mod messages;
    mod names;
    mod parameters;
    mod payloads;
    mod serial;
}
