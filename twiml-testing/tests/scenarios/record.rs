//! Scenarios 15 to 17: messages.

use twiml_core::webhook::{CallStatus, RecordAction, RecordTranscription, RecordingStatusCallback};
use twiml_testing::{Behaviour, Documents, Ended, Heard};

use crate::{CALLER, call, last, response, seconds, twilio, voice};

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
    assert_eq!(call.clock(), spoken + seconds(5));
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

#[test]
fn silence_may_not_end_it() {
    let mut call = call(voice("<Record action=\"/rec\" timeout=\"0\" maxLength=\"90\"/>").at("/rec", "<Response/>"));
    call.ended().now();
    assert_eq!(call.last::<RecordAction>().recording_duration, 90);
}

#[test]
fn silence_before_the_first_word_counts_or_does_not() {
    let documents = documents();
    let mut counts = call(documents.clone());
    counts.hears_beep().now();
    counts.stays_silent().now();
    assert_eq!(counts.last::<RecordAction>().recording_duration, 5);
    let mut behaviour = Behaviour::default();
    behaviour.leading_silence_counts = false;
    let mut call = twilio(documents).behaviour(behaviour).call(CALLER, "/voice").now();
    call.hears_beep().now();
    call.stays_silent().now();
    assert_eq!(call.last::<RecordAction>().recording_duration, 20, "the longest recording");
}

#[test]
fn what_silence_ends_has_no_digits_or_empty_ones() {
    let mut today = call(documents());
    today.records("Hello", seconds(2)).now();
    today.stays_silent().now();
    assert_eq!(last(&today, "Digits"), None);
    let mut behaviour = Behaviour::default();
    behaviour.recorded_silence_has_digits = true;
    let mut call = twilio(documents()).behaviour(behaviour).call(CALLER, "/voice").now();
    call.records("Hello", seconds(2)).now();
    call.stays_silent().now();
    assert_eq!(last(&call, "Digits").as_deref(), Some(""));
}

#[test]
fn there_may_be_no_beep() {
    let mut call = call(voice("<Record action=\"/rec\" playBeep=\"false\"/>").at("/rec", "<Response/>"));
    call.records("Hello", seconds(2)).now();
    call.presses("1").now();
    assert_eq!((call.clock(), call.transcript().heard().count()), (seconds(2), 0));
}

#[test]
fn only_some_recordings_are_written_down() {
    for (length, written) in [(2, false), (3, true), (119, true), (120, false)] {
        let verbs = "<Record action=\"/done\" timeout=\"0\" transcribe=\"true\" transcribeCallback=\"/text\"/>";
        let twilio = twilio(voice(verbs).at("/done", "<Response/>").status("/text", 204));
        let mut call = twilio.call(CALLER, "/voice").now();
        call.records("Hello", seconds(length)).now();
        call.hangs_up().tried().now().ok();
        twilio.waits(seconds(60)).now();
        assert_eq!(twilio.all::<RecordTranscription>().len(), usize::from(written), "{length} s");
    }
}

#[test]
fn an_absent_recording_is_reported_as_such_and_not_written_down() {
    let verbs = "<Record action=\"/done\" trim=\"trim-silence\" recordingStatusCallback=\"/file\" transcribe=\"true\" \
                 transcribeCallback=\"/text\"/>";
    let twilio = twilio(voice(verbs).at("/done", "<Response/>").status("/file", 204).status("/text", 204));
    let mut call = twilio.call(CALLER, "/voice").now();
    call.ended().now();
    twilio.waits(seconds(60)).now();
    let told = twilio.all::<RecordingStatusCallback>();
    assert_eq!(told.iter().map(|told| told.recording_status.to_string()).collect::<Vec<_>>(), ["absent"]);
    assert_eq!((told[0].recording_duration, twilio.all::<RecordTranscription>().len()), (None, 0));
    assert_eq!(call.request_names()[..2], ["voice", "record-action"]);
}

#[test]
fn a_hang_up_reports_once_and_before_the_end_of_the_call() {
    let verbs = "<Record action=\"/done\" recordingStatusCallback=\"/file\"/>";
    let documents = voice(verbs).at("/done", "<Response/>").status("/file", 204).status("/status", 204);
    let twilio = twilio(documents).status_callback("/status");
    let mut call = twilio.call(CALLER, "/voice").now();
    call.records("Hello", seconds(4)).now();
    call.hangs_up().now();
    twilio.waits(seconds(60)).now();
    assert_eq!(call.request_names(), ["voice", "record-action", "call-status", "recording-status"]);
}

#[test]
fn a_call_from_an_sdk_is_recorded_for_ten_minutes_at_most() {
    let documents = voice("<Record action=\"/done\" timeout=\"0\"/>").at("/done", "<Response/>");
    for (from, longest) in [("client:joey", 600), (CALLER, 3600)] {
        let mut call = twilio(documents.clone()).call(from, "/voice").now();
        call.ended().now();
        assert_eq!(call.last::<RecordAction>().recording_duration, longest);
    }
}
