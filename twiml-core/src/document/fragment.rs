//! What may stand in `{…}` between tags: text, and fragments made by `twiml!`.

use alloc::{borrow::Cow, boxed::Box, rc::Rc, string::String};
use core::{fmt, marker::PhantomData};

use crate::{
    Writer,
    element::{Text, Unchecked},
};

/// A place, handed to what is written there.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{At, element};
///
/// let at = At::<element::Say>::HERE;
/// # let _ = at;
/// ```
pub struct At<P>(PhantomData<fn() -> P>);

impl<P> At<P> {
    /// The place itself.
    pub const HERE: Self = Self(PhantomData);
}

impl<P> Clone for At<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for At<P> {}

impl<P> fmt::Debug for At<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("At")
    }
}

/// Something that may be placed in `P` as `{…}`: text where `P` holds text, or a fragment whose elements may stand there.
///
/// Implement it for a type of your own by writing another fragment:
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{At, Fragment, Writer, element};
///
/// struct Customer { name: String }
///
/// impl Fragment<element::Say> for Customer {
///     fn write(&self, writer: &mut Writer, at: At<element::Say>) {
///         self.name.write(writer, at);
///     }
/// }
///
/// let mut writer = Writer::with_capacity(0);
/// Customer { name: "Tom & Jerry".into() }.write(&mut writer, At::HERE);
/// assert_eq!(writer.into_string(), "Tom &amp; Jerry");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` may not be placed in `{P}`",
    label = "text or a fragment for `{P}` belongs here",
    note = "`&str`, `String`, `Cow<str>`, `char`, integers, `format_args!(…)` and an `Option` of them are text; what `twiml!` makes is a fragment",
    note = "a function names each place that its fragment serves: `-> impl Fragment<…> + Fragment<{P}>`"
)]
pub trait Fragment<P> {
    /// Writes it.
    fn write(&self, writer: &mut Writer, at: At<P>);

    /// Writes markup and it.
    #[doc(hidden)]
    fn write_after(&self, before: &str, writer: &mut Writer, at: At<P>) {
        writer.raw(before);
        self.write(writer, at);
    }

    /// Writes it and the markup around it.
    #[doc(hidden)]
    fn write_between(&self, before: &str, after: &str, writer: &mut Writer, at: At<P>) {
        self.write_after(before, writer, at);
        writer.raw(after);
    }
}

/// An element, or text, that may stand in `P`.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{element, fragment::ChildOf};
///
/// fn fits<P, T: ChildOf<P>>() {}
/// fits::<element::Gather, element::Say>();
/// ```
///
/// ```compile_fail
/// # use twiml_core as twiml;
/// # use twiml::{element, fragment::ChildOf};
/// # fn fits<P, T: ChildOf<P>>() {}
/// fits::<element::Gather, element::Dial>();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` may not stand in `{P}`",
    label = "holds `{Self}`, which may not stand in `{P}`"
)]
pub trait ChildOf<P> {}

/// A place that holds text.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{element, fragment::HoldsText};
///
/// fn holds_text<P: HoldsText>() {}
/// holds_text::<element::Say>();
/// ```
///
/// ```compile_fail
/// # use twiml_core as twiml;
/// # use twiml::{element, fragment::HoldsText};
/// # fn holds_text<P: HoldsText>() {}
/// holds_text::<element::Gather>();
/// ```
#[diagnostic::on_unimplemented(
    message = "text may not stand in `{Self}`",
    label = "this is text, and `{Self}` holds none",
    note = "wrap it in an element that holds text"
)]
pub trait HoldsText {}

impl HoldsText for Unchecked {}
#[diagnostic::do_not_recommend]
impl<P: HoldsText> ChildOf<P> for Text {}
#[diagnostic::do_not_recommend]
impl<P> ChildOf<P> for Unchecked {}
#[diagnostic::do_not_recommend]
impl<P> ChildOf<P> for () {}

/// Several elements side by side.
impl<P, A: ChildOf<P>, B: ChildOf<P>> ChildOf<P> for (A, B) {}

/// A fragment: markup that does not start at `<Response>`. `K` tells what is in it, `F` writes it.
///
/// Functions return it as `impl Fragment<element::Gather>`; a fragment without run-time values has a type that can be
/// named, so that it works in `const` and `static`, unless a rule looks at the place of one of its elements: `<Stream>` without a
/// name cannot be stopped, and so its type is one of its own that does not fit `<Stop>`.
///
/// ```
/// # mod twiml {
/// #     pub(crate) use twiml_core::__private::{Parts, constant_fragment};
/// #     macro_rules! pause { (<Pause/>) => { twiml::constant_fragment(twiml::Parts::HERE, "<Pause/>") } }
/// #     pub(crate) use {pause as twiml, twiml_core::{Markup, element}};
/// # }
/// use twiml::{Markup, element, twiml};
///
/// const PAUSE: Markup<element::Pause, &str> = twiml! { <Pause/> };
/// # let _ = PAUSE;
/// ```
///
/// Fragments that hold each other are types that hold each other, and the compiler follows some forty of them by itself. More
/// want `#![recursion_limit = "256"]` at the head of the crate, or a `Box<dyn Fragment<…>>` in between, behind which it
/// counts anew.
#[must_use = "a fragment does nothing until it is placed"]
pub struct Markup<K, F> {
    content: F,
    kind: PhantomData<fn() -> K>,
}

impl<K, F> Markup<K, F> {
    pub(crate) const fn new(content: F) -> Self {
        Self { content, kind: PhantomData }
    }
}

