//! The three requests of the page on `<Connect><Conversation>`, by the names that it documents.

use std::fmt::Debug;

use twiml::Parameters;
use twiml::webhook::{
    CallStatus, CallbackSource, ConversationAction, ConversationRecordingCallback, ConversationResult,
    ConversationStatus, ConversationStatusCallback, DialCallStatus, Direction, RecordingStatus, Webhook,
};

const CALL: &[(&str, &str)] = &[
    ("CallSid", "CA0123456789abcdef0123456789abcdef"),
    ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
    ("From", "+15551234567"),
    ("To", "+15557654321"),
    ("CallStatus", "in-progress"),
    ("ApiVersion", "2010-04-01"),
    ("Direction", "inbound"),
];

const ACTION: &[(&str, &str)] = &[
    ("Result", "session-success"),
    ("WorkerInitiated", "false"),
    ("DialCallStatus", "completed"),
    ("DialCallSid", "CA00000000000000000000000000000001"),
    ("DialCallDuration", "61"),
    ("RecordingSid", "RE00000000000000000000000000000001"),
    ("RecordingDuration", "59"),
    ("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1"),
];

const STATUS: &[(&str, &str)] = &[
    ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
    ("ConversationSid", "CH00000000000000000000000000000001"),
    ("DialCallSid", "CA00000000000000000000000000000001"),
    ("WorkerInitiated", "true"),
    ("Status", "call-ringing"),
    ("SequenceNumber", "2"),
    ("Timestamp", "Tue, 24 Nov 2026 14:39:48 +0000"),
    ("CallbackSource", "voice-conversation-service"),
];

const RECORDING: &[(&str, &str)] = &[
    ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
    ("CallSid", "CA0123456789abcdef0123456789abcdef"),
    ("RecordingSid", "RE00000000000000000000000000000001"),
    ("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1"),
    ("RecordingStatus", "completed"),
    ("RecordingDuration", "59"),
    ("RecordingChannels", "2"),
    ("RecordingSource", "Conversation"),
];

fn parameters(parts: &[&[(&str, &str)]]) -> Parameters {
    parts.concat().into_iter().collect()
}

/// Parses from a form and from a query, and gives the same parameters back.
#[track_caller]
fn parse<T: Webhook + Debug + PartialEq>(parameters: &Parameters) -> T {
    let form = parameters.to_form();
    let request = T::from_form(form.as_bytes()).unwrap();
    assert_eq!(T::from_query(&format!("?{form}")).as_ref(), Ok(&request));
    assert_eq!(&request.to_parameters(), parameters);
    request
}

#[test]
fn the_action_url_is_asked() {
    let action: ConversationAction = parse(&parameters(&[CALL, ACTION]));
    assert_eq!(action.call.call_sid, "CA0123456789abcdef0123456789abcdef");
    assert_eq!(action.call.account_sid, "AC0123456789abcdef0123456789abcdef");
    assert_eq!(action.call.from, "+15551234567");
    assert_eq!(action.call.to, "+15557654321");
    assert_eq!(action.call.call_status, CallStatus::InProgress);
    assert_eq!(action.call.api_version.as_deref(), Some("2010-04-01"));
    assert_eq!(action.call.direction, Direction::Inbound);
    assert_eq!(action.result, ConversationResult::SessionSuccess);
    assert!(!action.worker_initiated);
    assert_eq!(action.dial_call_status, Some(DialCallStatus::Completed));
    assert_eq!(action.dial_call_sid.as_deref(), Some("CA00000000000000000000000000000001"));
    assert_eq!(action.dial_call_duration, Some(61));
    assert_eq!(action.recording_sid.as_deref(), Some("RE00000000000000000000000000000001"));
    assert_eq!(action.recording_duration, Some(59));
    assert!(action.recording_url.is_some_and(|url| url.ends_with("/Recordings/RE1")));
    assert!(action.other.is_empty());
}

#[test]
fn a_status_is_reported() {
    let callback: ConversationStatusCallback = parse(&parameters(&[STATUS]));
    assert_eq!(callback.account_sid, "AC0123456789abcdef0123456789abcdef");
    assert_eq!(callback.conversation_sid, "CH00000000000000000000000000000001");
    assert_eq!(callback.dial_call_sid, "CA00000000000000000000000000000001");
    assert!(callback.worker_initiated);
    assert_eq!(callback.status, ConversationStatus::CallRinging);
    assert_eq!(callback.sequence_number, 2);
    assert_eq!(callback.timestamp.unix_seconds(), 1_795_531_188);
    assert_eq!(callback.callback_source, CallbackSource::VoiceConversationService);
}

