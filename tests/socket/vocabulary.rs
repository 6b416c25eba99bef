//! The rows against what is published.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use twiml::socket::{self, Basis, Json, Kind, Level, Message, Presence, Side};
use twiml_core::vocabulary;

use super::published::{list, text};

fn page(reference: &Value) -> String {
    format!("https://www.twilio.com/docs/{}", text(reference))
}

fn basis(row: &Value) -> Basis {
    match row["basis"].as_str() {
        None | Some("stated") => Basis::Stated,
        Some("library") => Basis::Library,
        Some("observed") => Basis::Observed,
        Some(other) => panic!("{other}"),
    }
}

fn words(row: &Value) -> Vec<&str> {
    row.as_array().map(|words| words.iter().map(text).collect()).unwrap_or_default()
}

fn row(message: &Value) -> &'static Message {
    let protocol = socket::protocols().find(|protocol| protocol.id == text(&message["protocol"])).unwrap();
    let sender = if message["direction"] == "twilio-to-app" { protocol.events } else { protocol.commands };
    sender.iter().copied().find(|row| row.id == text(&message["id"])).unwrap()
}

#[test]
fn the_protocols_have_their_size() {
    assert_eq!(socket::protocols().count(), 2);
    assert_eq!(socket::protocols().map(|protocol| protocol.events.len()).sum::<usize>(), 13);
    assert_eq!(socket::protocols().map(|protocol| protocol.commands.len()).sum::<usize>(), 10);
    let messages: Vec<_> = socket::protocols().flat_map(socket::Protocol::messages).collect();
    assert_eq!(messages.iter().flat_map(|message| message.all_fields()).count(), 73);
    assert_eq!(messages.iter().filter(|message| message.example.is_some()).count(), 20);
    assert_eq!(socket::protocols().map(|protocol| protocol.errors.len()).sum::<usize>(), 21);
    assert_eq!(socket::protocols().map(|protocol| protocol.closes.len()).sum::<usize>(), 5);
}

#[test]
fn protocols_are_what_is_published() {
    for (published, protocol) in list("protocols").iter().zip(socket::protocols()) {
        assert_eq!(published["id"], protocol.id);
        assert_eq!(published["tag"], protocol.tag);
        assert_eq!(words(&published["elements"]), protocol.elements);
        assert_eq!(page(&published["reference"]), protocol.page);
        assert_eq!(words(&published["first"]), protocol.first);
        assert_eq!(words(&published["last"]), protocol.last);
        for element in protocol.elements {
            let (_, name) = element.split_once('/').unwrap();
            assert!(vocabulary::named(name).any(|row| row.id == *element), "{element}");
        }
        for tag in protocol.first.iter().chain(protocol.last) {
            assert!(protocol.events.iter().any(|message| message.tag == *tag), "{tag}");
        }
    }
}

#[test]
fn messages_are_what_is_published() {
    for published in list("messages") {
        let row = row(published);
        let is_event = published["direction"] == "twilio-to-app";
        assert_eq!(published["tag"], row.tag);
        assert_eq!(row.sender, if is_event { Side::Twilio } else { Side::Application }, "{}", row.id);
        assert_eq!(page(&published["reference"]), row.page, "{}", row.id);
        assert_eq!(published.get("partial") == Some(&json!(true)), row.partial, "{}", row.id);
        assert_eq!(published["status"] == "undocumented", row.undocumented, "{}", row.id);
        assert_eq!(published["since"].as_str(), row.since, "{}", row.id);
        assert_eq!(published.get("when").is_some(), row.when.is_some(), "{}", row.id);
        assert_eq!(basis(published), row.basis, "{}", row.id);
        assert_eq!(words(&published["sent_in"]), row.sent_in, "{}", row.id);
        assert_eq!(words(&published["settings"]), row.settings, "{}", row.id);
        assert_eq!(words(&published["language_settings"]), row.language_settings, "{}", row.id);
        let example = row.example.map(|example| serde_json::from_str::<Value>(example).unwrap());
        assert_eq!(published.get("example"), example.as_ref(), "{}", row.id);
        assert!(!row.doc.is_empty() && !row.doc.starts_with(' '), "{}", row.id);
    }
}

