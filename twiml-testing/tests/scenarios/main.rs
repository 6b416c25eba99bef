//! Thirty conversations with Twilio, as its pages tell them: what the application answers, what the caller does, and what is
//! heard and asked then.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

mod addresses;
mod answers;
mod conference;
mod connect;
mod contested;
mod dial;
mod gather;
mod hang_up;
mod messages;
mod parties;
mod payment;
mod queue;
mod record;
mod transfer;
mod voice;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use http_body_util::BodyExt;
use tower_service::Service;
use twiml_testing::{Behaviour, Call, Carried, Carrier, Documents, Lapse, NoAnswer, Twilio};

const CALLER: &str = "+15551234567";

/// Twilio for fixed documents, strict but for the warnings that the pages' own examples get.
fn twilio(documents: Documents) -> Twilio {
    Twilio::service(documents).public_url("https://example.com").allows(Lapse::Warnings)
}

/// The same, with another choice where Twilio's behaviour is contested.
fn with(change: impl FnOnce(&mut Behaviour), documents: Documents) -> Twilio {
    let mut behaviour = Behaviour::default();
    change(&mut behaviour);
    twilio(documents).behaviour(behaviour)
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

/// The headers of all requests.
type Headers = Arc<Mutex<Vec<http::HeaderMap>>>;

/// Documents that write down the headers of what they are asked.
struct Listening(Documents, Headers);

impl Carrier for Listening {
    fn carry(&self, request: http::Request<bytes::Bytes>) -> Carried<'_> {
        self.1.lock().unwrap().push(request.headers().clone());
        let answer = self.0.clone().call(request);
        Box::pin(async move {
            let (parts, body) = answer.await.unwrap_or_else(|never| match never {}).into_parts();
            let body = body.collect().await.map_err(NoAnswer::new)?;
            Ok(http::Response::from_parts(parts, body.to_bytes()))
        })
    }
}

/// The same, and the headers that it sends.
fn with_headers(documents: Documents) -> (Twilio, Headers) {
    let seen = Headers::default();
    let twilio = Twilio::over(Listening(documents, seen.clone())).public_url("https://example.com");
    (twilio.allows(Lapse::Warnings), seen)
}
