//! How the values of parameters get into fields and out of them: by one function for all requests, which sees of a field
//! only its place.
//!
//! A request type of its own is then little more than a list of places, and costs a server little code.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::media::{self, Media};
use super::{Malformed, Timestamp};
use crate::Parameters;

/// The place of a field that a parameter goes to. What may be missing is an `Option`.
pub(crate) enum Slot<'a> {
    Text(&'a mut String),
    MaybeText(&'a mut Option<String>),
    Int(&'a mut i64),
    MaybeInt(&'a mut Option<i64>),
    MaybeFloat(&'a mut Option<f64>),
    Bool(&'a mut bool),
    MaybeBool(&'a mut Option<bool>),
    Time(&'a mut Timestamp),
    MaybeTime(&'a mut Option<Timestamp>),
    Word(&'a mut dyn Place),
    MaybeWord(&'a mut dyn Place),
    Headers(&'a mut Parameters),
    Media(&'a mut Vec<Media>),
}

/// What a field holds.
pub(crate) enum Shown<'a> {
    Nothing,
    Text(Cow<'a, str>),
    Headers(&'a Parameters),
    Media(&'a [Media]),
}

/// A type that fields have.
pub(crate) trait Field {
    fn blank() -> Self;

    fn slot(&mut self) -> Slot<'_>;

    fn shown(&self) -> Shown<'_>;
}

/// A place for words of a list, whichever it is.
pub(crate) trait Place {
    fn put(&mut self, word: &str);
}

/// An enum of a list that Twilio reports words of.
pub(crate) trait Report: for<'a> From<&'a str> + AsRef<str> {
    /// No word.
    fn blank() -> Self;
}

macro_rules! fields {
    ($($field:ty: $slot:ident, $blank:expr, $show:expr;)+) => { $(
        impl Field for $field {
            fn blank() -> Self {
                $blank
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::$slot(self)
            }

            fn shown(&self) -> Shown<'_> {
                let show: fn(&$field) -> Shown<'_> = $show;
                show(self)
            }
        }
    )+ };
}

fn text(text: &str) -> Shown<'_> {
    Shown::Text(text.into())
}

fn number<'a, T: ToString>(number: &T) -> Shown<'a> {
    Shown::Text(number.to_string().into())
}

fn truth(truth: bool) -> Shown<'static> {
    text(if truth { "true" } else { "false" })
}

fields! {
    String: Text, String::new(), |it| text(it);
    Option<String>: MaybeText, None, |it| it.as_deref().map_or(Shown::Nothing, text);
    i64: Int, 0, |it| number(it);
    Option<i64>: MaybeInt, None, |it| it.as_ref().map_or(Shown::Nothing, number);
    Option<f64>: MaybeFloat, None, |it| it.as_ref().map_or(Shown::Nothing, number);
    bool: Bool, false, |it| truth(*it);
    Option<bool>: MaybeBool, None, |it| it.map_or(Shown::Nothing, truth);
    Timestamp: Time, Timestamp::blank(), |it| text(it.as_str());
    Option<Timestamp>: MaybeTime, None, |it| it.as_ref().map_or(Shown::Nothing, |time| text(time.as_str()));
    Parameters: Headers, Parameters::new(), |it| Shown::Headers(it);
    Vec<Media>: Media, Vec::new(), |it| Shown::Media(it);
}

impl<R: Report> Place for R {
    fn put(&mut self, word: &str) {
        *self = word.into();
    }
}

impl<R: Report> Place for Option<R> {
    fn put(&mut self, word: &str) {
        *self = Some(word.into());
    }
}

impl<R: Report> Field for R {
    fn blank() -> Self {
        Report::blank()
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Word(self)
    }

    fn shown(&self) -> Shown<'_> {
        text(self.as_ref())
    }
}

impl<R: Report> Field for Option<R> {
    fn blank() -> Self {
        None
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::MaybeWord(self)
    }

    fn shown(&self) -> Shown<'_> {
        self.as_ref().map_or(Shown::Nothing, |word| text(word.as_ref()))
    }
}

/// Takes the parameters with these names, one in a line, into their places.
pub(crate) fn read(names: &str, slots: &mut [Slot<'_>], from: &mut Parameters) -> Result<(), Malformed> {
    names.split('\n').zip(slots).try_for_each(|(name, slot)| slot.take(name, from))
}

/// Appends the parameters with these names, one in a line.
pub(crate) fn write(names: &str, fields: &[Shown<'_>], to: &mut Parameters) {
    for (name, field) in names.split('\n').zip(fields) {
        match field {
            Shown::Nothing => {}
            Shown::Text(text) => to.push(name, &**text),
            Shown::Headers(headers) => {
                to.extend(headers.iter().map(|(rest, value)| (format!("{}{rest}", prefix(name)), value)));
            }
            Shown::Media(files) => media::write(name, files, to),
        }
    }
}

impl Slot<'_> {
    fn take(&mut self, name: &str, from: &mut Parameters) -> Result<(), Malformed> {
        match self {
            Self::Text(place) => **place = required(name, from)?,
            Self::MaybeText(place) => **place = from.take(name),
            Self::Int(place) => **place = parsed(name, from, integer, "a whole number")?,
            Self::MaybeInt(place) => **place = known(name, from, integer),
            Self::MaybeFloat(place) => **place = known(name, from, float),
            Self::Bool(place) => **place = parsed(name, from, boolean, "`true` or `false`")?,
            Self::MaybeBool(place) => **place = known(name, from, boolean),
            Self::Time(place) => **place = parsed(name, from, Timestamp::read, "a time")?,
            Self::MaybeTime(place) => **place = known(name, from, Timestamp::read),
            Self::Word(place) => place.put(&parsed(name, from, word, "a word")?),
            Self::MaybeWord(place) => {
                if let Some(word) = known(name, from, word) {
                    place.put(&word);
                }
            }
            Self::Headers(place) => **place = headers(name, from),
            Self::Media(place) => **place = media::read(name, from),
        }
        Ok(())
    }
}

fn required(name: &str, from: &mut Parameters) -> Result<String, Malformed> {
    from.take(name).ok_or_else(|| Malformed::missing(name))
}

/// A parameter that always comes.
fn parsed<T>(
    name: &str,
    from: &mut Parameters,
    parse: fn(&str) -> Option<T>,
    takes: &'static str,
) -> Result<T, Malformed> {
    let value = required(name, from)?;
    parse(&value).ok_or_else(|| Malformed::invalid(name.to_owned(), value, takes))
}

/// A parameter that may be missing. What it is not is left where it is: Twilio also sends what it does not know with an
/// empty value.
fn known<T>(name: &str, from: &mut Parameters, parse: fn(&str) -> Option<T>) -> Option<T> {
    let value = parse(from.get(name)?)?;
    from.take(name);
    Some(value)
}

/// With a sign, as Twilio reports -1 of durations that it does not know.
fn integer(value: &str) -> Option<i64> {
    value.trim().parse().ok()
}

/// Unlike a literal it may have a sign, as latitudes do, and an exponent, as small numbers may.
fn float(value: &str) -> Option<f64> {
    value.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

fn boolean(value: &str) -> Option<bool> {
    match value {
        _ if value.eq_ignore_ascii_case("true") => Some(true),
        _ if value.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

fn word(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// The parameters whose names begin as this one does before its `{`.
fn headers(pattern: &str, from: &mut Parameters) -> Parameters {
    let prefix = prefix(pattern);
    from.take_if(|name, value| Some((name.strip_prefix(prefix)?.to_owned(), value.to_owned()))).into_iter().collect()
}

fn prefix(pattern: &str) -> &str {
    pattern.split('{').next().unwrap_or_default()
}
