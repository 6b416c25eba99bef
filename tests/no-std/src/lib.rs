//! The crate where there is no standard library: nothing here links it.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

use alloc::string::String;
use twiml::{Fragment, VoiceResponse, element, twiml};

/// A constant document.
pub const HOLD: VoiceResponse = twiml! { <Response><Say>"Please hold"</Say></Response> };

/// A document with run-time values.
#[must_use]
pub fn greeting(name: &str, times: u32) -> String {
    twiml! { <Response><Say loop={times}>"Hello " {name}</Say> {farewell()}</Response> }.into_string()
}

fn farewell() -> impl Fragment<element::Response<twiml::Voice>> {
    twiml! { <Say>"Goodbye"</Say> <Hangup/> }
}
