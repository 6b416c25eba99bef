//! The requests, one row for each.

mod calls;
mod conversation;
mod messages;
mod pay;
mod queue;
mod streams;
mod verbs;

pub use calls::*;
pub use conversation::*;
pub use messages::*;
pub use pay::*;
pub use queue::*;
pub use streams::*;
pub use verbs::*;

use super::Row;

/// The requests of all tables.
pub(super) const ALL: &[&[&Row]] =
    &[calls::ALL, conversation::ALL, verbs::ALL, queue::ALL, pay::ALL, streams::ALL, messages::ALL];
