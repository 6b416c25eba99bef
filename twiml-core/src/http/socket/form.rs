//! How the values of fields are read and written.
//!
//! What comes is read leniently: a number in quotes or not, a fraction where a whole number is meant, base64 without its padding.
//! A value that would be written in another way than it came stays in the message beside the field that it means. So whatever
//! comes can be written again as it came, and a field that is set afterwards counts all the same.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::marker::PhantomData;

use serde_json::Value;

use super::object::{self, Object};
use super::{Broken, Kind, Message, Side};
use crate::Enumeration;

/// What a kind of values is in Rust.
pub(super) trait Form {
    type Value: PartialEq;

    fn read(value: &Value) -> Option<Self::Value>;

    fn write(value: &Self::Value) -> Value;
}

/// Kinds that stay text, whatever it is.
macro_rules! textual {
    ($($kind:ident)+) => { $(
        #[derive(Debug)]
        pub(super) struct $kind;

        impl Form for $kind {
            type Value = String;

            fn read(value: &Value) -> Option<String> {
                value.as_str().map(ToOwned::to_owned)
            }

            fn write(value: &String) -> Value {
                value.as_str().into()
            }
        }
    )+ };
}

textual!(Text Sid Address Language Version Url Digits);

/// Kinds with a type of their own.
macro_rules! typed {
    ($($kind:ident: $value:ty, $read:expr, $write:expr;)+) => { $(
        #[derive(Debug)]
        pub(super) struct $kind;

        impl Form for $kind {
            type Value = $value;

            fn read(value: &Value) -> Option<$value> {
                let read: fn(&Value) -> Option<$value> = $read;
                read(value)
            }

            fn write(value: &$value) -> Value {
                let write: fn(&$value) -> Value = $write;
                write(value)
            }
        }
    )+ };
}

typed! {
    Int: u64, whole, |value| (*value).into();
    QuotedInt: u64, whole, |value| value.to_string().into();
    Bool: bool, |value| value.as_bool().or_else(|| value.as_str()?.parse().ok()), |value| (*value).into();
    Audio: super::stream::Audio, |value| super::stream::Audio::from_base64(value.as_str()?).ok(), |value| value.to_base64().into();
}

/// A whole number, in quotes or not; of a fraction what stands before the point.
fn whole(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64().or_else(|| floor(number.as_f64()?)),
        Value::String(text) => text.parse().ok().or_else(|| floor(text.parse().ok()?)),
        _ => None,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is in the range")]
fn floor(number: f64) -> Option<u64> {
    // Up to 2 to the power of 64, which is the least that is too large.
    (0.0..18_446_744_073_709_551_616.0).contains(&number).then_some(number as u64)
}

/// A word of an open list.
#[derive(Debug)]
pub(super) struct Listed<L>(PhantomData<L>);

impl<L: Enumeration + PartialEq + AsRef<str> + for<'a> From<&'a str>> Form for Listed<L> {
    type Value = L;

    fn read(value: &Value) -> Option<L> {
        value.as_str().map(L::from)
    }

    fn write(value: &L) -> Value {
        value.as_ref().into()
    }
}

/// Words of an open list.
#[derive(Debug)]
pub(super) struct Several<L>(PhantomData<L>);

impl<L: Enumeration + PartialEq + AsRef<str> + for<'a> From<&'a str>> Form for Several<L> {
    type Value = Vec<L>;

    fn read(value: &Value) -> Option<Vec<L>> {
        value.as_array()?.iter().map(Listed::read).collect()
    }

    fn write(value: &Vec<L>) -> Value {
        value.iter().map(Listed::write).collect()
    }
}

impl Kind {
    /// Whether a message of Twilio's with this value can be read.
    pub(super) fn reads(self, value: &Value) -> bool {
        match self {
            Self::Int | Self::QuotedInt => whole(value).is_some(),
            Self::Bool => Bool::read(value).is_some(),
            Self::Audio => Audio::read(value).is_some(),
            Self::Several(_) => value.as_array().is_some_and(|words| words.iter().all(Value::is_string)),
            Self::Map | Self::Object(_) => value.is_object(),
            _ => value.is_string(),
        }
    }

    /// Whether Twilio takes this value, which is told apart more strictly.
    pub(super) fn takes(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Int, Value::Number(number)) => number.is_u64(),
            (Self::Int, _) | (Self::Bool, Value::String(_)) => false,
            (Self::Digits(keys), Value::String(text)) => !text.is_empty() && text.chars().all(|key| keys.contains(key)),
            (Self::Sid(_), Value::String(text)) => !text.is_empty(),
            (Self::Language, Value::String(tag)) => {
                !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            }
            (Self::Url, Value::String(url)) => is_absolute(url),
            // Padded, and in one way only.
            (Self::Audio, _) => Audio::read(value).is_some_and(|audio| Audio::write(&audio) == *value),
            _ => self.reads(value),
        }
    }
}

/// Whether an address has `http` or `https` and a host, and no spaces.
fn is_absolute(url: &str) -> bool {
    let has_host = |rest: &str| !rest.starts_with(['/', '?', '#', ':']) && !rest.is_empty();
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    is_web && has_host(rest) && !url.contains(char::is_whitespace)
}

