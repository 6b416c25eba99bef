//! What holds for every run-time value.

use proptest::{collection, prelude::*, sample};

/// Text of all characters, above all of those that XML has something against.
fn text() -> impl Strategy<Value = String> {
    let suspects: Vec<char> =
        "&<>\"'\r\n\t ]!;#\0\u{1}\u{8}\u{b}\u{c}\u{1b}\u{7f}\u{85}\u{2028}\u{EF}\u{F000}\u{FEFF}\u{FFFD}\u{FFFE}\u{FFFF}\u{10000}\u{1FFFE}\u{10FFFF}"
            .chars()
            .collect();
    let words =
        ["]]>", "\r\n", "&amp;", "<!--", "-->", "<![CDATA[", "<?xml?>", "&#13;", "</Say>", "\" x=\"", "plain text"];
    let piece = prop_oneof![
        3 => sample::select(suspects).prop_map(String::from),
        2 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,40}",
        1 => sample::select(Vec::from(words)).prop_map(String::from),
    ];
    collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// What a parser gives back: the same text, but for the characters that XML cannot carry.
fn carried(text: &str) -> String {
    let carries = |c| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
    text.chars().map(|c| if carries(c) { c } else { '\u{FFFD}' }).collect()
}

mod properties {
    mod attributes;
    mod enumerations;
    mod text;
    mod trees;
}
