//! What every literal must be, whatever its type: characters that XML can carry, and no XML pasted along.

use twiml_core::escape::is_xml_char;

use super::{Checker, Draft, attribute::Target};
use crate::{
    catalogue::Code,
    change::Change,
    diagnostic::Diagnostic,
    notation::Notation,
    tree::{Literal, Place},
};

impl Checker {
    /// Whether a literal can stand in a document as it is.
    ///
    /// What looks like XML is meant where it stands in braces.
    pub(super) fn characters(&mut self, literal: &Literal, target: impl Into<Option<Target>>) -> bool {
        let target = target.into();
        if let Some(character) = literal.text.chars().find(|&character| !is_xml_char(character)) {
            let code_point = format!("U+{:04X}", u32::from(character));
            let diagnostic = Diagnostic::new(Code::ForbiddenCharacter, literal.place).with("character", &code_point);
            let without = literal.text.chars().filter(|&character| is_xml_char(character)).collect();
            self.report(
                Draft::new(diagnostic).changes(rewritten(literal.place, target, without)).otherwise("remove it"),
            );
            return false;
        }
        let Some((_, entity)) = entities(&literal.text).next().filter(|_| !literal.meant) else { return true };
        if self.context.notation == Notation::Rust {
            let diagnostic = Diagnostic::new(Code::XmlEntity, literal.place).with("entity", entity);
            let diagnostic = diagnostic.note("it is escaped for you; write it as `{\"…\"}` if it is meant");
            self.report(Draft::new(diagnostic).changes(rewritten(literal.place, target, unescape(&literal.text))));
            return false;
        }
        let diagnostic = Diagnostic::new(Code::EscapedTwice, literal.place).with("entity", &in_file(entity));
        self.report(Draft::new(diagnostic).changes(rewritten(literal.place, target, unescape(&literal.text))));
        true
    }
}

/// The literal with another content.
fn rewritten(text: Place, target: Option<Target>, to: String) -> Option<Change> {
    match target {
        None => Some(Change::WriteText { text, to }),
        Some(Target { element, attribute: Some(name) }) => Some(Change::Set { element, name, value: to }),
        Some(Target { attribute: None, .. }) => None,
    }
}

/// A reference as it stands in a file that means it as text.
fn in_file(entity: &str) -> String {
    entity.replacen('&', "&amp;", 1)
}

/// References of XML in the text: `&amp;`, `&#38;`, `&#x26;`, each with where it begins.
fn entities(text: &str) -> impl Iterator<Item = (usize, &str)> {
    /// The longest reference: `&#x0010FFFF;` and some zeros more.
    const LONGEST: usize = 16;
    text.match_indices('&').filter_map(|(start, _)| {
        let rest = text.as_bytes().get(start..)?;
        let end = rest.iter().take(LONGEST).position(|&byte| byte == b';')?;
        let entity = text.get(start..=start + end)?;
        character(entity).map(|_| (start, entity))
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
    let mut written = 0;
    for (start, entity) in entities(text) {
        plain.push_str(text.get(written..start).unwrap_or_default());
        plain.extend(character(entity));
        written = start + entity.len();
    }
    plain + text.get(written..).unwrap_or_default()
}

/// A name of XML: letters and what else its first production allows. A prefix would have to be declared, which nothing in TwiML
/// does, but for `xml:`.
pub(super) fn is_name(name: &str) -> bool {
    let local = name.strip_prefix("xml:").unwrap_or(name);
    !local.contains(':')
        && local != "xmlns"
        && local.starts_with(is_name_start)
        && local.chars().all(|character| is_name_start(character) || is_name_rest(character))
}

/// `NameStartChar` of XML 1.0, without the colon.
const fn is_name_start(character: char) -> bool {
    matches!(character,
        'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// What `NameChar` of XML 1.0 has beside these.
const fn is_name_rest(character: char) -> bool {
    matches!(character, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}
