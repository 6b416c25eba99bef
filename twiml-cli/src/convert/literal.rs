//! Literals of Rust.

use twiml_core::vocabulary::{Attribute, Kind};

/// More digits are no number that anybody writes without quotes.
const DIGITS: usize = 18;

/// The value of an attribute: numbers and booleans need no quotes where the attribute takes them.
pub(super) fn value(row: Option<&Attribute>, text: &str) -> String {
    let is_number = !text.is_empty()
        && text.len() <= DIGITS
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    match row.map(|row| row.kind) {
        Some(Kind::Int | Kind::IntOr(_)) if is_number => text.to_owned(),
        Some(Kind::Bool) if matches!(text, "true" | "false") => text.to_owned(),
        _ if looks_odd(text) => format!("{{{}}}", string(text)),
        _ => string(text),
    }
}

/// Text between tags.
pub(super) fn text(text: &str) -> String {
    if looks_odd(text) { format!("{{{}}}", string(text)) } else { string(text) }
}

/// Text that the macro would ask about, unless it stands in braces: names in braces, references and tags.
fn looks_odd(text: &str) -> bool {
    let begins = |open: char, next: fn(char) -> bool| {
        text.match_indices(open).any(|(index, _)| text.get(index + 1..).is_some_and(|rest| rest.starts_with(next)))
    };
    begins('{', |next| next.is_alphabetic() || next == '_')
        || begins('&', |next| next.is_alphabetic() || next == '#')
        || begins('<', |next| next.is_alphabetic() || next == '/')
}

/// A string; a raw one where quotes would have to be escaped.
pub(super) fn string(text: &str) -> String {
    let is_plain = text.chars().all(|character| !character.is_control());
    let cooked = format!("{text:?}");
    if !is_plain || !text.contains(['"', '\\']) {
        return cooked;
    }
    // What has to be escaped otherwise, too, stays escaped.
    if cooked.len() != text.len() + 2 + text.matches(['"', '\\']).count() {
        return cooked;
    }
    let most = text.split('"').skip(1).map(|rest| rest.len() - rest.trim_start_matches('#').len() + 1).max();
    let hashes = "#".repeat(most.unwrap_or(0));
    format!("r{hashes}\"{text}\"{hashes}")
}
