//! Which closing tag belongs to which opening one, and what there is to say of one that does not, for every source alike.

use crate::{
    catalogue::Code,
    diagnostic::{Advice, Diagnostic, Edit},
    tree::{Element, Name, Node, Place},
};

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

/// An element that nothing closes, and the name of the one around it. Nothing where the mistake was another one: `<Say>` in the
/// place of `</Say>` leaves two elements open.
#[must_use]
pub fn unclosed(element: &Element, around: &str) -> Option<Diagnostic> {
    let name = &element.name.text;
    if matches!(element.children.last(), Some(Node::Element(last)) if is_slip(last, name)) {
        return None;
    }
    let help = if is_slip(element, around) {
        format!("write `</{name}>`")
    } else if element.children.is_empty() {
        format!("write `</{name}>`, or end the tag with `/>`")
    } else {
        format!("write `</{name}>` behind what it holds")
    };
    Some(Diagnostic::new(Code::UnclosedElement, element.name.place).with("element", name).help(help))
}

/// Whether an element was evidently meant to close the one around it.
fn is_slip(element: &Element, around: &str) -> bool {
    element.unclosed && element.name.text == around && element.children.is_empty() && element.attributes.is_empty()
}

/// A closing tag with another name than that of the element: where the tag is, and where its name is.
#[must_use]
pub fn mismatched(element: &Element, found: &str, tag: Place, name: Place) -> Diagnostic {
    let expected = &element.name.text;
    let write = Advice::typed("write", &format!("</{expected}>"), vec![Edit::over(name, expected.clone())]);
    Diagnostic::new(Code::MismatchedClose, tag).with("element", expected).with("found", found).advise(write)
}

/// A closing tag that closes nothing: where it is pointed out, and all of it.
#[must_use]
pub fn stray(found: &str, tag: Place, whole: Place) -> Diagnostic {
    let remove = Advice::typed("remove", &format!("</{found}>"), vec![Edit::remove(whole)]);
    Diagnostic::new(Code::StrayClose, tag).with("found", found).advise(remove)
}

/// An opening tag without an end.
#[must_use]
pub fn unfinished(name: &Name) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnfinishedTag, name.place).with("element", &name.text);
    diagnostic.help("end it with `>`, or with `/>` if it is empty")
}

/// A closing tag without an end.
#[must_use]
pub fn unfinished_close(name: &Name) -> Diagnostic {
    let end = Advice::words("end it with `>`").with(vec![Edit::after(name.place, ">")]);
    Diagnostic::new(Code::UnfinishedTag, name.place).with("element", &format!("/{}", name.text)).advise(end)
}
