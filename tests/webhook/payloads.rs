//! Requests as Twilio's pages and users who published what came show them.

use std::fmt::Debug;

use twiml::webhook::*;

/// Parses and gives everything back.
#[track_caller]
fn parse<T: Webhook + Debug + PartialEq>(pairs: &[(&str, &str)]) -> T {
    let parameters = Parameters::from_iter(pairs.iter().copied());
    let request = T::from_form(parameters.to_form().as_bytes()).unwrap();
    let back = request.to_parameters();
    assert_eq!(back.len(), parameters.len());
    for (name, value) in &parameters {
        assert_eq!(back.get(name), Some(value), "{name}");
    }
    request
}

/// `<ConversationRelay>`, three ways in which a session ends: neither has a version, and no other spelling of the numbers.
const RELAY: &[(&str, &str)] = &[
    ("AccountSid", "AC00000000000000000000000000000000"),
    ("CallSid", "CA00000000000000000000000000000000"),
    ("CallStatus", "in-progress"),
    ("From", "client:caller"),
    ("To", "test:voice"),
    ("Direction", "inbound"),
    ("ApplicationSid", "AP00000000000000000000000000000000"),
    ("SessionId", "VX00000000000000000000000000000000"),
    ("SessionDuration", "25"),
];

#[test]
fn a_relay_that_your_server_ended() {
    let handoff = r#"{"reasonCode":"live-agent-handoff", "reason": "The caller wants to talk to a real person"}"#;
    let action: ConversationRelayAction =
        parse(&[RELAY, &[("SessionStatus", "ended"), ("HandoffData", handoff)]].concat());
    assert_eq!(action.session_status, SessionStatus::Ended);
    assert_eq!(action.handoff_data.as_deref(), Some(handoff));
    assert_eq!((action.session_duration, action.call.api_version), (25, None));
    assert_eq!((action.call.caller, action.call.called), (None, None));
    assert!(action.other.is_empty());
}

#[test]
fn a_relay_whose_data_is_no_json() {
    let action: ConversationRelayAction =
        parse(&[RELAY, &[("SessionStatus", "ended"), ("HandoffData", "to an agent")]].concat());
    assert_eq!(action.handoff_data.as_deref(), Some("to an agent"));
}

#[test]
fn a_relay_that_failed() {
    let fault = [("SessionStatus", "failed"), ("ErrorCode", "39001"), ("ErrorMessage", "Network connection broken.")];
    let action: ConversationRelayAction = parse(&[RELAY, &fault].concat());
    assert_eq!((action.error_code, action.session_status), (Some(39_001), SessionStatus::Failed));
    assert_eq!(action.error_message.as_deref(), Some("Network connection broken."));
    // The call has a field of that name as well, for fallback requests, and each gets its share.
    assert_eq!(action.call.error_code, None);
}

#[test]
fn a_relay_that_the_caller_left() {
    let action: ConversationRelayAction = parse(&[RELAY, &[("SessionStatus", "completed")]].concat());
    assert_eq!((action.session_status, action.handoff_data), (SessionStatus::Completed, None));
}

/// A call from the telephone network, as it comes.
const CALL: &[(&str, &str)] = &[
    ("CallSid", "CA0123456789abcdef0123456789abcdef"),
    ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
    ("From", "+14155551212"),
    ("To", "+18885551212"),
    ("Caller", "+14155551212"),
    ("Called", "+18885551212"),
    ("CallStatus", "in-progress"),
    ("ApiVersion", "2010-04-01"),
    ("Direction", "inbound"),
    ("FromCity", ""),
    ("FromZip", ""),
    ("CallerCity", "SAN FRANCISCO"),
    ("StirVerstat", "TN-Validation-Passed-A"),
];

#[test]
fn keys_with_what_no_page_names() {
    let more = [("Digits", "1"), ("FinishedOnKey", ""), ("msg", "Gather End")];
    let gather: GatherAction = parse(&[CALL, &more].concat());
    assert_eq!(gather.digits.as_deref(), Some("1"));
    assert_eq!(gather.call.from_city.as_deref(), Some(""));
    assert_eq!((gather.other.get("msg"), gather.other.get("FinishedOnKey")), (Some("Gather End"), Some("")));
}

#[test]
fn speech_without_its_confidence() {
    let gather: GatherAction = parse(&[CALL, &[("SpeechResult", "hello"), ("Confidence", "")]].concat());
    assert_eq!((gather.speech_result.as_deref(), gather.confidence), (Some("hello"), None));
}

#[test]
fn a_request_to_the_fallback_address() {
    let call: Call = parse(&[CALL, &[("ErrorCode", "11200"), ("ErrorUrl", "https://example.com/voice")]].concat());
    assert_eq!(call.error_code, Some(11_200));
    assert_eq!(call.error_url.as_deref(), Some("https://example.com/voice"));
}

#[test]
fn an_outbound_call_with_machine_detection() {
    let call: Call = parse(&[CALL, &[("AnsweredBy", "machine_end_beep")]].concat());
    assert_eq!(call.answered_by, Some(AnsweredBy::MachineEndBeep));
}

#[test]
fn who_answered() {
    let callback: AmdStatusCallback = parse(&[
        ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
        ("CallSid", "CA0123456789abcdef0123456789abcdef"),
        ("AnsweredBy", "human"),
        ("MachineDetectionDuration", "4021"),
    ]);
    assert_eq!((callback.answered_by, callback.machine_detection_duration), (AnsweredBy::Human, Some(4_021)));
}

