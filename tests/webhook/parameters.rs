//! Names and values of forms and queries.

use proptest::{collection, prelude::*};
use twiml::Parameters;

#[track_caller]
fn pairs(form: &str, expected: &[(&str, &str)]) {
    assert_eq!(Parameters::from_form(form.as_bytes()).unwrap(), expected.iter().copied().collect(), "{form}");
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
}

#[test]
fn a_query_may_bring_its_mark() {
    assert_eq!(Parameters::from_query("?a=1"), Parameters::from_query("a=1"));
}

proptest! {
    #[test]
    fn every_form_comes_back(pairs in collection::vec(any::<(String, String)>(), 0..6)) {
        let parameters = Parameters::from_iter(pairs);
        prop_assert_eq!(Parameters::from_form(parameters.to_form().as_bytes()), Ok(parameters));
    }

    #[test]
    fn any_bytes_are_a_form_or_not_utf_8(body in any::<Vec<u8>>()) {
        match Parameters::from_form(&body) {
            Ok(parameters) => {
                prop_assert_eq!(Parameters::from_form(parameters.to_form().as_bytes()), Ok(parameters));
            }
            Err(error) => prop_assert!(error.to_string().ends_with("not UTF-8")),
        }
    }
}
