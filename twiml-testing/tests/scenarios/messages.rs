//! Scenario 30, and the rest of what messages do.

use twiml_core::webhook::{Message, MessageStatusCallback};
use twiml_testing::{Delivery, Documents, Lapse};

use crate::{CALLER, response, seconds, twilio};

#[test]
fn two_replies_a_cookie_and_plain_text() {
    let documents = Documents::new()
        .at("/sms", &response("<Message>This is message 1 of 2.</Message><Message>This is message 2 of 2.</Message>"))
        .cookie("/sms", "n=1")
        .typed("/sms", "text/plain", "Just text");
    let twilio = twilio(documents);
    let mut phone = twilio.phone(CALLER);
    phone.texts("Hello").now();
    let first = phone.receives("This is message 1 of 2.").now();
    assert_eq!(first.from, "+15550001111");
    phone.receives("This is message 2 of 2.").now();
    twilio.waits(seconds(3 * 3600)).now();
    phone.texts("Again").now();
    phone.receives("Just text").now();
    twilio.waits(seconds(5 * 3600)).now();
    phone.texts("And again").now();
    phone.receives("Just text").now();
    let made = twilio.requests();
    assert_eq!(made.iter().map(|made| made.request).collect::<Vec<_>>(), ["message"; 3]);
    let cookies: Vec<_> = made.iter().map(|made| made.cookie.as_deref()).collect();
    assert_eq!(cookies, [None, Some("n=1"), None]);
}

#[test]
fn what_a_message_says_of_itself() {
    let twilio = twilio(Documents::new().at("/sms", "<Response/>"));
    let mut phone = twilio.phone(CALLER);
    phone
        .sends("Look at this", &[("https://example.com/a", "image/png"), ("https://example.com/b", "text/vcard")])
        .now();
    phone.receives_nothing().now();
    let message = &twilio.all::<Message>()[0];
    assert!(message.message_sid.starts_with("MM"));
    assert_eq!((message.num_media, message.num_segments, message.body.as_str()), (2, 1, "Look at this"));
    assert_eq!(message.media[1].content_type.as_deref(), Some("text/vcard"));
}

#[test]
fn replies_report_how_they_get_on() {
    let documents =
        Documents::new().at("/sms", &response("<Message action=\"/status\">Hi</Message>")).status("/status", 204);
    let world = twilio(documents.clone());
    world.phone(CALLER).texts("Hello").now();
    world.waits(seconds(10)).now();
    let told: Vec<_> =
        world.all::<MessageStatusCallback>().iter().map(|told| told.message_status.to_string()).collect();
    assert_eq!(told, ["queued", "sent", "delivered"]);

    let world = twilio(documents.clone());
    world.number(CALLER).fails();
    world.phone(CALLER).texts("Hello").now();
    world.waits(seconds(10)).now();
    let last = world.all::<MessageStatusCallback>().pop().unwrap();
    assert_eq!((last.message_status.to_string().as_str(), last.error_code), ("undelivered", Some(30003)));

    let mixed = |seed| {
        let world = twilio(documents.clone()).delivers(Delivery::Mixed { seed });
        world.phone(CALLER).texts("Hello").now();
        world.waits(seconds(30)).now();
        world.all::<MessageStatusCallback>().iter().map(|told| told.message_status.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(mixed(7), mixed(7));
    let orders: std::collections::BTreeSet<_> = (0..20).map(mixed).collect();
    assert!(orders.len() > 5, "{orders:?}");
    assert!(orders.iter().any(|order| order.len() > 3), "some come twice");
}

#[test]
fn after_stop_nothing_is_delivered() {
    let documents = Documents::new().at("/sms", &response("<Message>Hi</Message>"));
    let twilio = twilio(documents).allows(Lapse::UnsentMessage);
    let mut phone = twilio.phone(CALLER);
    phone.texts("stop").now();
    phone.receives_nothing().now();
    assert!(twilio.lapses()[0].1.contains("21610"));
    phone.texts("START").now();
    phone.receives("Hi").now();
}

#[test]
fn a_redirect_asks_again_with_the_message() {
    let documents = Documents::new()
        .at("/sms", &response("<Redirect>/other</Redirect>"))
        .at("/other", &response("<Message><Body>From here</Body><Media>https://example.com/a.png</Media></Message>"));
    let twilio = twilio(documents);
    let mut phone = twilio.phone(CALLER);
    phone.texts("Hello").now();
    assert_eq!(phone.receives("From here").now().media, ["https://example.com/a.png"]);
    assert!(twilio.all::<Message>().iter().all(|message| message.body == "Hello"));
    let failure = self::twilio(Documents::new().at("/sms", &response("<Redirect>/sms</Redirect>")))
        .phone(CALLER)
        .texts("x")
        .tried()
        .now();
    assert_eq!(failure.unwrap_err().lapse, Some(Lapse::RedirectLoop));
}

#[test]
fn limits_and_mistakes() {
    let many = response(&"<Message>x</Message>".repeat(11));
    let lenient = twilio(Documents::new().at("/sms", &many)).allows(Lapse::InvalidDocument);
    let failure = lenient.phone(CALLER).texts("x").tried().now().unwrap_err();
    assert!(failure.message.contains("14109"), "{failure}");
    let call = response("<Say>Hello</Say>");
    let failure = twilio(Documents::new().at("/sms", &call)).phone(CALLER).texts("x").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::InvalidDocument));
    let documents = Documents::new().status("/sms", 500).at("/fallback", &response("<Message>Sorry</Message>"));
    let twilio = twilio(documents).messaging_fallback_url("/fallback");
    let mut phone = twilio.phone(CALLER);
    phone.texts("x").now();
    phone.receives("Sorry").now();
    assert_eq!(twilio.requests()[1].parameter("ErrorCode"), Some("11200"));
}
