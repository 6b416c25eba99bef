//! What applications do through the REST API.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use http::{Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use tower_service::Service;
use twiml_core::Parameters;
use twiml_core::webhook::{CallProgressCallback, CallStatus, DialAction, EnqueueAction, GatherAction, QueueResult};
use twiml_testing::{AnsweredBy, Behaviour, Documents, Durations, Ended, Lapse, Twilio};

const ACCOUNT: &str = "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef";

fn twilio(documents: Documents) -> Twilio {
    Twilio::service(documents).public_url("https://example.com").allows(Lapse::Warnings)
}

fn ask(twilio: &Twilio, method: &str, path: &str, said: &[(&str, &str)]) -> (StatusCode, Value) {
    let mut api = twilio.api();
    let body = said.iter().copied().collect::<Parameters>().to_form();
    let request = Request::builder().method(method).uri(format!("https://api.twilio.com{ACCOUNT}{path}"));
    let request = request.header("authorization", api.authorization()).body(body).unwrap();
    pollster::block_on(async {
        let (parts, body) = api.call(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        (parts.status, serde_json::from_slice(&body).unwrap_or_default())
    })
}

fn dial(twilio: &Twilio, more: &[(&str, &str)]) -> String {
    let mut said = vec![("To", "+15551234567"), ("From", "+15550001111")];
    said.extend(more);
    let (status, call) = ask(twilio, "POST", "/Calls.json", &said);
    assert_eq!((status, call["status"].as_str()), (StatusCode::CREATED, Some("queued")));
    call["sid"].as_str().unwrap().to_owned()
}

fn state(twilio: &Twilio, sid: &str) -> String {
    ask(twilio, "GET", &format!("/Calls/{sid}.json"), &[]).1["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_call_is_made_and_reported() {
    let twilio = twilio(
        Documents::new().at("/ready", "<Response><Say>Your table is ready</Say></Response>").status("/events", 204),
    );
    let sid = dial(
        &twilio,
        &[
            ("Url", "https://example.com/ready"),
            ("StatusCallback", "https://example.com/events"),
            ("StatusCallbackEvent", "initiated"),
            ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"),
            ("StatusCallbackEvent", "completed"),
        ],
    );
    let mut call = twilio.rings("+1 555 123 4567").now();
    assert_eq!((call.sid(), state(&twilio, &sid).as_str()), (sid.clone(), "ringing"));
    call.answers().now();
    call.hears("Your table is ready").now();
    assert_eq!(state(&twilio, &sid), "in-progress");
    assert_eq!(call.ended().now(), Ended::Completed);
    let asked = &call.requests()[call.request_names().iter().position(|name| *name == "voice").unwrap()];
    assert_eq!(
        (asked.parameter("Direction"), asked.parameter("CallStatus")),
        (Some("outbound-api"), Some("in-progress"))
    );
    let events: Vec<_> = twilio
        .all::<CallProgressCallback>()
        .into_iter()
        .map(|told| (told.sequence_number, told.call.call_status))
        .collect();
    let expected =
        [(0, CallStatus::Initiated), (1, CallStatus::Ringing), (2, CallStatus::InProgress), (3, CallStatus::Completed)];
    assert_eq!(events, expected);
    assert_eq!(state(&twilio, &sid), "completed");
}

#[test]
fn nobody_need_answer() {
    let twilio = twilio(Documents::new().at("/ready", "<Response/>"));
    twilio.number("+15551234567").is_busy();
    let sid = dial(&twilio, &[("Url", "https://example.com/ready")]);
    twilio.waits(std::time::Duration::from_secs(60)).now();
    assert_eq!(state(&twilio, &sid), "busy");
    assert_eq!(twilio.requests().len(), 0);
}

#[test]
fn machines_are_told() {
    let twilio = twilio(Documents::new().at("/ready", "<Response/>"));
    twilio.number("+15551234567").is_a_machine();
    dial(&twilio, &[("Url", "https://example.com/ready"), ("MachineDetection", "Enable")]);
    twilio.waits(std::time::Duration::from_secs(60)).now();
    assert_eq!(twilio.requests()[0].parameter("AnsweredBy"), Some(AnsweredBy::MachineStart.as_str()));
}

#[test]
fn a_document_may_be_handed_over_but_its_addresses_are_absolute() {
    let world = twilio(Documents::new().at("/key", "<Response><Say>Thanks</Say></Response>"));
    let gather =
        "<Response><Gather numDigits=\"1\" action=\"https://example.com/key\"><Say>Press 1</Say></Gather></Response>";
    dial(&world, &[("Twiml", gather)]);
    let mut call = world.answers("+15551234567").now();
    call.presses("1").now();
    call.hears("Thanks").now();

    let world = twilio(Documents::new());
    dial(&world, &[("Twiml", "<Response><Gather numDigits=\"1\" action=\"/key\"/></Response>")]);
    let mut call = world.answers("+15551234567").now();
    let failure = call.presses("1").tried().now().unwrap_err();
    assert!(failure.message.contains("11100"), "{failure}");
    let long = "x".repeat(4001);
    let refused = ask(&world, "POST", "/Calls.json", &[("To", "+1"), ("From", "+1"), ("Twiml", &long)]);
    assert_eq!((refused.0, refused.1["code"].as_u64()), (StatusCode::BAD_REQUEST, Some(32018)));
}

fn live() -> Documents {
    Documents::new()
        .at("/gather", "<Response><Gather><Say>Wait</Say></Gather></Response>")
        .at("/queue", "<Response><Enqueue action=\"/left\">support</Enqueue></Response>")
        .at("/dial", "<Response><Dial action=\"/after\">+15557654321</Dial></Response>")
        .at("/left", "<Response><Say>Not heard</Say></Response>")
        .at("/after", "<Response><Say>Not heard</Say></Response>")
        .at("/voicemail", "<Response><Say>Leave a message</Say></Response>")
}

#[test]
fn a_live_call_is_moved() {
    let url = [("Url", "https://example.com/voicemail")];
    for (path, reported) in [("/gather", 0), ("/queue", 1), ("/dial", 0)] {
        let twilio = twilio(live());
        let mut call = twilio.call("+15551112222", path).now();
        call.waits(std::time::Duration::from_secs(4)).now();
        assert_eq!(ask(&twilio, "POST", &format!("/Calls/{}.json", call.sid()), &url).0, StatusCode::OK);
        call.hears("Leave a message").now();
        assert_eq!(call.ended().now(), Ended::Completed);
        assert!(!call.transcript().to_string().contains("hears \"Not heard\""));
        assert_eq!(call.all::<GatherAction>().len(), 0);
        let actions = call.all::<EnqueueAction>();
        assert!(actions.iter().all(|action| action.queue_result == QueueResult::Redirected));
        assert_eq!(actions.len() + call.all::<DialAction>().len(), reported, "{path}");
    }
}

/// Moves a call to `/voicemail`.
fn moves(twilio: &Twilio, call: &twiml_testing::Call) {
    let url = [("Url", "https://example.com/voicemail")];
    assert_eq!(ask(twilio, "POST", &format!("/Calls/{}.json", call.sid()), &url).0, StatusCode::OK);
}

#[test]
fn the_action_of_a_dial_whose_caller_is_moved_is_asked_or_not() {
    let to = |noun: &str| {
        format!(
            "<Response><Dial action=\"/after\" record=\"true\" recordingStatusCallback=\"/file\">{noun}</Dial></Response>"
        )
    };
    let number = || to("<Number url=\"/screen\">+15557654321</Number>");
    let screen = |length: u8| format!("<Response><Pause length=\"{length}\"/></Response>");
    // Who rings, is asked, and talks after ten seconds.
    for (document, screen, status, bridged, recorded) in [
        (number(), screen(1), "completed", Some(true), 1),
        (number(), screen(60), "completed", Some(false), 0),
        (to("+15550000000"), screen(0), "canceled", Some(false), 0),
        (to("<Conference>Room</Conference>"), screen(0), "answered", None, 0),
        (to("<Queue>support</Queue>"), screen(0), "canceled", Some(false), 0),
    ] {
        for is_reported in [false, true] {
            let mut behaviour = Behaviour::default();
            behaviour.moved_dial_is_reported = is_reported;
            let documents = live().at("/moved", &document).at("/screen", &screen).status("/file", 204);
            let world = twilio(documents).behaviour(behaviour);
            world.number("+15550000000").never_answers();
            // So that there is such a queue.
            world.call("+15553333333", "/queue").now().hangs_up().now();
            let mut call = world.call("+15551112222", "/moved").now();
            call.waits(std::time::Duration::from_secs(10)).now();
            moves(&world, &call);
            call.hears("Leave a message").now();
            assert_eq!(call.ended().now(), Ended::Completed);
            world.waits(std::time::Duration::from_secs(10)).now();
            let actions = call.all::<DialAction>();
            assert_eq!(actions.len(), usize::from(is_reported), "{document}");
            for action in actions {
                assert_eq!((action.dial_call_status.to_string().as_str(), action.dial_bridged), (status, bridged));
                assert_eq!(action.call.call_status, CallStatus::InProgress);
            }
            let recordings = call.requests().iter().filter(|made| made.url.ends_with("/file")).count();
            assert_eq!(recordings, recorded, "what was recorded is reported all the same: {document}");
            assert!(!call.transcript().to_string().contains("hears \"Not heard\""));
        }
    }
}

#[test]
fn a_redirect_in_the_document_that_is_replaced_is_asked_or_not() {
    let dial = "+15557654321</Dial>";
    for (verbs, is_next) in [
        ("<Pause length=\"60\"/><Redirect>/after</Redirect>".to_owned(), true),
        ("<Gather action=\"/left\"/><Redirect>/after</Redirect>".to_owned(), true),
        (format!("<Dial>{dial}<Redirect>/after</Redirect>"), true),
        ("<Enqueue>support</Enqueue><Redirect>/after</Redirect>".to_owned(), true),
        // Nothing leads there: an action takes over, something else comes first, there is none.
        (format!("<Dial action=\"/left\">{dial}<Redirect>/after</Redirect>"), false),
        ("<Record action=\"/left\"/><Redirect>/after</Redirect>".to_owned(), false),
        ("<Pause length=\"60\"/><Say>Hi</Say><Redirect>/after</Redirect>".to_owned(), false),
        ("<Pause length=\"60\"/>".to_owned(), false),
    ] {
        for redirects in [false, true] {
            let mut behaviour = Behaviour::default();
            behaviour.moved_document_redirects = redirects;
            let documents = live().at("/moved", &format!("<Response><Say>Hello</Say>{verbs}</Response>"));
            let world = twilio(documents).behaviour(behaviour);
            let mut call = world.call("+15551112222", "/moved").now();
            call.waits(std::time::Duration::from_secs(4)).now();
            moves(&world, &call);
            call.hears("Leave a message").now();
            assert_eq!(call.ended().now(), Ended::Completed);
            let asked: Vec<_> = call.requests().iter().map(|made| made.url.clone()).collect();
            let (new, stray) = ("https://example.com/voicemail", "https://example.com/after");
            let expected: &[&str] = if redirects && is_next { &[new, stray] } else { &[new] };
            assert_eq!(asked[1..], *expected, "{verbs}");
            assert!(!call.transcript().to_string().contains("hears \"Not heard\""), "{verbs}");
        }
    }
}

#[test]
fn a_redirect_that_is_about_to_be_asked_is_asked_all_the_same() {
    for redirects in [false, true] {
        let (mut behaviour, mut durations) = (Behaviour::default(), Durations::default());
        behaviour.moved_document_redirects = redirects;
        durations.redirect = std::time::Duration::from_secs(1);
        let documents = live().at("/moved", "<Response><Redirect>/gone</Redirect></Response>").status("/gone", 404);
        let world = twilio(documents).behaviour(behaviour).durations(durations).allows(Lapse::FailedRequest);
        let mut call = world.call("+15551112222", "/moved").now();
        moves(&world, &call);
        call.hears("Leave a message").now();
        assert_eq!(call.ended().now(), Ended::Completed);
        // Its answer is checked as every other, and nobody hears that it failed.
        assert_eq!(world.lapses().len(), usize::from(redirects));
        assert_eq!(call.transcript().heard().count(), 1);
    }
}

#[test]
fn the_parent_of_a_moved_child_goes_on() {
    let documents = live().at("/park", "<Response><Say>You are parked</Say></Response>");
    let twilio = twilio(documents.at("/after", "<Response><Say>The other is gone</Say></Response>"));
    let mut call = twilio.call("+15551112222", "/dial").now();
    let mut child = call.dials("+15557654321").now();
    call.is_joined_with("+15557654321").now();
    ask(&twilio, "POST", &format!("/Calls/{}.json", child.sid()), &[("Url", "https://example.com/park")]);
    child.hears("You are parked").now();
    let action: DialAction = call.last();
    assert_eq!((action.dial_call_status.to_string().as_str(), action.dial_call_duration), ("completed", None));
}

#[test]
fn calls_are_ended_and_cancelled() {
    let world = twilio(live());
    let mut call = world.call("+15551112222", "/gather").now();
    let path = format!("/Calls/{}.json", call.sid());
    ask(&world, "POST", &path, &[("Status", "completed")]);
    assert_eq!(call.ended().now(), Ended::Completed);
    let refused = ask(&world, "POST", &path, &[("Status", "completed")]);
    assert_eq!((refused.0, refused.1["code"].as_u64()), (StatusCode::BAD_REQUEST, Some(21220)));

    let sid = dial(&world, &[("Url", "https://example.com/gather")]);
    let mut ringing = world.rings("+15551234567").now();
    ask(&world, "POST", &format!("/Calls/{sid}.json"), &[("Status", "canceled")]);
    assert_eq!(ringing.ended().now(), Ended::Canceled);
}

#[test]
fn messages_are_sent() {
    let twilio = twilio(Documents::new().status("/status", 204));
    let said = [
        ("To", "+15551234567"),
        ("From", "+15550001111"),
        ("Body", "Your table is ready"),
        ("StatusCallback", "https://example.com/status"),
    ];
    let (status, message) = ask(&twilio, "POST", "/Messages.json", &said);
    assert_eq!((status, message["status"].as_str()), (StatusCode::CREATED, Some("queued")));
    twilio.phone("+15551234567").receives("table").now();
    twilio.waits(std::time::Duration::from_secs(5)).now();
    let shown = ask(&twilio, "GET", &format!("/Messages/{}.json", message["sid"].as_str().unwrap()), &[]).1;
    assert_eq!(shown["status"].as_str(), Some("delivered"));
    assert_eq!(twilio.requests().len(), 3);
}

#[test]
fn strangers_are_refused() {
    let twilio = twilio(Documents::new());
    let mut api = twilio.api();
    let request = Request::post(format!("https://api.twilio.com{ACCOUNT}/Calls.json")).body(String::new()).unwrap();
    assert_eq!(pollster::block_on(api.call(request)).unwrap().status(), StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&twilio, "GET", "/Calls/CA1.json", &[]).0, StatusCode::NOT_FOUND);
    assert_eq!(ask(&twilio, "GET", "/Conferences.json", &[]).0, StatusCode::NOT_FOUND);
    assert_eq!(ask(&twilio, "POST", "/Calls.json", &[]).1["code"].as_u64(), Some(21201));
}

#[test]
fn a_document_that_is_handed_over_is_checked() {
    let world = twilio(Documents::new());
    dial(&world, &[("Twiml", "<Response><Say voices=\"x\">Hi</Say></Response>")]);
    let failure = world.answers("+15551234567").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::InvalidDocument));
    let world = twilio(Documents::new());
    dial(&world, &[("Twiml", "<Response><Say>")]);
    let failure = world.answers("+15551234567").tried().now().unwrap_err();
    assert!(failure.message.contains("12100"), "{}", failure.message);
}