/// What the type of a field is called where it is published.
fn type_of(kind: Kind) -> String {
    match kind {
        Kind::Text => "text",
        Kind::Sid(prefix) => return format!("sid:{prefix}"),
        Kind::Address => "address",
        Kind::Language => "language",
        Kind::Version => "semver",
        Kind::Url => "absolute-url",
        Kind::Digits(_) => "digits",
        Kind::Int | Kind::QuotedInt => "int",
        Kind::Bool => "bool",
        Kind::Audio => "base64",
        Kind::Map => "map",
        Kind::Listed(_) | Kind::Several(_) | Kind::Object(_) => "string",
        other => panic!("{other:?}"),
    }
    .into()
}

fn name_of(json: Json) -> &'static str {
    match json {
        Json::String => "string",
        Json::Number => "number",
        Json::Boolean => "boolean",
        Json::Object => "object",
        Json::Array => "array",
    }
}

#[test]
fn fields_are_what_is_published() {
    for published in list("messages") {
        let message = row(published);
        let names: BTreeSet<_> = message.all_fields().map(|field| field.path).collect();
        let fields = published["fields"].as_array().unwrap();
        assert_eq!(names, fields.iter().map(|field| text(&field["name"])).collect(), "{}", message.id);
        for published in fields {
            let field = message.field(text(&published["name"])).unwrap();
            let id = format!("{} {}", message.id, field.path);
            assert_eq!(published["type"], *type_of(field.kind), "{id}");
            assert_eq!(published["json"], *name_of(field.kind.json()), "{id}");
            assert_eq!(published["also"].as_str(), field.also.map(name_of), "{id}");
            assert_eq!(published["unit"].as_str(), field.unit, "{id}");
            assert_eq!(published["default"].as_str(), field.default, "{id}");
            assert_eq!(published["max"].as_u64(), field.max, "{id}");
            assert_eq!(published["status"] == "undocumented", field.undocumented, "{id}");
            assert_eq!(basis(published), field.basis, "{id}");
            let is_needed = match message.sender {
                Side::Twilio => published.get("optional").is_none(),
                Side::Application => published.get("required").is_some(),
            };
            assert_eq!(is_needed, field.presence == Presence::Always, "{id}");
            if let Kind::Listed(words) | Kind::Several(words) = field.kind {
                let values: Vec<_> = words.values.iter().map(|word| word.value).collect();
                assert_eq!(self::words(&published["values"]), values, "{id}");
                assert!(words.open, "{id}");
            } else {
                assert!(published.get("values").is_none(), "{id}");
            }
        }
    }
}

#[test]
fn an_empty_string_has_a_meaning_where_it_is_published() {
    for published in list("messages") {
        for field in published["fields"].as_array().unwrap() {
            let row = row(published).field(text(&field["name"])).unwrap();
            assert_eq!(row.may_be_empty, field.get("empty").is_some(), "{}", row.path);
            assert!(row.presence != Presence::UnlessEmpty || row.may_be_empty, "{}", row.path);
        }
    }
}

#[test]
fn fields_of_one_object_stand_together() {
    for message in socket::protocols().flat_map(socket::Protocol::messages) {
        let mut names: Vec<_> = message.fields.iter().filter_map(|field| field.path.split('.').next()).collect();
        names.dedup();
        assert_eq!(names.len(), names.iter().collect::<BTreeSet<_>>().len(), "{}", message.id);
    }
}

#[test]
fn codes_are_what_is_published() {
    for protocol in socket::protocols() {
        let of = |published: &&Value| published["protocol"] == protocol.id;
        let errors: Vec<_> = list("errors").iter().filter(of).collect();
        assert_eq!(errors.len(), protocol.errors.len());
        for published in errors {
            let error = protocol.error(u32::try_from(published["code"].as_u64().unwrap()).unwrap()).unwrap();
            assert_eq!(published["level"] == "error", error.level == Level::Error, "{}", error.code);
            assert_eq!(published["ends"], error.ends, "{}", error.code);
        }
        let closes: Vec<_> = list("closes").iter().filter(of).collect();
        assert_eq!(closes.len(), protocol.closes.len());
        for published in closes {
            let close = protocol.close(u16::try_from(published["code"].as_u64().unwrap()).unwrap()).unwrap();
            assert_eq!(published["by"] == "twilio", close.by == Side::Twilio, "{}", close.code);
            assert_eq!(published["reason"].as_str(), close.reason, "{}", close.code);
            assert_eq!(basis(published), close.basis, "{}", close.code);
        }
    }
}
