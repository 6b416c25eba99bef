//! Scenario 24: a conference.

use twiml_core::webhook::{ConferenceStatusCallback, DialAction};
use twiml_testing::{Documents, Ended, Heard, Lapse};

use crate::{last, response, seconds, twilio};

#[test]
fn the_moderator_starts_and_ends_it() {
    let room = |attributes: &str| {
        response(&format!(
            "<Dial action=\"/after\"><Conference {attributes} statusCallback=\"/events\" \
             statusCallbackEvent=\"start end join leave\">Room</Conference></Dial>"
        ))
    };
    let documents = Documents::new()
        .at("/guest", &room("startConferenceOnEnter=\"false\""))
        .at("/moderator", &room("endConferenceOnExit=\"true\""))
        .at("/after", &response("<Say>It is over</Say>"))
        .status("/events", 204);
    let twilio = twilio(documents);
    let mut first = twilio.call("+15550000001", "/guest").now();
    first.hears_music().now();
    let mut second = twilio.call("+15550000002", "/guest").now();
    second.enters("Room").now();
    twilio.waits(seconds(60)).now();
    let mut moderator = twilio.call("+15550000003", "/moderator").now();
    moderator.enters("Room").now();
    moderator.waits(seconds(30)).now();
    moderator.hangs_up().now();
    for guest in [&mut first, &mut second] {
        guest.hears("It is over").now();
        assert_eq!(last(guest, "DialCallStatus").as_deref(), Some("answered"));
        let action: DialAction = guest.last();
        assert_eq!((action.dial_call_sid, action.dial_call_duration), (None, None));
        assert_eq!(guest.ended().now(), Ended::Completed);
    }
    assert_eq!(moderator.last::<DialAction>().dial_call_status.to_string(), "answered");
    let told = twilio.all::<ConferenceStatusCallback>();
    let events: Vec<_> = told.iter().map(|told| told.status_callback_event.to_string()).collect();
    let (join, leave) = ("participant-join", "participant-leave");
    assert_eq!(events, [join, join, join, "conference-start", leave, leave, leave, "conference-end"]);
    assert_eq!(told.iter().map(|told| told.sequence_number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8]);
    let reasons: Vec<_> =
        told.iter().filter_map(|told| told.reason_participant_left.clone()).map(|reason| reason.to_string()).collect();
    assert_eq!(reasons, ["participant_hung_up", "moderator_ended_conference", "moderator_ended_conference"]);
    let end = &told[7];
    let ended = "participant-with-end-conference-on-exit-left";
    assert_eq!(end.reason_conference_ended.as_ref().map(ToString::to_string).as_deref(), Some(ended));
    assert_eq!(end.call_sid_ending_conference, Some(moderator.sid()));
}

#[test]
fn those_who_wait_hear_a_document_once() {
    let documents = Documents::new()
        .at("/voice", &response("<Dial><Conference waitUrl=\"/wait\">Room</Conference></Dial>"))
        .at("/wait", &response("<Say>Please hold</Say>"));
    let twilio = twilio(documents);
    let mut first = twilio.call("+15550000001", "/voice").now();
    first.hears("Please hold").now();
    twilio.waits(seconds(600)).now();
    assert_eq!(first.request_names(), ["voice", "voice"]);
    let mut second = twilio.call("+15550000002", "/voice").now();
    second.enters("Room").now();
    assert_eq!(second.request_names(), ["voice"]);
    second.hangs_up().now();
    first.hangs_up().now();
}

