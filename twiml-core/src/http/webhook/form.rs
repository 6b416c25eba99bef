//! How the values of parameters are read and written.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{Kind, Timestamp};
use crate::{Enumeration, Malformed, Parameters};

/// What a kind of values is in Rust.
pub(crate) trait Form {
    type Value;

    const KIND: Kind;

    fn read(value: &str) -> Option<Self::Value>;

    fn show(value: &Self::Value) -> Cow<'_, str>;
}

/// Kinds that stay text, whatever it is.
macro_rules! textual {
    ($($kind:ident)+) => { $(
        #[derive(Debug)]
        pub(crate) struct $kind;

        impl Form for $kind {
            type Value = String;

            const KIND: Kind = Kind::$kind;

            fn read(value: &str) -> Option<String> {
                Some(value.to_owned())
            }

            fn show(value: &String) -> Cow<'_, str> {
                value.into()
            }
        }
    )+ };
}

textual!(Text Address Url Digits Json);

/// Kinds with a type of their own.
macro_rules! typed {
    ($($kind:ident: $value:ty, $read:expr, $show:expr;)+) => { $(
        #[derive(Debug)]
        pub(crate) struct $kind;

        impl Form for $kind {
            type Value = $value;

            const KIND: Kind = Kind::$kind;

            fn read(value: &str) -> Option<$value> {
                let read: fn(&str) -> Option<$value> = $read;
                read(value)
            }

            fn show(value: &$value) -> Cow<'_, str> {
                let show: fn(&$value) -> Cow<'_, str> = $show;
                show(value)
            }
        }
    )+ };
}

typed! {
    Int: u32, |value| value.parse().ok(), |value| value.to_string().into();
    // Unlike a literal it may have a sign, as latitudes do, and an exponent, as small numbers may.
    Float: f64, |value| value.parse().ok().filter(|number: &f64| number.is_finite()), |value| value.to_string().into();
    Bool: bool, |value| value.parse().ok(), |value| if *value { "true" } else { "false" }.into();
    Rfc2822: Timestamp, Timestamp::from_rfc2822, |value| value.as_str().into();
    Iso8601: Timestamp, Timestamp::from_iso8601, |value| value.as_str().into();
}

/// A SID. Its prefix is not checked: it describes what comes.
#[derive(Debug)]
pub(crate) struct Sid;

impl Form for Sid {
    type Value = String;

    const KIND: Kind = Kind::Sid(&[]);

    fn read(value: &str) -> Option<String> {
        Some(value.to_owned())
    }

    fn show(value: &String) -> Cow<'_, str> {
        value.into()
    }
}

/// A word of an open list.
#[derive(Debug)]
pub(crate) struct Listed<L>(PhantomData<L>);

impl<L: Enumeration + AsRef<str> + for<'a> From<&'a str>> Form for Listed<L> {
    type Value = L;

    const KIND: Kind = Kind::Listed(L::VOCABULARY);

    fn read(value: &str) -> Option<L> {
        (!value.is_empty()).then(|| value.into())
    }

    fn show(value: &L) -> Cow<'_, str> {
        value.as_ref().into()
    }
}

/// Takes a parameter out that must be there.
pub(crate) fn required<F: Form>(from: &mut Parameters, name: &str) -> Result<F::Value, Malformed> {
    let value = from.take(name).ok_or_else(|| Malformed::missing(name))?;
    F::read(&value).ok_or_else(|| Malformed::invalid(name, value, &F::KIND.to_string()))
}

/// Takes a parameter out that may be missing. Twilio also sends what it does not know with an empty value, which only a
/// text can be.
pub(crate) fn optional<F: Form>(from: &mut Parameters, name: &str) -> Result<Option<F::Value>, Malformed> {
    let Some(value) = from.take(name) else { return Ok(None) };
    match F::read(&value) {
        None if !value.is_empty() => Err(Malformed::invalid(name, value, &F::KIND.to_string())),
        value => Ok(value),
    }
}

pub(crate) fn give<F: Form>(value: &F::Value, name: &str, to: &mut Parameters) {
    to.push(name, F::show(value));
}

/// Takes the parameters out whose names begin as this one does before its `{`.
pub(crate) fn take_headers(from: &mut Parameters, pattern: &str) -> Parameters {
    let prefix = prefix(pattern);
    let header = |name: &str, value: &str| Some((name.strip_prefix(prefix)?.to_owned(), value.to_owned()));
    from.take_if(header).into_iter().collect()
}

pub(crate) fn give_headers(headers: &Parameters, pattern: &str, to: &mut Parameters) {
    to.extend(headers.iter().map(|(name, value)| (format!("{}{name}", prefix(pattern)), value)));
}

fn prefix(pattern: &str) -> &str {
    pattern.split('{').next().unwrap_or_default()
}

/// A file of a message.
///
/// ```
/// use twiml_core::webhook::{Message, Request};
///
/// let mut parameters = Message::WEBHOOK.sample();
/// parameters.set("MediaUrl0", "https://api.twilio.com/media/ME1");
/// parameters.set("MediaContentType0", "image/jpeg");
/// let message = Message::from_parameters(parameters)?;
/// assert_eq!(message.media[0].url, "https://api.twilio.com/media/ME1");
/// assert_eq!(message.media[0].content_type.as_deref(), Some("image/jpeg"));
/// # Ok::<(), twiml_core::Malformed>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Media {
    /// Its address.
    pub url: String,
    /// Its type, such as `image/jpeg`.
    pub content_type: Option<String>,
}

/// Takes the files out that are numbered from 0 without a gap.
pub(crate) fn take_media(from: &mut Parameters, url: &str, content_type: &str) -> Result<Vec<Media>, Malformed> {
    let mut media = Vec::new();
    loop {
        let number = |pattern: &str| pattern.replace("{N}", &media.len().to_string());
        let Some(url) = optional::<Url>(from, &number(url))? else { return Ok(media) };
        let content_type = optional::<Text>(from, &number(content_type))?;
        media.push(Media { url, content_type });
    }
}

pub(crate) fn give_media(media: &[Media], url: &str, content_type: &str, to: &mut Parameters) {
    for (index, file) in media.iter().enumerate() {
        let number = |pattern: &str| pattern.replace("{N}", &index.to_string());
        to.push(number(url), file.url.as_str());
        to.extend(file.content_type.as_deref().map(|value| (number(content_type), value)));
    }
}
