//! Every published example, field by field.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;
use twiml::socket::relay::{self, CallStatus, CallType, Direction, InfoName};
use twiml::socket::stream::{self, Audio, Encoding, KeyTrack, Speech, Track};

use super::published::{example, is_relay, list, messages, text};

const ACCOUNT: &str = "AC0123456789abcdef0123456789abcdef";
const CALL: &str = "CA0123456789abcdef0123456789abcdef";
const STREAM: &str = "MZ0123456789abcdef0123456789abcdef";

fn json(id: &str) -> String {
    let message = list("messages").iter().find(|message| message["id"] == id).unwrap();
    serde_json::to_string(&example(message)).unwrap()
}

macro_rules! read {
    ($kind:ident::$variant:ident, $id:literal) => {{
        let json = json($id);
        match json.parse().unwrap() {
            $kind::$variant(message) => message,
            other => panic!("{other:?}"),
        }
    }};
}

#[test]
fn every_example_comes_back_as_it_was() {
    for message in messages("twilio-to-app") {
        let example = example(message);
        let json = serde_json::to_string(&example).unwrap();
        let written = if is_relay(message) {
            let event: relay::Event = json.parse().unwrap();
            assert_eq!(event.message().unwrap().id, text(&message["id"]));
            assert_eq!((event.faults(), event.to_object()), (vec![], example.clone()));
            assert_eq!(serde_json::to_string(&event).unwrap(), event.to_json());
            assert_eq!(serde_json::from_str::<relay::Event>(&json).unwrap(), event);
            event.to_json()
        } else {
            let event: stream::Event = json.parse().unwrap();
            assert_eq!(event.message().unwrap().id, text(&message["id"]));
            assert_eq!((event.faults(), event.to_object()), (vec![], example.clone()));
            assert_eq!(serde_json::to_string(&event).unwrap(), event.to_json());
            assert_eq!(serde_json::from_str::<stream::Event>(&json).unwrap(), event);
            event.to_json()
        };
        // The same names, none of them twice.
        assert_eq!(written.len(), json.len(), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), Value::Object(example));
    }
    for message in messages("app-to-twilio") {
        let example = example(message);
        let json = serde_json::to_string(&example).unwrap();
        let written = if is_relay(message) {
            let command: relay::Command = json.parse().unwrap();
            assert_eq!(command.message().id, text(&message["id"]));
            assert_eq!((command.faults(), command.to_object()), (vec![], example.clone()));
            assert_eq!(serde_json::from_str::<relay::Command>(&json).unwrap(), command);
            command.to_json()
        } else {
            let command: stream::Command = json.parse().unwrap();
            assert_eq!(command.message().id, text(&message["id"]));
            assert_eq!((command.faults(), command.to_object()), (vec![], example.clone()));
            assert_eq!(serde_json::from_str::<stream::Command>(&json).unwrap(), command);
            command.to_json()
        };
        // The same names, none of them twice.
        assert_eq!(written.len(), json.len(), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), Value::Object(example));
    }
}

#[test]
fn a_stream_begins() {
    use stream::Event;

    let connected = read!(Event::Connected, "stream-connected");
    assert_eq!((connected.protocol, connected.version.as_str()), (Speech::Call, "1.0.0"));
    assert!(connected.other.is_empty());

    let start = read!(Event::Start, "stream-start");
    assert_eq!(start.sequence_number, 1);
    assert_eq!([&start.stream_sid, &start.start_stream_sid], [STREAM; 2]);
    assert_eq!((start.account_sid.as_str(), start.call_sid.as_str()), (ACCOUNT, CALL));
    assert_eq!(start.tracks, [Track::Inbound]);
    let parameters = [("token", "t-4711"), ("Queue", "sales")];
    assert_eq!(start.custom_parameters, BTreeMap::from(parameters.map(|(name, value)| (name.into(), value.into()))));
    assert_eq!(start.media_format.encoding, Encoding::Mulaw);
    assert_eq!((start.media_format.sample_rate, start.media_format.channels), (8000, 1));
    assert!(start.other.is_empty(), "{:?}", start.other);
}

