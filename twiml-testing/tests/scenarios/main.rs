//! Thirty conversations with Twilio, as its pages tell them: what the application answers, what the caller does, and what is
//! heard and asked then.

mod answers;
mod conference;
mod connect;
mod dial;
mod gather;
mod messages;
mod queue;
mod record;
mod voice;

use std::time::Duration;

use twiml_testing::{Call, Documents, Lapse, Twilio};

const CALLER: &str = "+15551234567";

/// Twilio for fixed documents, strict but for the warnings that the pages' own examples get.
fn twilio(documents: Documents) -> Twilio {
    Twilio::service(documents).public_url("https://example.com").allows(Lapse::Warnings)
}

/// A call to the voice URL of the pages.
fn call(documents: Documents) -> Call {
    twilio(documents).call(CALLER, "/voice").now()
}

/// One document at the voice URL.
fn voice(verbs: &str) -> Documents {
    Documents::new().at("/voice", &response(verbs))
}

fn response(verbs: &str) -> String {
    format!("<Response>{verbs}</Response>")
}

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Method and address, without the scheme and host.
fn targets(call: &Call) -> Vec<String> {
    let of = |made: &twiml_testing::Exchange| {
        let path = made.url.strip_prefix("https://example.com").unwrap_or(&made.url);
        format!("{} {}", made.method, path.split('?').next().unwrap_or_default())
    };
    call.requests().iter().map(of).collect()
}

/// The value of a parameter of the last request.
fn last(call: &Call, name: &str) -> Option<String> {
    call.requests().last().and_then(|made| made.parameter(name).map(str::to_owned))
}
