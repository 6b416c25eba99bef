use std::time::Duration;

use axum::{Router, routing::post};
use twiml::signature::{Signed, Verifier};
use twiml::webhook::{Call, DialAction, RecordAction};
use twiml::{VoiceResponse, twiml};
use twiml_testing::{Ended, Twilio};

async fn voice(_: Signed<Call>) -> VoiceResponse {
    twiml! {
        <Response>
            <Gather numDigits=1 action="/menu"><Say>"Welcome. For sales, press 1."</Say></Gather>
            <Say>"Goodbye."</Say>
        </Response>
    }
}

async fn menu(_: Signed<Call>) -> VoiceResponse {
    twiml! { <Response><Dial action="/after">"+15557654321"</Dial></Response> }
}

async fn after(Signed(dial): Signed<DialAction>) -> VoiceResponse {
    if dial.dial_bridged == Some(true) {
        return twiml! { <Response><Say>"Goodbye."</Say></Response> };
    }
    twiml! {
        <Response><Say>"Nobody is there. Please leave a message."</Say><Record action="/left"/></Response>
    }
}

async fn left(_: Signed<RecordAction>) -> VoiceResponse {
    twiml! { <Response><Say>"Thank you."</Say></Response> }
}

#[tokio::test]
async fn nobody_is_there_and_a_message_is_left() {
    let app = Router::new()
        .route("/voice", post(voice))
        .route("/menu", post(menu))
        .route("/after", post(after))
        .route("/left", post(left))
        .with_state(Verifier::new("token", "https://voice.example.com").unwrap());

    let twilio = Twilio::service(app).auth_token("token").public_url("https://voice.example.com");
    twilio.number("+15557654321").never_answers();

    let mut call = twilio.call("+15551234567", "/voice").await;
    call.hears("Welcome").await;
    call.chooses("sales").await; // presses 1: "For sales, press 1", says the menu
    call.dials("+15557654321").await;
    call.hears("leave a message").await; // 35 seconds later, at once
    call.records("Please call me back", Duration::from_secs(8)).await;
    call.hangs_up().await;
    assert_eq!(call.last::<RecordAction>().digits.as_deref(), Some("hangup"));
    assert_eq!(call.ended().await, Ended::Completed);
}
