//! Documents made from the tables, and broken in one place each.

use twiml_check::literal::{describe, sample};
use twiml_core::vocabulary::{self, Attribute, Element, Kind, TextPresence};

/// An element in the smallest document that holds it, the spot marked by `§` where it stands.
fn around(row: &'static Element) -> String {
    let Some(parent) = row.parents().next() else { return "§".to_owned() };
    around(parent).replace('§', &element(parent, "", "§"))
}

/// An element with what it needs, more attributes, and content.
fn element(row: &Element, more: &str, content: &str) -> String {
    let required = row
        .attributes
        .iter()
        .filter(|attribute| attribute.required && !more.contains(&format!(" {}=", attribute.name)));
    let required: String = required.map(written).collect();
    format!("<{0}{required}{more}>{content}</{0}>", row.name)
}

fn written(attribute: &Attribute) -> String {
    format!(" {}={:?}", attribute.name, sample(attribute))
}

/// What stands in an element that stands there only to be broken.
fn content(row: &Element) -> String {
    let text = || format!("{:?}", sample(&row.text.as_attribute()));
    match row.text.presence {
        TextPresence::None => String::new(),
        TextPresence::Optional | TextPresence::Required | TextPresence::Mixed => text(),
    }
}

fn document(row: &'static Element, markup: &str) -> String {
    around(row).replace('§', markup)
}

/// A word with two letters swapped, one dropped, in other cases, in `snake_case`.
fn misspelt(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let mut swapped = letters.clone();
    swapped.swap(middle.saturating_sub(1), middle);
    let mut dropped = letters.clone();
    dropped.remove(middle);
    let snake: String = word
        .chars()
        .flat_map(|letter| if letter.is_uppercase() { vec!['_', letter.to_ascii_lowercase()] } else { vec![letter] })
        .collect();
    let other: String = word
        .chars()
        .enumerate()
        .map(|(index, letter)| match index {
            0 if letter.is_uppercase() => letter.to_ascii_lowercase(),
            0 => letter.to_ascii_uppercase(),
            _ => letter,
        })
        .collect();
    let mut words: Vec<String> = [swapped, dropped].into_iter().map(|letters| letters.into_iter().collect()).collect();
    words.extend([snake.trim_start_matches('_').to_owned(), other, word.to_uppercase()]);
    words.retain(|other| other != word && !other.is_empty() && !other.contains('-') && !other.contains(':'));
    words
}

/// Values that an attribute does not take, or hardly.
fn wrong_values(attribute: &Attribute) -> Vec<String> {
    let right = sample(attribute);
    let mut values =
        vec![String::new(), format!(" {right} "), right.to_uppercase(), "/my page".to_owned(), "ten".to_owned()];
    values.extend(["1".to_owned(), "-1".to_owned(), "999999999".to_owned(), "yes".to_owned(), "a&amp;b".to_owned()]);
    match attribute.kind {
        Kind::Enum(list) | Kind::EnumSet(list) | Kind::IntOr(list) => {
            for word in list.values {
                values.extend(misspelt(word.value));
                values.push(format!("{0} {0}", word.value));
            }
        }
        Kind::Url | Kind::AbsoluteUrl | Kind::HttpsUrl | Kind::WssUrl => {
            values.extend(
                ["www.example.com/a", "http://example.com/a b", "ftp://example.com", "/a%ZZ", "/a/{id}", "\\\\a"]
                    .map(str::to_owned),
            );
        }
        _ => {}
    }
    values
}

/// Every element of the tables, broken.
pub(super) fn elements() -> impl Iterator<Item = String> {
    vocabulary::all().flat_map(|row| {
        let sound = element(row, "", &content(row));
        let mut broken: Vec<String> = Vec::new();
        for name in misspelt(row.name) {
            broken.push(document(
                row,
                &sound
                    .replace(&format!("<{}", row.name), &format!("<{name}"))
                    .replace(&format!("</{}", row.name), &format!("</{name}")),
            ));
        }
        broken.push(document(row, &element(row, "", "\"stray words\"")));
        broken.push(document(row, &element(row, "", "")));
        broken.push(document(row, &element(row, "", "stray words")));
        broken.push(document(row, &element(row, "", "<Say>\"hi\"</Say>")));
        broken.push(document(row, &element(row, "", "<Frobnicate/>")));
        broken.push(document(row, &element(row, "", "<speak>\"hi\"</speak>")));
        broken.push(document(row, &format!("{sound}{sound}")));
        broken.push(document(row, &format!("{sound}</Say>")));
        broken.push(document(row, &sound.replace(&format!("</{}", row.name), "</Dial")));
        broken.push(format!("<Response>{sound}</Response>"));
        broken.push(format!("<Response><Gather>{sound}</Gather><Hangup/>{sound}</Response>"));
        broken.push(format!("<Response><Hangup/></Response>{sound}"));
        broken.push(format!("<Response><Message>\"hi\"</Message>{sound}</Response>"));
        broken
    })
}

/// Every attribute of the tables, broken.
pub(super) fn attributes() -> impl Iterator<Item = String> {
    vocabulary::all().flat_map(|row| row.attributes.iter().map(move |attribute| (row, attribute))).flat_map(
        |(row, attribute)| {
            let with = |more: String| document(row, &element(row, &more, &content(row)));
            let right = sample(attribute);
            let mut broken: Vec<String> = Vec::new();
            broken.extend(misspelt(attribute.name).iter().map(|name| with(format!(" {name}={right:?}"))));
            broken.extend(wrong_values(attribute).iter().map(|value| with(format!(" {}={value:?}", attribute.name))));
            broken.push(with(format!("{0}{0}", written(attribute))));
            broken.push(with(format!(" {}", attribute.name)));
            broken.push(with(format!(" {}=bare", attribute.name)));
            broken.push(with(format!("{} length=\"3\" frobnicate=\"x\"", written(attribute))));
            broken.push(document(row, &format!("<{0}{1}>{2}</{0}>", row.name, written(attribute), content(row))));
            broken
        },
    )
}

#[test]
fn what_is_not_broken_on_purpose_is_right() {
    for row in vocabulary::all() {
        let text = document(row, &element(row, "", &content(row)));
        let errors =
            super::messages(&text).into_iter().filter(|message| !message.contains("warning:")).collect::<Vec<_>>();
        // Some elements need one attribute of several, which the tables call a rule.
        assert!(errors.iter().all(|error| error.contains("needs")), "{text}: {errors:?}");
    }
    let attributes: Vec<_> = vocabulary::all().flat_map(|row| row.attributes).collect();
    assert!(attributes.len() > 300);

    for attribute in attributes {
        let problems = twiml_check::literal::check_attribute(attribute, &sample(attribute));
        assert!(problems.is_empty(), "{} {}: {problems:?}", attribute.name, describe(attribute));
    }
}
