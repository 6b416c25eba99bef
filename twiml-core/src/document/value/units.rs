//! Whole numbers of seconds and milliseconds, for which a `Duration` stands as well; and numbers that are never zero.

use core::{num::NonZero, time::Duration};

use super::{
    AttributeValue, Decimal, Integer, IntegerOr, Optional, Text, TextOrBoolean, list::delegated, open, put, split,
    without_quote,
};
use crate::Writer;

/// What an attribute of seconds takes: any unsigned integer, or a [`Duration`], rounded up.
///
/// ```
/// # use twiml_core as twiml;
/// use core::{num::NonZeroU8, time::Duration};
/// use twiml::Writer;
/// use twiml::value::{Optional, Seconds};
///
/// fn accepts<T: Seconds<Optional>>(_: &T) {}
/// accepts(&20_u8);
/// accepts(&NonZeroU8::MIN);
/// accepts(&Some(Duration::from_millis(1500)));
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes an unsigned integer or a `Duration`, not `{Self}`",
    label = "`u8`, `u16`, `u32`, `u64`, `u128`, `usize` or `Duration` belongs here",
    note = "a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait Seconds<S>: AttributeValue {
    written!();
}

/// What an attribute of milliseconds takes: any unsigned integer, or a [`Duration`], rounded up.
///
/// ```
/// # use twiml_core as twiml;
/// use core::time::Duration;
/// use twiml::value::{Milliseconds, Optional};
///
/// fn accepts<T: Milliseconds<Optional>>(_: &T) {}
/// accepts(&1500_u16);
/// accepts(&Duration::from_millis(1500));
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes an unsigned integer or a `Duration`, not `{Self}`",
    label = "`u8`, `u16`, `u32`, `u64`, `u128`, `usize` or `Duration` belongs here",
    note = "a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait Milliseconds<S>: AttributeValue {
    written!();
}

/// What an attribute of seconds or a word takes: any unsigned integer, a [`Duration`], rounded up, or the enum of its words.
///
/// ```
/// # use twiml_core as twiml;
/// use core::time::Duration;
/// use twiml::value::{Optional, SecondsOr};
/// use twiml::values::SpeechTimeout;
///
/// fn accepts<T: SecondsOr<SpeechTimeout, Optional>>(_: &T) {}
/// accepts(&3_u32);
/// accepts(&Duration::from_secs(3));
/// accepts(&SpeechTimeout::Auto);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes an unsigned integer, a `Duration` or a `{E}`, not `{Self}`",
    label = "an unsigned integer, a `Duration` or a `{E}` belongs here",
    note = "a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait SecondsOr<E, S>: AttributeValue {
    written!();
}

delegated!(Seconds Milliseconds SecondsOr<E>);

macro_rules! unsigned {
    ($($type:ty)+) => { $(
        impl<S> Seconds<S> for $type {}
        impl<S> Milliseconds<S> for $type {}
        impl<E, S> SecondsOr<E, S> for $type {}

        impl AttributeValue for NonZero<$type> {
            const ALWAYS: bool = true;

            fn write(&self, start: &str, writer: &mut Writer) {
                self.get().write(start, writer);
            }

            fn open(&self, start: &str, writer: &mut Writer) -> bool {
                AttributeValue::open(&self.get(), start, writer)
            }

            fn write_between(&self, start: &str, after: &str, writer: &mut Writer) {
                self.get().write_between(start, after, writer);
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                self.get().compare(test)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<S> Integer<S> for NonZero<$type> {}
        #[diagnostic::do_not_recommend]
        impl<S> Decimal<S> for NonZero<$type> {}
        #[diagnostic::do_not_recommend]
        impl<S> Text<S> for NonZero<$type> {}
        #[diagnostic::do_not_recommend]
        impl<S> TextOrBoolean<S> for NonZero<$type> {}
        #[diagnostic::do_not_recommend]
        impl<E, S> IntegerOr<E, S> for NonZero<$type> {}
        #[diagnostic::do_not_recommend]
        impl<S> Seconds<S> for NonZero<$type> {}
        #[diagnostic::do_not_recommend]
        impl<S> Milliseconds<S> for NonZero<$type> {}
        #[diagnostic::do_not_recommend]
        impl<E, S> SecondsOr<E, S> for NonZero<$type> {}
    )+ };
}

unsigned!(u8 u16 u32 u64 u128 usize);

/// What is left of a second counts as a whole one: a caller is to have at least the time that was asked for.
fn seconds(span: Duration) -> u64 {
    span.as_secs().saturating_add(u64::from(span.subsec_nanos() > 0))
}

fn milliseconds(span: Duration) -> u128 {
    span.as_nanos().div_ceil(1_000_000)
}

macro_rules! spans {
    ($($family:ident $(<$list:ident>)? $number:ident)+) => { $(
        impl<$($list,)? S> $family<$($list,)? S> for Duration {
            fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool {
                open(&$number(*self), markup, own, writer)
            }

            fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer) {
                put(&$number(*self), markup, own, after, writer);
            }
        }
    )+ };
}

spans!(Seconds seconds Milliseconds milliseconds SecondsOr<E> seconds);

#[cfg(test)]
mod tests {
    use core::{num::NonZero, time::Duration};

    use super::{Milliseconds, Seconds};
    use crate::{Writer, value::Optional};

    fn written(write: impl Fn(&mut Writer)) -> alloc::string::String {
        let mut writer = Writer::with_capacity(0);
        write(&mut writer);
        writer.into_string()
    }

    fn in_seconds<T: Seconds<Optional>>(value: T) -> alloc::string::String {
        written(|writer| value.put("<Pause length=\"", 9, "\"/>", writer))
    }

    fn in_milliseconds<T: Milliseconds<Optional>>(value: T) -> alloc::string::String {
        written(|writer| value.put("<Pause length=\"", 9, "\"/>", writer))
    }

    #[test]
    fn spans_are_rounded_up() {
        for (nanoseconds, seconds, milliseconds) in [
            (0, "0", "0"),
            (1, "1", "1"),
            (999_999, "1", "1"),
            (1_000_000, "1", "1"),
            (1_000_001, "1", "2"),
            (1_000_000_000, "1", "1000"),
            (1_000_000_001, "2", "1001"),
        ] {
            let span = Duration::from_nanos(nanoseconds);
            assert_eq!(in_seconds(span), alloc::format!("<Pause length=\"{seconds}\"/>"));
            assert_eq!(in_milliseconds(Some(span)), alloc::format!("<Pause length=\"{milliseconds}\"/>"));
        }
        assert_eq!(in_seconds(Duration::MAX), alloc::format!("<Pause length=\"{}\"/>", u64::MAX));
        assert_eq!(in_seconds(None::<Duration>), "<Pause/>");
        assert_eq!(in_seconds(NonZero::new(7_u8)), "<Pause length=\"7\"/>");
    }
}
