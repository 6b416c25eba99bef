//! What may stand in `{…}` as the value of an attribute: one trait for each family of attributes.
//!
//! The macro asks for the trait of the attribute, so that a value of the wrong type is refused with a sentence that says
//! what the attribute takes. `None` leaves an attribute out; an attribute that must be written takes no `Option`.

/// How the expansion of the macro writes a value: through the trait of its attribute, so that the compiler checks it.
macro_rules! written {
    () => {
        #[doc(hidden)]
        fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool {
            open(self, markup, own, writer)
        }

        #[doc(hidden)]
        fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer) {
            put(self, markup, own, after, writer);
        }
    };
}

pub mod required;
mod types;

use crate::Writer;
pub(crate) use types::test_digits;

/// The attribute may be left out: an `Option` is welcome.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Boolean, Optional};
///
/// fn accepts(_: impl Boolean<Optional>) {}
/// accepts(Some(true));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Optional;

/// The attribute must be written: no `Option`.
///
/// ```compile_fail
/// # use twiml_core as twiml;
/// use twiml::value::{Boolean, Required};
///
/// fn accepts(_: impl Boolean<Required>) {}
/// accepts(Some(true));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Required;

/// A value that can be written as an attribute.
///
/// Implement it together with one of the other traits of this module for a type of your own.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{AttributeValue, Text};
/// use twiml::Writer;
///
/// struct Room(u32);
///
/// impl AttributeValue for Room {
///     fn write(&self, start: &str, writer: &mut Writer) {
///         writer.attribute_display(start, &format_args!("room-{}", self.0));
///     }
///     fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
///         Some(test(&format!("room-{}", self.0)))
///     }
/// }
///
/// impl<S> Text<S> for Room {}
///
/// let mut writer = Writer::with_capacity(0);
/// Room(7).write(" name=\"", &mut writer);
/// assert_eq!(writer.into_string(), " name=\"room-7\"");
/// ```
pub trait AttributeValue {
    /// Whether there always is a value: markup in front of the attribute is then written together with it.
    #[doc(hidden)]
    const ALWAYS: bool = false;

    /// Writes `start` (a space, the name, `="`), the escaped value and a closing quote; nothing if there is no value.
    fn write(&self, start: &str, writer: &mut Writer);

    /// Like `write`, but the closing quote may be left to the static text behind the attribute: whether it is.
    #[doc(hidden)]
    fn open(&self, start: &str, writer: &mut Writer) -> bool {
        self.write(start, writer);
        false
    }

    /// Writes the attribute and the static text behind it, which starts with the closing quote.
    #[doc(hidden)]
    fn write_between(&self, start: &str, after: &str, writer: &mut Writer) {
        self.write(start, writer);
        writer.raw(without_quote(after));
    }

    /// Whether the value passes the test; `None` if there is no value. Of a set, whether one of its values does.
    fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool>;

    /// The value as one of the words of a set; `None` if it is none.
    #[doc(hidden)]
    fn word(&self) -> Option<&str> {
        None
    }
}

/// Static text behind an attribute that has written the closing quote, or nothing.
fn without_quote(after: &str) -> &str {
    after.strip_prefix('"').unwrap_or(after)
}

/// Writes markup and the value: the last bytes of the markup, `own` of them, are what `open` takes, and are left out
/// together with the value.
fn open<T: AttributeValue + ?Sized>(value: &T, markup: &str, own: usize, writer: &mut Writer) -> bool {
    if T::ALWAYS {
        return value.open(markup, writer);
    }
    let (before, start) = split(markup, own);
    writer.raw(before);
    value.open(start, writer)
}

/// Writes markup, the value and the markup behind it, which starts with the closing quote.
fn put<T: AttributeValue + ?Sized>(value: &T, markup: &str, own: usize, after: &str, writer: &mut Writer) {
    if T::ALWAYS {
        return value.write_between(markup, after, writer);
    }
    let (before, start) = split(markup, own);
    writer.raw(before);
    value.write_between(start, after, writer);
}

/// Markup without its last bytes, and those.
fn split(markup: &str, last: usize) -> (&str, &str) {
    markup.split_at_checked(markup.len().saturating_sub(last)).unwrap_or((markup, ""))
}

/// What an attribute of text takes: anything textual, a character or a whole number.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Optional, Text};
///
/// fn accepts<T: Text<Optional> + ?Sized>(_: &T) {}
/// accepts("Ada");
/// accepts(&format_args!("room {}", 7));
/// accepts(&Some(String::from("Ada")));
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes text, not `{Self}`",
    label = "`&str`, `String`, `Cow<str>`, `format_args!(…)` or a whole number belongs here",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait Text<S>: AttributeValue {
    written!();
}

