//! Words of lists.

use std::collections::HashSet;

use super::{Fault, ProblemKind, Verdict, form};
use crate::nearest::nearest;
use twiml_core::vocabulary::List;
use twiml_core::vocabulary::{Attribute, Kind};

/// Values with single spaces between them, none twice.
pub(super) fn set(words: &List, value: &str) -> Verdict {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut unknown = false;
    for part in value.split(' ') {
        let word = words.word(part).map(|word| word.value);
        unknown |= word.is_none();
        let word = word.unwrap_or(part);
        if !seen.insert(word) && !word.is_empty() {
            return Err(Fault::noted(ProblemKind::Repeated, format!("`{word}` stands there twice")));
        }
    }
    form(!unknown)
}

/// A list that is too lively to be closed.
pub(super) fn known(row: &Attribute, value: &str) -> Verdict {
    let same = |word: &&str| *word == value || is_language(row) && word.eq_ignore_ascii_case(value);
    if row.known.is_empty() || row.known.iter().any(same) {
        return Ok(());
    }
    Err(Fault::new(ProblemKind::UnknownWord))
}

fn is_language(row: &Attribute) -> bool {
    matches!(row.kind, Kind::Language)
}

/// What a boolean is written as elsewhere.
pub(super) fn boolean(word: &str) -> Option<&'static str> {
    let any_of = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    if any_of(&["true", "yes", "y", "on", "1", "enabled"]) {
        return Some("true");
    }
    any_of(&["false", "no", "n", "off", "0", "disabled"]).then_some("false")
}

/// The words that were probably meant.
pub(super) fn near(row: &Attribute, word: &str) -> Vec<&'static str> {
    let listed = match row.kind {
        Kind::Enum(words) | Kind::EnumSet(words) | Kind::IntOr(words) => words.values,
        _ => &[],
    };
    let candidates: Vec<&'static str> = listed
        .iter()
        .map(|word| word.value)
        .chain(row.words.iter().copied())
        .chain(row.known.iter().copied())
        .collect();
    if is_language(row) {
        return near_language(&candidates, word);
    }
    let found = nearest(word, candidates.iter().copied());
    match boolean(word).filter(|boolean| candidates.contains(boolean)) {
        Some(boolean) if found.is_empty() => [boolean].into(),
        _ if found.is_empty() => beginning_with(&candidates, word),
        _ => found,
    }
}

/// A language is mistaken for another place of the same language, hardly ever for another language.
fn near_language(known: &[&'static str], word: &str) -> Vec<&'static str> {
    let primary = |tag: &str| tag.split(['-', '_']).next().map(str::to_ascii_lowercase);
    let mut related: Vec<_> = known.iter().copied().filter(|tag| primary(tag) == primary(word)).collect();
    let found = nearest(word, related.iter().copied());
    if !found.is_empty() {
        return found;
    }
    related.truncate(3);
    related
}

/// Values of which only the beginning was written; too many of them say nothing.
fn beginning_with(candidates: &[&'static str], word: &str) -> Vec<&'static str> {
    let begins = |candidate: &&&str| candidate.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let found: Vec<_> = candidates.iter().filter(begins).copied().collect();
    if word.len() < 3 || found.len() > 3 { Vec::new() } else { found }
}