impl<K, F: Content> Markup<K, F> {
    /// Writes it where it has been made sure that it may stand.
    pub(crate) fn write_anywhere(&self, writer: &mut Writer) {
        self.content.write_content(writer);
    }
}

impl<K, F: Clone> Clone for Markup<K, F> {
    fn clone(&self) -> Self {
        Self::new(self.content.clone())
    }
}

impl<K, F: Copy> Copy for Markup<K, F> {}

impl<K, F> fmt::Debug for Markup<K, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Markup")
    }
}

/// What writes a fragment whose place does not matter.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{Writer, fragment::Content};
///
/// let mut writer = Writer::with_capacity(0);
/// "<Pause/>".write_content(&mut writer);
/// assert_eq!(writer.into_string(), "<Pause/>");
/// ```
pub trait Content {
    /// Writes it.
    fn write_content(&self, writer: &mut Writer);
}

impl Content for &'static str {
    fn write_content(&self, writer: &mut Writer) {
        writer.raw(self);
    }
}

impl<F: Fn(&mut Writer)> Content for F {
    fn write_content(&self, writer: &mut Writer) {
        self(writer);
    }
}

impl<P, K: ChildOf<P>, F: Content> Fragment<P> for Markup<K, F> {
    fn write(&self, writer: &mut Writer, _: At<P>) {
        self.content.write_content(writer);
    }
}

/// A fragment that holds `{…}` at its top: it serves the one place in which it is used. `K` tells what else is in it.
///
/// ```
/// # mod twiml {
/// #     pub(crate) use twiml_core::__private::{Parts, placed};
/// #     macro_rules! value {
/// #         ({$value:ident}) => { twiml::placed(twiml::Parts::<()>::HERE, |writer, at| $value.write(writer, at)) }
/// #     }
/// #     pub(crate) use {twiml_core::{At, Fragment, Writer, element}, value as twiml};
/// # }
/// use twiml::{At, Fragment, Writer, element, twiml};
///
/// let name = "Ada";
/// let greeting = twiml! { {name} };
/// let mut writer = Writer::with_capacity(0);
/// greeting.write(&mut writer, At::<element::Say>::HERE);
/// assert_eq!(writer.into_string(), "Ada");
/// ```
#[must_use = "a fragment does nothing until it is placed"]
pub struct Placed<P, F, K = ()> {
    content: F,
    place: PhantomData<fn() -> (P, K)>,
}

impl<P, F, K> Placed<P, F, K> {
    pub(crate) const fn new(content: F) -> Self {
        Self { content, place: PhantomData }
    }
}

impl<P, F: Clone, K> Clone for Placed<P, F, K> {
    fn clone(&self) -> Self {
        Self::new(self.content.clone())
    }
}

impl<P, F, K> fmt::Debug for Placed<P, F, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Placed")
    }
}

impl<P, F: Fn(&mut Writer, At<P>), K> Fragment<P> for Placed<P, F, K> {
    fn write(&self, writer: &mut Writer, at: At<P>) {
        (self.content)(writer, at);
    }
}

macro_rules! text {
    ($($type:ty)+) => { $(
        impl<P: HoldsText> Fragment<P> for $type {
            fn write(&self, writer: &mut Writer, _: At<P>) {
                writer.text(self);
            }

            fn write_after(&self, before: &str, writer: &mut Writer, _: At<P>) {
                writer.text_after(before, self);
            }

            fn write_between(&self, before: &str, after: &str, writer: &mut Writer, _: At<P>) {
                writer.text_between(before, self, after);
            }
        }
    )+ };
    ($method:ident as $wide:ty: $($type:ty)+) => { $(
        impl<P: HoldsText> Fragment<P> for $type {
            fn write(&self, writer: &mut Writer, _: At<P>) {
                writer.$method((*self) as $wide);
            }
        }
    )+ };
}

macro_rules! displayed {
    ($($type:ty)+) => { $(
        impl<P: HoldsText> Fragment<P> for $type {
            fn write(&self, writer: &mut Writer, _: At<P>) {
                writer.text_display(self);
            }
        }
    )+ };
}

text!(str String Cow<'_, str>);
text!(integer as u64: u8 u16 u32 u64 usize);
text!(large as u128: u128);
text!(signed as i64: i8 i16 i32 i64 isize);
displayed!(i128 f32 f64 char bool);

impl<P: HoldsText> Fragment<P> for fmt::Arguments<'_> {
    fn write(&self, writer: &mut Writer, _: At<P>) {
        writer.text_arguments(*self);
    }
}

macro_rules! pointers {
    ($($pointer:ty)+) => { $(
        impl<P, T: Fragment<P> + ?Sized> Fragment<P> for $pointer {
            fn write(&self, writer: &mut Writer, at: At<P>) {
                (**self).write(writer, at);
            }

            fn write_after(&self, before: &str, writer: &mut Writer, at: At<P>) {
                (**self).write_after(before, writer, at);
            }

            fn write_between(&self, before: &str, after: &str, writer: &mut Writer, at: At<P>) {
                (**self).write_between(before, after, writer, at);
            }
        }
    )+ };
}

pointers!(&T &mut T Box<T> Rc<T>);
// There is none where the target cannot count references across threads.
#[cfg(target_has_atomic = "ptr")]
pointers!(alloc::sync::Arc<T>);

impl<P, T: Fragment<P>> Fragment<P> for Option<T> {
    fn write(&self, writer: &mut Writer, at: At<P>) {
        if let Some(content) = self {
            content.write(writer, at);
        }
    }

    fn write_after(&self, before: &str, writer: &mut Writer, at: At<P>) {
        match self {
            Some(content) => content.write_after(before, writer, at),
            None => writer.raw(before),
        }
    }
}
