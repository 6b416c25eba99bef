//! The messages as Twilio's pages have them: what the rows of the crate are held against.

use std::sync::LazyLock;

use serde_json::{Map, Value};

/// Everything that is published, written down once more.
pub(super) static PUBLISHED: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("messages.json")).unwrap());

/// One of its lists.
pub(super) fn list(name: &str) -> &'static [Value] {
    PUBLISHED[name].as_array().unwrap()
}

/// Messages of this direction.
pub(super) fn messages(direction: &str) -> impl Iterator<Item = &'static Value> {
    list("messages").iter().filter(move |message| message["direction"] == direction)
}

pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub(super) fn is_relay(message: &Value) -> bool {
    message["protocol"] == "conversation-relay"
}

/// A message as it goes over the socket; of one whose fields are not known, made up.
pub(super) fn example(message: &Value) -> Map<String, Value> {
    let tag_field = if is_relay(message) { "type" } else { "event" };
    let made_up = || Map::from_iter([(tag_field.into(), message["tag"].clone()), ("its".into(), "own".into())]);
    message.get("example").and_then(Value::as_object).cloned().unwrap_or_else(made_up)
}

/// The value at a path.
pub(super) fn at<'a>(object: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let mut names = path.split('.');
    let first = object.get(names.next()?)?;
    names.try_fold(first, |value, name| value.get(name))
}

/// The object that holds the last name of a path, and that name.
pub(super) fn parent<'a, 'p>(
    object: &'a mut Map<String, Value>,
    path: &'p str,
) -> Option<(&'a mut Map<String, Value>, &'p str)> {
    match path.split_once('.') {
        None => Some((object, path)),
        Some((name, rest)) => parent(object.get_mut(name)?.as_object_mut()?, rest),
    }
}
