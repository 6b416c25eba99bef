//! `<Refer>`, `<Start>` and `<Stop>`, and `<Sms>`: sections 3.11, 3.12 and 3.14.

use twiml_core::webhook::{ReferAction, StreamStatusCallback, TranscriptionStatusCallback};
use twiml_testing::{Documents, Ended, Lapse, Refer};

use crate::{CALLER, call, response, seconds, targets, twilio, voice};

const SIP: &str = "sip:kate@example.com";

fn refer() -> Documents {
    voice("<Refer action=\"/after\"><Sip>sip:joe@example.com</Sip></Refer><Say>Next</Say>")
        .at("/after", &response("<Say>After</Say>"))
}

#[test]
fn each_end_of_a_transfer_is_reported() {
    for (how, status, refer_code, notify_code) in [
        (Refer::Connects, Some("in-progress"), 202, Some(200)),
        (Refer::IsBusy, Some("busy"), 202, Some(486)),
        (Refer::Fails, Some("failed"), 202, Some(503)),
        (Refer::IsRefused, Some("failed"), 405, None),
        (Refer::IsSilent, None, 202, None),
    ] {
        let world = twilio(refer());
        world.refers(how);
        let mut call = world.call(SIP, "/voice").now();
        assert_eq!(call.ended().now(), Ended::Completed);
        let action: ReferAction = call.last();
        assert_eq!(action.refer_call_status.map(|status| status.to_string()).as_deref(), status, "{how:?}");
        assert_eq!(action.refer_sip_response_code, refer_code, "{how:?}");
        assert_eq!(action.notify_sip_response_code, notify_code, "{how:?}");
        // Where it went through, the leg is gone.
        assert_eq!(call.transcript().to_string().contains("hears \"After\""), how != Refer::Connects, "{how:?}");
    }
}

#[test]
fn without_an_action_the_next_verb_runs() {
    let world = twilio(voice("<Refer><Sip>sip:joe@example.com</Sip></Refer><Say>Next</Say>"));
    world.refers(Refer::IsBusy);
    world.call(SIP, "/voice").now().hears("Next").now();
}

#[test]
fn only_calls_by_sip_can_be_transferred() {
    let failure = twilio(refer()).call(CALLER, "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::MisplacedVerb));
    twilio(refer()).allows(Lapse::MisplacedVerb).call(CALLER, "/voice").now().hears("Next").now();
}

const STREAM: &str =
    "<Start><Stream name=\"s\" url=\"wss://example.com/ws\" statusCallback=\"https://example.com/stream\"/></Start>";

#[test]
fn what_was_started_goes_on_into_the_next_document_and_ends_with_the_call() {
    let documents = voice(&format!("{STREAM}<Redirect>/next</Redirect>"))
        .at("/next", &response("<Say>Hi</Say>"))
        .status("/stream", 204);
    let mut call = call(documents);
    call.ended().now();
    assert_eq!(call.request_names(), ["voice", "stream-status", "voice", "stream-status"]);
    let events: Vec<_> = call.all::<StreamStatusCallback>().iter().map(|told| told.stream_event.to_string()).collect();
    assert_eq!(events, ["stream-started", "stream-stopped"]);
}

#[test]
fn a_document_that_ends_with_it_ends_the_call() {
    let mut call = call(voice(STREAM).status("/stream", 204));
    assert_eq!((call.ended().now(), call.clock()), (Ended::Completed, seconds(0)));
}

#[test]
fn only_what_is_named_is_stopped() {
    let other = STREAM.replace("name=\"s\"", "name=\"t\"");
    let documents =
        voice(&format!("{STREAM}{other}<Stop><Stream name=\"t\"/></Stop><Say>Hi</Say>")).status("/stream", 204);
    let mut call = call(documents);
    call.hears("Hi").now();
    let told = call.all::<StreamStatusCallback>();
    let of = |name: &str| {
        told.iter()
            .filter(|told| told.stream_name == name)
            .map(|told| told.stream_event.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (of("s"), of("t")),
        (vec!["stream-started".into()], vec!["stream-started".into(), "stream-stopped".into()])
    );
}

#[test]
fn a_transcription_counts_what_it_reports() {
    let verbs = "<Start><Transcription statusCallbackUrl=\"https://example.com/text\"/></Start><Say>Hello to you</Say>";
    let mut call = call(voice(verbs).status("/text", 204));
    call.hears("Hello").now();
    call.is_transcribed("good morning").now();
    call.ended().now();
    let told = call.all::<TranscriptionStatusCallback>();
    assert_eq!(told.iter().map(|told| told.sequence_id).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(told[1].transcription_data.as_deref().is_some_and(|data| data.contains("good morning")));
}

#[test]
fn a_message_during_a_call_lets_the_call_go_on() {
    let mut next = call(voice("<Sms>Your code is 123</Sms><Say>Next</Say>"));
    next.hears("Next").now();
    assert_eq!(next.clock(), seconds(0));
    let world = twilio(
        voice("<Sms action=\"/after\">Your code is 123</Sms><Say>Next</Say>")
            .at("/after", &response("<Say>After</Say>")),
    );
    let mut call = world.call(CALLER, "/voice").now();
    call.hears("After").now();
    assert_eq!(targets(&call), ["POST /voice", "POST /after"]);
    assert_eq!(world.phone(CALLER).receives("123").now().from, "+15550001111");
}
