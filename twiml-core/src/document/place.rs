//! The places in which fragments stand: one type for each element.
//!
//! A function names the places that its fragment serves in its return type. `impl Fragment<element::Gather>` may be
//! placed in `<Gather>`, `impl Fragment<element::Response<Voice>>` directly in a voice document.
//!
//! ```
//! # use twiml_core as twiml;
//! use twiml::{Fragment, element};
//!
//! fn greeting(name: &str) -> impl Fragment<element::Say> {
//!     name.to_owned()
//! }
//! # let _ = greeting("Ada");
//! ```

use core::marker::PhantomData;

use super::strict::{Allowed, Stands};
use crate::fragment::{ChildOf, HoldsText};

/// The place directly in a document of kind `K`.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{Fragment, Voice, element};
///
/// fn accepts(_: impl Fragment<element::Response<Voice>>) {}
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Response<K>(PhantomData<fn() -> K>);

/// Text, as a part of a fragment.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{element, fragment::ChildOf};
///
/// fn fits<P, T: ChildOf<P>>() {}
/// fits::<element::Say, element::Text>();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text;

/// An element with a quoted name, as a place and as a part of a fragment: nothing is checked.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{element, fragment::ChildOf};
///
/// fn fits<P, T: ChildOf<P>>() {}
/// fits::<element::Say, element::Unchecked>();
/// fits::<element::Unchecked, element::Dial>();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Unchecked;

/// Turns the rows of a table into places: a type for each element, and what may stand in it.
macro_rules! places {
    ([$answers:ident] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([$root:ident])? = $name:literal $head:tt { $($fact:tt)* }
        attributes $attributes:tt
        rules $rules:tt
    )*) => {
        $( place! { $($root)? $answers $dialect $item $name $($fact)* } )*

        /// What elements take as they are written: for each a trait that answers for its children.
        #[doc(hidden)]
        pub mod $answers {
            $( answers! { $item $($fact)* } )*
        }
    };
}

/// The trait of an element that has children.
macro_rules! answers {
    (
        $item:ident
        $(also: $also:tt,)?
        $(status: $status:ident $(($instead:literal))?,)?
        children: [$($child:ident)*],
        $($rest:tt)*
    ) => {
        #[expect(missing_docs, reason = "each stands for the element of its name")]
        pub trait $item { $( type $child; )* }
        impl $item for $crate::document::private::Open { $( type $child = (); )* }
    };
    ($item:ident $($rest:tt)*) => {};
}

/// Children of a place stand in it as it is written where its trait allows them.
macro_rules! strict {
    ($answers:ident $item:ident $place:ty: $($child:ident)*) => { $(
        impl<Q: $answers::$item> Stands<$place, Q> for $child where Q::$child: Allowed {}
    )* };
}

/// One element: its type, and what may stand in it. A root has a type already.
macro_rules! place {
    (root $answers:ident $dialect:ident $item:ident $name:literal children: [$($child:ident)*],) => {
        $(
            #[diagnostic::do_not_recommend]
            impl ChildOf<Response<$crate::document::$dialect>> for $child {}
        )*
        strict! { $answers $item Response<$crate::document::$dialect>: $($child)* }
    };
    (
        $answers:ident $dialect:ident $item:ident $name:literal
        $(also: $also:tt,)?
        $(status: $status:ident $(($instead:literal))?,)?
        $(children: [$($child:ident)*],)?
        $(limits: $limits:tt,)?
        $(text: $text:tt,)?
        $(terminal: $terminal:tt $(($($terminator:literal),+))?,)?
        $(notes: $notes:literal,)?
    ) => {
        #[doc = concat!("`<", $name, ">`, as a place for fragments and as a part of them.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $item;

        #[diagnostic::do_not_recommend]
        impl ChildOf<Unchecked> for $item {}
        $(
            $(
                #[diagnostic::do_not_recommend]
                impl ChildOf<$item> for $child {}
            )*
            strict! { $answers $item $item: $($child)* }
        )?
        $(holds_text! { $item $text })?
    };
}

macro_rules! holds_text {
    ($item:ident $text:tt) => {
        impl HoldsText for $item {}
    };
}

/// Tags that mean different things in different places: as parts of a fragment they fit all of these.
macro_rules! shared {
    ($($item:ident: <$($generic:ident)?> $($place:ty),+;)*) => { $(
        #[doc = concat!("`<", stringify!($item), ">` in whichever of its places.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $item;

        #[diagnostic::do_not_recommend]
        impl ChildOf<Unchecked> for $item {}
        // What is refused of these is seen at run time only.
        impl<P, Q> Stands<P, Q> for $item where Self: ChildOf<P> {}
        shared!(@places $item <$($generic)?> $($place),+);
    )* };
    (@places $item:ident <> $($place:ty),+) => { $(
        #[diagnostic::do_not_recommend]
        impl ChildOf<$place> for $item {}
    )+ };
    (@places $item:ident <$generic:ident> $place:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$generic> ChildOf<$place> for $item {}
    };
}

pub use voice::*;

/// Elements of voice documents.
#[expect(non_camel_case_types, reason = "places are named as their elements")]
mod voice {
    use super::{Allowed, ChildOf, HoldsText, Response, Stands, Unchecked};

    voice_verbs! { places verbs }
    voice_nouns! { places nouns }
    speech_markup! { places speech }

    #[doc(hidden)]
    pub mod answers {
        pub use super::{nouns::*, speech::*, verbs::*};
    }
}

/// Elements of messaging documents.
pub mod messaging {
    use super::{Allowed, ChildOf, HoldsText, Response, Stands, Unchecked};

    messaging_elements! { places answers }
}

/// Elements of fax documents.
pub mod fax {
    use super::{Allowed, ChildOf, Response, Stands, Unchecked};

    fax_elements! { places answers }
}

/// Tags that mean different things in different places, as parts of a fragment that fits all of them.
pub mod shared {
    use super::{ChildOf, Response, Stands, Unchecked, voice};

    shared! {
        Redirect: <K> Response<K>;
        Sms: <K> Response<K>;
        Sip: <> voice::Dial, voice::Refer;
    }
}