#[test]
fn a_stream_goes_on_and_ends() {
    use stream::Event;

    let media = read!(Event::Media, "stream-media");
    assert_eq!((media.sequence_number, media.chunk, media.timestamp), (4, 2, 25));
    assert_eq!((media.stream_sid.as_str(), media.track), (STREAM, Track::Inbound));
    assert_eq!(media.payload.as_bytes(), b"~~~~~~~~~~~~");
    assert_eq!(media.payload.duration(), Duration::from_micros(1500));

    let dtmf = read!(Event::Dtmf, "stream-dtmf");
    assert_eq!((dtmf.sequence_number, dtmf.track, dtmf.digit.as_str()), (215, KeyTrack::Inbound, "1"));

    let mark = read!(Event::Mark, "stream-mark");
    assert_eq!((mark.sequence_number, mark.stream_sid.as_str(), mark.name.as_str()), (310, STREAM, "greeting"));

    let stop = read!(Event::Stop, "stream-stop");
    assert_eq!((stop.sequence_number, stop.account_sid.as_str(), stop.call_sid.as_str()), (942, ACCOUNT, CALL));
}

#[test]
fn a_stream_is_told() {
    use stream::{Command, SendClear, SendMark, SendMedia};

    let media = SendMedia::new(STREAM, Audio::new(*b"~~~~~~~~~~~~"));
    assert_eq!(read!(Command::Media, "stream-send-media"), media);
    assert_eq!(read!(Command::Mark, "stream-send-mark"), SendMark::new(STREAM, "greeting"));
    assert_eq!(read!(Command::Clear, "stream-send-clear"), SendClear::new(STREAM));
}

#[test]
fn a_relay_begins() {
    use relay::Event;

    let setup = read!(Event::Setup, "relay-setup");
    assert_eq!(setup.session_id, "VX0123456789abcdef0123456789abcdef");
    assert_eq!((setup.account_sid.as_str(), setup.call_sid.as_str()), (ACCOUNT, CALL));
    assert_eq!((setup.from.as_str(), setup.to.as_str()), ("+14155550100", "+14155550199"));
    assert_eq!((setup.parent_call_sid, setup.forwarded_from, setup.caller_name), (None, None, None));
    assert_eq!((setup.call_type, setup.direction), (Some(CallType::Pstn), Direction::Inbound));
    assert_eq!(setup.call_status, Some(CallStatus::Ringing));
    assert_eq!(setup.custom_parameters, BTreeMap::from([("customerId".into(), "c-4711".into())]));
    // What is empty comes back empty.
    assert_eq!(setup.other.len(), 3);
}

#[test]
fn a_relay_goes_on() {
    use relay::Event;

    let prompt = read!(Event::Prompt, "relay-prompt");
    assert_eq!(prompt.voice_prompt, "I would like to change my booking.");
    assert_eq!((prompt.lang.as_deref(), prompt.last, prompt.is_last()), (Some("en-US"), Some(true), true));
    assert_eq!((prompt.agent_speaking, prompt.conversation_id), (None, None));

    assert_eq!(read!(Event::Dtmf, "relay-dtmf").digit, "1");

    let interrupt = read!(Event::Interrupt, "relay-interrupt");
    assert_eq!(interrupt.utterance_until_interrupt.as_deref(), Some("Your booking for the third of"));
    assert_eq!((interrupt.duration_until_interrupt_ms, interrupt.conversation_id), (Some(460), None));

    let error = read!(Event::Error, "relay-error");
    assert_eq!(error.description, r#"Invalid message received: { "foo" : "bar" }"#);

    let info = read!(Event::Info, "relay-info");
    assert_eq!((info.name, info.value.as_str(), info.ts), (InfoName::AgentSpeaking, "on", Some(1_790_000_000_123)));

    let updated = read!(Event::ConfigUpdated, "relay-config-updated");
    assert_eq!(updated.other["its"], "own");
}

#[test]
fn a_relay_is_told() {
    use relay::*;

    let text = SendText::new("One moment, ").last(false).interruptible(true).preemptible(false);
    assert_eq!(read!(Command::Text, "relay-send-text"), text);
    let play = SendPlay::new("https://example.com/hold.mp3").times(1).preemptible(false).interruptible(true);
    assert_eq!(read!(Command::Play, "relay-send-play"), play);
    assert_eq!(read!(Command::Digits, "relay-send-digits"), SendDigits::new("9www4085551212"));
    let language = SendLanguage::new().tts_language("sv-SE").transcription_language("sv-SE");
    assert_eq!(read!(Command::Language, "relay-send-language"), language);
    let end = SendEnd::new().handoff_data(r#"{"reasonCode":"live-agent-handoff","reason":"wants a person"}"#);
    assert_eq!(read!(Command::End, "relay-send-end"), end);
    let fields: twiml::socket::Object = [("its".to_owned(), "own".into())].into_iter().collect();
    assert_eq!(read!(Command::Config, "relay-send-config"), SendConfig::new(fields.clone()));
    assert_eq!(read!(Command::Hints, "relay-send-hints"), SendHints::new(fields));
}
