//! Elements as they are written, with attributes or children that forbid others: what the type of a fragment tells is
//! checked by the compiler, and what only the run time knows does not come out.

use core::{marker::PhantomData, ops::Deref};

use crate::{
    At, Fragment, Markup, Placed, Writer,
    element::{Text, Unchecked},
    fragment::{Content, HoldsText},
    vocabulary::Form,
};

/// What may stand in the place `P` as it is written. `Q` answers for each child of the place, through the trait of its name in
/// `element::answers`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` may not stand in `{P}`",
    label = "holds `{Self}`, which may not stand in `{P}`"
)]
pub trait Stands<P, Q> {}

impl<P: HoldsText, Q> Stands<P, Q> for Text {}
impl<P, Q> Stands<P, Q> for Unchecked {}
impl<P, Q> Stands<P, Q> for () {}
impl<P, Q, A: Stands<P, Q>, B: Stands<P, Q>> Stands<P, Q> for (A, B) {}

/// Allows every child.
#[derive(Debug)]
pub struct Open;

/// The answer of such a place: whether the child may stand there.
pub trait Allowed {}

impl Allowed for () {}

/// A place `P` as it is written; `Q` is what it takes.
#[derive(Debug)]
pub struct Strict<P, Q> {
    limits: &'static [Limit],
    place: PhantomData<fn() -> (P, Q)>,
}

impl<P, Q> Strict<P, Q> {
    /// With what may not stand there, or only at times.
    #[must_use]
    pub const fn new(limits: &'static [Limit]) -> Self {
        Self { limits, place: PhantomData }
    }
}

impl<P, Q> Clone for Strict<P, Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, Q> Copy for Strict<P, Q> {}

/// Children that the attributes of their parent may forbid.
#[derive(Debug)]
pub struct Limit {
    /// The names of the children.
    pub children: &'static [&'static str],
    /// They are forbidden if all of these hold,
    pub when: &'static [Test],
    /// and none of these.
    pub unless: &'static [Test],
    /// The attributes that are left out then; if there are none, it is the children.
    pub leaves_out: &'static [&'static str],
}

/// What an attribute is asked; whether the answer should be no.
#[derive(Debug)]
pub struct Test(pub &'static str, pub Question, pub bool);

/// A question about an attribute.
#[derive(Debug)]
pub enum Question {
    /// Whether it is written.
    Written,
    /// Whether it is one of these.
    Is(&'static [&'static str]),
    /// Whether it is written and none of these.
    IsNot(&'static [&'static str]),
    /// Whether it has this form.
    Has(Form),
}

impl Test {
    fn holds(&self, writer: &Writer) -> bool {
        let Self(name, question, negated) = self;
        // No word and no form has characters that are escaped.
        let holds = writer.open_value(name).is_some_and(|value| match question {
            Question::Written => true,
            Question::Is(words) => words.contains(&value),
            Question::IsNot(words) => !words.contains(&value),
            Question::Has(form) => form.fits(value),
        });
        holds != *negated
    }
}

/// Takes back what must not stand beside what has been written from `start` on, or that itself.
#[inline(never)]
fn settle(writer: &mut Writer, mut start: usize, limits: &[Limit]) {
    for Limit { children, when, unless, leaves_out } in limits {
        let is_broken = writer.has_element(start, children)
            && when.iter().all(|test| test.holds(writer))
            && !unless.iter().any(|test| test.holds(writer));
        if is_broken && leaves_out.is_empty() {
            writer.remove_elements(start, children);
        } else if is_broken {
            start -= leaves_out.iter().map(|name| writer.remove_attribute(name)).sum::<usize>();
        }
    }
}

/// Something placed there, with the markup around it. The methods of its own are for what tells its parts; the compiler falls
/// back to those of `Opaque` for all the rest.
#[derive(Debug)]
pub struct Fitting<'a, T: ?Sized>(Opaque<'a, T>);

/// Something of which only its place is known, such as `impl Fragment<element::Say>`.
#[derive(Debug)]
pub struct Opaque<'a, T: ?Sized> {
    value: &'a T,
    before: &'a str,
    after: &'a str,
}

impl<'a, T: ?Sized> Fitting<'a, T> {
    /// Not written yet.
    pub const fn new(value: &'a T, before: &'a str, after: &'a str) -> Self {
        Self(Opaque { value, before, after })
    }
}

