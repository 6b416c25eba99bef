//! How TwiML is written: escaping, the buffer, what may stand in `{…}`, and what comes out.

pub mod escape;
pub mod fragment;
pub mod place;
#[doc(hidden)]
pub mod private;
mod response;
pub mod value;
pub mod writer;

pub use fragment::{At, Fragment, Markup, Placed};
pub use place as element;
pub use response::{Fax, FaxResponse, Messaging, MessagingResponse, Response, Voice, VoiceResponse};
pub use writer::Writer;
