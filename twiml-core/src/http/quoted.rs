//! How a message repeats what somebody else wrote.

use core::fmt;

/// The longest text that a message repeats, in characters.
const SHOWN: usize = 80;

/// The beginning of a text that somebody else wrote: one line, and not too long.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, rest) = self.0.char_indices().nth(SHOWN).map_or((self.0, ""), |(at, _)| self.0.split_at(at));
        for sign in shown.chars() {
            if sign.is_control() { write!(f, "{}", sign.escape_default())? } else { fmt::Write::write_char(f, sign)? }
        }
        f.write_str(if rest.is_empty() { "" } else { "…" })
    }
}
