//! From the incoming call to the voicemail.

use axum::http::StatusCode;
use twiml::webhook::{
    Call, ConversationAction, ConversationRecordingCallback, ConversationStatusCallback, Message,
    MessageStatusCallback, RecordAction, RecordingStatusCallback, Webhook,
};

use super::client::{Client, frontline, serve, verifier};
use crate::sms;

#[tokio::test]
async fn a_caller_is_connected() {
    let mut client = Client::connect(&frontline().await).await;
    let call = Call::ROW.full_sample();
    let posted = client.post("/voice", &call).await;
    let asked = client.get(&format!("/voice?{}", call.to_form())).await;
    assert_eq!(posted.body, asked.body);
    let document = posted.document();
    let conversation = document.descendants().find(|node| node.has_tag_name("Conversation")).unwrap();
    assert_eq!(conversation.parent().unwrap().attribute("action"), Some("/ended"));
    let attribute = |name| conversation.attribute(name);
    assert_eq!(attribute("serviceInstanceSid"), Some("IS0123456789abcdef0123456789abcdef"));
    assert_eq!(attribute("recordingStatusCallback"), Some("https://voice.example.com/recording"));
    assert_eq!(attribute("routingAssignmentTimeout"), Some("10"));
}

#[tokio::test]
async fn what_follows_depends_on_how_it_ended() {
    let mut client = Client::connect(&frontline().await).await;
    let silence: &[&str] = &[];
    let cases = [
        ("session-success", "completed", silence),
        ("dialed-call-incomplete", "no-answer", &["Say", "Record"]),
        ("dialed-call-incomplete", "busy", &["Say", "Hangup"]),
        ("dialed-call-incomplete", "", &["Say", "Hangup"]),
        ("failed-create-conversation", "no-answer", &["Say", "Hangup"]),
        ("no-other-participants", "", &["Say", "Hangup"]),
        ("invalid-conversation", "", &["Say", "Hangup"]),
        ("no-existing-conversation", "", &["Say", "Hangup"]),
        ("internal-error", "", &["Say", "Hangup"]),
        ("something-new", "something-new", &["Say", "Hangup"]),
    ];
    for (result, status, verbs) in cases {
        let mut action = ConversationAction::ROW.full_sample();
        action.set("Result", result);
        action.set("DialCallStatus", status);
        assert_eq!(client.post("/ended", &action).await.verbs(), verbs, "{result} {status}");
    }
}

#[tokio::test]
async fn a_voicemail_is_taken() {
    let mut client = Client::connect(&frontline().await).await;
    let answer = client.post("/voicemail", &RecordAction::ROW.full_sample()).await;
    assert_eq!(answer.verbs(), ["Say", "Hangup"]);
    let told = client.post("/voicemail/recording", &RecordingStatusCallback::ROW.full_sample()).await;
    assert_eq!((told.status, told.body.as_str()), (StatusCode::NO_CONTENT, ""));
    let told = client.post("/recording", &ConversationRecordingCallback::ROW.full_sample()).await;
    assert_eq!(told.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn callbacks_are_put_in_order_for_each_session() {
    let mut client = Client::connect(&frontline().await).await;
    let steps = ["call-initiated", "call-ringing", "call-answered", "call-completed"];
    // Each order of the four callbacks, each in a session of its own; the first of them comes twice.
    let orders: Vec<[usize; 4]> = (0..256)
        .map(|number| [number / 64, number / 16 % 4, number / 4 % 4, number % 4])
        .filter(|order| (0..4).all(|step| order.contains(&step)))
        .collect();
    assert_eq!(orders.len(), 24);
    for (session, order) in orders.iter().enumerate() {
        for (told, step) in order.iter().chain(&order[..1]).enumerate() {
            let mut callback = ConversationStatusCallback::ROW.full_sample();
            callback.set("ConversationSid", format!("CH{session:032x}"));
            callback.set("SequenceNumber", (step + 1).to_string());
            callback.set("Status", steps[*step]);
            assert_eq!(client.post("/progress", &callback).await.status, StatusCode::NO_CONTENT);
            let report = client.get(&format!("/sessions/CH{session:032x}")).await;
            let seen = &order[..=told.min(3)];
            let in_order = (0..4).take_while(|step| seen.contains(step)).count();
            assert_eq!(report.body.lines().count(), in_order, "{order:?} {told}");
        }
    }
    for session in 0..orders.len() {
        let report = client.get(&format!("/sessions/CH{session:032x}")).await;
        assert_eq!(report.body, "1 call-initiated\n2 call-ringing\n3 call-answered\n4 call-completed");
    }
    assert_eq!(client.get("/sessions/CH1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn messages_are_answered() {
    let router = sms::router(verifier());
    let mut client = Client::connect(&serve(router).await).await;
    let mut message = Message::ROW.full_sample();
    message.take("OptOutType");
    message.set("MediaContentType0", "image/png");
    message.extend([("MediaUrl1", "https://example.com/card"), ("MediaContentType1", "text/vcard")]);
    let answer = client.post("/sms", &message).await;
    let document = answer.document();
    let text = |name| document.descendants().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
    assert_eq!(text("Body"), Some("Thank you for 2 files."));
    assert_eq!(document.descendants().filter(|node| node.has_tag_name("Media")).count(), 1);

    message = message.into_iter().filter(|(name, _)| !name.starts_with("Media")).collect();
    message.set("Body", "<Fish & \"chips\">");
    let answer = client.post("/sms", &message).await;
    let document = answer.document();
    let body = document.descendants().find(|node| node.has_tag_name("Body")).and_then(|node| node.text());
    assert_eq!(body, Some("You said: <Fish & \"chips\">. Send \"menu\" for a picture."));

    message.set("Body", " Menu ");
    assert!(client.post("/sms", &message).await.body.contains("<Media>"));
    message.set("OptOutType", "STOP");
    assert!(client.post("/sms", &message).await.verbs().is_empty());
    let told = client.post("/sms/status", &MessageStatusCallback::ROW.full_sample()).await;
    assert_eq!(told.status, StatusCode::NO_CONTENT);
}