/// A field of a Rust type, which stands for one or more values of a message.
pub(super) trait Part {
    type Value;

    /// What stands there; `None` if the message is not complete without it.
    fn read(object: &Object, path: &str) -> Option<Self::Value>;

    /// Writes it, unless what stands there means the same.
    fn write(value: &Self::Value, object: &mut Object, path: &str);

    /// Takes away what writing would bring back.
    fn strip(value: &Self::Value, object: &mut Object, path: &str);
}

fn strip<F: Form>(value: &F::Value, object: &mut Object, path: &str) {
    if object::get(object, path) == Some(&F::write(value)) {
        object::remove(object, path);
    }
}

/// It is always there.
#[derive(Debug)]
pub(super) struct Always<F>(PhantomData<F>);

impl<F: Form> Part for Always<F> {
    type Value = F::Value;

    fn read(object: &Object, path: &str) -> Option<F::Value> {
        object::get(object, path).and_then(F::read)
    }

    fn write(value: &F::Value, object: &mut Object, path: &str) {
        if Self::read(object, path).as_ref() != Some(value) {
            object::set(object, path, F::write(value));
        }
    }

    fn strip(value: &F::Value, object: &mut Object, path: &str) {
        strip::<F>(value, object, path);
    }
}

/// It may be missing; if `EMPTY`, being empty means the same.
#[derive(Debug)]
pub(super) struct Maybe<F, const EMPTY: bool>(PhantomData<F>);

impl<F: Form, const EMPTY: bool> Part for Maybe<F, EMPTY> {
    type Value = Option<F::Value>;

    fn read(object: &Object, path: &str) -> Option<Option<F::Value>> {
        let value = object::get(object, path).filter(|value| !EMPTY || value.as_str() != Some(""));
        Some(value.and_then(F::read))
    }

    fn write(value: &Option<F::Value>, object: &mut Object, path: &str) {
        if Self::read(object, path).as_ref() == Some(value) {
            return;
        }
        match value {
            Some(value) => object::set(object, path, F::write(value)),
            None => object::remove(object, path),
        }
    }

    fn strip(value: &Option<F::Value>, object: &mut Object, path: &str) {
        if let Some(value) = value {
            strip::<F>(value, object, path);
        }
    }
}

/// Names and values; what is no text among the values stays in the message.
#[derive(Debug)]
pub(super) struct Entries;

impl Part for Entries {
    type Value = BTreeMap<String, String>;

    fn read(object: &Object, path: &str) -> Option<Self::Value> {
        let entries = object::get(object, path).and_then(Value::as_object).into_iter().flatten();
        Some(entries.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect())
    }

    fn write(value: &Self::Value, object: &mut Object, path: &str) {
        if Self::read(object, path).as_ref() == Some(value) {
            return;
        }
        let mut entries = object::get(object, path).and_then(Value::as_object).cloned().unwrap_or_default();
        entries.retain(|_, value| !value.is_string());
        entries.extend(value.iter().map(|(name, value)| (name.clone(), value.as_str().into())));
        object::set(object, path, entries.into());
    }

    fn strip(value: &Self::Value, object: &mut Object, path: &str) {
        let Some(entries) = object::get(object, path).and_then(Value::as_object) else { return };
        // An object that came empty comes back empty.
        if entries.len() == value.len() && !value.is_empty() {
            object::remove(object, path);
        } else if !value.is_empty() {
            let mut entries = entries.clone();
            entries.retain(|_, value| !value.is_string());
            object::set(object, path, entries.into());
        }
    }
}

/// The fields of a message, or of an object within one.
pub(super) trait Fields: Sized {
    /// `None` if something is missing or ill.
    fn read(object: &Object) -> Option<Self>;

    fn write(&self, object: &mut Object);

    /// Takes away what writing would bring back.
    fn strip(&self, object: &mut Object);

    /// Keeps what is left.
    fn keep(&mut self, _: Object) {}
}

impl Message {
    /// Reads a message, whatever its name is; one to Twilio only if Twilio would.
    pub(super) fn take<T: Fields>(&'static self, mut object: Object) -> Result<T, Broken> {
        let is_refused = self.sender == Side::Application && !self.faults(&object).is_empty();
        match T::read(&object).filter(|_| !is_refused) {
            Some(mut message) => {
                message.strip(&mut object);
                object.remove(self.tag_field);
                message.keep(object);
                Ok(message)
            }
            None => Err(self.broken(object)),
        }
    }
}

/// An object within a message. The paths of its fields begin at the top.
#[derive(Debug)]
pub(super) struct Nested<T>(PhantomData<T>);

impl<T: Fields> Part for Nested<T> {
    type Value = T;

    fn read(object: &Object, _: &str) -> Option<T> {
        T::read(object)
    }

    fn write(value: &T, object: &mut Object, _: &str) {
        value.write(object);
    }

    fn strip(value: &T, object: &mut Object, _: &str) {
        value.strip(object);
    }
}
