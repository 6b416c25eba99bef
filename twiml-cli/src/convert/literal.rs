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

#[cfg(test)]
mod tests {
    use twiml_core::vocabulary;

    use super::{string, text, value};

    #[test]
    fn strings_are_written_as_people_write_them() {
        for (plain, written) in [
            ("Hello", r#""Hello""#),
            ("it's 5 €", r#""it's 5 €""#),
            ("a\nb", r#""a\nb""#),
            (r#"{"a": "b"}"#, r##"r#"{"a": "b"}"#"##),
            (r"C:\a", r#"r"C:\a""#),
            (r##"a "# b"##, r###"r##"a "# b"##"###),
            ("\"a\"\n", r#""\"a\"\n""#),
            ("\u{301}\"", r#""\u{301}\"""#),
        ] {
            assert_eq!(string(plain), written);
            assert_eq!(syn::parse_str::<syn::LitStr>(written).unwrap().value(), plain);
        }
    }

    #[test]
    fn what_the_macro_would_ask_about_stands_in_braces() {
        for odd in ["Hello {name}", "a &amp; b", "<break/>", "</a>", "&#38;"] {
            assert_eq!(text(odd), format!("{{{odd:?}}}"));
        }
        for plain in ["{ }", "a & b", "1 < 2", "{1}", "a&"] {
            assert_eq!(text(plain), format!("{plain:?}"));
        }
    }

    #[test]
    fn numbers_and_booleans_need_no_quotes() {
        let dial = vocabulary::named("Dial").next().unwrap();
        let written = |name: &str, text: &str| value(dial.attribute(name), text);
        assert_eq!(written("timeout", "20"), "20");
        assert_eq!(written("timeout", "020"), r#""020""#);
        assert_eq!(written("timeout", "12345678901234567890"), r#""12345678901234567890""#);
        assert_eq!(written("hangupOnStar", "true"), "true");
        assert_eq!(written("callerId", "15551234567"), r#""15551234567""#);
        assert_eq!(value(None, "1"), r#""1""#);
    }
}
