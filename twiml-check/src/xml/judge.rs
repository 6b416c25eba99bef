//! Whether it is well-formed XML: `roxmltree` says, of all that the reader let pass.
//!
//! The reader says more than one thing at once, and at the same tokens as the macro; but what XML is, it does not decide.

use roxmltree::{Document, Error, ParsingOptions, TextPos};

use super::place;
use crate::{catalogue::Code, diagnostic::Diagnostic};

/// What keeps a text from being XML; nothing of a document type is read, and nothing is expanded.
pub(super) fn judge(text: &str) -> Option<Diagnostic> {
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    let error = Document::parse_with_options(text, options).err()?;
    // The checker says these, in words of TwiML.
    if matches!(error, Error::DuplicatedAttribute(..) | Error::UnknownNamespace(..) | Error::NonXmlChar(..)) {
        return None;
    }
    let position = error.pos();
    let problem = error.to_string().replace(&format!(" at {position}"), "");
    let start = offset(text, position);
    let length = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Some(Diagnostic::new(Code::NotWellFormed, place(start..start + length)).with("problem", &problem))
}

/// Where a row and a column are, in bytes.
fn offset(text: &str, position: TextPos) -> usize {
    let lines = text.split_inclusive('\n').take(super::index(position.row.saturating_sub(1)));
    let line: usize = lines.map(str::len).sum();
    let rest = text.get(line..).unwrap_or_default();
    let column = super::index(position.col.saturating_sub(1));
    line + rest.char_indices().nth(column).map_or(rest.len(), |(index, _)| index)
}
