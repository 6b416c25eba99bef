//! What is refused, and in which words.

use twiml::webhook::{Call, ConversationStatusCallback, DialAction, GatherAction, Message, Request, Timestamp};

fn dial(name: &str, value: &str) -> Result<DialAction, String> {
    let mut parameters = DialAction::WEBHOOK.sample();
    parameters.set(name, value);
    DialAction::from_parameters(parameters).map_err(|error| error.to_string())
}

#[test]
fn whole_numbers() {
    for value in ["-1", "+1", "1.5", "soon", "1 ", "4294967296", "١"] {
        let expected = format!("parameter `DialCallDuration` is `{value}`, not a whole number");
        assert_eq!(dial("DialCallDuration", value), Err(expected));
    }
    assert_eq!(dial("DialCallDuration", "4294967295").unwrap().dial_call_duration, Some(u32::MAX));
    assert_eq!(dial("DialCallDuration", "007").unwrap().dial_call_duration, Some(7));
    assert_eq!(dial("DialCallDuration", "").unwrap().dial_call_duration, None);
}

#[test]
fn truth() {
    for value in ["TRUE", "yes", "1"] {
        let expected = format!("parameter `DialBridged` is `{value}`, not `true` or `false`");
        assert_eq!(dial("DialBridged", value), Err(expected));
    }
    assert_eq!(dial("DialBridged", "false").unwrap().dial_bridged, Some(false));
}

#[test]
fn numbers() {
    let confidence = |value: &str| {
        let mut parameters = GatherAction::WEBHOOK.sample();
        parameters.set("Confidence", value);
        GatherAction::from_parameters(parameters).map(|gather| gather.confidence)
    };
    assert_eq!(confidence("0.9128302"), Ok(Some(0.912_830_2)));
    assert_eq!(confidence("-12.5"), Ok(Some(-12.5)));
    assert_eq!(confidence("9.1E-4"), Ok(Some(0.000_91)));
    for value in ["NaN", "inf", "1e999", "0,5", "$10"] {
        let error = confidence(value).unwrap_err();
        assert_eq!(error.to_string(), format!("parameter `Confidence` is `{value}`, not a number"));
    }
}

#[test]
fn times() {
    let time = |value: &str| {
        let mut parameters = ConversationStatusCallback::WEBHOOK.sample();
        parameters.set("Timestamp", value);
        ConversationStatusCallback::from_parameters(parameters).map(|callback| callback.timestamp)
    };
    let noon = time("Tue, 24 Nov 2026 12:00:00 +0000").unwrap();
    assert_eq!(noon.as_str(), "Tue, 24 Nov 2026 12:00:00 +0000");
    for same in ["24 Nov 2026 12:00:00 GMT", "Tue, 24 Nov 2026 13:00:00 +0100", "Tue, 24 Nov 2026 07:00:00 EST"] {
        assert_eq!(time(same).as_ref(), Ok(&noon), "{same}");
    }
    assert!(time("Tue, 24 Nov 2026 12:00:01 +0000").unwrap() > noon);
    for value in ["", "noon", "1795521600", "Tue, 31 Nov 2026 12:00:00 +0000"] {
        let error = time(value).unwrap_err();
        assert_eq!(error.to_string(), format!("parameter `Timestamp` is `{value}`, not a time of RFC 2822"));
    }
    assert!("2026-11-24T12:00:00.5+01:00".parse::<Timestamp>().is_ok());
    assert!("2026-11-24".parse::<Timestamp>().is_err());
}

#[test]
fn descriptions_are_no_reason_to_refuse() {
    let mut parameters = Call::WEBHOOK.sample();
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
    let body = Message::WEBHOOK.sample().to_form().replacen("MessageSid", "messageSid", 1);
    assert_eq!(Message::from_form(body.as_bytes()).unwrap_err().to_string(), "parameter `MessageSid` is missing");
}

#[test]
fn what_is_not_utf_8_is_named() {
    let body = [Message::WEBHOOK.sample().to_form().as_bytes(), b"&Extra=caf%E9"].concat();
    let error = Message::from_form(&body).unwrap_err();
    assert_eq!(error.to_string(), "parameter `Extra` is `caf\u{FFFD}`, not UTF-8");
    let error = Message::from_form(b"a=1&\xFF=2").unwrap_err();
    assert_eq!(error.to_string(), "parameter `\u{FFFD}` is `2`, not UTF-8");
}

#[test]
fn a_long_value_is_cut_in_the_message_alone() {
    let value = "é".repeat(100_000);
    let mut parameters = DialAction::WEBHOOK.sample();
    parameters.set("DialCallDuration", value.as_str());
    let error = DialAction::from_parameters(parameters).unwrap_err();
    assert_eq!(error.value(), Some(value.as_str()));
    assert_eq!(error.to_string(), format!("parameter `DialCallDuration` is `{}…`, not a whole number", "é".repeat(80)));
}
