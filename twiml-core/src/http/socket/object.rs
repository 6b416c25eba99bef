//! JSON objects, and what stands in them at a path.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde_core::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value};

use super::Message;

/// A JSON object: a message as it goes over the socket, or fields of one.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::{Object, relay};
///
/// let mut object = Object::new();
/// object.insert("type".into(), "dtmf".into());
/// object.insert("digit".into(), "1".into());
/// assert!(matches!(relay::Event::from_object(object), relay::Event::Dtmf(_)));
/// ```
pub type Object = Map<String, Value>;

/// What was to be read is no JSON object.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::socket::stream::Event;
///
/// let error = "[1]".parse::<Event>().unwrap_err();
/// assert_eq!(error.to_string(), "no JSON object: invalid type: sequence, expected a map at line 1 column 0");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NoObject(String);

impl fmt::Display for NoObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no JSON object: {}", self.0)
    }
}

impl core::error::Error for NoObject {}

/// Reads an object. Of a name that stands there twice the last value counts.
pub(super) fn parse(text: &str) -> Result<Object, NoObject> {
    serde_json::from_str(text).map_err(|error| NoObject(error.to_string()))
}

/// The value at a path.
pub(super) fn get<'a>(object: &'a Object, path: &str) -> Option<&'a Value> {
    match path.split_once('.') {
        None => object.get(path),
        Some((name, rest)) => get(object.get(name)?.as_object()?, rest),
    }
}

/// Puts a value at a path, with the objects that it takes.
pub(super) fn set(object: &mut Object, path: &str, value: Value) {
    let Some((name, rest)) = path.split_once('.') else {
        object.insert(path.into(), value);
        return;
    };
    // What stands there and is no object gives way to one.
    let mut inner = match object.remove(name) {
        Some(Value::Object(inner)) => inner,
        _ => Object::new(),
    };
    set(&mut inner, rest, value);
    object.insert(name.into(), Value::Object(inner));
}

/// Takes the value at a path away, and the objects that are empty without it.
pub(super) fn remove(object: &mut Object, path: &str) {
    let Some((name, rest)) = path.split_once('.') else {
        object.remove(path);
        return;
    };
    if let Some(Value::Object(inner)) = object.get_mut(name) {
        remove(inner, rest);
        if inner.is_empty() {
            object.remove(name);
        }
    }
}

/// The message that an object says it is.
pub(super) fn known(messages: &[&'static Message], object: &Object) -> Option<&'static Message> {
    messages.iter().copied().find(|message| object.get(message.tag_field).and_then(Value::as_str) == Some(message.tag))
}

/// An object in the order of the rows: the tag, the fields, the rest.
pub(super) struct Ordered<'a> {
    pub(super) message: Option<&'static Message>,
    pub(super) object: &'a Object,
}

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut known = Vec::new();
        if let Some(message) = self.message {
            known.push(message.tag_field);
            known.extend(message.fields.iter().filter_map(|field| field.path.split('.').next()));
        }
        // Fields of one object stand next to each other in the rows.
        known.dedup();
        let rest = self.object.keys().map(String::as_str).filter(|name| !known.contains(name));
        let mut map = serializer.serialize_map(Some(self.object.len()))?;
        for name in known.iter().copied().chain(rest) {
            if let Some(value) = self.object.get(name) {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

impl Ordered<'_> {
    pub(super) fn to_json(&self) -> String {
        // A map with strings as names is always JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}