impl<'a, T: ?Sized> Deref for Fitting<'a, T> {
    type Target = Opaque<'a, T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T: ?Sized> Opaque<'_, T> {
    /// Writes it without what is forbidden.
    pub fn write<P, Q>(&self, writer: &mut Writer, strict: Strict<P, Q>)
    where
        T: Fragment<P>,
    {
        writer.raw(self.before);
        let start = writer.length();
        self.value.write(writer, At::HERE);
        settle(writer, start, strict.limits);
        writer.raw(self.after);
    }
}

impl<T: Known + ?Sized> Fitting<'_, T> {
    /// Writes what has been checked.
    pub fn write<P, Q>(&self, writer: &mut Writer, strict: Strict<P, Q>)
    where
        T: KnownIn<P>,
        T::Parts: Stands<P, Q>,
    {
        if !T::IS_MARKUP || strict.limits.is_empty() {
            return self.value.write_known(self.before, self.after, writer);
        }
        writer.raw(self.before);
        let start = writer.length();
        self.value.write_known("", "", writer);
        settle(writer, start, strict.limits);
        writer.raw(self.after);
    }
}

/// What tells by its type what it holds.
pub trait Known {
    /// What it holds.
    type Parts;

    /// Whether it may hold elements.
    const IS_MARKUP: bool = true;
}

/// The same, written in `P`: that it may stand there is for its parts to tell.
#[diagnostic::on_unimplemented(
    message = "`{Self}` may not be placed in `{P}`",
    label = "text or a fragment for `{P}` belongs here"
)]
pub trait KnownIn<P>: Known {
    /// Writes it and the markup around it.
    fn write_known(&self, before: &str, after: &str, writer: &mut Writer);
}

impl<K, F> Known for Markup<K, F> {
    type Parts = K;
}

impl<P, K, F: Content> KnownIn<P> for Markup<K, F> {
    fn write_known(&self, before: &str, after: &str, writer: &mut Writer) {
        writer.raw(before);
        self.write_anywhere(writer);
        writer.raw(after);
    }
}

impl<P, F, K> Known for Placed<P, F, K> {
    type Parts = K;
}

impl<P, F: Fn(&mut Writer, At<P>), K> KnownIn<P> for Placed<P, F, K> {
    fn write_known(&self, before: &str, after: &str, writer: &mut Writer) {
        self.write_between(before, after, writer, At::HERE);
    }
}

impl<T: Known> Known for Option<T> {
    type Parts = T::Parts;
    const IS_MARKUP: bool = T::IS_MARKUP;
}

impl<P, T: KnownIn<P>> KnownIn<P> for Option<T> {
    fn write_known(&self, before: &str, after: &str, writer: &mut Writer) {
        match self {
            Some(value) => value.write_known(before, after, writer),
            None => {
                writer.raw(before);
                writer.raw(after);
            }
        }
    }
}

impl<T: Known + ?Sized> Known for &T {
    type Parts = T::Parts;
    const IS_MARKUP: bool = T::IS_MARKUP;
}

impl<P, T: KnownIn<P> + ?Sized> KnownIn<P> for &T {
    fn write_known(&self, before: &str, after: &str, writer: &mut Writer) {
        (**self).write_known(before, after, writer);
    }
}

/// Several fragments, one behind the other.
macro_rules! lists {
    ($([$($size:tt)*] $list:ty)+) => { $(
        impl<T: Known $($size)*> Known for $list {
            type Parts = T::Parts;
            const IS_MARKUP: bool = T::IS_MARKUP;
        }

        impl<P, T: KnownIn<P> $($size)*> KnownIn<P> for $list {
            fn write_known(&self, before: &str, after: &str, writer: &mut Writer) {
                writer.raw(before);
                for fragment in self {
                    fragment.write_known("", "", writer);
                }
                writer.raw(after);
            }
        }
    )+ };
}

lists!([] [T] [, const N: usize] [T; N] [] alloc::vec::Vec<T>);

/// Text of all kinds, written as where everything may stand: that text may stand here is for the compiler to see.
macro_rules! text {
    ($($type:ty)+) => { $(
        impl Known for $type {
            type Parts = Text;
            const IS_MARKUP: bool = false;
        }

        impl<P> KnownIn<P> for $type {
            fn write_known(&self, before: &str, after: &str, writer: &mut Writer) {
                Fragment::<Unchecked>::write_between(self, before, after, writer, At::HERE);
            }
        }
    )+ };
}

text!(str alloc::string::String alloc::borrow::Cow<'_, str> core::fmt::Arguments<'_> char bool f32 f64);
text!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
