//! Lists with commas: text that has them already, or a list of texts.

use alloc::{borrow::Cow, boxed::Box, rc::Rc, string::String, vec::Vec};
use core::fmt;

use super::{Optional, open, put, split, without_quote};
use crate::Writer;

/// What an attribute of entries with commas between them takes: text, or an array, a slice or a `Vec` of texts. Without any
/// entry, the attribute is left out.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::value::{List, Optional};
///
/// fn accepts<T: List<Optional> + ?Sized>(_: &T) {}
/// accepts("sales, support");
/// accepts(&["sales", "support"]);
/// accepts(&vec![String::from("sales")]);
/// ```
#[diagnostic::on_unimplemented(
    message = "this attribute takes text or a list of texts, not `{Self}`",
    label = "`&str`, `String`, `Cow<str>`, `format_args!(…)`, or an array, a slice or a `Vec` of text belongs here",
    note = "an `Option` of it is taken, too: `None` leaves the attribute out"
)]
pub trait List<S> {
    /// Writes markup and the value, but not the closing quote if that is left to the static text behind it: whether it is.
    #[doc(hidden)]
    fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool;

    /// Writes markup, the value and the markup behind it, which starts with the closing quote.
    #[doc(hidden)]
    fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer);
}

macro_rules! values {
    ($($type:ty)+) => { $(
        impl<S> List<S> for $type {
            fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool {
                open(self, markup, own, writer)
            }

            fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer) {
                put(self, markup, own, after, writer);
            }
        }
    )+ };
}

values!(str String Cow<'_, str> Box<str> Rc<str> fmt::Arguments<'_> char u8 u16 u32 u64 u128 usize);
// There is none where the target cannot count references across threads.
#[cfg(target_has_atomic = "ptr")]
values!(alloc::sync::Arc<str>);

struct Joined<'a, T>(&'a [T]);

impl<T: AsRef<str>> fmt::Display for Joined<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, entry) in self.0.iter().enumerate() {
            f.write_str(if index > 0 { "," } else { "" })?;
            f.write_str(entry.as_ref())?;
        }
        Ok(())
    }
}

/// Writes markup and the whole attribute, or nothing in its place.
fn write<T: AsRef<str>>(entries: &[T], markup: &str, own: usize, writer: &mut Writer) {
    if entries.is_empty() {
        let (before, _) = split(markup, own);
        writer.raw(before);
    } else {
        writer.attribute_display(markup, &Joined(entries));
    }
}

macro_rules! lists {
    ($([$($size:tt)*] $list:ty)+) => { $(
        #[diagnostic::do_not_recommend]
        impl<S, T: AsRef<str> $($size)*> List<S> for $list {
            fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool {
                write(self, markup, own, writer);
                false
            }

            fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer) {
                write(self, markup, own, writer);
                writer.raw(without_quote(after));
            }
        }
    )+ };
}

lists!([] [T] [, const N: usize] [T; N] [] Vec<T> [] Box<[T]>);

/// References and `Option`s of families whose types write themselves in their own way.
macro_rules! delegated {
    ($($family:ident $(<$list:ident>)?)+) => { $(
        delegated!(@references $family $(<$list>)?: &T);
        delegated!(@references $family $(<$list>)?: &mut T);

        #[diagnostic::do_not_recommend]
        impl<$($list,)? T: $family<$($list,)? Optional>> $family<$($list,)? Optional> for Option<T> {
            fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool {
                match self {
                    Some(value) => $family::<$($list,)? Optional>::open(value, markup, own, writer),
                    None => {
                        writer.raw(split(markup, own).0);
                        false
                    }
                }
            }

            fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer) {
                match self {
                    Some(value) => $family::<$($list,)? Optional>::put(value, markup, own, after, writer),
                    None => {
                        writer.raw(split(markup, own).0);
                        writer.raw(without_quote(after));
                    }
                }
            }
        }
    )+ };
    (@references $family:ident $(<$list:ident>)?: $reference:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($list,)? S, T: $family<$($list,)? S> + ?Sized> $family<$($list,)? S> for $reference {
            fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool {
                $family::<$($list,)? S>::open(&**self, markup, own, writer)
            }

            fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer) {
                $family::<$($list,)? S>::put(&**self, markup, own, after, writer);
            }
        }
    };
}

pub(super) use delegated;

delegated!(List);
