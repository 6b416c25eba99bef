//! Text between tags.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use proptest::prelude::*;
use twiml::{Fragment, element, twiml};

use crate::{carried, text};

/// What a parser reads out of `<Say>`.
fn spoken(content: impl Fragment<element::Say>) -> Result<String, TestCaseError> {
    let document = twiml! { <Response><Say>{content}</Say></Response> }.into_string();
    let tree = roxmltree::Document::parse(&document).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let say = tree.root_element().first_element_child();
    prop_assert_eq!(tree.root().descendants().filter(roxmltree::Node::is_element).count(), 2);
    Ok(say.and_then(|say| say.text()).unwrap_or_default().to_owned())
}

proptest! {
    #[test]
    fn every_textual_type_comes_back(text in text()) {
        let expected = carried(&text);
        prop_assert_eq!(&spoken(text.as_str())?, &expected);
        prop_assert_eq!(&spoken(text.clone())?, &expected);
        prop_assert_eq!(&spoken(&text)?, &expected);
        prop_assert_eq!(&spoken(Cow::Borrowed(text.as_str()))?, &expected);
        prop_assert_eq!(&spoken(Cow::<str>::Owned(text.clone()))?, &expected);
        prop_assert_eq!(&spoken(Box::<str>::from(text.as_str()))?, &expected);
        prop_assert_eq!(&spoken(Rc::<str>::from(text.as_str()))?, &expected);
        prop_assert_eq!(&spoken(Arc::new(text.clone()))?, &expected);
        prop_assert_eq!(&spoken(Some(&text))?, &expected);
        prop_assert_eq!(&spoken(format_args!("{text}"))?, &expected);
    }

    #[test]
    fn every_character_comes_back(character: char) {
        let expected = carried(&character.to_string());
        prop_assert_eq!(&spoken(character)?, &expected);
        prop_assert_eq!(&spoken(Some(character))?, &expected);
        prop_assert_eq!(&spoken(format_args!("{character}"))?, &expected);
    }

    #[test]
    fn pieces_join_without_a_seam(first in text(), second in text(), third: char) {
        let expected = carried(&format!("{first}]]>{second}{third}&{second}"));
        prop_assert_eq!(spoken(twiml! { {&first} "]]>" {&second} {third} "&" {format_args!("{second}")} })?, expected);
    }

    #[test]
    fn numbers_come_back(small: i8, large: u128, negative: i128, float: f64, flag: bool) {
        prop_assert_eq!(
            spoken(twiml! { {small} " " {large} " " {negative} " " {float} " " {flag} })?,
            format!("{small} {large} {negative} {float} {flag}")
        );
    }
}
