//! What is asked of the server of the page, by hand; `calls` has the conversations.

use axum::http::StatusCode;
use twiml::webhook::{Call, ConversationStatusCallback, Webhook};

use super::client::{Client, frontline};

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
