//! What the expansion of the macro names. Nothing here is promised to anybody else.

use alloc::{borrow::Cow, string::String};
use core::marker::PhantomData;

pub use super::constant::{Bit, Constant, joined, length, text as joined_text};
pub use super::strict::{Allowed, Fitting, Limit, Open, Question, Stands, Strict, Test};
pub use crate::{
    At,
    document::Response,
    fragment::{ChildOf, HoldsText, Markup, Placed},
    vocabulary::Form,
    writer::Size,
};
use crate::{Writer, element, value::AttributeValue};

/// Stands for a kind of document that nothing decides.
///
/// As the value of a type that is to be inferred, it lets the context decide and the compiler fall back to a type of its
/// own where there is none: so a document that fits several kinds can be used as any, or simply be printed.
#[expect(clippy::empty_loop, reason = "it is never called")]
pub const fn never() -> ! {
    loop {}
}

/// Stands for what has not been written yet: of whatever type the context asks for.
pub fn anything<T>(_value: fn() -> T) -> T {
    never()
}

/// Nothing, which may stand anywhere.
pub const fn nothing() -> Markup<(), &'static str> {
    Markup::new("")
}

/// Where an element begins that may be left before its end.
#[must_use]
pub const fn beginning(writer: &Writer) -> Option<usize> {
    Some(writer.length())
}

/// Takes back an element that has been left before its end: half of one would be no markup.
pub fn take_back(writer: &mut Writer, beginning: &mut Option<usize>) {
    if let Some(bytes) = beginning.take() {
        writer.cut(bytes);
    }
}

/// A document without run-time values.
pub const fn constant<K>(text: &'static str) -> Response<K> {
    Response::new(Cow::Borrowed(text))
}

/// A document without run-time values, of a kind that the context decides.
pub const fn any_constant<K>(text: &'static str, _kind: fn() -> K) -> Response<K> {
    constant(text)
}

/// A document whose text has been written.
pub fn document<K>(writer: Writer, size: &Size) -> Response<K> {
    Response::new(Cow::Owned(text(writer, size)))
}

/// A document whose text has been written, of a kind that its parts or the context decide.
pub fn any_document<K>(writer: Writer, size: &Size, _at: At<element::Response<K>>, _kind: fn() -> K) -> Response<K> {
    document(writer, size)
}

/// A document whose values are all named like constants, written by one call. In a `const`, which takes no values of the run
/// time, the compiler refuses that call alone, and says its name.
pub fn run_time_values_in_a_constant_write_const_before_them<K>(
    // A constant is made of constants of the program: `{const NAME}` in the place of `{NAME}`.
    size: &Size,
    write: impl FnOnce(&mut Writer),
) -> Response<K> {
    let mut writer = Writer::with_capacity(size.guess());
    write(&mut writer);
    document(writer, size)
}

/// The same, of a kind that its parts or the context decide.
pub fn run_time_values_in_such_a_constant_write_const_before_them<K>(
    // A constant is made of constants of the program: `{const NAME}` in the place of `{NAME}`.
    size: &Size,
    at: At<element::Response<K>>,
    kind: fn() -> K,
    write: impl FnOnce(&mut Writer),
) -> Response<K> {
    let mut writer = Writer::with_capacity(size.guess());
    write(&mut writer);
    any_document(writer, size, at, kind)
}

fn text(writer: Writer, size: &Size) -> String {
    let text = writer.into_string();
    size.learn(text.len());
    text
}

/// What is in a fragment, as a type: handed over as a value, as the items of the type stand in a block of their own.
#[derive(Debug)]
pub struct Parts<K>(PhantomData<fn() -> K>);

impl<K> Parts<K> {
    /// The type itself.
    pub const HERE: Self = Self(PhantomData);
}

/// A fragment without run-time values.
pub const fn constant_fragment<K>(_: Parts<K>, text: &'static str) -> Markup<K, &'static str> {
    Markup::new(text)
}

/// A fragment that fits wherever its elements do.
pub fn fragment<K, F: Fn(&mut Writer)>(_: Parts<K>, write: F) -> Markup<K, F> {
    Markup::new(write)
}

/// A fragment with `{…}` at its top, beside these elements.
pub fn placed<K: ChildOf<P>, P, F: Fn(&mut Writer, At<P>)>(_: Parts<K>, write: F) -> Placed<P, F, K> {
    Placed::new(write)
}

/// Whether the attribute is written.
pub fn is_written<T: AttributeValue + ?Sized>(value: &T) -> bool {
    value.compare(&|_| true).is_some()
}

/// Whether the attribute is written and has one of these values.
pub fn is_one_of<T: AttributeValue + ?Sized>(value: &T, words: &[&str]) -> bool {
    value.compare(&|value| words.contains(&value)) == Some(true)
}

/// Whether the attribute is written and has none of these values.
pub fn is_none_of<T: AttributeValue + ?Sized>(value: &T, words: &[&str]) -> bool {
    value.compare(&|value| words.contains(&value)) == Some(false)
}

/// Whether the attribute is written and has this form.
pub fn has_form<T: AttributeValue + ?Sized>(value: &T, form: Form) -> bool {
    value.compare(&|value| form.fits(value)) == Some(true)
}

/// How much has been written.
#[must_use]
pub const fn written(writer: &Writer) -> usize {
    writer.length()
}

/// Takes back the element that begins at `start` if these attributes have more characters together.
pub fn limit(writer: &mut Writer, start: usize, names: &[&str], most: usize) {
    writer.remove_if_longer(start, names, most);
}
