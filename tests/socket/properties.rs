//! What holds for every payload.

use proptest::prelude::*;
use serde_json::{Map, Value};
use twiml::socket::relay::{self, SendEnd, SendLanguage, SendPlay, SendText};
use twiml::socket::stream::{self, Audio, SendMark, SendMedia};

use super::payloads::{any_json, is_readable, payload};
use super::published::{at, is_relay, text};

/// Reads a payload, and makes sure that it comes back: as an object, and as text. Gives whether it is broken or unknown.
macro_rules! comes_back {
    ($module:ident $payload:expr) => {{
        let payload: &Map<String, Value> = $payload;
        let event = $module::Event::from_object(payload.clone());
        prop_assert_eq!(&event.to_object(), payload);
        let json = event.to_json();
        prop_assert_eq!(serde_json::from_str::<Map<String, Value>>(&json).unwrap(), payload.clone());
        prop_assert_eq!(json.parse::<$module::Event>().unwrap(), event.clone());
        match event {
            $module::Event::Broken(broken) => Some(broken.fault.to_string()),
            $module::Event::Unknown(_) => Some("unknown".into()),
            _ => None,
        }
    }};
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_twilio_sends_comes_back((row, payload) in payload("twilio-to-app")) {
        let problem = if is_relay(row) { comes_back!(relay &payload) } else { comes_back!(stream &payload) };
        let fields = row["fields"].as_array().unwrap();
        let is_needed = |field: &&Value| field.get("optional").is_none();
        let readable = |field: &Value| at(&payload, text(&field["name"])).is_some_and(|value| is_readable(field, value));
        let is_whole = fields.iter().filter(is_needed).all(readable);
        prop_assert_eq!(problem.is_none(), is_whole, "{:?}: {:?}", problem, payload);
    }

    #[test]
    fn any_json_object_comes_back(value in any_json(), tag in "connected|start|media|mark|setup|prompt|info|[a-z]{0,3}") {
        let mut payload = value.as_object().cloned().unwrap_or_default();
        payload.insert("event".into(), tag.clone().into());
        payload.insert("type".into(), tag.into());
        comes_back!(stream &payload);
        comes_back!(relay &payload);
    }

    #[test]
    fn any_json_is_read_or_is_no_object(value in any_json()) {
        let text = value.to_string();
        prop_assert_eq!(text.parse::<stream::Event>().is_ok(), value.is_object());
        prop_assert_eq!(text.parse::<relay::Event>().is_ok(), value.is_object());
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let is_object = serde_json::from_str::<Value>(&text).is_ok_and(|value| value.is_object());
        prop_assert_eq!(text.parse::<stream::Event>().is_ok(), is_object);
        prop_assert!(text.parse::<relay::Command>().is_err() || is_object);
    }

    #[test]
    fn a_command_is_taken_as_it_is_or_refused((row, payload) in payload("app-to-twilio")) {
        let json = Value::Object(payload.clone()).to_string();
        let (taken, faults) = if is_relay(row) {
            let command = json.parse::<relay::Command>();
            (command.as_ref().ok().map(relay::Command::to_object), command.map(|command| command.faults()))
        } else {
            let command = json.parse::<stream::Command>();
            (command.as_ref().ok().map(stream::Command::to_object), command.map(|command| command.faults()))
        };
        prop_assert_eq!(faults.clone().unwrap_or_default(), vec![]);
        // Nothing is left out of it, nothing is made another.
        prop_assert!(taken.is_none() || taken.as_ref() == Some(&payload), "{:?}", payload);
        // Exactly the listed fields, each of its JSON type.
        let fields = row["fields"].as_array().unwrap();
        let is_partial = row.get("partial").is_some();
        let of_type = |field: &Value| at(&payload, text(&field["name"])).map(|value| match text(&field["json"]) {
            "string" => value.is_string(),
            "number" => value.is_u64(),
            "boolean" => value.is_boolean(),
            other => panic!("{other}"),
        });
        let well_typed = fields.iter().all(|field| of_type(field).unwrap_or(field.get("required").is_none()));
        prop_assert!(well_typed || taken.is_none(), "{:?}", payload);
        prop_assert!(!is_partial || taken.is_some(), "{:?}", payload);
    }

    #[test]
    fn text_is_kept_to_the_space(
        token in any::<String>(), last in any::<Option<bool>>(), lang in proptest::option::of("[a-z]{2}-[A-Z]{2}"),
        interruptible in any::<Option<bool>>(), preemptible in any::<Option<bool>>(),
    ) {
        let mut text = SendText::new(token);
        (text.last, text.lang) = (last, lang);
        (text.interruptible, text.preemptible) = (interruptible, preemptible);
        prop_assert_eq!(text.to_json().parse::<relay::Command>().unwrap(), text.into());
    }

    #[test]
    fn other_commands_come_back(
        source in "https?://[a-z]{1,9}(/[ -~&&[^ ]]{0,9})?", times in proptest::option::of(0..=1000_u64), data in any::<Option<String>>(),
        tag in "[a-z]{2}-[A-Z]{2}", name in any::<String>(), audio in any::<Vec<u8>>(),
    ) {
        let mut play = SendPlay::new(source);
        play.times = times;
        prop_assert_eq!(play.to_json().parse::<relay::Command>().unwrap(), play.into());
        let mut end = SendEnd::new();
        end.handoff_data = data;
        prop_assert_eq!(end.to_json().parse::<relay::Command>().unwrap(), end.into());
        let language = SendLanguage::new().transcription_language(tag);
        prop_assert_eq!(language.to_json().parse::<relay::Command>().unwrap(), language.into());
        let mark = SendMark::new("MZ1", name);
        prop_assert_eq!(mark.to_json().parse::<stream::Command>().unwrap(), mark.into());
        let media = SendMedia::new("MZ1", Audio::new(audio));
        prop_assert_eq!(media.to_json().parse::<stream::Command>().unwrap(), media.into());
    }
}
