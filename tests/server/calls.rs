//! The examples, called and written to.

use std::sync::Arc;
use std::time::Duration;

use twiml::webhook::{ConversationAction, ConversationRecordingCallback, ConversationStatusCallback, RecordAction};
use twiml_testing::{Delivery, Ended, Twilio, Worker};

use super::client::{AUTH_TOKEN, PUBLIC_URL, verifier};
use crate::frontline::{self, App};
use crate::sms;

const CALLER: &str = "+15551234567";

fn frontline() -> (Twilio, App) {
    let app = App {
        verifier: verifier(),
        public_url: PUBLIC_URL.into(),
        service_sid: "IS0123456789abcdef0123456789abcdef".into(),
        sessions: Arc::default(),
    };
    (Twilio::service(frontline::router(app.clone())).auth_token(AUTH_TOKEN).public_url(PUBLIC_URL), app)
}

#[tokio::test]
async fn nobody_answers_and_a_message_is_taken() {
    let (twilio, _) = frontline();
    twilio.worker(Worker::NeverAnswers);
    let mut call = twilio.call(CALLER, "/voice").await;
    call.hears("Please leave a message").await;
    assert_eq!(call.clock(), Duration::from_secs(20));
    call.records("Please call me back", Duration::from_secs(8)).await;
    call.presses("*").await;
    assert_eq!(call.last::<RecordAction>().digits.as_deref(), Some("*"));
    call.hears("Thank you").await;
    assert_eq!(call.ended().await, Ended::Completed);
    twilio.waits(Duration::from_secs(10)).await;
    assert_eq!(call.request_names().last(), Some(&"recording-status"));
}

#[tokio::test]
async fn they_talk_and_it_is_recorded() {
    let (twilio, _) = frontline();
    let mut call = twilio.call(CALLER, "/voice").await;
    call.is_joined_with("client:worker").await;
    call.waits(Duration::from_secs(30)).await;
    call.other_hangs_up().await;
    assert_eq!(call.ended().await, Ended::Completed);
    let action: ConversationAction = call.last();
    assert_eq!((action.dial_call_duration, action.recording_duration), (Some(30), Some(30)));
    twilio.waits(Duration::from_secs(10)).await;
    assert_eq!(call.last::<ConversationRecordingCallback>().recording_duration, Some(30));
}

#[tokio::test]
async fn everything_else_is_an_apology() {
    for worker in [
        Worker::IsBusy,
        Worker::CannotBeReached,
        Worker::IsCanceled,
        Worker::NobodyAssigned,
        Worker::NoConversationMade,
        Worker::NoConversation,
        Worker::InvalidConversation,
        Worker::InternalError,
    ] {
        let (twilio, _) = frontline();
        twilio.worker(worker);
        let mut call = twilio.call(CALLER, "/voice").await;
        call.hears("your call could not be connected").await;
        assert_eq!(call.ended().await, Ended::Completed);
    }
}

#[tokio::test]
async fn callbacks_are_put_in_order_however_they_arrive() {
    for seed in 0..20 {
        let (twilio, app) = frontline();
        let twilio = twilio.delivers(Delivery::Mixed { seed });
        let mut call = twilio.call(CALLER, "/voice").await;
        call.is_joined_with("client:worker").await;
        call.hangs_up().await;
        twilio.waits(Duration::from_secs(60)).await;
        let conversation = twilio.all::<ConversationStatusCallback>()[0].conversation_sid.clone();
        let report = app.sessions.lock().unwrap().report(&conversation).unwrap();
        assert_eq!(report, "1 call-initiated\n2 call-ringing\n3 call-answered\n4 call-completed", "{seed}");
    }
}

#[tokio::test]
async fn every_path_of_the_page_is_sound() {
    let (twilio, _) = frontline();
    twilio.phone(CALLER).explore("/voice").runs().await.finds_nothing();
}

#[tokio::test]
async fn messages_are_answered() {
    let twilio = Twilio::service(sms::router(verifier())).auth_token(AUTH_TOKEN).public_url(PUBLIC_URL);
    let mut phone = twilio.phone(CALLER);
    phone.texts("<Fish & \"chips\">").await;
    phone.receives("You said: <Fish & \"chips\">. Send \"menu\" for a picture.").await;
    phone.texts(" Menu ").await;
    assert_eq!(phone.receives("Today's menu").await.media, ["https://demo.twilio.com/owl.png"]);
    let files = [("https://example.com/a.png", "image/png"), ("https://example.com/card", "text/vcard")];
    phone.sends("", &files).await;
    assert_eq!(phone.receives("Thank you for 2 files.").await.media, ["https://example.com/a.png"]);
    twilio.waits(Duration::from_secs(10)).await;
    assert_eq!(twilio.all::<twiml::webhook::MessageStatusCallback>().len(), 3 * 3);
}
