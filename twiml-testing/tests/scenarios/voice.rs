//! Scenarios 1 to 3: what is heard, and when a call is answered.

use twiml_core::webhook::{CallStatus, CallStatusCallback};
use twiml_testing::{Behaviour, Documents, Ended, Heard, Lapse};

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

#[test]
fn a_hang_up_and_nothing_at_all_answer_the_call() {
    for verbs in ["<Hangup/>", "", "<Redirect>/next</Redirect>", "<Gather/>"] {
        let documents = voice(verbs).at("/next", &response("<Reject/>")).status("/status", 204);
        let mut call = twilio(documents).status_callback("/status").call(CALLER, "/voice").now();
        assert_eq!(call.ended().now(), Ended::Completed, "{verbs}");
        assert_eq!(call.answered_at(), Some(seconds(0)), "{verbs}");
        assert_eq!(call.last::<CallStatusCallback>().call.call_status, CallStatus::Completed);
    }
}

#[test]
fn whether_a_redirect_answers_is_contested() {
    let documents = voice("<Redirect>/next</Redirect>").at("/next", &response("<Reject reason=\"busy\"/>"));
    let mut behaviour = Behaviour::default();
    behaviour.redirect_answers = false;
    let mut call = twilio(documents).behaviour(behaviour).call(CALLER, "/voice").now();
    assert_eq!((call.ended().now(), call.answered_at()), (Ended::Busy, None));
}

#[test]
fn a_late_reject_hangs_up_or_is_ignored() {
    let documents = voice("<Say>Hi</Say><Reject/><Say>Still here</Say>");
    let mut call = call(documents.clone());
    assert_eq!(call.ended().now(), Ended::Completed);
    assert_eq!(call.clock(), seconds(1));
    let mut behaviour = Behaviour::default();
    behaviour.late_reject_is_ignored = true;
    twilio(documents).behaviour(behaviour).call(CALLER, "/voice").now().hears("Still here").now();
}

#[test]
fn the_rest_behind_a_verb_that_ends_the_document_does_not_run() {
    for verb in ["<Hangup/>", "<Redirect>/next</Redirect>"] {
        let documents = voice(&format!("{verb}<Say>Never</Say>")).at("/next", &response("<Say>Next</Say>"));
        let mut call = call(documents);
        call.ended().now();
        assert!(call.transcript().heard().all(|heard| *heard != Heard::Speech("Never".into())), "{verb}");
    }
}

#[test]
fn leaving_outside_of_a_queue_does_nothing() {
    let documents = voice("<Leave/><Say>Hi</Say>");
    let failure = twilio(documents.clone()).call(CALLER, "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::MisplacedVerb));
    twilio(documents).allows(Lapse::MisplacedVerb).call(CALLER, "/voice").now().hears("Hi").now();
}

#[test]
fn audio_is_repeated_and_takes_its_time() {
    let documents = voice(
        "<Say loop=\"2\">  one\n   two three  </Say><Play loop=\"3\">/a.mp3</Play><Play digits=\"1w2W\"/><Pause/>\
         <Say>one <break time=\"1500ms\"/> two</Say><Say>\u{4f60}\u{597d}\u{4f60}\u{597d}\u{4f60}\u{597d}</Say>",
    );
    let twilio = twilio(documents).file("/a.mp3", seconds(7));
    let mut call = twilio.call(CALLER, "/voice").now();
    call.ended().now();
    let heard: Vec<_> = call.transcript().heard().map(ToString::to_string).collect();
    let speech = "\"one two three\"";
    let file = "the file /a.mp3";
    assert_eq!(heard[..7], [speech, speech, file, file, file, "the tones 1w2W", "silence for 1 s"]);
    let millis = 2 * 1200 + 3 * 7000 + (2 * 200 + 500 + 1000) + 1000 + (1000 + 1500) + 6 * 200;
    assert_eq!(call.clock().as_millis(), millis);
}

#[test]
fn a_loop_without_end_lasts_until_the_hang_up() {
    let mut call = call(voice("<Play loop=\"0\">/a.mp3</Play><Say>Never</Say>"));
    call.waits(seconds(600)).now();
    call.hangs_up().now();
    assert_eq!(call.transcript().heard().count(), 600 / 5 + 1);
    assert_eq!(call.request_names(), ["voice"]);
}

#[test]
fn keys_outside_of_a_gather_are_lost() {
    for verbs in ["<Say>Press 1</Say><Gather/>", "<Play>/a.mp3</Play><Gather/>", "<Pause/><Gather/>"] {
        let failure = call(voice(verbs)).presses("1").tried().now().unwrap_err();
        assert_eq!(failure.lapse, Some(Lapse::UnheardKeys), "{verbs}");
        let mut lenient = twilio(voice(verbs)).allows(Lapse::UnheardKeys).call(CALLER, "/voice").now();
        lenient.presses("1").now();
        lenient.ended().now();
        assert_eq!(lenient.request_names(), ["voice"], "{verbs}");
    }
}

#[test]
fn what_twilio_does_not_know_is_passed_over_or_fails_the_document() {
    let documents = voice("<Sya>Hi</Sya><Say>Hello</Say>");
    let world = twilio(documents.clone()).allows(Lapse::InvalidDocument);
    let mut call = world.call(CALLER, "/voice").now();
    call.hears("Hello").now();
    assert!(
        call.transcript().heard().all(|heard| *heard != Heard::Speech("Hi".into())),
        "what was meant is not guessed"
    );
    let mut behaviour = Behaviour::default();
    behaviour.unknown_verb_is_ignored = false;
    let world = twilio(documents).allows(Lapse::InvalidDocument).behaviour(behaviour);
    let failure = world.call(CALLER, "/voice").tried().now().unwrap_err();
    assert!(failure.message.contains("12100") && failure.message.contains("<Sya>"), "{}", failure.message);
}

#[test]
fn a_file_that_cannot_be_had_is_passed_over_or_ends_the_call() {
    let documents = voice("<Play>/gone.mp3</Play><Say>Hello</Say>");
    let strict = twilio(documents.clone()).missing_file("/gone.mp3");
    assert_eq!(strict.call(CALLER, "/voice").tried().now().unwrap_err().lapse, Some(Lapse::MissingFile));
    let lenient = || twilio(documents.clone()).missing_file("/gone.mp3").allows(Lapse::MissingFile);
    lenient().call(CALLER, "/voice").now().hears("Hello").now();
    let mut behaviour = Behaviour::default();
    behaviour.missing_file_ends = true;
    let mut call = lenient().behaviour(behaviour).call(CALLER, "/voice").now();
    assert_eq!((call.ended().now(), call.transcript().heard().count()), (Ended::Completed, 0));
}

#[test]
fn an_echo_ends_with_the_hang_up() {
    let mut call = call(voice("<Echo/><Say>Never</Say>"));
    call.waits(seconds(60)).now();
    call.hangs_up().now();
    assert_eq!((call.ended().now(), call.transcript().heard().count()), (Ended::Completed, 0));
}
