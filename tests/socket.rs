//! The messages on the sockets that Twilio opens.

#![cfg(feature = "socket")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic, and so may what it calls")]

mod socket {
    mod commands;
    mod events;
    mod examples;
    mod payloads;
    mod properties;
    mod published;
    mod states;
    mod vocabulary;
}
