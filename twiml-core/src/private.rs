//! What the expansion of the macro names. Nothing here is promised to anybody else.

use alloc::{borrow::Cow, string::String};

pub use crate::{
    At, Writer,
    element::Response as ResponseElement,
    fragment::{ChildOf, Markup, Placed},
    response::{Fax, Messaging, Response, Voice},
    writer::Size,
};

/// Stands for a kind of document that nothing decides.
///
/// As the value of a type that is to be inferred, it lets the context decide and the compiler fall back to a type of its
/// own where there is none: so a document that fits both kinds can be used as either, or simply be printed.
pub const fn never() -> ! {
    loop {}
}

/// A document without run-time values.
#[must_use]
pub const fn constant<K>(text: &'static str, _kind: fn() -> K) -> Response<K> {
    Response::new(Cow::Borrowed(text))
}

/// A document whose text has been written.
#[must_use]
pub fn document<K>(writer: Writer, _at: At<ResponseElement<K>>, _kind: fn() -> K) -> Response<K> {
    Response::new(Cow::Owned(writer.into_string()))
}

/// A fragment without run-time values.
#[must_use]
pub const fn constant_fragment<K>(text: &'static str) -> Markup<K, &'static str> {
    Markup::new(text)
}

/// A fragment that fits wherever its elements do.
pub fn fragment<K, F: Fn(&mut Writer)>(write: F) -> Markup<K, F> {
    Markup::new(write)
}

/// A fragment with `{…}` at its top, and with these elements beside it.
pub fn placed_with<K: ChildOf<P>, P, F: Fn(&mut Writer, At<P>)>(write: F) -> Placed<P, F> {
    Placed::new(write)
}

/// A fragment with `{…}` at its top.
pub fn placed<P, F: Fn(&mut Writer, At<P>)>(write: F) -> Placed<P, F> {
    Placed::new(write)
}

/// A text of its own for a document whose markup is at fault: the compiler has an error to show already.
#[must_use]
pub fn owned(text: &str) -> String {
    text.into()
}