#[test]
fn a_recording_is_reported() {
    let callback: ConversationRecordingCallback = parse(&parameters(&[RECORDING]));
    assert_eq!(callback.account_sid, "AC0123456789abcdef0123456789abcdef");
    assert_eq!(callback.call_sid, "CA0123456789abcdef0123456789abcdef");
    assert_eq!(callback.recording_sid, "RE00000000000000000000000000000001");
    assert!(callback.recording_url.is_some_and(|url| url.ends_with("/Recordings/RE1")));
    assert_eq!(callback.recording_status, RecordingStatus::Completed);
    assert_eq!(callback.recording_duration, Some(59));
    assert_eq!(callback.recording_channels, Some(2));
    assert_eq!(callback.recording_source, "Conversation");
}

#[test]
fn every_documented_word_is_recognised() {
    let results = [
        ("session-success", ConversationResult::SessionSuccess),
        ("dialed-call-incomplete", ConversationResult::DialedCallIncomplete),
        ("failed-create-conversation", ConversationResult::FailedCreateConversation),
        ("no-other-participants", ConversationResult::NoOtherParticipants),
        ("invalid-conversation", ConversationResult::InvalidConversation),
        ("no-existing-conversation", ConversationResult::NoExistingConversation),
        ("internal-error", ConversationResult::InternalError),
    ];
    for (word, result) in results {
        let mut parameters = parameters(&[CALL, ACTION]);
        parameters.set("Result", word);
        assert_eq!(parse::<ConversationAction>(&parameters).result, result);
    }
    let statuses = [
        ("completed", DialCallStatus::Completed),
        ("busy", DialCallStatus::Busy),
        ("no-answer", DialCallStatus::NoAnswer),
        ("failed", DialCallStatus::Failed),
        ("canceled", DialCallStatus::Canceled),
    ];
    for (word, status) in statuses {
        let mut parameters = parameters(&[CALL, ACTION]);
        parameters.set("DialCallStatus", word);
        assert_eq!(parse::<ConversationAction>(&parameters).dial_call_status, Some(status));
    }
    let steps = [
        ("call-initiated", ConversationStatus::CallInitiated),
        ("call-ringing", ConversationStatus::CallRinging),
        ("call-answered", ConversationStatus::CallAnswered),
        ("call-completed", ConversationStatus::CallCompleted),
    ];
    for (word, step) in steps {
        let mut parameters = parameters(&[STATUS]);
        parameters.set("Status", word);
        assert_eq!(parse::<ConversationStatusCallback>(&parameters).status, step);
    }
    for (word, status) in [("completed", RecordingStatus::Completed), ("failed", RecordingStatus::Failed)] {
        let mut parameters = parameters(&[RECORDING]);
        parameters.set("RecordingStatus", word);
        assert_eq!(parse::<ConversationRecordingCallback>(&parameters).recording_status, status);
    }
}

#[test]
fn an_attempt_that_never_dialled_is_complete() {
    let mut parameters = parameters(&[CALL]);
    parameters.push("Result", "failed-create-conversation");
    parameters.push("WorkerInitiated", "false");
    let action: ConversationAction = parse(&parameters);
    assert_eq!((action.dial_call_status, action.dial_call_sid, action.dial_call_duration), (None, None, None));
}

#[test]
fn what_twilio_adds_survives() {
    let mut parameters = parameters(&[CALL, ACTION]);
    parameters.set("Result", "session-paused");
    parameters.push("SessionSid", "SE1");
    parameters.push("SessionSid", "SE2");
    let action: ConversationAction = parse(&parameters);
    assert_eq!(action.result, ConversationResult::Other("session-paused".into()));
    assert!(action.other.get_all("SessionSid").eq(["SE1", "SE2"]));
}

#[test]
fn callbacks_can_be_put_in_order() {
    let mut callbacks: Vec<ConversationStatusCallback> = ["3", "1", "2"]
        .map(|number| {
            let mut parameters = parameters(&[STATUS]);
            parameters.set("SequenceNumber", number);
            parse(&parameters)
        })
        .into();
    callbacks.sort_by_key(|callback| callback.sequence_number);
    assert!(callbacks.iter().map(|callback| callback.sequence_number).eq(1..=3));
}
