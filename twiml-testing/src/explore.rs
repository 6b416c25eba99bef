//! Every path through an application.

use crate::twilio::Twilio;

/// Walks an application.
#[derive(Debug)]
pub struct Explorer {
    twilio: Twilio,
    number: String,
    url: String,
}

impl Explorer {
    pub(crate) const fn new(twilio: Twilio, number: String, url: String) -> Self {
        Self { twilio, number, url }
    }
}
