//! Many calls at once.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::time::Instant;

use axum::{Router, routing::post};
use twiml::signature::{Signed, Verifier};
use twiml::webhook::{Call, GatherAction};
use twiml::{VoiceResponse, twiml};
use twiml_testing::Twilio;

// Without optimisation the application, the signatures and the simulation all take longer.
const CALLS: usize = if cfg!(debug_assertions) { 100 } else { 1_000 };
const STEPS: usize = 10;

async fn ask(_: Signed<Call>) -> VoiceResponse {
    menu(0)
}

async fn chosen(Signed(gather): Signed<GatherAction>) -> VoiceResponse {
    let step = gather.call.other.get("step").and_then(|step| step.parse().ok()).unwrap_or_default();
    menu(step)
}

fn menu(step: usize) -> VoiceResponse {
    twiml! {
        <Response>
            <Gather numDigits=1 action={format_args!("/menu?step={}", step + 1)}>
                <Say>"This is step " {step} ". Press any key."</Say>
            </Gather>
            <Say>"Goodbye."</Say>
        </Response>
    }
}

#[tokio::test]
async fn a_thousand_calls_of_ten_steps() {
    // The best of a few: a machine has other things to do, too.
    let mut best = std::time::Duration::MAX;
    for _ in 0..3 {
        best = best.min(run().await);
    }
    println!("{CALLS} calls of {STEPS} steps: {best:?}");
    if !cfg!(debug_assertions) {
        assert!(best.as_millis() < 1_000, "{best:?}");
    }
}

async fn run() -> std::time::Duration {
    let verifier = Verifier::new("12345", "https://voice.example.com").unwrap();
    let router = Router::new().route("/voice", post(ask)).route("/menu", post(chosen)).with_state(verifier);
    let twilio = Twilio::service(router);
    let began = Instant::now();
    for number in 0..CALLS {
        let mut call = twilio.call(&format!("+1555{number:07}"), "/voice").await;
        for _ in 0..STEPS {
            call.hears("Press any key").await;
            call.presses("1").await;
        }
        call.hangs_up().await;
    }
    let took = began.elapsed();
    assert_eq!(twilio.requests().len(), CALLS * (STEPS + 1));
    took
}
