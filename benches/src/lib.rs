//! What the documents of `twiml!` cost, beside those written by hand and those of other crates.

pub mod allocations;
pub mod contenders;
pub mod data;
pub mod instructions;
pub mod measure;
pub mod table;
pub mod verify;

/// A document that the contenders produce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Nothing in it depends on the run time.
    Static,
    /// Four run-time values, one of which needs escaping in text and one in an attribute.
    Small,
    /// `<Dial>` with ten `<Number>`.
    Loop,
    /// 200 `<Message>`, about 60 KB.
    Large,
    /// The same with nothing to escape in it, beside a copy of the finished text.
    Clean,
    /// One value in text: all that `twiml` 0.3 and `twilio` can produce.
    Redirect,
    /// One value in an attribute: all that `rusty_twilio` can produce.
    Stream,
}

impl Document {
    pub const ALL: [Self; 7] =
        [Self::Static, Self::Small, Self::Loop, Self::Large, Self::Clean, Self::Redirect, Self::Stream];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Static => "static",
            Self::Small => "small",
            Self::Loop => "loop",
            Self::Large => "large",
            Self::Clean => "clean",
            Self::Redirect => "redirect",
            Self::Stream => "stream",
        }
    }

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Static => "Static: `<Say>`, `<Connect>` and `<Conversation>`",
            Self::Small => "Small dynamic: the same with four run-time values",
            Self::Loop => "Loop: `<Dial>` with ten `<Number>`",
            Self::Large => "Large: 200 `<Message>`",
            Self::Clean => "Clean: the same with nothing to escape",
            Self::Redirect => "One `<Redirect>`",
            Self::Stream => "One `<Connect><Stream>`",
        }
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|document| document.name() == name)
    }
}
