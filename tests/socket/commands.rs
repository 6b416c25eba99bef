//! How strictly commands are read and checked.

use serde_json::json;
use twiml::socket::relay::{Command as RelayCommand, SendDigits, SendEnd, SendLanguage, SendPlay, SendText};
use twiml::socket::stream::{Command as StreamCommand, SendMark};
use twiml::socket::{Fault, Refused};

#[test]
fn only_listed_fields_are_written() {
    assert_eq!(SendText::new(" and ").to_json(), r#"{"type":"text","token":" and "}"#);
    assert_eq!(SendText::new("").last(true).to_json(), r#"{"type":"text","token":"","last":true}"#);
    assert_eq!(SendEnd::new().to_json(), r#"{"type":"end"}"#);
    assert_eq!(
        SendPlay::new("https://example.com/a.mp3").times(0).to_json(),
        r#"{"type":"play","source":"https://example.com/a.mp3","loop":0}"#
    );
}

#[test]
fn names_survive_json() {
    let name = "\"quoted\" \\ \u{1F980}\n\u{0}";
    let command: StreamCommand = SendMark::new("MZ1", name).to_json().parse().unwrap();
    assert_eq!(command, SendMark::new("MZ1", name).into());
}

#[test]
fn what_twilio_refuses_is_refused() {
    let refused = [
        (r#"{"event":"media","streamSid":"MZ1"}"#, "message `media`: field `media.payload` is missing"),
        (r#"{"event":"mark","streamSid":"MZ1"}"#, "message `mark`: field `mark.name` is missing"),
        (r#"{"event":"clear"}"#, "message `clear`: field `streamSid` is missing"),
        (r#"{"event":"clear","streamSid":""}"#, "message `clear`: field `streamSid` is ``, not a SID `MZ…`"),
        (
            r#"{"event":"media","streamSid":"MZ1","media":{"payload":"fv8=","track":"outbound"}}"#,
            "message `media`: field `media.track` is `outbound`, and `media` has no such field",
        ),
        (
            r#"{"event":"mark","streamSid":"MZ1","sequenceNumber":"4","mark":{"name":"a"}}"#,
            "message `mark`: field `sequenceNumber` is `4`, and `mark` has no such field",
        ),
        (r#"{"event":"stop","streamSid":"MZ1"}"#, "unknown message `stop`"),
        (r#"{"streamSid":"MZ1"}"#, "message without a name"),
    ];
    for (text, why) in refused {
        assert_eq!(text.parse::<StreamCommand>().unwrap_err().to_string(), why);
        assert!(serde_json::from_str::<StreamCommand>(text).unwrap_err().to_string().starts_with(why));
    }
    let refused = [
        (r#"{"type":"text","last":true}"#, "field `token` is missing"),
        (r#"{"type":"text","token":null}"#, "field `token` is `null`, not text"),
        (r#"{"type":"text","token":"a","last":"true"}"#, "field `last` is `true`, not `true` or `false`"),
        (r#"{"type":"text","token":"a","lang":null}"#, "field `lang` is `null`, not a language tag"),
        (r#"{"type":"text","token":"a","lang":"en_US"}"#, "field `lang` is `en_US`, not a language tag"),
        (
            r#"{"type":"text","token":"a","interruptible":"any"}"#,
            "field `interruptible` is `any`, not `true` or `false`",
        ),
        (
            r#"{"type":"text","token":"a","streamSid":"MZ1"}"#,
            "field `streamSid` is `MZ1`, and `text` has no such field",
        ),
        (
            r#"{"type":"play","source":"hold.mp3"}"#,
            "field `source` is `hold.mp3`, not an address with `http` or `https` and a host, without spaces",
        ),
        (r#"{"type":"play","source":"https://example.com","loop":1001}"#, "field `loop` is `1001`, more than 1000"),
        (r#"{"type":"play","source":"https://example.com","loop":"1"}"#, "field `loop` is `1`, not a whole number"),
        (r#"{"type":"sendDigits","digits":""}"#, "field `digits` is ``, not keys of `0123456789#*w`"),
        (r#"{"type":"sendDigits","digits":"1A"}"#, "field `digits` is `1A`, not keys of `0123456789#*w`"),
        (r#"{"type":"sendDigits","digits":"1W"}"#, "field `digits` is `1W`, not keys of `0123456789#*w`"),
        (r#"{"type":"language"}"#, "field `ttsLanguage` is missing, and so is every other"),
        (r#"{"type":"end","handoffData":{"a":1}}"#, r#"field `handoffData` is `{"a":1}`, not text"#),
    ];
    for (text, why) in refused {
        let Err(Refused::Broken(broken)) = text.parse::<RelayCommand>() else { panic!("{text}") };
        assert_eq!(broken.fault.to_string(), why);
        assert_eq!(
            serde_json::to_value(broken.object).unwrap(),
            serde_json::from_str::<serde_json::Value>(text).unwrap()
        );
    }
    assert!(matches!("[]".parse::<RelayCommand>(), Err(Refused::NoObject(_))));
}

#[test]
fn faults_are_found_before_sending() {
    let paths = |faults: Vec<Fault>| faults.iter().map(|fault| fault.path().to_owned()).collect::<Vec<_>>();
    assert_eq!(paths(SendPlay::new("").times(1001).faults()), ["source", "loop"]);
    assert_eq!(paths(SendDigits::new("12 34").faults()), ["digits"]);
    assert_eq!(paths(SendLanguage::new().faults()), ["ttsLanguage"]);
    assert!(SendLanguage::new().transcription_language("cmn-Hans-CN").faults().is_empty());
    assert!(SendPlay::new("HTTPS://example.com/a?b=c").times(1000).faults().is_empty());
    assert_eq!(paths(RelayCommand::from(SendText::new("a").lang("")).faults()), ["lang"]);
}

#[test]
fn settings_are_raw() {
    let text = r#"{"type":"config","speech":{"voice":null},"a":[1]}"#;
    let command: RelayCommand = text.parse().unwrap();
    let RelayCommand::Config(config) = &command else { panic!() };
    assert_eq!(config.fields["speech"], json!({"voice": null}));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&command.to_json()).unwrap()["a"], json!([1]));
    assert!(command.faults().is_empty());
}
