use super::*;
use alloc::format;
use alloc::vec::Vec;

/// One character at a time, as the standard says it.
fn reference(value: &str, attribute: bool) -> String {
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if attribute => out.push_str("&quot;"),
            '\t' if attribute => out.push_str("&#9;"),
            '\n' if attribute => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c if is_xml_char(c) => out.push(c),
            _ => out.push('\u{FFFD}'),
        }
    }
    out
}

#[track_caller]
fn check(value: &str) {
    let mut out = String::from("before");
    text(&mut out, value);
    assert_eq!(out.strip_prefix("before"), Some(&*reference(value, false)), "text {value:?}");
    out.clear();
    attribute(&mut out, value);
    assert_eq!(out, reference(value, true), "attribute {value:?}");
}

/// Of how many cases one is tested: of each, but for Miri, which is some thousand times slower.
const fn one_of(cases: usize) -> usize {
    if cfg!(miri) { cases } else { 1 }
}

/// All characters that are special anywhere, and neighbours of theirs by value or by their bytes.
fn characters() -> impl Iterator<Item = char> {
    ('\0'..='\u{A0}')
        .step_by(one_of(23))
        .chain("\t\n\r\"&<>".chars())
        .chain("ÿߺ࿿\u{E000}\u{EFFF}\u{F000}\u{FEFF}\u{FFBE}\u{FFBF}\u{FFFC}\u{FFFD}\u{FFFE}\u{FFFF}".chars())
        .chain("\u{10000}\u{1FFFE}\u{1FFFF}🦀\u{10FFFF}".chars())
}

#[test]
fn exactly_the_characters_of_xml() {
    // Miri skips what lies between and behind.
    let end = if cfg!(miri) { ['\u{200}', '\u{10200}'] } else { ['\u{FEFF}', char::MAX] };
    let all = ('\0'..=end[0]).chain('\u{FF00}'..=end[1]);
    let forbidden: Vec<char> = all.filter(|&c| !is_xml_char(c)).collect();
    let expected = ('\0'..' ').filter(|c| !matches!(c, '\t' | '\n' | '\r')).chain(['\u{FFFE}', '\u{FFFF}']);
    assert!(expected.eq(forbidden));
}

#[test]
fn each_character_alone() {
    let all = ('\0'..=char::MAX).step_by(one_of(30_011));
    all.chain(characters()).for_each(|c| check(c.encode_utf8(&mut [0; 4])));
}

#[test]
fn two_and_three_characters() {
    for first in characters().step_by(one_of(5)) {
        for second in characters().step_by(one_of(9)) {
            check(&format!("{first}{second}"));
            for third in "&\t\r\u{FFFE}\u{FFFD}x".chars().step_by(one_of(4)) {
                check(&format!("{first}{second}{third}"));
            }
        }
    }
}

#[test]
fn each_character_at_each_place_of_each_length() {
    let fill = "x".repeat(200);
    for c in "&<>\"'\t\n\r\0\u{1F} \u{7F}é\u{EFFF}！\u{FFFD}\u{FFFE}\u{FFFF}🦀".chars().step_by(one_of(5)) {
        for length in (0..=72).chain(95..=99).chain(127..=131).step_by(one_of(13)) {
            for at in (0..=length).step_by(one_of(29)) {
                check(&format!("{}{c}{}", &fill[..at], &fill[at..length]));
            }
        }
    }
}

#[test]
fn long_runs_of_one_character() {
    for c in characters().step_by(one_of(2)) {
        for count in (0..=70).step_by(one_of(50)) {
            let mut value = String::new();
            value.extend(core::iter::repeat_n(c, count));
            check(&value);
            check(&format!("é{value}&"));
        }
    }
}

#[test]
fn random_values() {
    let characters: Vec<char> = characters().collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::from((state >> 48) as u16) % bound
    };
    let mut value = String::new();
    for _ in (0..100_000).step_by(one_of(7_000)) {
        value.clear();
        let (length, plain) = (below(200), below(60));
        for _ in 0..length {
            value.push(if below(60) < plain { 'x' } else { characters[below(characters.len())] });
        }
        check(&value);
    }
}
