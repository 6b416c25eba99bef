//! Scenarios 15 to 17: messages.

use twiml_core::webhook::{CallStatus, RecordAction, RecordTranscription, RecordingStatusCallback};
use twiml_testing::{Behaviour, Documents, Ended, Heard};

use crate::{CALLER, call, response, seconds, twilio, voice};

const RECORD: &str = "<Say>Please leave a message at the beep.</Say>\
                      <Record action=\"/rec\" method=\"GET\" maxLength=\"20\" finishOnKey=\"*\"/><Say>I did not receive a recording</Say>";

fn documents() -> Documents {
    voice(RECORD).at("/rec", &response("<Say>Thank you</Say>"))
}

#[test]
fn a_key_ends_it() {
    let mut call = call(documents());
    call.hears("Please leave").now();
    call.hears_beep().now();
    call.records("Call me", seconds(8)).now();
    call.presses("*").now();
    let action: RecordAction = call.last();
    assert_eq!((action.recording_duration, action.digits.as_deref()), (8, Some("*")));
    assert_eq!(call.requests()[1].method, "GET");
    assert_eq!(call.ended().now(), Ended::Completed);
    assert!(call.transcript().heard().all(|heard| *heard != Heard::Speech("I did not receive a recording".into())));
}

#[test]
fn the_longest_recording_ends_by_itself() {
    let mut call = call(documents());
    call.records("on and on", seconds(30)).now();
    let action: RecordAction = call.last();
    assert_eq!((action.recording_duration, action.digits), (20, None));
}

#[test]
fn a_hang_up_ends_it_and_the_answer_is_not_heard() {
    let documents = documents().status("/status", 204);
    let mut call = twilio(documents).status_callback("/status").call(CALLER, "/voice").now();
    call.records("Call me", seconds(12)).now();
    call.hangs_up().now();
    let action: RecordAction = call.last();
    assert_eq!((action.recording_duration, action.digits.as_deref()), (12, Some("hangup")));
    assert_eq!(action.call.call_status, CallStatus::Completed);
    assert_eq!(call.request_names(), ["voice", "record-action", "call-status"]);
    assert!(call.transcript().heard().all(|heard| *heard != Heard::Speech("Thank you".into())));
}

#[test]
fn silence_ends_it() {
    let mut call = call(documents());
    call.records("Hello", seconds(2)).now();
    let spoken = call.clock();
    call.stays_silent().now();
    assert_eq!(call.clock() - spoken, seconds(5));
    assert_eq!(call.last::<RecordAction>().recording_duration, 7);
}

#[test]
fn nothing_recorded_is_reported_today_and_was_not_before() {
    let mut today = call(documents());
    today.hears("Thank you").now();
    assert_eq!(today.last::<RecordAction>().recording_duration, 5);
    let mut behaviour = Behaviour::default();
    behaviour.empty_recording_falls_through = true;
    let mut before = twilio(documents()).behaviour(behaviour).call(CALLER, "/voice").now();
    before.hears("I did not receive").now();
    assert_eq!(before.request_names(), ["voice"]);
}

#[test]
fn other_keys_go_on() {
    let mut call = call(documents());
    call.records("Hello", seconds(2)).now();
    let failure = call.presses("1").tried().now().unwrap_err();
    assert!(failure.message.starts_with("nobody hears the key 1: `<Record>` records"), "{failure}");
}

#[test]
fn files_and_transcripts_come_later() {
    let documents = voice("<Record action=\"/done\" transcribe=\"true\" transcribeCallback=\"/text\" recordingStatusCallback=\"/file\" recordingStatusCallbackEvent=\"in-progress completed\"/>")
        .at("/done", "<Response/>").status("/text", 204).status("/file", 204);
    let twilio = twilio(documents);
    let mut call = twilio.call(CALLER, "/voice").now();
    call.records("Please call me back", seconds(4)).now();
    call.presses("#").now();
    twilio.waits(seconds(60)).now();
    assert_eq!(
        call.request_names(),
        ["voice", "recording-status", "record-action", "recording-status", "record-transcription"]
    );
    let file: RecordingStatusCallback = call.last();
    assert_eq!((file.recording_status.to_string().as_str(), file.recording_duration), ("completed", Some(4)));
    assert_eq!(call.last::<RecordTranscription>().transcription_text, "Please call me back");
    assert_eq!(call.last::<RecordTranscription>().recording_sid, file.recording_sid);
}
