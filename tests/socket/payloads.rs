//! Payloads that Twilio sends, might send, or would never send.

use proptest::prelude::*;
use proptest::{collection, sample};
use serde_json::{Map, Value};

use super::published::{at, example, list, parent, text};

/// Any JSON, not too deep.
pub(super) fn any_json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number)),
        (0_u64..10).prop_map(Value::from),
    ];
    let words = ["", "4", "4.5", "-1", "inbound", "inbound_track", "on", "true", "PSTN", "fv8=", "fv8", "fv8==", "f!"];
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number,
        sample::select(Vec::from(words)).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    scalar.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            collection::btree_map(name(), inner, 0..4).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Names of fields, known and unknown.
fn name() -> impl Strategy<Value = String> {
    let known = list("messages").iter().flat_map(|message| message["fields"].as_array().unwrap());
    let mut names: Vec<String> = known.flat_map(|field| text(&field["name"]).split('.').map(Into::into)).collect();
    names.extend(["event".into(), "type".into(), "a.b".into()]);
    prop_oneof![2 => sample::select(names), 1 => "[a-zA-Z.]{0,6}"]
}

/// One thing that is different from an example.
#[derive(Clone, Debug)]
enum Change {
    /// A listed field has another value.
    Set(sample::Index, Value),
    /// A listed field has its number or word in the other form.
    Requote(sample::Index),
    /// A listed field is missing.
    Remove(sample::Index),
    /// There is another field, perhaps in an object within.
    Add(sample::Index, String, Value),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<sample::Index>(), any_json()).prop_map(|(place, value)| Change::Set(place, value)),
        any::<sample::Index>().prop_map(Change::Requote),
        any::<sample::Index>().prop_map(Change::Remove),
        (any::<sample::Index>(), name(), any_json()).prop_map(|(place, name, value)| Change::Add(place, name, value)),
    ]
}

/// The published row, and a payload of it with some differences.
pub(super) fn payload(direction: &'static str) -> impl Strategy<Value = (&'static Value, Map<String, Value>)> {
    let rows: Vec<_> = super::published::messages(direction).collect();
    (sample::select(rows), collection::vec(change(), 0..5)).prop_map(|(row, changes)| {
        let mut payload = example(row);
        for change in changes {
            apply(row, &mut payload, change);
        }
        (row, payload)
    })
}

fn apply(row: &Value, payload: &mut Map<String, Value>, change: Change) {
    let fields = row["fields"].as_array().unwrap();
    let path = |place: sample::Index| (!fields.is_empty()).then(|| text(&place.get(fields)["name"]));
    match change {
        Change::Set(place, value) => {
            if let Some((object, name)) = path(place).and_then(|path| parent(payload, path)) {
                object.insert(name.into(), value);
            }
        }
        Change::Requote(place) => {
            let Some(path) = path(place) else { return };
            let requoted = match at(payload, path) {
                Some(Value::String(text)) => serde_json::from_str(text).unwrap_or(Value::Null),
                Some(scalar @ (Value::Number(_) | Value::Bool(_))) => scalar.to_string().into(),
                _ => return,
            };
            apply(row, payload, Change::Set(place, requoted));
        }
        Change::Remove(place) => {
            if let Some((object, name)) = path(place).and_then(|path| parent(payload, path)) {
                object.remove(name);
            }
        }
        Change::Add(place, name, value) => {
            let above = path(place).and_then(|path| path.rsplit_once('.')).map_or("", |(above, _)| above);
            let path = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
            if let (false, Some((object, _))) = (name == "event" || name == "type", parent(payload, &path)) {
                object.insert(name, value);
            }
        }
    }
}

/// Whether a listed field can be read, by what is published of it.
pub(super) fn is_readable(field: &Value, value: &Value) -> bool {
    let is_amount = |number: f64| (0.0..18_446_744_073_709_551_616.0).contains(&number);
    match (text(&field["json"]), text(&field["type"])) {
        (_, "int") => match value {
            Value::Number(number) => number.as_f64().is_some_and(is_amount),
            Value::String(text) => text.parse().is_ok_and(is_amount),
            _ => false,
        },
        (_, "bool") => value.is_boolean() || value == "true" || value == "false",
        (_, "base64") => value.as_str().is_some_and(is_base64),
        ("array", _) => value.as_array().is_some_and(|words| words.iter().all(Value::is_string)),
        ("object", _) => value.is_object(),
        _ => value.is_string(),
    }
}

/// Four letters for three bytes; of the last ones, padding may be missing.
fn is_base64(text: &str) -> bool {
    let letters = text.trim_end_matches('=');
    let padding = text.len() - letters.len();
    let left = letters.len() % 4;
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    letters.bytes().all(is_letter) && left != 1 && (padding == 0 || left > 0 && left + padding == 4)
}
