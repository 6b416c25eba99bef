//! Character data: references, line ends, and what must not stand there bare.

use std::ops::Range;

use twiml_core::escape::is_xml_char;

use super::place;
use crate::{
    catalogue::Code,
    diagnostic::{Advice, Diagnostic, Edit},
};

/// The longest reference that is looked for: `&#x0010FFFF;` and some zeros more, or a long name.
const LONGEST: usize = 32;

/// The names that XML knows without a document type.
const ENTITIES: [(&str, char); 5] = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];

/// Where character data stands: a value has its own rules for white space.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Context {
    /// Between tags.
    Text,
    /// In `<![CDATA[…]]>`, where nothing is a reference.
    Data,
    /// Between quotes.
    Value,
}

/// What the source means at a range of its bytes; what is wrong with it goes to the list.
pub(super) fn read(source: &str, range: Range<usize>, context: Context, wrong: &mut Vec<Diagnostic>) -> String {
    let raw = source.get(range.clone()).unwrap_or_default();
    let mut plain = String::with_capacity(raw.len());
    let mut position = 0;
    while let Some(offset) = raw.get(position..).and_then(|rest| rest.find(['&', '\r', '\n', '\t'])) {
        let (before, rest) = raw.get(position..).unwrap_or_default().split_at(offset);
        plain.push_str(before);
        position += offset;
        position += match rest.as_bytes() {
            [b'&', ..] if context != Context::Data => {
                let (character, length) = reference(rest, range.start + position, wrong);
                plain.push(character);
                length
            }
            [b'\r', b'\n', ..] => line_end(&mut plain, context, 2),
            [b'\r' | b'\n', ..] => line_end(&mut plain, context, 1),
            [b'\t', ..] => {
                plain.push(if context == Context::Value { ' ' } else { '\t' });
                1
            }
            _ => {
                plain.push('&');
                1
            }
        };
    }
    plain.push_str(raw.get(position..).unwrap_or_default());
    plain
}

/// What the value of an attribute means; what is no reference stays as it is.
///
/// ```
/// assert_eq!(twiml_check::xml::unescape("/menu?a=1&amp;b=2"), "/menu?a=1&b=2");
/// ```
#[must_use]
pub fn unescape(value: &str) -> String {
    read(value, 0..value.len(), Context::Value, &mut Vec::new())
}

fn line_end(plain: &mut String, context: Context, length: usize) -> usize {
    plain.push(if context == Context::Value { ' ' } else { '\n' });
    length
}

/// The character that stands here, at `&`, and how many bytes it takes.
fn reference(rest: &str, start: usize, wrong: &mut Vec<Diagnostic>) -> (char, usize) {
    let is_part = |character: char| character.is_alphanumeric() || "#._-:".contains(character);
    let name = rest.get(1..).unwrap_or_default();
    let length = name.find(|character| !is_part(character)).unwrap_or(name.len());
    let name = name.get(..length).unwrap_or_default();
    let is_closed = rest.get(1 + length..).is_some_and(|rest| rest.starts_with(';'));
    let whole = start..start + length + 2;
    if is_closed && (1..=LONGEST).contains(&length) {
        if let Some(character) = character(name) {
            if is_xml_char(character) {
                return (character, length + 2);
            }
            let code_point = format!("U+{:04X}", u32::from(character));
            let diagnostic = Diagnostic::new(Code::ForbiddenCharacter, place(whole.clone()));
            let remove = Advice::words("remove it").with(vec![Edit::remove(place(whole))]);
            wrong.push(diagnostic.with("character", &code_point).advise(remove));
            return ('\u{FFFD}', length + 2);
        }
        if !name.starts_with('#') {
            wrong.push(unknown(name, whole));
            return ('&', 1);
        }
    }
    wrong.push(bare(name, is_closed, start));
    ('&', 1)
}

/// What a reference stands for.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix('x') {
            Some(hex) => digits(hex, 16),
            None => digits(number, 10),
        };
        return char::from_u32(code?);
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, character)| *character)
}

/// A number without a sign.
fn digits(text: &str, radix: u32) -> Option<u32> {
    let only = text.chars().all(|character| character.is_digit(radix));
    if only { u32::from_str_radix(text, radix).ok() } else { None }
}

fn unknown(name: &str, range: Range<usize>) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnknownEntity, place(range)).with("entity", &format!("&{name};"));
    diagnostic.help("write the character itself, or `&amp;` for `&`")
}

/// `&` that begins no reference.
fn bare(name: &str, is_closed: bool, start: usize) -> Diagnostic {
    let forgotten = ENTITIES.iter().find(|(known, _)| *known == name && !is_closed);
    match forgotten {
        Some((known, _)) => {
            let written = place(start..start + 1 + known.len());
            let typed = format!("&{known};");
            let edit = Edit::over(written, typed.clone());
            Diagnostic::new(Code::BareAmpersand, written).advise(Advice::typed("write", &typed, vec![edit]))
        }
        None => {
            let written = place(start..start + 1);
            let edit = Edit::over(written, "&amp;");
            Diagnostic::new(Code::BareAmpersand, written).advise(Advice::typed("write", "&amp;", vec![edit]))
        }
    }
}
