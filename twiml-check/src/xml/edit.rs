//! Advice as changes of the text: what a program does who follows it.

use std::{collections::BTreeMap, ops::Range};

use super::{range, scan::is_blank};
use crate::diagnostic::{Edit, Inserted, Position};

/// One change of a text: what stands at a range of its bytes becomes something else.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Change {
    /// Where the range begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What takes its place.
    pub insert: String,
}

/// What an edit does to this source.
pub(super) fn change(source: &str, edit: &Edit) -> Change {
    let place = range(edit.place);
    let copied = |from: Range<usize>| source.get(from).unwrap_or_default().to_owned();
    let insert = match (&edit.text, edit.position) {
        (Inserted::Typed(text), _) => text.clone(),
        (Inserted::Copied(from), Position::After) => copied(with_blanks_before(source, range(*from))),
        (Inserted::Copied(from), Position::Over) => copied(range(*from)),
        // What it is put in front of begins as it did.
        (Inserted::Copied(from), Position::Before) => {
            let blanks = with_blanks_before(source, place.start..place.start);
            copied(range(*from)) + &copied(blanks)
        }
    };
    let place = match edit.position {
        Position::Before => place.start..place.start,
        Position::After => place.end..place.end,
        Position::Over if insert.is_empty() => with_blanks_before(source, place),
        Position::Over => place,
    };
    Change { start: place.start, end: place.end, insert }
}

fn with_blanks_before(source: &str, place: Range<usize>) -> Range<usize> {
    let before = source.as_bytes().get(..place.start).unwrap_or_default();
    let blanks = before.iter().rev().take_while(|byte| is_blank(**byte)).count();
    place.start - blanks..place.end
}

/// Does groups of changes to a text, each as a whole. One that meets an earlier one is left out: whether it was done comes
/// back with the text.
///
/// ```
/// use twiml_check::xml::{Change, apply};
///
/// let rename = [Change { start: 1, end: 4, insert: "Say".to_owned() }];
/// assert_eq!(apply("<Sya/>", &[&rename]), ("<Say/>".to_owned(), vec![true]));
/// ```
#[must_use]
pub fn apply(source: &str, groups: &[&[Change]]) -> (String, Vec<bool>) {
    // Where what is taken begins and ends; nothing in it meets.
    let mut ranges: BTreeMap<usize, usize> = BTreeMap::new();
    let mut taken: Vec<&Change> = Vec::new();
    let mut done = Vec::with_capacity(groups.len());
    for group in groups {
        let meets =
            |change: &Change| ranges.range(..=change.end).next_back().is_some_and(|(_, end)| *end >= change.start);
        let fits = !group.iter().any(meets);
        if fits {
            for change in *group {
                let end = ranges.entry(change.start).or_default();
                *end = change.end.max(*end);
            }
            taken.extend(*group);
        }
        done.push(fits);
    }
    // Two insertions at one place stay in their order.
    taken.sort_by_key(|change| (change.start, change.end));
    let mut text = String::with_capacity(source.len());
    let mut position = 0;
    for change in taken {
        text.push_str(source.get(position..change.start).unwrap_or_default());
        text.push_str(&change.insert);
        position = change.end.max(position);
    }
    text.push_str(source.get(position..).unwrap_or_default());
    (text, done)
}
