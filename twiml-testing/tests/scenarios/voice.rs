//! Scenarios 1 to 3: what is heard, and when a call is answered.

use twiml_core::webhook::{CallStatus, CallStatusCallback};
use twiml_testing::{Documents, Ended, Heard};

use crate::{CALLER, call, response, seconds, twilio, voice};

#[test]
fn both_are_heard_in_order_and_the_call_is_over() {
    let documents =
        voice("<Say>Hello, World!</Say><Play>https://api.twilio.com/cowbell.mp3</Play>").status("/status", 204);
    let mut call = twilio(documents).status_callback("/status").call(CALLER, "/voice").now();
    assert_eq!(call.ended().now(), Ended::Completed);
    let heard: Vec<Heard> = call.transcript().heard().cloned().collect();
    let expected = [Heard::Speech("Hello, World!".into()), Heard::File("https://api.twilio.com/cowbell.mp3".into())];
    assert_eq!(heard, expected);
    assert_eq!(call.request_names(), ["voice", "call-status"]);
    let told: CallStatusCallback = call.last();
    assert_eq!(told.call.call_status, CallStatus::Completed);
    assert_eq!(told.call_duration, Some(6));
}

#[test]
fn a_pause_lets_it_ring() {
    let mut call = call(voice("<Pause length=\"5\"/><Say>Hi there.</Say>"));
    assert_eq!(call.status(), CallStatus::Ringing);
    call.hears("Hi there").now();
    assert_eq!((call.clock(), call.answered_at()), (seconds(5), Some(seconds(5))));
}

#[test]
fn a_refused_call_is_never_answered() {
    for (reject, ended) in [("<Reject/>", Ended::NoAnswer), ("<Reject reason=\"busy\"/>", Ended::Busy)] {
        let documents = voice(reject).status("/status", 204);
        let mut call = twilio(documents).status_callback("/status").call(CALLER, "/voice").now();
        assert_eq!(call.ended().now(), ended);
        assert_eq!(call.answered_at(), None);
        assert_eq!(call.request_names(), ["voice", "call-status"]);
        assert_eq!(call.last::<CallStatusCallback>().call.call_status.to_string(), ended.to_string());
    }
}

#[test]
fn a_redirect_is_resolved_against_its_document() {
    let documents = Documents::new()
        .at("/a/b/doc", &response("<Redirect>../nextInstructions</Redirect>"))
        .at("/a/nextInstructions", &response("<Say>Next</Say>"));
    let mut call = twilio(documents).call(CALLER, "/a/b/doc").now();
    call.hears("Next").now();
    assert_eq!(crate::targets(&call), ["POST /a/b/doc", "POST /a/nextInstructions"]);
    let [first, second] = &call.requests()[..] else { panic!() };
    let names =
        |made: &twiml_testing::Exchange| made.parameters.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(first), names(second));
}

#[test]
fn a_talk_does_not_end_by_itself_but_after_four_hours() {
    let mut call = call(voice("<Dial>+14151234567</Dial>"));
    let failure = call.ended().tried().now().unwrap_err();
    assert!(failure.message.contains("does not end by itself"), "{failure}");
    call.waits(seconds(4 * 3600)).now();
    assert_eq!(call.ended().now(), Ended::Completed);
}