#[test]
fn a_queued_call_that_is_cancelled_reports_nothing() {
    let world = twilio(live().status("/events", 204));
    let sid = dial(&world, &[("Url", "https://example.com/gather"), ("StatusCallback", "https://example.com/events")]);
    ask(&world, "POST", &format!("/Calls/{sid}.json"), &[("Status", "canceled")]);
    world.waits(std::time::Duration::from_secs(60)).now();
    assert_eq!((state(&world, &sid).as_str(), world.requests().len()), ("canceled", 0));
}

#[test]
fn a_call_in_progress_is_not_cancelled() {
    let world = twilio(live());
    let call = world.call("+15551112222", "/gather").now();
    ask(&world, "POST", &format!("/Calls/{}.json", call.sid()), &[("Status", "canceled")]);
    assert_eq!(state(&world, &call.sid()), "in-progress");
}

#[test]
fn a_party_that_rings_can_be_given_up() {
    let world = twilio(live().at("/after", "<Response><Say>Given up</Say></Response>"));
    world.number("+15557654321").never_answers();
    let mut call = world.call("+15551112222", "/dial").now();
    let child = call.dials("+15557654321").now();
    ask(&world, "POST", &format!("/Calls/{}.json", child.sid()), &[("Status", "completed")]);
    call.waits(std::time::Duration::from_secs(1)).now();
    assert_eq!(call.last::<DialAction>().dial_call_status.to_string(), "canceled");
}

