//! Whether a row is still current.

/// Whether something is still current.
///
/// ```
/// use twiml_core::vocabulary::{Status, named};
///
/// let gather = named("Gather").next().unwrap();
/// assert!(matches!(gather.attribute("enhanced").unwrap().status, Status::Deprecated(_)));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// It is.
    Current,
    /// It works, but something else should be written.
    Deprecated(&'static str),
    /// It is gone at Twilio.
    Retired(&'static str),
    /// Only libraries or error pages know it.
    Undocumented,
}
