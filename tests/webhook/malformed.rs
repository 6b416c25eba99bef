//! What is read, what is kept as it came, and what is refused, in which words.

use twiml::Parameters;
use twiml::webhook::{
    Call, ConversationStatusCallback, DialAction, GatherAction, Message, RecordAction, StreamStatusCallback, Timestamp,
    TranscriptionStatusCallback, Webhook,
};

fn dial(name: &str, value: &str) -> DialAction {
    let mut parameters = DialAction::ROW.full_sample();
    parameters.set(name, value);
    DialAction::from_parameters(parameters).unwrap()
}

#[test]
fn whole_numbers_that_may_be_missing() {
    for (value, number) in
        [("0", 0), ("-1", -1), ("+1", 1), ("007", 7), (" 12 ", 12), ("9007199254740993", 9_007_199_254_740_993)]
    {
        let dial = dial("DialCallDuration", value);
        assert_eq!((dial.dial_call_duration, dial.other), (Some(number), Parameters::new()), "{value}");
    }
    for value in ["", "1.5", "soon", "9223372036854775808", "١"] {
        let dial = dial("DialCallDuration", value);
        assert_eq!((dial.dial_call_duration, dial.other.get("DialCallDuration")), (None, Some(value)), "{value}");
    }
}

#[test]
fn whole_numbers_that_always_come() {
    let record = |value: &str| {
        let mut parameters = RecordAction::ROW.sample();
        parameters.set("RecordingDuration", value);
        RecordAction::from_parameters(parameters).map(|record| record.recording_duration)
    };
    assert_eq!(record("-1"), Ok(-1));
    for value in ["", "1.5", "soon"] {
        let error = record(value).unwrap_err();
        assert_eq!(error.to_string(), format!("parameter `RecordingDuration` is `{value}`, not a whole number"));
    }
}

#[test]
fn truth() {
    for (value, truth) in [("true", true), ("TRUE", true), ("False", false), ("false", false)] {
        assert_eq!(dial("DialBridged", value).dial_bridged, Some(truth));
    }
    for value in ["", "yes", "1"] {
        let dial = dial("DialBridged", value);
        assert_eq!((dial.dial_bridged, dial.other.get("DialBridged")), (None, Some(value)));
    }
}

#[test]
fn numbers() {
    let confidence = |value: &str| {
        let mut parameters = GatherAction::ROW.full_sample();
        parameters.set("Confidence", value);
        let gather = GatherAction::from_parameters(parameters).unwrap();
        (gather.confidence, gather.other.get("Confidence").map(str::to_owned))
    };
    assert_eq!(confidence("0.9128302"), (Some(0.912_830_2), None));
    assert_eq!(confidence("-12.5"), (Some(-12.5), None));
    assert_eq!(confidence("9.1E-4"), (Some(0.000_91), None));
    for value in ["", "NaN", "inf", "1e999", "0,5", "$10"] {
        assert_eq!(confidence(value), (None, Some(value.to_owned())));
    }
}

#[test]
fn times() {
    let time = |value: &str| {
        let mut parameters = ConversationStatusCallback::ROW.sample();
        parameters.set("Timestamp", value);
        ConversationStatusCallback::from_parameters(parameters).map(|callback| callback.timestamp)
    };
    let noon = time("Tue, 24 Nov 2026 12:00:00 +0000").unwrap();
    assert_eq!(noon.as_str(), "Tue, 24 Nov 2026 12:00:00 +0000");
    for same in [
        "24 Nov 2026 12:00:00 GMT",
        "Tue, 24 Nov 2026 13:00:00 +0100",
        "Tue, 24 Nov 2026 07:00:00 EST",
        // Whatever the page says, the other notation is no reason to lose a request.
        "2026-11-24T12:00:00Z",
        "2026-11-24T13:00:00.000+01:00",
    ] {
        assert_eq!(time(same).as_ref(), Ok(&noon), "{same}");
    }
    assert!(time("Tue, 24 Nov 2026 12:00:01 +0000").unwrap() > noon);
    for value in ["", "noon", "1795521600", "Tue, 31 Nov 2026 12:00:00 +0000"] {
        let error = time(value).unwrap_err();
        assert_eq!(error.to_string(), format!("parameter `Timestamp` is `{value}`, not a time"));
    }
    assert!("2026-11-24T12:00:00.5+01:00".parse::<Timestamp>().is_ok());
    assert!("2026-11-24".parse::<Timestamp>().is_err());
    let mut parameters = StreamStatusCallback::ROW.sample();
    parameters.set("Timestamp", "Tue, 24 Nov 2026 12:00:00 +0000");
    assert_eq!(StreamStatusCallback::from_parameters(parameters).unwrap().timestamp, noon);
}

#[test]
fn json_that_is_none_stays_text() {
    let mut parameters = TranscriptionStatusCallback::ROW.full_sample();
    // As on Twilio's page.
    let shown = "{results=[{alternatives=[{transcript=hello}]}]}";
    parameters.set("TranscriptionProviderData", shown);
    parameters.set("TranscriptionData", "{\"transcript\":");
    let callback = TranscriptionStatusCallback::from_parameters(parameters).unwrap();
    assert_eq!(callback.transcription_provider_data.as_deref(), Some(shown));
    assert_eq!(callback.transcription_data.as_deref(), Some("{\"transcript\":"));
}

#[test]
fn descriptions_are_no_reason_to_refuse() {
    let mut parameters = Call::ROW.full_sample();
    for (name, value) in
        [("CallSid", "XX1"), ("From", "anonymous"), ("To", ""), ("CallerName", ""), ("CallStatus", "new")]
    {
        parameters.set(name, value);
    }
    let call = Call::from_parameters(parameters).unwrap();
    assert_eq!((call.call_sid.as_str(), call.from.as_str(), call.to.as_str()), ("XX1", "anonymous", ""));
    assert_eq!(call.caller_name.as_deref(), Some(""));
}

#[test]
fn names_are_case_sensitive() {
    let body = Message::sample().to_parameters().to_form().replacen("MessageSid", "messageSid", 1);
    assert_eq!(Message::from_form(body.as_bytes()).unwrap_err().to_string(), "parameter `MessageSid` is missing");
}

#[test]
fn what_is_not_utf_8_is_replaced() {
    let body = [Message::sample().to_parameters().to_form().as_bytes(), b"&Extra=caf%E9"].concat();
    assert_eq!(Message::from_form(&body).unwrap().other.get("Extra"), Some("caf\u{FFFD}"));
}

#[test]
fn a_message_quotes_little_and_in_one_line() {
    let value = format!("a\nb{}", "é".repeat(100_000));
    let mut parameters = RecordAction::ROW.sample();
    parameters.set("RecordingDuration", value.as_str());
    let error = RecordAction::from_parameters(parameters).unwrap_err();
    assert_eq!(error.value(), Some(value.as_str()));
    let shown = format!("a\\nb{}", "é".repeat(77));
    assert_eq!(error.to_string(), format!("parameter `RecordingDuration` is `{shown}…`, not a whole number"));
}