#[test]
fn a_queue_that_was_dialled() {
    let more = [
        ("DialCallStatus", "completed"),
        ("QueueSid", "QU0123456789abcdef0123456789abcdef"),
        ("QueueTime", "17"),
        ("DequeingCallSid", "CA00000000000000000000000000000001"),
    ];
    let dial: DialAction = parse(&[CALL, &more].concat());
    assert_eq!((dial.queue_time, dial.dial_call_sid), (Some(17), None));
    assert_eq!(dial.dequeing_call_sid.as_deref(), Some("CA00000000000000000000000000000001"));
}

#[test]
fn a_recording_that_is_absent() {
    let callback: RecordingStatusCallback = parse(&[
        ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
        ("CallSid", "CA0123456789abcdef0123456789abcdef"),
        ("RecordingSid", "RE0123456789abcdef0123456789abcdef"),
        ("RecordingStatus", "absent"),
        ("RecordingDuration", "-1"),
        ("RecordingSource", "DialVerb"),
        ("ErrorCode", "0"),
    ]);
    assert_eq!((callback.recording_status, callback.recording_duration), (RecordingStatus::Absent, Some(-1)));
    assert_eq!((callback.recording_url, callback.recording_channels), (None, None));
    assert_eq!(callback.other.get("ErrorCode"), Some("0"));
}

/// `<Transcription>`, as its page shows it.
#[test]
fn what_was_understood() {
    let callback: TranscriptionStatusCallback = parse(&[
        ("LanguageCode", "en-US"),
        ("TranscriptionSid", "GT20f8caf6b04c7875bfd7ad881b7d4d7a"),
        ("TranscriptionEvent", "transcription-content"),
        ("CallSid", "CA0123456789abcdef0123456789abcdef"),
        ("TranscriptionData", r#"{"transcript":"to be or not to be", "confidence":0.96823084}"#),
        ("TranscriptionProviderData", "words=[{startTime=0.1s}]"),
        ("Timestamp", "2023-10-19T22:33:22.611Z"),
        ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
        ("Track", "inbound_track"),
        ("Final", "true"),
        ("SequenceId", "2"),
    ]);
    assert_eq!(callback.track, Some(TranscribedTrack::Inbound));
    assert_eq!((callback.is_final, callback.sequence_id), (Some(true), 2));
}

#[test]
fn a_transfer_of_a_sip_party() {
    let refer: DialRefer = parse(&[CALL, &[("ReferTransferTarget", "sip:bob@example.com")]].concat());
    assert_eq!(refer.refer_transfer_target, "sip:bob@example.com");
}

#[test]
fn an_agent_of_whom_little_is_known() {
    let more = [("VirtualAgentStatus", "live-agent-handoff"), ("VirtualAgentProviderData", "not json"), ("New", "1")];
    let action: VirtualAgentAction = parse(&[CALL, &more].concat());
    assert_eq!(action.virtual_agent_status, Some(VirtualAgentStatus::LiveAgentHandoff));
    assert_eq!(action.virtual_agent_provider_data.as_deref(), Some("not json"));
    let callback: VirtualAgentStatusCallback = parse(&[("New", "1")]);
    assert_eq!(callback.other.get("New"), Some("1"));
}

#[test]
fn the_recording_of_a_conference() {
    let callback: ConferenceRecordEndCallback = parse(&[
        ("EventName", "conference-record-end"),
        ("ConferenceSid", "CF0123456789abcdef0123456789abcdef"),
        ("RecordingUrl", "https://api.twilio.com/RE1"),
        ("Duration", "10"),
        ("RecordingFileSize", "4294967296"),
    ]);
    assert_eq!(callback.event_name, ConferenceRecordEvent::ConferenceRecordEnd);
    assert_eq!((callback.recording_file_size, callback.timestamp), (4_294_967_296, None));
}

/// A message of WhatsApp, as it comes.
#[test]
fn a_message_from_an_advertisement() {
    let message: Message = parse(&[
        ("SmsMessageSid", "SM0123456789abcdef0123456789abcdef"),
        ("NumMedia", "0"),
        ("ProfileName", "Jane"),
        ("MessageType", "text"),
        ("SmsSid", "SM0123456789abcdef0123456789abcdef"),
        ("WaId", "14155551212"),
        ("SmsStatus", "received"),
        ("Body", "I saw your ad"),
        ("To", "whatsapp:+18885551212"),
        ("NumSegments", "1"),
        ("ReferralNumMedia", "1"),
        ("MessageSid", "SM0123456789abcdef0123456789abcdef"),
        ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
        ("ChannelMetadata", r#"{"type":"whatsapp","data":{"context":{"ProfileName":"Jane"}}}"#),
        ("From", "whatsapp:+14155551212"),
        ("ApiVersion", "2010-04-01"),
    ]);
    assert_eq!((message.from.as_str(), message.referral_num_media), ("whatsapp:+14155551212", Some(1)));
    assert_eq!(message.other.get("MessageType"), Some("text"));
}

#[test]
fn a_state_without_its_sender() {
    let callback: MessageStatusCallback = parse(&[
        ("MessageSid", "SM0123456789abcdef0123456789abcdef"),
        ("AccountSid", "AC0123456789abcdef0123456789abcdef"),
        ("MessageStatus", "sent"),
    ]);
    assert_eq!((callback.from, callback.to), (None, None));
}
