//! Scenario 30, and the rest of what messages do.

use twiml_core::webhook::{Message, MessageStatusCallback};
use twiml_testing::{Behaviour, Delivery, Documents, Lapse};

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

#[test]
fn a_message_may_go_from_and_to_others() {
    let verbs = "<Message to=\"+15552223333\" from=\"+15554445555\"><Body>One</Body><Body>Two</Body></Message>";
    let twilio = twilio(Documents::new().at("/sms", &response(verbs)));
    twilio.phone(CALLER).texts("Hello").now();
    twilio.phone(CALLER).receives_nothing().now();
    let got = twilio.phone("+15552223333").receives("One").now();
    assert_eq!((got.from.as_str(), got.body.as_str()), ("+15554445555", "OneTwo"));
}

#[test]
fn texts_report_to_one_address_and_files_to_the_other() {
    let verbs = "<Message action=\"/texts\" statusCallback=\"/files\">Hi</Message>\
                 <Message action=\"/texts\" statusCallback=\"/files\"><Media>https://example.com/a.png</Media></Message>";
    let documents = Documents::new().at("/sms", &response(verbs)).status("/texts", 204).status("/files", 204);
    let twilio = twilio(documents);
    twilio.phone(CALLER).texts("Hello").now();
    twilio.waits(seconds(10)).now();
    for (path, kind) in [("/texts", "SM"), ("/files", "MM")] {
        let asked: Vec<_> = twilio.requests().into_iter().filter(|made| made.url.ends_with(path)).collect();
        assert_eq!(asked.len(), 3, "{path}");
        assert!(asked.iter().all(|made| made.parameter("MessageSid").is_some_and(|sid| sid.starts_with(kind))));
    }
}

#[test]
fn an_action_reports_or_takes_over() {
    let verbs = "<Message action=\"/next\">One</Message><Message>Two</Message>";
    let documents = Documents::new().at("/sms", &response(verbs)).at("/next", &response("<Message>Three</Message>"));
    let world = twilio(documents.clone());
    let mut phone = world.phone(CALLER);
    phone.texts("Hello").now();
    phone.receives("One").now();
    phone.receives("Two").now();
    phone.receives_nothing().now();
    let mut behaviour = Behaviour::default();
    behaviour.message_action_takes_over = true;
    let world = twilio(documents).behaviour(behaviour);
    let mut phone = world.phone(CALLER);
    phone.texts("Hello").now();
    phone.receives("One").now();
    phone.receives("Three").now();
    phone.receives_nothing().now();
}

#[test]
fn what_cannot_be_sent_is_told() {
    for (verbs, words) in [
        ("<Message><Body></Body></Message>".to_owned(), "14103"),
        (format!("<Message>{}</Message>", "a".repeat(1601)), "1601 characters"),
        (format!("<Message>{}</Message>", "<Media>https://example.com/a.png</Media>".repeat(11)), "11 files"),
    ] {
        let world = twilio(Documents::new().at("/sms", &response(&verbs))).allows(Lapse::InvalidDocument);
        let failure = world.phone(CALLER).texts("Hello").tried().now().unwrap_err();
        assert_eq!(failure.lapse, Some(Lapse::UnsentMessage), "{words}");
        assert!(failure.message.contains(words), "{}", failure.message);
    }
}

#[test]
fn two_programs_that_answer_each_other_are_stopped() {
    let twilio = twilio(Documents::new().at("/sms", &response("<Message>Hi</Message>")));
    let mut phone = twilio.phone(CALLER);
    for _ in 0..30 {
        phone.texts("Hello").now();
        phone.receives("Hi").now();
    }
    let failure = phone.texts("Hello").tried().now().unwrap_err();
    assert!(failure.message.contains("14107"), "{}", failure.message);
    twilio.waits(seconds(60)).now();
    phone.texts("Hello").now();
    phone.receives("Hi").now();
}

#[test]
fn words_that_stop_and_help_reach_the_application() {
    let twilio = twilio(Documents::new().at("/sms", "<Response/>"));
    let mut phone = twilio.phone(CALLER);
    for word in ["STOP", "help", "Start"] {
        phone.texts(word).now();
    }
    let bodies: Vec<_> = twilio.all::<Message>().into_iter().map(|message| message.body).collect();
    assert_eq!(bodies, ["STOP", "help", "Start"]);
}

#[test]
fn the_older_verb_sends_too() {
    let twilio = twilio(Documents::new().at("/sms", &response("<Sms>Hi</Sms>")));
    let mut phone = twilio.phone(CALLER);
    phone.texts("Hello").now();
    phone.receives("Hi").now();
}

#[test]
fn audio_is_no_answer_to_a_message() {
    let twilio = twilio(Documents::new().typed("/sms", "audio/mpeg", "…"));
    let failure = twilio.phone(CALLER).texts("Hello").tried().now().unwrap_err();
    assert!(failure.message.contains("12300"), "{}", failure.message);
}

/// The order in which the reports of a reply arrive, and how many.
fn delivered(delivery: Delivery) -> Vec<String> {
    let reply = "<Message action=\"/status\">Hi</Message>";
    let twilio = twilio(Documents::new().at("/sms", &response(&reply.repeat(3))).status("/status", 204));
    let twilio = twilio.delivers(delivery);
    twilio.phone(CALLER).texts("Hello").now();
    twilio.waits(seconds(30)).now();
    let reports = twilio.all::<MessageStatusCallback>();
    reports.into_iter().map(|told| format!("{} {}", told.message_sid, told.message_status)).collect()
}

#[test]
fn a_seed_decides_in_which_order_reports_arrive() {
    let in_order = delivered(Delivery::InOrder);
    assert_eq!(in_order.len(), 9);
    let late = delivered(Delivery::Delayed { seed: 7 });
    assert_ne!(late, in_order, "they overtake each other");
    assert_eq!(late, delivered(Delivery::Delayed { seed: 7 }), "the same seed, the same order");
    assert_ne!(late, delivered(Delivery::Delayed { seed: 8 }));
    let sorted = |mut reports: Vec<String>| {
        reports.sort();
        reports
    };
    assert_eq!(sorted(late), sorted(in_order.clone()), "none is lost");
    let repeated = delivered(Delivery::Repeated);
    assert!(
        repeated.len() == 18 && in_order.iter().all(|one| repeated.iter().filter(|other| *other == one).count() == 2)
    );
    let mixed = delivered(Delivery::Mixed { seed: 3 });
    assert!(mixed.len() > 9 && mixed.len() < 18, "{} of 9", mixed.len());
}
