//! Strings that are almost right: others, changed in a few places.

use proptest::{prelude::*, sample::Index};

/// What is put in: what decides in one of the forms, and what hardly ever stands there.
const PIECES: [&str; 64] = [
    "0",
    "1",
    "9",
    "a",
    "f",
    "g",
    "w",
    "x",
    "X",
    "A",
    "D",
    "E",
    "W",
    "Z",
    "é",
    "²",
    "٣",
    "İ",
    "ſ",
    " ",
    "  ",
    "\t",
    "\n",
    "\u{a0}",
    "+",
    "-",
    "_",
    ".",
    ",",
    ":",
    "/",
    "//",
    "\\",
    "?",
    "#",
    "&",
    "=",
    ";",
    "@",
    "%",
    "%2F",
    "%2f",
    "%4",
    "{",
    "}",
    "|",
    "\"",
    "'",
    "(",
    "[",
    "]",
    "*",
    "sip:",
    "https://",
    "wss:",
    "www.",
    "transport=",
    "dB",
    "ms",
    "s",
    "x-a",
    "multi",
    "CA",
    "\u{0}",
];

/// How a string becomes another one.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Insert(Index, Index),
    Remove(Index),
    Cut(Index),
    Repeat(usize),
    Join(Index),
}

pub(super) fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        6 => any::<(Index, Index)>().prop_map(|(place, piece)| Change::Insert(place, piece)),
        3 => any::<Index>().prop_map(Change::Remove),
        1 => any::<Index>().prop_map(Change::Cut),
        1 => (2_usize..40).prop_map(Change::Repeat),
        2 => any::<Index>().prop_map(Change::Join),
    ];
    prop::collection::vec(change, 0..4)
}

pub(super) fn changed(seed: &str, changes: &[Change], seeds: &[String]) -> String {
    let mut letters: Vec<char> = seed.chars().collect();
    for change in changes {
        let place = |index: &Index| index.index(letters.len() + 1);
        match change {
            Change::Insert(at, piece) => {
                let at = place(at);
                letters.splice(at..at, piece.get(&PIECES).chars());
            }
            Change::Remove(at) if !letters.is_empty() => drop(letters.remove(at.index(letters.len()))),
            Change::Cut(at) => letters.truncate(place(at)),
            Change::Repeat(times) if letters.len() < 100 => letters = letters.repeat(*times),
            Change::Join(other) => letters.extend(other.get(seeds).chars()),
            Change::Remove(_) | Change::Repeat(_) => {}
        }
    }
    letters.into_iter().collect()
}
