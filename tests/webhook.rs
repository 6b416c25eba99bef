//! The requests that Twilio sends, as types.

#![cfg(feature = "webhook")]

mod webhook {
    mod conversation;
    mod every_request;
    mod malformed;
    mod messages;
    mod parameters;
    mod serial;
}
