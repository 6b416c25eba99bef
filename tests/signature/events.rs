//! Refusals as events of `tracing`.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};
use twiml::Parameters;
use twiml::signature::{HEADER, Received, Verifier, sign};

use crate::{AUTH_TOKEN, form};

/// Writes down level and fields of every event.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<(Level, String)>>>);

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        struct Fields(String);

        impl Visit for Fields {
            fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
                let field = format!("{field}={value:?};");
                self.0.push_str(&field);
            }
        }

        let mut fields = Fields(String::new());
        event.record(&mut fields);
        self.0.lock().unwrap().push((*event.metadata().level(), fields.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn each_refusal_is_an_event_and_holds_no_secret() {
    let verifier = Verifier::new(AUTH_TOKEN, "https://voice.example.com").unwrap();
    let log = Log::default();
    tracing::subscriber::with_default(log.clone(), || {
        let genuine = sign(AUTH_TOKEN, "https://voice.example.com/voice", &Parameters::new());
        assert!(verifier.verify(&Received::new("GET", "/voice").header(HEADER, &genuine)).is_ok());
        assert!(verifier.verify(&Received::new("GET", "/voice")).is_err());
        assert!(verifier.verify(&form("/voice", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "a=1")).is_err());
    });
    let events = log.0.lock().unwrap();
    // What anybody may send is of less interest than a signature that does not fit.
    assert_eq!(events.iter().map(|(level, _)| *level).collect::<Vec<_>>(), [Level::DEBUG, Level::WARN]);
    assert!(events[0].1.contains("status=403;reason=there is no signature;"), "{}", events[0].1);
    assert!(events[1].1.contains("https://voice.example.com:443/voice"), "{}", events[1].1);
    assert!(events.iter().all(|(_, fields)| !fields.contains(AUTH_TOKEN) && !fields.contains("RSOY")));
}
