//! What applications do through the REST API.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

mod moves;

use http::{Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use tower_service::Service;
use twiml_core::Parameters;
use twiml_core::webhook::{CallProgressCallback, CallStatus, DialAction};
use twiml_testing::{AnsweredBy, Documents, Ended, Lapse, Twilio};
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
