//! How leniently Twilio's messages are read.

use serde_json::{Value, json};
use twiml::socket::relay::Event as RelayEvent;
use twiml::socket::stream::{Event as StreamEvent, Track};

fn stream(value: &Value) -> StreamEvent {
    let event = StreamEvent::from_object(value.as_object().unwrap().clone());
    assert_eq!(&Value::Object(event.to_object()), value);
    assert_eq!(&serde_json::from_str::<Value>(&event.to_json()).unwrap(), value);
    event
}

fn relay(value: &Value) -> RelayEvent {
    let event = RelayEvent::from_object(value.as_object().unwrap().clone());
    assert_eq!(&Value::Object(event.to_object()), value);
    assert_eq!(&serde_json::from_str::<Value>(&event.to_json()).unwrap(), value);
    event
}

fn media(set: impl FnOnce(&mut Value)) -> StreamEvent {
    let mut value = json!({"event": "media", "sequenceNumber": "4", "streamSid": "MZ1",
        "media": {"track": "inbound", "chunk": "2", "timestamp": "25", "payload": "fv8="}});
    set(&mut value);
    stream(&value)
}

#[test]
fn numbers_have_quotes_or_not() {
    let written = [json!(4), json!("4"), json!(4.0), json!(4.9), json!("4.9"), json!("004")];
    for number in written {
        let StreamEvent::Media(media) = media(|value| value["sequenceNumber"] = number.clone()) else {
            panic!("{number}")
        };
        assert_eq!(media.sequence_number, 4, "{number}");
        let StreamEvent::Media(media) = self::media(|value| value["media"]["chunk"] = number.clone()) else {
            panic!("{number}")
        };
        assert_eq!(media.chunk, 4, "{number}");
        let event = relay(&json!({"type": "interrupt", "durationUntilInterruptMs": number}));
        let RelayEvent::Interrupt(interrupt) = event else { panic!("{number}") };
        assert_eq!(interrupt.duration_until_interrupt_ms, Some(4), "{number}");
    }
    for number in
        [json!(-1), json!("-1"), json!("soon"), json!(""), json!(null), json!([4]), json!("inf"), json!("1e99")]
    {
        let event = media(|value| value["sequenceNumber"] = number.clone());
        assert!(matches!(event, StreamEvent::Broken(_)), "{number}");
        let event = relay(&json!({"type": "interrupt", "durationUntilInterruptMs": number}));
        let RelayEvent::Interrupt(interrupt) = event else { panic!("{number}") };
        assert_eq!(interrupt.duration_until_interrupt_ms, None, "{number}");
    }
}

#[test]
fn a_field_that_is_set_afterwards_counts() {
    let StreamEvent::Media(mut media) = media(|value| value["sequenceNumber"] = json!(4)) else { panic!() };
    assert_eq!(media.to_object()["sequenceNumber"], json!(4));
    media.sequence_number = 5;
    assert_eq!(media.to_object()["sequenceNumber"], json!("5"));

    let event =
        relay(&json!({"type": "interrupt", "durationUntilInterruptMs": "460", "utteranceUntilInterrupt": null}));
    let RelayEvent::Interrupt(mut interrupt) = event else { panic!() };
    interrupt.duration_until_interrupt_ms = None;
    interrupt.utterance_until_interrupt = Some("Hello".into());
    let written = json!({"type": "interrupt", "utteranceUntilInterrupt": "Hello"});
    assert_eq!(Value::Object(interrupt.to_object()), written);
}

#[test]
fn names_and_values_that_are_no_text_are_kept() {
    let mut value = json!({"type": "setup", "sessionId": "VX1", "accountSid": "AC1", "callSid": "CA1", "from": "client:ada",
        "to": "+14155550199", "direction": "outbound-api", "callStatus": "IN_PROGRESS", "callType": "TELEPATHY",
        "customParameters": {"a": "1", "b": 2, "c": {"d": []}, "e": null}});
    let RelayEvent::Setup(mut setup) = relay(&value) else { panic!() };
    assert_eq!(setup.custom_parameters.iter().collect::<Vec<_>>(), [(&"a".to_owned(), &"1".to_owned())]);
    assert_eq!(setup.other["customParameters"], json!({"b": 2, "c": {"d": []}, "e": null}));
    assert_eq!(setup.call_type.as_ref().map(AsRef::as_ref), Some("TELEPATHY"));
    setup.custom_parameters.insert("f".into(), "3".into());
    assert_eq!(setup.to_object()["customParameters"], json!({"a": "1", "b": 2, "c": {"d": []}, "e": null, "f": "3"}));

    for entries in [json!({}), json!({"b": 2}), json!({"a": "1"}), json!(null), json!("none")] {
        value["customParameters"] = entries;
        let RelayEvent::Setup(setup) = relay(&value) else { panic!() };
        assert_eq!(setup.custom_parameters.len(), usize::from(value["customParameters"]["a"].is_string()));
    }
    value.as_object_mut().unwrap().remove("customParameters");
    assert!(matches!(relay(&value), RelayEvent::Setup(_)));
}

