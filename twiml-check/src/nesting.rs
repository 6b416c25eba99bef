//! Which closing tag belongs to which opening one, for every source alike.

/// Deeper nesting is a mistake, and would be a danger to the stack.
pub const DEPTH: usize = 100;

/// What a closing tag is to the innermost open element.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Close {
    /// Its own.
    Own,
    /// Evidently meant for it, under another name.
    Mismatched,
    /// It belongs to an element further out: this one is not closed.
    Outer,
    /// Nobody's.
    Stray,
}

/// What a closing tag of this name is: the closing tag that comes after it decides where names do not. `open` are the names
/// of the open elements, the innermost last.
///
/// ```
/// use twiml_check::nesting::{Close, classify};
///
/// assert_eq!(classify(&["Response", "Say"], "Say", || Some("Response")), Close::Own);
/// assert_eq!(classify(&["Response", "Say"], "Dial", || Some("Response")), Close::Mismatched);
/// assert_eq!(classify(&["Response", "Say"], "Response", || None), Close::Outer);
/// assert_eq!(classify(&["Response"], "Say", || Some("Response")), Close::Stray);
/// ```
pub fn classify<'a>(open: &[&str], found: &str, next: impl FnOnce() -> Option<&'a str>) -> Close {
    let mut outward = open.iter().rev().copied();
    let own = outward.next();
    if own == Some(found) {
        return Close::Own;
    }
    let parent = open.iter().rev().nth(1).copied();
    let next = next();
    let Some(position) = outward.position(|outer| outer == found) else {
        return if own == next { Close::Stray } else { Close::Mismatched };
    };
    let beyond = open.iter().rev().nth(position + 2).copied();
    if next.is_some() && next == parent && next != beyond { Close::Mismatched } else { Close::Outer }
}
