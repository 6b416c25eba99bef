//! What becomes of a live call that is moved to another document: sections 3.5, 3.7 and 3.18.

use http::StatusCode;
use twiml_core::webhook::{CallProgressCallback, CallStatus, DialAction, EnqueueAction, GatherAction, QueueResult};
use twiml_testing::{Behaviour, Durations, Ended, Lapse, Twilio};

use crate::{ask, live, twilio};

/// Moves a call to `/voicemail`.
fn moves(twilio: &Twilio, call: &twiml_testing::Call) {
    let url = [("Url", "https://example.com/voicemail")];
    assert_eq!(ask(twilio, "POST", &format!("/Calls/{}.json", call.sid()), &url).0, StatusCode::OK);
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