#[test]
fn base64_may_lack_its_padding() {
    for payload in ["fv8=", "fv8", "fv9="] {
        let StreamEvent::Media(media) = media(|value| value["media"]["payload"] = json!(payload)) else {
            panic!("{payload}")
        };
        assert_eq!(media.payload.as_bytes(), [0x7E, 0xFF], "{payload}");
    }
    let event = media(|value| value["media"]["payload"] = json!("no audio"));
    let StreamEvent::Broken(broken) = event else { panic!() };
    assert_eq!(broken.fault.to_string(), "field `media.payload` is `no audio`, not base64");
}

#[test]
fn words_are_open() {
    let StreamEvent::Media(media) = media(|value| value["media"]["track"] = json!("sideways")) else { panic!() };
    assert_eq!(media.track, Track::Other("sideways".into()));
}

#[test]
fn what_may_be_missing_may_be_ill_and_is_named() {
    let event =
        relay(&json!({"type": "prompt", "voicePrompt": "Hello", "lang": 7, "last": "true", "agentSpeaking": true}));
    let RelayEvent::Prompt(prompt) = &event else { panic!() };
    assert_eq!((prompt.lang.as_deref(), prompt.last, prompt.agent_speaking.as_deref()), (None, Some(true), None));
    let faults: Vec<_> = event.faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults, ["field `lang` is `7`, not a language tag", "field `agentSpeaking` is `true`, not text"]);
    let RelayEvent::Prompt(prompt) = relay(&json!({"type": "prompt", "voicePrompt": "Hel", "last": false})) else {
        panic!()
    };
    assert!(!prompt.is_last());
}

#[test]
fn a_broken_message_says_why() {
    let why = |value: Value| match stream(&value) {
        StreamEvent::Broken(broken) => broken.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(why(json!({"event": "start"})), "message `start`: field `sequenceNumber` is missing");
    let start = json!({"event": "start", "sequenceNumber": "1", "streamSid": "MZ1", "callSid": "CA1"});
    assert_eq!(why(start.clone()), "message `start`: field `start.streamSid` is missing");
    let mut start = start;
    start["start"] = json!({"streamSid": "MZ1", "accountSid": "AC1", "callSid": "CA1", "tracks": ["inbound", 2]});
    assert_eq!(
        why(start.clone()),
        r#"message `start`: field `start.tracks` is `["inbound",2]`, not an array of `Track`"#
    );
    start["start"]["tracks"] = json!([]);
    assert_eq!(why(start.clone()), "message `start`: field `start.mediaFormat` is missing");
    start["start"]["mediaFormat"] = json!({"encoding": "audio/x-mulaw", "sampleRate": "fast", "channels": 1});
    let wrong = "message `start`: field `start.mediaFormat.sampleRate` is `fast`, not a whole number";
    assert_eq!(why(start), wrong);
    let long = json!({"event": "mark", "sequenceNumber": "x".repeat(1000), "streamSid": "MZ1", "mark": {"name": "a"}});
    assert!(why(long).len() < 200);
}

#[test]
fn unknown_messages_are_kept() {
    for value in [json!({}), json!({"event": "applause", "a": [1]}), json!({"event": 7}), json!({"type": "setup"})] {
        let StreamEvent::Unknown(unknown) = stream(&value) else { panic!("{value}") };
        assert_eq!(unknown.tag.as_deref(), value["event"].as_str());
    }
    // A command is no event.
    assert!(matches!(stream(&json!({"event": "clear", "streamSid": "MZ1"})), StreamEvent::Unknown(_)));
    assert!(matches!(relay(&json!({"type": "text", "token": "Hello"})), RelayEvent::Unknown(_)));
}

#[test]
fn what_is_no_object_is_refused() {
    for text in [
        "",
        "null",
        "7",
        "\"event\"",
        "[{\"event\":\"media\"}]",
        "{",
        "{\"event\":\"media\"} {}",
        "{'event': 1}",
        "\u{0}",
    ] {
        let error = text.parse::<StreamEvent>().unwrap_err();
        assert!(error.to_string().starts_with("no JSON object: "), "{error}");
        assert!(text.parse::<RelayEvent>().is_err(), "{text}");
        assert!(serde_json::from_str::<RelayEvent>(text).is_err(), "{text}");
    }
}
