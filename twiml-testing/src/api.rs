//! The part of the REST API that steers calls and sends messages.

use std::fmt;

use crate::world::SharedWorld;

/// A stand-in for the REST API.
#[derive(Clone)]
pub struct Api {
    world: SharedWorld,
}

impl Api {
    pub(crate) const fn new(world: SharedWorld) -> Self {
        Self { world }
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api").finish_non_exhaustive()
    }
}
