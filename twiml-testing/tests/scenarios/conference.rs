//! Scenario 24: a conference.

use twiml_core::webhook::{ConferenceStatusCallback, DialAction};
use twiml_testing::{Documents, Ended};

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
    use twiml_testing::Lapse;
    let documents = Documents::new()
        .at("/voice", &response("<Dial><Conference waitUrl=\"/wait\">Room</Conference></Dial><Say>Not joined</Say>"))
        .at("/wait", &response("<Gather/>"));
    let failure = twilio(documents.clone()).call("+15550000001", "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::MisplacedVerb));
    let mut call = twilio(documents).allows(Lapse::MisplacedVerb).call("+15550000001", "/voice").now();
    call.hears("Not joined").now();
}