#[test]
fn a_bridged_caller_who_is_moved_leaves_the_queue() {
    let documents = live().at("/agent", "<Response><Dial action=\"/after\"><Queue>support</Queue></Dial></Response>");
    let world = twilio(documents);
    let mut caller = world.call("+15551112222", "/queue").now();
    let mut agent = world.call("+15559999999", "/agent").now();
    agent.is_joined_with("+15551112222").now();
    ask(&world, "POST", &format!("/Calls/{}.json", caller.sid()), &[("Url", "https://example.com/voicemail")]);
    caller.hears("Leave a message").now();
    assert_eq!(caller.last::<EnqueueAction>().queue_result, QueueResult::RedirectedFromBridged);
    agent.waits(std::time::Duration::from_secs(1)).now();
    assert_eq!(agent.last::<DialAction>().dial_call_status.to_string(), "completed");
}

#[test]
fn a_move_brings_its_own_status_callback() {
    let world = twilio(live().status("/events", 204));
    let mut call = world.call("+15551112222", "/gather").now();
    let moved = [("Url", "https://example.com/voicemail"), ("StatusCallback", "https://example.com/events")];
    ask(&world, "POST", &format!("/Calls/{}.json", call.sid()), &moved);
    call.ended().now();
    assert_eq!(call.all::<CallProgressCallback>().len(), 1);
}