/// What an address takes: anything textual, and `url::Url` with the feature `url`.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Optional, Url};
///
/// fn accepts<T: Url<Optional> + ?Sized>(_: &T) {}
/// accepts("/next");
/// accepts(&None::<String>);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes an address, not `{Self}`",
    label = "`&str`, `String`, `Cow<str>`, `format_args!(…)` or, with the feature `url`, `url::Url` belongs here",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait Url<S>: AttributeValue {
    written!();
}

/// What a boolean attribute takes: `bool`.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Boolean, Required};
///
/// fn accepts<T: Boolean<Required>>(_: &T) {}
/// accepts(&true);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes a `bool`, not `{Self}`",
    label = "`true`, `false` or a `bool` belongs here",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait Boolean<S>: AttributeValue {
    written!();
}

/// What an attribute of text that also knows `true` and `false` takes, and every attribute with a quoted name: text, a whole
/// number, a `bool` or any of the enums of [`values`](crate::values).
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Optional, TextOrBoolean};
///
/// fn accepts<T: TextOrBoolean<Optional> + ?Sized>(_: &T) {}
/// accepts(&false);
/// accepts("94105");
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes text or a `bool`, not `{Self}`",
    label = "`&str`, `String`, `Cow<str>`, `format_args!(…)` or a `bool` belongs here",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait TextOrBoolean<S>: AttributeValue {
    written!();
}

/// What an attribute of a whole number takes: any unsigned integer. Its range is documented on the attribute.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Integer, Optional};
///
/// fn accepts<T: Integer<Optional>>(_: &T) {}
/// accepts(&20_u8);
/// accepts(&Some(20_u64));
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes an unsigned integer, not `{Self}`",
    label = "`u8`, `u16`, `u32`, `u64`, `u128` or `usize` belongs here",
    note = "a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait Integer<S>: AttributeValue {
    written!();
}

/// What an attribute of a whole number or a word takes: any unsigned integer, or the enum of its words.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{IntegerOr, Optional};
/// use twiml::values::SpeechTimeout;
///
/// fn accepts<T: IntegerOr<SpeechTimeout, Optional>>(_: &T) {}
/// accepts(&3_u32);
/// accepts(&SpeechTimeout::Auto);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes an unsigned integer or a `{E}`, not `{Self}`",
    label = "an unsigned integer or a `{E}` belongs here",
    note = "a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait IntegerOr<E, S>: AttributeValue {
    written!();
}

/// What an attribute of a decimal number takes: text such as `format_args!("{amount:.2}")`, or a whole number.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Decimal, Optional};
///
/// fn accepts<T: Decimal<Optional> + ?Sized>(_: &T) {}
/// accepts("10.50");
/// accepts(&10_u32);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes a decimal number as text, not `{Self}`",
    label = "an unsigned integer or text such as `format_args!(\"{{:.2}}\", amount)` belongs here",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait Decimal<S>: AttributeValue {
    written!();
}

/// What an attribute of a time span takes: text such as `1.5s`, or a [`Duration`](core::time::Duration), written in milliseconds.
///
/// ```
/// # use twiml_core as twiml;
/// use core::time::Duration;
/// use twiml::value::{Optional, TimeSpan};
///
/// fn accepts<T: TimeSpan<Optional> + ?Sized>(_: &T) {}
/// accepts(&Duration::from_millis(1500));
/// accepts("1.5s");
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes a time span, not `{Self}`",
    label = "`core::time::Duration` or text such as `\"1.5s\"` belongs here",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait TimeSpan<S>: AttributeValue {
    written!();
}

/// What an enumerated attribute takes: a value of its own enum.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{OneOf, Optional};
/// use twiml::values::Record;
///
/// fn accepts<T: OneOf<Record, Optional>>(_: &T) {}
/// accepts(&Record::FromAnswer);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes a `{E}`, not `{Self}`",
    label = "a value of `{E}` belongs here",
    note = "name a variant, or parse a word once, at the edge: `word.parse::<{E}>()`",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait OneOf<E, S>: AttributeValue {
    written!();
}

/// What an attribute of several values takes: one value of its enum, an array, a slice or a `Vec` of them.
///
/// A value that stands there twice is written once; without any, the attribute is left out.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{Optional, SetOf};
/// use twiml::values::CallEvent;
///
/// fn accepts<T: SetOf<CallEvent, Optional> + ?Sized>(_: &T) {}
/// accepts(&CallEvent::Answered);
/// accepts(&[CallEvent::Ringing, CallEvent::Answered]);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes values of `{E}`, not `{Self}`",
    label = "a `{E}`, an array or a slice of them belongs here",
    note = "name variants, or parse words once, at the edge: `word.parse::<{E}>()`",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait SetOf<E, S>: AttributeValue {
    written!();
}

mod list;
mod units;

pub use list::List;
pub use units::{Milliseconds, Seconds, SecondsOr};
