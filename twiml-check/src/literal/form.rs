//! The form of each kind.

use super::number::{count, is_digits};
use super::{Fault, ProblemKind, Verdict, address, form, json, name, number, words};
use twiml_core::vocabulary::{Attribute, Kind, is_phone};

/// Whether a literal is what the row takes.
pub(super) fn check(row: &Attribute, value: &str) -> Verdict {
    if row.words.contains(&value) || row.empty && value.is_empty() {
        return Ok(());
    }
    if row.contested.contains(&value) {
        return Err(Fault::new(ProblemKind::Contested));
    }
    if let Some((_, now)) = row.legacy.iter().find(|(old, _)| *old == value) {
        return Err(Fault::noted(ProblemKind::Legacy, format!("today it is `{now}`")));
    }
    of_kind(row, value).map_err(|fault| {
        // Nothing at all is no new word either.
        let excused = fault.kind == ProblemKind::Form && is_open(row) && !value.is_empty();
        if excused { Fault { kind: ProblemKind::UnknownWord, ..fault } } else { fault }
    })?;
    words::known(row, value)
}

/// Whether what is not known may still be right.
pub(super) fn is_open(row: &Attribute) -> bool {
    row.open || matches!(row.kind, Kind::Enum(words) | Kind::EnumSet(words) | Kind::IntOr(words) if words.open)
}

fn of_kind(row: &Attribute, value: &str) -> Verdict {
    match row.kind {
        Kind::String => characters(row, value, 1.0, f64::INFINITY),
        Kind::Bool => form(matches!(value, "true" | "false")),
        Kind::IntOr(words) if words.word(value).is_some() => Ok(()),
        Kind::Int | Kind::IntOr(_) => number::int(row, value),
        Kind::Float => number::float(row, value),
        Kind::Enum(words) => form(words.knows(value)),
        Kind::EnumSet(words) => words::set(words, value),
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl | Kind::WssUrl => address::check(row, value),
        Kind::Sid(prefix) => name::sid(value, prefix),
        Kind::AnySid => name::any_sid(value),
        Kind::Phone => form(is_phone(value)),
        Kind::CallerId => form(name::is_caller_id(value)),
        Kind::Address => name::address(value),
        Kind::Sender => name::sender(value),
        Kind::Identity => {
            form(!value.contains(char::is_whitespace))?;
            characters(row, value, 1.0, 256.0)
        }
        Kind::Label => {
            form(name::is_label(value))?;
            characters(row, value, 1.0, 128.0)
        }
        Kind::Digits => form(consists_of(value, b"0123456789ABCD#*wW")),
        Kind::Key => form(value.is_empty() || value.len() == 1 && consists_of(value, KEYS)),
        Kind::Keys => form(consists_of(value, KEYS)),
        Kind::Duration => number::duration(row, value),
        Kind::Percent => number::percent(row, value),
        Kind::SignedPercent => form(number::is_signed(value, "%")),
        Kind::Decibel => form(number::is_signed(value, "dB")),
        Kind::Language => form(is_language(value)),
        Kind::Voice => form(is_voice(value)),
        Kind::SipUri => name::sip(value),
        Kind::Json => json::check(value),
        Kind::CommaList => entries(row, value),
        Kind::IntList => number::list(row, value),
    }
}

const KEYS: &[u8] = b"0123456789#*";

fn consists_of(value: &str, keys: &[u8]) -> bool {
    !value.is_empty() && value.bytes().all(|byte| keys.contains(&byte))
}

/// The bounds of a text: those of the row, or else those of its kind.
fn characters(row: &Attribute, value: &str, min: f64, max: f64) -> Verdict {
    let length = count(value.chars().count());
    if length < row.min.unwrap_or(min) {
        return Err(Fault::new(ProblemKind::Form));
    }
    if length > row.max.unwrap_or(max) {
        return Err(Fault::noted(ProblemKind::Length, format!("this one has {length}")));
    }
    Ok(())
}

/// Entries with commas between them; nothing is no entry.
fn entries(row: &Attribute, value: &str) -> Verdict {
    let length = if value.is_empty() { 0.0 } else { count(value.split(',').count()) };
    if row.min.is_some_and(|min| length < min) || row.max.is_some_and(|max| length > max) {
        return Err(Fault::noted(ProblemKind::Length, format!("these are {length} entries")));
    }
    for (index, entry) in value.split(',').enumerate() {
        let length = entry.trim().chars().count();
        if row.item_max.is_some_and(|max| length > max) {
            return Err(Fault::noted(ProblemKind::Length, format!("entry {} has {length} characters", index + 1)));
        }
    }
    Ok(())
}

/// A language, and what narrows it down: script, region, variant. `multi` is a matter of rules.
fn is_language(value: &str) -> bool {
    let mut tags = value.split('-');
    let is_primary =
        |tag: &str| tag == "multi" || matches!(tag.len(), 2 | 3) && tag.bytes().all(|byte| byte.is_ascii_alphabetic());
    tags.next().is_some_and(is_primary)
        && tags.all(|tag| matches!(tag.len(), 1..=8) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn is_voice(value: &str) -> bool {
    let Some((provider, name)) = value.split_once('.') else { return matches!(value, "man" | "woman" | "alice") };
    provider.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !(provider.is_empty() || is_digits(provider) || name.is_empty())
        && !name.contains(char::is_whitespace)
}
