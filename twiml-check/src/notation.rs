//! How markup is typed, in the notations that are read: what an edit inserts.

/// A way to write TwiML down.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Notation {
    /// Inside `twiml!`: text is a string of Rust.
    Rust,
    /// A file.
    Xml,
}

impl Notation {
    /// Text between tags.
    #[must_use]
    pub fn text(self, text: &str) -> String {
        match self {
            Self::Rust => format!("{text:?}"),
            Self::Xml => escaped(text, false),
        }
    }

    /// An attribute with its value.
    #[must_use]
    pub fn attribute(self, name: &str, value: &str) -> String {
        format!("{name}={}", self.value(value))
    }

    /// The value of an attribute.
    #[must_use]
    pub fn value(self, value: &str) -> String {
        match self {
            Self::Rust => format!("{value:?}"),
            Self::Xml => format!("\"{}\"", escaped(value, true)),
        }
    }
}

fn escaped(text: &str, attribute: bool) -> String {
    let mut out = String::new();
    if attribute {
        twiml_core::escape::attribute(&mut out, text);
    } else {
        twiml_core::escape::text(&mut out, text);
    }
    out
}
