//! Names and values of forms and queries.

use proptest::{collection, prelude::*};
use twiml::Parameters;

#[track_caller]
fn pairs(form: &str, expected: &[(&str, &str)]) {
    assert_eq!(Parameters::from_form(form.as_bytes()), expected.iter().copied().collect(), "{form}");
}

#[test]
fn forms_are_read_as_browsers_read_them() {
    pairs("", &[]);
    pairs("a=1&b=2", &[("a", "1"), ("b", "2")]);
    pairs("a=1&&b=2&", &[("a", "1"), ("b", "2")]);
    pairs("a", &[("a", "")]);
    pairs("a=", &[("a", "")]);
    pairs("=1", &[("", "1")]);
    pairs("a=1=2", &[("a", "1=2")]);
    pairs("a+b=c+d", &[("a b", "c d")]);
    pairs("a%2Bb=%26%3D%25", &[("a+b", "&=%")]);
    pairs("a=%", &[("a", "%")]);
    pairs("a=%4", &[("a", "%4")]);
    pairs("a=%zz", &[("a", "%zz")]);
    pairs("a=%c3%A9é", &[("a", "éé")]);
    pairs("a=%00", &[("a", "\0")]);
    pairs("a=1;b=2", &[("a", "1;b=2")]);
    pairs("a=%FF%C3%A9&%E9=1", &[("a", "\u{FFFD}é"), ("\u{FFFD}", "1")]);
}

#[test]
fn a_query_may_bring_its_mark() {
    assert_eq!(Parameters::from_query("?a=1"), Parameters::from_query("a=1"));
}

proptest! {
    #[test]
    fn every_form_comes_back(pairs in collection::vec(any::<(String, String)>(), 0..6)) {
        let parameters = Parameters::from_iter(pairs);
        prop_assert_eq!(Parameters::from_form(parameters.to_form().as_bytes()), parameters);
    }

    #[test]
    fn any_bytes_are_read_as_the_standard_says(body in any::<Vec<u8>>()) {
        let standard: Parameters = form_urlencoded::parse(&body).into_owned().collect();
        prop_assert_eq!(Parameters::from_form(&body), standard);
    }
}
