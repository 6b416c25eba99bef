//! Documents with a line for each element, for people to read: `{:#}`.
//!
//! Only what lays a document out may be added. White space counts where text stands, and where it might stand between speech
//! markup: so the inside of an element is left as it is unless the table says that it holds elements, and no text between them.

use alloc::vec::Vec;
use core::fmt::{self, Write as _};

/// White space for each level.
const STEP: &str = "    ";

/// The names of the elements of a table that hold elements, and no text between these.
macro_rules! holders {
    ([] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([$root:ident])? = $name:literal $head:tt { $($fact:tt)* }
        attributes $attributes:tt
        rules $rules:tt
    )*) => {
        pub(super) const HOLDERS: &[Option<&str>] = &[$( holder! { $name $($fact)* } ),*];
    };
}

macro_rules! holder {
    (
        $name:literal
        $(also: $also:tt,)?
        $(status: $status:ident $(($instead:literal))?,)?
        children: $children:tt,
        $(limits: $limits:tt,)?
        text: (Mixed $($text:tt)*),
        $($fact:tt)*
    ) => {
        None
    };
    (
        $name:literal
        $(also: $also:tt,)?
        $(status: $status:ident $(($instead:literal))?,)?
        children: $children:tt,
        $($fact:tt)*
    ) => {
        Some($name)
    };
    ($name:literal $($fact:tt)*) => {
        None
    };
}

mod verbs {
    voice_verbs! { holders }
}

mod nouns {
    voice_nouns! { holders }
}

mod messaging {
    messaging_elements! { holders }
}

mod fax {
    fax_elements! { holders }
}

/// Whether white space may be added between the children of an element.
fn is_holder(name: &str) -> bool {
    [verbs::HOLDERS, nouns::HOLDERS, messaging::HOLDERS, fax::HOLDERS]
        .into_iter()
        .flatten()
        .any(|row| *row == Some(name))
}

/// A tag, or the text between two of them.
#[derive(Clone, Copy)]
struct Piece<'a> {
    text: &'a str,
    kind: Kind,
    /// Of an opening tag: its inside is laid out.
    is_laid_out: bool,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Kind {
    Open,
    Close,
    /// An empty element, or the declaration.
    Alone,
    Text,
}

/// The document in pieces. A value holds no angle brackets of its own, so that each one belongs to a tag.
fn pieces(document: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = document;
    while !rest.is_empty() {
        let length = if rest.starts_with('<') { rest.find('>').map(|end| end + 1) } else { rest.find('<') };
        let (text, behind) = rest.split_at_checked(length.unwrap_or(rest.len())).unwrap_or((rest, ""));
        rest = behind;
        let kind = match text {
            _ if !text.starts_with('<') => Kind::Text,
            _ if text.starts_with("</") => Kind::Close,
            _ if text.starts_with("<?") || text.ends_with("/>") => Kind::Alone,
            _ => Kind::Open,
        };
        let parent = open.last().and_then(|&parent: &usize| pieces.get_mut(parent));
        if let (Kind::Text, Some(Piece { is_laid_out, .. })) = (kind, parent) {
            *is_laid_out = false;
        }
        match kind {
            Kind::Open => open.push(pieces.len()),
            Kind::Close => drop(open.pop()),
            Kind::Alone | Kind::Text => {}
        }
        pieces.push(Piece { text, kind, is_laid_out: kind == Kind::Open && is_holder(name(text)) });
    }
    pieces
}

fn name(tag: &str) -> &str {
    tag.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default()
}

/// Writes the document, a line for each element.
pub(super) fn write(document: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut depth = 0_usize;
    // How deep in an element that stays as it is.
    let mut inside = 0_usize;
    let mut is_first = true;
    let mut was_open = false;
    for piece in pieces(document) {
        let is_empty = piece.kind == Kind::Close && was_open;
        was_open = piece.kind == Kind::Open;
        if piece.kind == Kind::Close && inside == 0 {
            depth = depth.saturating_sub(1);
        }
        if inside == 0 && !is_first && !is_empty {
            f.write_char('\n')?;
            (0..depth).try_for_each(|_| f.write_str(STEP))?;
        }
        f.write_str(piece.text)?;
        is_first = false;
        match piece.kind {
            Kind::Open if inside > 0 || !piece.is_laid_out => inside += 1,
            Kind::Open => depth += 1,
            Kind::Close => inside = inside.saturating_sub(1),
            Kind::Alone | Kind::Text => {}
        }
    }
    Ok(())
}
