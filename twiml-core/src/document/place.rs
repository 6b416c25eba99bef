//! The places in which fragments stand: one type for each element.
//!
//! A function names the places that its fragment serves in its return type. `impl Fragment<element::Gather>` may be
//! placed in `<Gather>`, `impl Fragment<element::Response<Voice>>` directly in a voice document.
//!
//! ```
//! use twiml_core::{Fragment, element};
//!
//! fn greeting(name: &str) -> impl Fragment<element::Say> {
//!     name.to_owned()
//! }
//! # let _ = greeting("Ada");
//! ```

use core::marker::PhantomData;

pub use crate::vocabulary::tables::markers::*;

/// Elements of messaging documents.
pub mod messaging {
    pub use crate::vocabulary::tables::messaging_markers::*;
}

/// Elements of fax documents.
pub mod fax {
    pub use crate::vocabulary::tables::fax_markers::*;
}

/// Tags that mean different things in different places, as parts of a fragment that fits all of them.
pub mod shared {
    pub use crate::vocabulary::tables::shared::*;
}

/// The place directly in a document of kind `K`.
///
/// ```
/// use twiml_core::{Fragment, Voice, element};
///
/// fn accepts(_: impl Fragment<element::Response<Voice>>) {}
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Response<K>(PhantomData<fn() -> K>);

/// Text, as a part of a fragment.
///
/// ```
/// use twiml_core::{element, fragment::ChildOf};
///
/// fn fits<P, T: ChildOf<P>>() {}
/// fits::<element::Say, element::Text>();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text;

/// An element with a quoted name, as a place and as a part of a fragment: nothing is checked.
///
/// ```
/// use twiml_core::{element, fragment::ChildOf};
///
/// fn fits<P, T: ChildOf<P>>() {}
/// fits::<element::Say, element::Unchecked>();
/// fits::<element::Unchecked, element::Dial>();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Unchecked;
