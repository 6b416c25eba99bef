//! How TwiML is written: the buffer, what may stand in `{…}`, and what comes out.

// The first one: it names macros after attributes, and no other macro may have such a name there.
#[macro_use]
mod pages;

pub mod address;
mod constant;
#[macro_use]
mod enumeration;
pub mod fragment;
mod indented;
pub mod place;
#[doc(hidden)]
pub mod private;
mod response;
mod several;
mod strict;
pub mod value;
pub mod values;
pub mod writer;

pub use address::Address;
pub use enumeration::{Enumeration, UnknownValue};
pub(crate) use enumeration::{as_word, find, parse, parse_number};
pub use fragment::{At, Fragment, Markup, Placed};
pub use pages::{fax, messaging, voice};
pub use place as element;
pub use response::{Fax, FaxResponse, Messaging, MessagingResponse, Response, Voice, VoiceResponse};
pub use writer::Writer;