#[test]
fn a_session_ends_where_its_call_is_moved() {
    let conversation =
        "<Response><Connect action=\"/left\"><Conversation serviceInstanceSid=\"ISxxxx\"/></Connect></Response>";
    let stream = "<Response><Connect><Stream url=\"wss://example.com/ws\" statusCallback=\"https://example.com/told\"/></Connect></Response>";
    for (document, reports) in [(conversation, 0), (stream, 2)] {
        let world = twilio(live().at("/session", document).status("/told", 204));
        let mut call = world.call("+15551112222", "/session").now();
        call.waits(std::time::Duration::from_secs(10)).now();
        let moved = [("Url", "https://example.com/voicemail")];
        ask(&world, "POST", &format!("/Calls/{}.json", call.sid()), &moved);
        call.hears("Leave a message").now();
        call.ended().now();
        let ended = |entry: &twiml_testing::Entry| matches!(entry.event, twiml_testing::Event::Ended(_));
        let transcript = world.transcript();
        let legs = transcript.entries.iter().filter_map(|entry| entry.leg).max().unwrap() + 1;
        assert_eq!(transcript.entries.iter().filter(|entry| ended(entry)).count(), legs, "{transcript}");
        assert_eq!(call.requests().iter().filter(|made| made.request == "stream-status").count(), reports);
    }
}