#[test]
fn a_wait_document_with_other_verbs_fails() {
    let documents = Documents::new()
        .at("/voice", &response("<Dial><Conference waitUrl=\"/wait\">Room</Conference></Dial><Say>Not joined</Say>"))
        .at("/wait", &response("<Gather/>"));
    let failure = twilio(documents.clone()).call("+15550000001", "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::MisplacedVerb));
    let mut call = twilio(documents).allows(Lapse::MisplacedVerb).call("+15550000001", "/voice").now();
    call.hears("Not joined").now();
}

fn rooms(attributes: &str) -> Documents {
    Documents::new()
        .at(
            "/voice",
            &response(&format!(
                "<Dial action=\"/after\" hangupOnStar=\"true\"><Conference {attributes}>Room</Conference></Dial>"
            )),
        )
        .at("/after", &response("<Say>It is over</Say>"))
        .status("/first", 204)
        .status("/second", 204)
}

#[test]
fn star_leaves_it() {
    let twilio = twilio(rooms(""));
    let mut first = twilio.call("+15550000001", "/voice").now();
    let mut second = twilio.call("+15550000002", "/voice").now();
    second.enters("Room").now();
    first.presses("*").now();
    first.hears("It is over").now();
    assert_eq!(last(&first, "DialCallStatus").as_deref(), Some("answered"));
    second.hangs_up().now();
}

#[test]
fn it_starts_with_two_of_whom_one_starts_it_and_ends_with_the_last() {
    let quiet = "startConferenceOnEnter=\"false\"";
    let twilio = twilio(rooms(quiet));
    let mut first = twilio.call("+15550000001", "/voice").now();
    let mut second = twilio.call("+15550000002", "/voice").now();
    // Nobody starts it: both wait, and hear the music.
    first.hears_music().now();
    second.hears_music().now();
    first.hangs_up().now();
    second.hangs_up().now();
    assert_eq!(last(&second, "DialCallStatus").as_deref(), Some("answered"));
}

#[test]
fn who_waits_for_nothing_hears_nothing() {
    let twilio = twilio(rooms("waitUrl=\"\""));
    let mut call = twilio.call("+15550000001", "/voice").now();
    call.enters("Room").now();
    assert_eq!((call.transcript().heard().count(), call.request_names().len()), (0, 1));
    call.hangs_up().now();
}

#[test]
fn without_a_wait_document_nobody_joins() {
    let twilio = twilio(rooms("waitUrl=\"/gone\"")).allows(Lapse::FailedRequest);
    let mut call = twilio.call("+15550000001", "/voice").now();
    call.hears("It is over").now();
    assert_ne!(last(&call, "DialCallStatus").as_deref(), Some("answered"));
}

#[test]
fn a_full_conference_takes_nobody() {
    let twilio = twilio(rooms("maxParticipants=\"2\""));
    let mut inside = twilio.call("+15550000001", "/voice").now();
    let mut second = twilio.call("+15550000002", "/voice").now();
    second.enters("Room").now();
    let mut third = twilio.call("+15550000003", "/voice").now();
    third.hears("It is over").now();
    assert_eq!(last(&third, "DialCallStatus").as_deref(), Some("failed"));
    inside.hangs_up().now();
    second.hangs_up().now();
}

#[test]
fn who_coaches_nobody_and_whose_label_is_taken_stays_out() {
    let coached = rooms("coach=\"CA0123456789abcdef0123456789abcdef\"");
    let mut call = twilio(coached).call("+15550000001", "/voice").now();
    call.hears("It is over").now();
    assert_eq!(last(&call, "DialCallStatus").as_deref(), Some("failed"));

    let verbs = "<Dial><Conference participantLabel=\"agent\">Room</Conference></Dial><Say>Next</Say>";
    let twilio = twilio(Documents::new().at("/voice", &response(verbs))).allows(Lapse::MisplacedVerb);
    let mut first = twilio.call("+15550000001", "/voice").now();
    let mut second = twilio.call("+15550000002", "/voice").now();
    second.hears("Next").now();
    assert!(twilio.lapses()[0].1.contains("16025"));
    first.hangs_up().now();
}

#[test]
fn the_first_participant_decides_where_it_is_reported() {
    let of = |path: &str| {
        format!(
            "<Dial><Conference statusCallback=\"{path}\" statusCallbackEvent=\"start join\">Room</Conference></Dial>"
        )
    };
    let documents = Documents::new()
        .at("/one", &response(&of("/first")))
        .at("/two", &response(&of("/second")))
        .status("/first", 204)
        .status("/second", 204);
    let twilio = twilio(documents);
    let mut first = twilio.call("+15550000001", "/one").now();
    let mut second = twilio.call("+15550000002", "/two").now();
    second.enters("Room").now();
    let asked: Vec<_> = twilio.requests().into_iter().filter(|made| made.request == "conference-status").collect();
    assert_eq!(asked.len(), 3);
    assert!(asked.iter().all(|made| made.url.ends_with("/first")));
    first.hangs_up().now();
    second.hangs_up().now();
}

#[test]
fn without_an_action_the_next_verb_runs() {
    let verbs = "<Dial><Conference endConferenceOnExit=\"true\">Room</Conference></Dial><Say>Next</Say>";
    let twilio = twilio(Documents::new().at("/voice", &response(verbs)));
    let mut first = twilio.call("+15550000001", "/voice").now();
    let mut second = twilio.call("+15550000002", "/voice").now();
    second.enters("Room").now();
    first.hangs_up().now();
    second.hears("Next").now();
    assert!(
        first.transcript().heard().all(|heard| *heard != Heard::Speech("Next".into())),
        "who hung up hears nothing"
    );
}

#[test]
fn a_beep_says_who_comes_and_goes() {
    for (beep, comes, goes) in
        [("", 1, 1), ("beep=\"onEnter\"", 1, 0), ("beep=\"onExit\"", 0, 1), ("beep=\"false\"", 0, 0)]
    {
        let twilio = twilio(rooms(beep));
        let mut first = twilio.call("+15550000001", "/voice").now();
        let mut second = twilio.call("+15550000002", "/voice").now();
        second.enters("Room").now();
        let beeps = || first.transcript().heard().filter(|heard| **heard == Heard::Beep).count();
        assert_eq!(beeps(), comes, "{beep}");
        second.hangs_up().now();
        assert_eq!(beeps(), comes + goes, "{beep}");
        first.hangs_up().now();
    }
}
