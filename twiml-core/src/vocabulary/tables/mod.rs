//! The tables themselves: every name of the vocabulary is written here, and nowhere else.

mod fax;
mod messaging;
mod nouns;
mod speech;
mod verbs;

use super::Element;

/// The rows of every table; a tag that voice and messaging share is that of voice.
pub(crate) mod rows {
    pub(crate) use super::{nouns::rows::*, speech::rows::*, verbs::rows::*};
}

/// The types of every table, likewise.
pub(crate) mod markers {
    pub use super::{nouns::markers::*, speech::markers::*, verbs::markers::*};
}

/// Pages of voice documents.
pub(crate) mod voice {
    pub use super::{nouns::pages::*, speech::pages::*, verbs::pages::*};
}

pub(crate) use fax::{markers as fax_markers, pages as fax_pages};
pub(crate) use messaging::{markers as messaging_markers, pages as messaging_pages};

/// The rows of voice documents, the root first.
pub(crate) static VOICE: [&[&Element]; 3] = [verbs::rows::ALL, nouns::rows::ALL, speech::rows::ALL];

/// The rows of messaging documents, the root first.
pub(crate) static MESSAGING: [&[&Element]; 1] = [messaging::rows::ALL];

/// The rows of fax documents, the root first.
pub(crate) static FAX: [&[&Element]; 1] = [fax::rows::ALL];

/// Tags that mean different things in different places: as part of a fragment they fit all of these places.
pub(crate) mod shared {
    use super::markers;
    use crate::element::Response;

    shared! {
        Redirect: <K> Response<K>;
        Sms: <K> Response<K>;
        Sip: <> markers::Dial, markers::Refer;
    }
}
