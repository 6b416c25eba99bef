//! The types that are values of attributes.

use alloc::{borrow::Cow, boxed::Box, rc::Rc, string::String, string::ToString, vec::Vec};
use core::{fmt, time::Duration};

use super::{
    AttributeValue, Boolean, Decimal, Integer, IntegerOr, OneOf, Optional, SetOf, Text, TextOrBoolean, TimeSpan, Url,
};
use crate::{Enumeration, Writer};

/// Textual types: what is written is what they hold.
macro_rules! textual {
    ($($type:ty)+) => { $(
        impl AttributeValue for $type {
            const ALWAYS: bool = true;

            fn write(&self, start: &str, writer: &mut Writer) {
                writer.attribute(start, self);
            }

            fn open(&self, start: &str, writer: &mut Writer) -> bool {
                writer.open_attribute(start, self);
                true
            }

            fn write_between(&self, start: &str, after: &str, writer: &mut Writer) {
                writer.attribute_between(start, self, after);
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                Some(test(self))
            }
        }

        textual!(@families $type);
    )+ };
    (@families $type:ty) => {
        impl<S> Text<S> for $type {}
        impl<S> Url<S> for $type {}
        impl<S> TextOrBoolean<S> for $type {}
        impl<S> Decimal<S> for $type {}
        impl<S> TimeSpan<S> for $type {}
    };
}

textual!(str String Cow<'_, str> Box<str> Rc<str>);
// There is none where the target cannot count references across threads.
#[cfg(target_has_atomic = "ptr")]
textual!(alloc::sync::Arc<str>);
textual!(@families fmt::Arguments<'_>);

impl AttributeValue for fmt::Arguments<'_> {
    const ALWAYS: bool = true;

    fn write(&self, start: &str, writer: &mut Writer) {
        writer.attribute_arguments(start, *self);
    }

    fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
        Some(match self.as_str() {
            Some(constant) => test(constant),
            None => test_displayed(self, test),
        })
    }
}

/// Whether the digits of a number pass the test; they are not worth an allocation.
pub(crate) fn test_digits(value: u64, test: &dyn Fn(&str) -> bool) -> bool {
    let mut digits = [b'0'; 20];
    let mut rest = value;
    let mut length = 0;
    for digit in digits.iter_mut().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
        length += 1;
        if rest == 0 {
            break;
        }
    }
    let (_, digits) = digits.split_at(digits.len() - length);
    test(core::str::from_utf8(digits).unwrap_or_default())
}

/// The same of anything else: once for all types.
fn test_displayed(value: &dyn fmt::Display, test: &dyn Fn(&str) -> bool) -> bool {
    test(&value.to_string())
}

/// Whole numbers without a sign.
macro_rules! unsigned {
    ($($type:ty)+) => { $(
        impl AttributeValue for $type {
            const ALWAYS: bool = true;

            fn write(&self, start: &str, writer: &mut Writer) {
                match u64::try_from(*self) {
                    Ok(value) => writer.attribute_integer(start, value),
                    Err(_) => writer.attribute_display(start, self),
                }
            }

            fn open(&self, start: &str, writer: &mut Writer) -> bool {
                match u64::try_from(*self) {
                    Ok(value) => {
                        writer.open_attribute_integer(start, value);
                        true
                    }
                    Err(_) => {
                        writer.attribute_display(start, self);
                        false
                    }
                }
            }

            fn write_between(&self, start: &str, after: &str, writer: &mut Writer) {
                match u64::try_from(*self) {
                    Ok(value) => writer.attribute_integer_between(start, value, after),
                    Err(_) => {
                        writer.attribute_display(start, self);
                        writer.raw(super::without_quote(after));
                    }
                }
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                Some(match u64::try_from(*self) {
                    Ok(value) => test_digits(value, test),
                    Err(_) => test_displayed(self, test),
                })
            }
        }

        impl<S> Integer<S> for $type {}
        impl<S> Decimal<S> for $type {}
        impl<S> Text<S> for $type {}
        impl<S> TextOrBoolean<S> for $type {}
        impl<E, S> IntegerOr<E, S> for $type {}
    )+ };
}

unsigned!(u8 u16 u32 u64 u128 usize);

/// What is text, although no attribute asks for it as such: whole numbers with a sign, and characters.
macro_rules! shown {
    ($($type:ty)+) => { $(
        impl AttributeValue for $type {
            const ALWAYS: bool = true;

            fn write(&self, start: &str, writer: &mut Writer) {
                writer.attribute_display(start, self);
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                Some(test_displayed(self, test))
            }
        }

        impl<S> Text<S> for $type {}
        impl<S> TextOrBoolean<S> for $type {}
    )+ };
}

shown!(i8 i16 i32 i64 i128 isize char);

impl AttributeValue for bool {
    const ALWAYS: bool = true;

    fn write(&self, start: &str, writer: &mut Writer) {
        writer.attribute(start, if *self { "true" } else { "false" });
    }

    fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
        Some(test(if *self { "true" } else { "false" }))
    }
}

#[diagnostic::do_not_recommend]
impl<S> Boolean<S> for bool {}
impl<S> TextOrBoolean<S> for bool {}

impl AttributeValue for Duration {
    const ALWAYS: bool = true;

    fn write(&self, start: &str, writer: &mut Writer) {
        writer.attribute_display(start, &format_args!("{}ms", self.as_millis()));
    }

    fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
        Some(test_displayed(&format_args!("{}ms", self.as_millis()), test))
    }
}

impl<S> TimeSpan<S> for Duration {}

#[cfg(feature = "url")]
impl AttributeValue for url::Url {
    const ALWAYS: bool = true;

    fn write(&self, start: &str, writer: &mut Writer) {
        writer.attribute(start, self.as_str());
    }

    fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
        Some(test(self.as_str()))
    }
}

#[cfg(feature = "url")]
impl<S> Url<S> for url::Url {}

/// Values of a set: the distinct words with spaces between them.
struct Joined<'a, T>(&'a [T]);

impl<T: AttributeValue> fmt::Display for Joined<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (index, value) in self.0.iter().enumerate() {
            let Some(word) = value.word() else { continue };
            if self.0.iter().take(index).any(|earlier| earlier.word() == Some(word)) {
                continue;
            }
            f.write_str(separator)?;
            f.write_str(word)?;
            separator = " ";
        }
        Ok(())
    }
}

fn write_set<T: AttributeValue>(values: &[T], start: &str, writer: &mut Writer) {
    if values.iter().any(|value| value.word().is_some()) {
        writer.attribute_display(start, &Joined(values));
    }
}

fn compare_set<T: AttributeValue>(values: &[T], test: &dyn Fn(&str) -> bool) -> Option<bool> {
    let tests = values.iter().filter_map(AttributeValue::word).map(test);
    tests.reduce(|one, other| one || other)
}

/// Lists of any values, although attributes take those of their enum only: that is for their trait to say, and once.
macro_rules! sets {
    ($([$($size:tt)*] $set:ty)+) => { $(
        impl<T: AttributeValue $($size)*> AttributeValue for $set {
            fn write(&self, start: &str, writer: &mut Writer) {
                write_set(self, start, writer);
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                compare_set(self, test)
            }
        }
    )+ };
}

sets!([] [T] [, const N: usize] [T; N] [] Vec<T>);

impl<T: AttributeValue> AttributeValue for Option<T> {
    fn write(&self, start: &str, writer: &mut Writer) {
        if let Some(value) = self {
            value.write(start, writer);
        }
    }

    fn open(&self, start: &str, writer: &mut Writer) -> bool {
        self.as_ref().is_some_and(|value| value.open(start, writer))
    }

    fn write_between(&self, start: &str, after: &str, writer: &mut Writer) {
        match self {
            Some(value) => value.write_between(start, after, writer),
            None => writer.raw(super::without_quote(after)),
        }
    }

    fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
        self.as_ref()?.compare(test)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Enumeration + AttributeValue, S> SetOf<E, S> for [E] {}
#[diagnostic::do_not_recommend]
impl<E: Enumeration + AttributeValue, S, const N: usize> SetOf<E, S> for [E; N] {}
#[diagnostic::do_not_recommend]
impl<E: Enumeration + AttributeValue, S> SetOf<E, S> for Vec<E> {}

/// References and boxes: what they point at. And the `Option` of each family.
macro_rules! families {
    ($($family:ident $(<$list:ident>)?)+) => { $(
        #[diagnostic::do_not_recommend]
        impl<$($list,)? S, T: $family<$($list,)? S> + ?Sized> $family<$($list,)? S> for &T {}
        #[diagnostic::do_not_recommend]
        impl<$($list,)? S, T: $family<$($list,)? S> + ?Sized> $family<$($list,)? S> for &mut T {}
        #[diagnostic::do_not_recommend]
        impl<$($list,)? T: $family<$($list,)? Optional>> $family<$($list,)? Optional> for Option<T> {}
    )+ };
}

families!(Text Url TextOrBoolean Boolean Integer IntegerOr<E> Decimal TimeSpan OneOf<E> SetOf<E>);

macro_rules! references {
    ($($reference:ty)+) => { $(
        impl<T: AttributeValue + ?Sized> AttributeValue for $reference {
            const ALWAYS: bool = T::ALWAYS;

            fn write(&self, start: &str, writer: &mut Writer) {
                (**self).write(start, writer);
            }

            fn open(&self, start: &str, writer: &mut Writer) -> bool {
                (**self).open(start, writer)
            }

            fn write_between(&self, start: &str, after: &str, writer: &mut Writer) {
                (**self).write_between(start, after, writer);
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                (**self).compare(test)
            }
        }
    )+ };
}

references!(&T &mut T);
