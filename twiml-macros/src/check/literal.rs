//! What every literal must be, whatever its type: characters that XML can carry, and no XML pasted along.

use twiml_check::catalogue::{Code, Fault};
use twiml_core::escape::is_xml_char;

use super::Checker;
use crate::ast::Literal;

impl Checker<'_> {
    /// Whether a literal can stand in a document as it is.
    ///
    /// What looks like XML is meant where it stands in braces.
    pub(super) fn characters(&mut self, literal: &Literal) -> bool {
        if let Some(character) = literal.text.chars().find(|&character| !is_xml_char(character)) {
            let fault =
                Fault::new(Code::ForbiddenCharacter).with("character", &format!("U+{:04X}", u32::from(character)));
            self.report(literal.place, fault.help("remove it"));
            return false;
        }
        if !literal.verbatim
            && let Some(entity) = entities(&literal.text).next()
        {
            let fault = Fault::new(Code::XmlEntity).with("entity", entity);
            let help = format!("write {:?}; it is escaped for you", unescape(&literal.text));
            self.report(literal.place, fault.help(&help).note("write it as `{\"…\"}` if it is meant"));
            return false;
        }
        true
    }
}

/// References of XML in the text: `&amp;`, `&#38;`, `&#x26;`.
fn entities(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('&').filter_map(|(start, _)| {
        let rest = text.get(start..)?;
        let end = rest.find(';')?;
        let entity = rest.get(..=end)?;
        character(entity).map(|_| entity)
    })
}

/// The character that a reference stands for.
fn character(entity: &str) -> Option<char> {
    let name = entity.strip_prefix('&')?.strip_suffix(';')?;
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(entity) = entities(rest).next() {
        let Some(start) = rest.find(entity) else { break };
        let (before, behind) = rest.split_at(start);
        plain.push_str(before);
        plain.extend(character(entity));
        rest = behind.get(entity.len()..).unwrap_or_default();
    }
    plain + rest
}

/// A name of XML, with one colon at most.
pub(super) fn is_name(name: &str) -> bool {
    let starts = |character: char| character.is_alphabetic() || character == '_';
    let mut parts = name.split(':');
    let sound = |part: &str| {
        part.starts_with(starts)
            && part.chars().all(|character| character.is_alphanumeric() || "_-.".contains(character))
    };
    parts.by_ref().take(2).all(sound) && parts.next().is_none()
}
