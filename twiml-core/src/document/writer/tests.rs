//! The writer against what it should write.

use super::*;
use alloc::{format, string::ToString as _};

fn written(write: impl FnOnce(&mut Writer)) -> String {
    let mut writer = Writer::with_capacity(0);
    write(&mut writer);
    writer.into_string()
}

#[test]
fn integers_are_those_of_display() {
    let powers = (0..39).map(|exponent| 10_u128.pow(exponent));
    let values = powers.flat_map(|power| [power - 1, power, power + 1, power.wrapping_mul(7)]);
    // Miri is some thousand times slower.
    let small = (0..2_000).step_by(if cfg!(miri) { 397 } else { 1 });
    for value in small.chain(values).chain([u64::MAX.into(), u128::MAX]) {
        assert_eq!(written(|writer| writer.large(value)), value.to_string());
        if let Ok(value) = u64::try_from(value) {
            assert_eq!(written(|writer| writer.integer(value)), value.to_string());
        }
        if let Ok(value) = i64::try_from(value) {
            assert_eq!(written(|writer| writer.signed(-value)), (-value).to_string());
        }
    }
    assert_eq!(written(|writer| writer.signed(i64::MIN)), i64::MIN.to_string());
    assert_eq!(written(|writer| writer.signed(i64::MAX)), i64::MAX.to_string());
}

#[test]
fn attributes_are_closed() {
    assert_eq!(written(|writer| writer.attribute(" a=\"", "\"\t")), " a=\"&quot;&#9;\"");
    assert_eq!(written(|writer| writer.attribute(" a=\"", "")), " a=\"\"");
    assert_eq!(written(|writer| writer.attribute_integer(" a=\"", u64::MAX)), " a=\"18446744073709551615\"");
    assert_eq!(written(|writer| writer.attribute_display(" a=\"", &"\n<")), " a=\"&#10;&lt;\"");
}

struct Failing;

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("so far & ")?;
        Err(fmt::Error)
    }
}

#[test]
fn failing_display_keeps_what_came() {
    assert_eq!(written(|writer| writer.text_display(&Failing)), "so far &amp; ");
    assert_eq!(written(|writer| writer.attribute_display(" a=\"", &Failing)), " a=\"so far &amp; \"");
    assert_eq!(written(|writer| writer.text_arguments(format_args!("{Failing}never"))), "so far &amp; ");
}

#[test]
fn arguments_are_escaped() {
    let name = "<\u{FFFF}>";
    assert_eq!(written(|writer| writer.text_arguments(format_args!("&"))), "&amp;");
    assert_eq!(written(|writer| writer.text_arguments(format_args!("\"{name}"))), "\"&lt;\u{FFFD}&gt;");
    assert_eq!(written(|writer| writer.attribute_arguments(" a=\"", format_args!("\""))), " a=\"&quot;\"");
    assert_eq!(
        written(|writer| writer.attribute_arguments(" a=\"", format_args!("{name}\r"))),
        " a=\"&lt;\u{FFFD}&gt;&#13;\""
    );
}

#[test]
fn size_stays_between_first_guess_and_most() {
    let size = Size::new(Size::MOST + 1);
    size.learn(usize::MAX);
    assert_eq!(size.guess(), Size::MOST + 1);
    size.learn(0);
    assert_eq!(size.guess(), Size::MOST + 1);
}

#[test]
fn elements_are_taken_out_with_all_that_is_in_them() {
    let cases = [
        ("", ""),
        ("a &lt;b/&gt; c", "a &lt;b/&gt; c"),
        ("a<b/>c", "ac"),
        ("<b/><b></b>", ""),
        ("a<b>x<c>y</c>z</b>d", "ad"),
        ("<c><b/>x</c>", "<c><b/>x</c>"),
        ("<bb/><b-b/><b>b</b>", "<bb/><b-b/>"),
        ("<b a=\"/\"><b/></b><c a=\"b/\"/>é", "<c a=\"b/\"/>é"),
        ("<c>1</c>2<d e=\"f\">3<b>4</b>5</d>6", "<c>1</c>2<d e=\"f\">3<b>4</b>5</d>6"),
    ];
    for (markup, expected) in cases {
        let found = written(|writer| {
            writer.raw("<b>kept");
            let start = writer.length();
            writer.raw(markup);
            assert_eq!(writer.has_element(start, &["no", "b"]), markup != expected, "{markup}");
            writer.remove_elements(start, &["b", "no"]);
        });
        assert_eq!(found, format!("<b>kept{expected}"), "{markup}");
    }
}

#[test]
fn an_element_that_is_too_long_is_taken_out() {
    let is_kept = |name: &str, value: &str, most: usize| {
        let found = written(|writer| {
            writer.raw("<a name=\"outside\">");
            let start = writer.length();
            writer.attribute("<b other=\"x\" name=\"", name);
            writer.attribute(" value=\"", value);
            writer.raw("/>");
            writer.remove_if_longer(start, &["name", "value"], most);
        });
        assert!(found.starts_with("<a name=\"outside\">"));
        found.ends_with("/>")
    };
    for (name, value) in [("", ""), ("é", "abc"), ("&\"<>", "\n\t"), ("a=b", " c = \u{1} ")] {
        let length = name.chars().count() + value.chars().count();
        assert!(is_kept(name, value, length), "{name} {value}");
        assert!(length == 0 || !is_kept(name, value, length - 1), "{name} {value}");
    }
}

#[test]
fn an_attribute_of_the_element_being_written_is_taken_out() {
    for inside in ["", "text", "<c a=\"no\"/>", "<c a=\"no\">x<d/></c>y", "<c><c a=\"/\"/></c><d></d>"] {
        let open = "<z><x a=\"outer\"/><b aa=\"1\" a=\"&amp; 2\" b=\"a=\">";
        let found = written(|writer| {
            writer.raw(open);
            writer.raw(inside);
            assert_eq!(writer.open_value("a"), Some("&amp; 2"));
            assert_eq!(writer.open_value("b"), Some("a="));
            assert_eq!(writer.open_value("c"), None);
            assert_eq!(writer.remove_attribute("c"), 0);
            assert_eq!(writer.remove_attribute("a"), " a=\"&amp; 2\"".len());
        });
        assert_eq!(found, format!("<z><x a=\"outer\"/><b aa=\"1\" b=\"a=\">{inside}"));
    }
}
