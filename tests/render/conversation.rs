//! `<Conversation>`: each attribute of its page, and its documents.

use twiml::{ConversationEvent, Method, Record, RecordingEvent, Trim, VoiceResponse, twiml};

const SID: &str = "ISxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

/// What stands in `<Connect>`.
fn noun(document: &VoiceResponse) -> &str {
    crate::body(document)
        .strip_prefix(r#"<Response><Connect><Conversation serviceInstanceSid="ISxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx""#)
        .and_then(|rest| rest.strip_suffix("/></Connect></Response>"))
        .unwrap_or("another document")
}

/// An attribute as a literal and as run-time values, `Some` and `None`.
macro_rules! attribute {
    ($test:ident: $name:ident = $literal:literal, $value:expr $(, with $($other:ident = $needed:literal)+)?) => {
        #[test]
        fn $test() {
            let other = concat!($($(" ", stringify!($other), "=\"", $needed, "\""),+)?);
            let expected = format!(concat!("{} ", stringify!($name), "=\"{}\""), other, $literal);
            let (value, nothing) = ($value, Some($value).filter(|_| false));
            let literal = twiml! {
                <Response>
                    <Connect>
                        <Conversation
                            serviceInstanceSid="ISxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                            $($($other=$needed)+)?
                            $name=$literal
                        />
                    </Connect>
                </Response>
            };
            let written = twiml! {
                <Response>
                    <Connect>
                        <Conversation serviceInstanceSid={SID} $($($other=$needed)+)? $name={value}/>
                    </Connect>
                </Response>
            };
            let left_out = twiml! {
                <Response>
                    <Connect>
                        <Conversation serviceInstanceSid={SID} $($($other=$needed)+)? $name={nothing}/>
                    </Connect>
                </Response>
            };
            assert_eq!(noun(&literal), expected);
            assert_eq!(noun(&written), expected);
            assert_eq!(noun(&left_out), other);
        }
    };
}

attribute!(inbound_autocreation: inboundAutocreation = "false", false);
attribute!(
    routing_assignment_timeout: routingAssignmentTimeout = "15", 15_u32,
    with inboundAutocreation = "true"
);
attribute!(inbound_timeout: inboundTimeout = "20", 20_u8);
attribute!(record: record = "record-from-ringing-dual", Record::FromRingingDual);
attribute!(trim: trim = "trim-silence", Trim::TrimSilence, with record = "true");
attribute!(
    recording_status_callback: recordingStatusCallback = "https://example.com/a", "https://example.com/a",
    with record = "record-from-answer"
);
attribute!(
    recording_status_callback_method: recordingStatusCallbackMethod = "GET", Method::Get,
    with record = "record-from-answer" recordingStatusCallback = "https://example.com/a"
);
attribute!(
    recording_status_callback_event: recordingStatusCallbackEvent = "in-progress absent",
    [RecordingEvent::InProgress, RecordingEvent::Absent],
    with record = "record-from-answer" recordingStatusCallback = "https://example.com/a"
);
attribute!(status_callback: statusCallback = "/status", "/status");
attribute!(
    status_callback_method: statusCallbackMethod = "POST", Method::Post,
    with statusCallback = "/status"
);
attribute!(
    status_callback_event: statusCallbackEvent = "call-ringing call-completed",
    [ConversationEvent::Ringing, ConversationEvent::Completed],
    with statusCallback = "/status"
);

#[test]
fn all_attributes_together() {
    let expected = concat!(
        r#" inboundAutocreation="true" routingAssignmentTimeout="5" inboundTimeout="60" record="record-from-answer""#,
        r#" trim="do-not-trim" recordingStatusCallback="https://example.com/recording""#,
        r#" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent""#,
        r#" statusCallback="https://example.com/status" statusCallbackMethod="GET""#,
        r#" statusCallbackEvent="call-initiated call-ringing call-answered call-completed""#,
    );
    let literal = twiml! {
        <Response>
            <Connect>
                <Conversation
                    serviceInstanceSid="ISxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                    inboundAutocreation=true
                    routingAssignmentTimeout=5
                    inboundTimeout=60
                    record="record-from-answer"
                    trim="do-not-trim"
                    recordingStatusCallback="https://example.com/recording"
                    recordingStatusCallbackMethod="POST"
                    recordingStatusCallbackEvent="completed absent"
                    statusCallback="https://example.com/status"
                    statusCallbackMethod="GET"
                    statusCallbackEvent="call-initiated call-ringing call-answered call-completed"
                />
            </Connect>
        </Response>
    };
    let (recording, status) = (String::from("https://example.com/recording"), "https://example.com/status");
    let written = twiml! {
        <Response>
            <Connect>
                <Conversation
                    serviceInstanceSid={SID}
                    inboundAutocreation={SID.starts_with("IS")}
                    routingAssignmentTimeout={5_u64}
                    inboundTimeout={Some(60_u16)}
                    record={Record::FromAnswer}
                    trim={Trim::DoNotTrim}
                    recordingStatusCallback={recording}
                    recordingStatusCallbackMethod={Some(Method::Post)}
                    recordingStatusCallbackEvent={[RecordingEvent::Completed, RecordingEvent::Absent]}
                    statusCallback={Some(status)}
                    statusCallbackMethod={Method::Get}
                    statusCallbackEvent={[
                        ConversationEvent::Initiated,
                        ConversationEvent::Ringing,
                        ConversationEvent::Answered,
                        ConversationEvent::Completed,
                    ]}
                />
            </Connect>
        </Response>
    };
    assert_eq!(noun(&literal), expected);
    assert_eq!(noun(&written), expected);
}

#[test]
fn a_caller_waits_twenty_seconds_and_goes_on_with_the_action() {
    const ANSWER: VoiceResponse = twiml! {
        <Response>
            <Connect action="https://example.com/voicemail">
                <Conversation serviceInstanceSid="ISxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" inboundTimeout="20"/>
            </Connect>
        </Response>
    };
    assert_body!(
        ANSWER,
        concat!(
            r#"<Response><Connect action="https://example.com/voicemail">"#,
            r#"<Conversation serviceInstanceSid="ISxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" inboundTimeout="20"/>"#,
            "</Connect></Response>",
        )
    );
}

#[test]
fn voicemail_takes_over_when_nobody_answers() {
    let answered = |result: &str| -> VoiceResponse {
        twiml! {
            <Response>
                if result != "connected" {
                    <Say>"Please leave a message at the beep.\nPress the star key when finished."</Say>
                    <Record maxLength=20 finishOnKey="*" recordingStatusCallback="https://example.com/recording"/>
                    <Say>"I did not receive a recording"</Say>
                }
            </Response>
        }
    };
    assert_body!(
        answered("no-other-participants"),
        concat!(
            "<Response><Say>Please leave a message at the beep.\nPress the star key when finished.</Say>",
            r#"<Record maxLength="20" finishOnKey="*" recordingStatusCallback="https://example.com/recording"/>"#,
            "<Say>I did not receive a recording</Say></Response>",
        )
    );
    assert_body!(answered("connected"), "<Response></Response>");
}
