//! What attributes take that must be written: the same as others, but no `Option`. Each of these traits is that of the module
//! above for [`Required`], in words of its own.

use super::Required;
use crate::Writer;

macro_rules! required {
    ($($family:ident $(<$list:ident>)? $what:literal $label:literal $(($note:literal))?)+) => { $(
        #[doc = concat!("What [`", stringify!($family), "`](super::", stringify!($family), ") is where the attribute is required.")]
        #[diagnostic::on_unimplemented(
            message = $what,
            label = $label,
            $(note = $note,)?
            note = "the attribute must be written, and an `Option` may be `None`: take the value out of it first, or write the element only where there is one"
        )]
        pub trait $family$(<$list>)? {
            /// Writes markup and the value, but not the closing quote if that is left to the static text behind it: whether it is.
            #[doc(hidden)]
            fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool;

            /// Writes markup, the value and the markup behind it, which starts with the closing quote.
            #[doc(hidden)]
            fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer);
        }

        #[diagnostic::do_not_recommend]
        impl<$($list,)? T: super::$family<$($list,)? Required> + ?Sized> $family$(<$list>)? for T {
            fn open(&self, markup: &str, own: usize, writer: &mut Writer) -> bool {
                super::$family::<$($list,)? Required>::open(self, markup, own, writer)
            }

            fn put(&self, markup: &str, own: usize, after: &str, writer: &mut Writer) {
                super::$family::<$($list,)? Required>::put(self, markup, own, after, writer);
            }
        }
    )+ };
}

required! {
    Text
        "this required attribute takes text, not `{Self}`"
        "`&str`, `String`, `Cow<str>`, `format_args!(…)` or a whole number belongs here"
    Url
        "this required attribute takes an address, not `{Self}`"
        "`&str`, `String`, `Cow<str>`, `format_args!(…)` or, with the feature `url`, `url::Url` belongs here"
    Boolean
        "this required attribute takes a `bool`, not `{Self}`"
        "`true`, `false` or a `bool` belongs here"
    TextOrBoolean
        "this required attribute takes text or a `bool`, not `{Self}`"
        "`&str`, `String`, `Cow<str>`, `format_args!(…)` or a `bool` belongs here"
    Integer
        "this required attribute takes an unsigned integer, not `{Self}`"
        "`u8`, `u16`, `u32`, `u64`, `u128` or `usize` belongs here"
        ("a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`")
    IntegerOr<E>
        "this required attribute takes an unsigned integer or a `{E}`, not `{Self}`"
        "an unsigned integer or a `{E}` belongs here"
        ("a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`")
    Seconds
        "this required attribute takes an unsigned integer or a `Duration`, not `{Self}`"
        "`u8`, `u16`, `u32`, `u64`, `u128`, `usize` or `Duration` belongs here"
        ("a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`")
    Milliseconds
        "this required attribute takes an unsigned integer or a `Duration`, not `{Self}`"
        "`u8`, `u16`, `u32`, `u64`, `u128`, `usize` or `Duration` belongs here"
        ("a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`")
    SecondsOr<E>
        "this required attribute takes an unsigned integer, a `Duration` or a `{E}`, not `{Self}`"
        "an unsigned integer, a `Duration` or a `{E}` belongs here"
        ("a number without a type is an `i32`: give it one, as in `let seconds: u32 = 5` or `5_u32`")
    List
        "this required attribute takes text or a list of texts, not `{Self}`"
        "`&str`, `String`, `Cow<str>`, `format_args!(…)`, or an array, a slice or a `Vec` of text belongs here"
    Decimal
        "this required attribute takes a decimal number as text, not `{Self}`"
        "an unsigned integer or text such as `format_args!(\"{{:.2}}\", amount)` belongs here"
    TimeSpan
        "this required attribute takes a time span, not `{Self}`"
        "`core::time::Duration` or text such as `\"1.5s\"` belongs here"
    OneOf<E>
        "this required attribute takes a `{E}`, not `{Self}`"
        "a value of `{E}` belongs here"
        ("name a variant, or parse a word once, at the edge: `word.parse::<{E}>()`")
    SetOf<E>
        "this required attribute takes values of `{E}`, not `{Self}`"
        "a `{E}`, an array or a slice of them belongs here"
        ("name variants, or parse words once, at the edge: `word.parse::<{E}>()`")
}