#[test]
fn an_application_dials_while_it_answers() {
    use std::sync::{Arc, OnceLock};
    let known = Arc::new(OnceLock::<Twilio>::new());
    let world = known.clone();
    let voice = move || {
        let twilio = world.get().unwrap().clone();
        async move {
            let agent = [("To", "+15559999999"), ("From", "+15550001111"), ("Url", "https://example.com/agent")];
            let request = Request::post(format!("https://api.twilio.com{ACCOUNT}/Calls.json"))
                .header("authorization", twilio.api().authorization())
                .body(agent.into_iter().collect::<Parameters>().to_form());
            let made = twilio.api().call(request.unwrap()).await.unwrap();
            assert_eq!(made.status(), StatusCode::CREATED);
            ([("content-type", "text/xml")], "<Response><Enqueue>support</Enqueue></Response>")
        }
    };
    let agent = || async {
        (
            [("content-type", "text/xml")],
            "<Response><Say>A caller waits</Say><Dial><Queue>support</Queue></Dial></Response>",
        )
    };
    let routes =
        axum::Router::new().route("/voice", axum::routing::post(voice)).route("/agent", axum::routing::post(agent));
    let twilio = Twilio::service(routes).public_url("https://example.com").allows(Lapse::Warnings);
    let _ = known.set(twilio.clone());
    let mut caller = twilio.call("+15551112222", "/voice").now();
    caller.is_queued_in("support").now();
    let mut agent = twilio.answers("+15559999999").now();
    agent.hears("A caller waits").now();
    caller.is_joined_with("+15559999999").now();
    agent.hangs_up().now();
    assert_eq!(caller.ended().now(), Ended::Completed);
}
