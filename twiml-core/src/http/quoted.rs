//! How a message repeats what somebody else wrote.

use core::fmt::{self, Write as _};

/// The longest text that a message repeats, in characters.
const SHOWN: usize = 80;

/// The beginning of a text: in one line, and not too long.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, rest) = self.0.char_indices().nth(SHOWN).map_or((self.0, ""), |(at, _)| self.0.split_at(at));
        write!(f, "{}{}", Line(shown), if rest.is_empty() { "" } else { "…" })
    }
}

/// A text in one line.
pub(crate) struct Line<'a>(pub(crate) &'a str);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|sign| {
            if sign.is_control() { write!(f, "{}", sign.escape_default()) } else { f.write_char(sign) }
        })
    }
}
