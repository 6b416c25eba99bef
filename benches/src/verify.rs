//! Whether all contenders produce the same document.

use ::xml::reader::{ParserConfig, XmlEvent};

use crate::{
    Document,
    contenders::{CONTENDERS, Contender},
    data::Inputs,
};

/// In what an output differs from the hand-written one without being another document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Same,
    /// In the order of attributes, the form of empty elements, what is escaped and how, the declaration.
    Equal,
    /// Also in white space between tags.
    Indented,
}

/// What a document consists of, whichever way it is written: canonical XML without its declaration.
///
/// # Errors
///
/// If it is not well-formed.
pub fn canonical(document: &str) -> Result<Vec<String>, ::xml::reader::Error> {
    let config = ParserConfig::new().whitespace_to_characters(true).cdata_to_characters(true).ignore_comments(true);
    let mut pieces = Vec::new();
    for event in config.create_reader(document.as_bytes()) {
        match event? {
            XmlEvent::StartElement { name, attributes, .. } => {
                let mut attributes: Vec<String> =
                    attributes.iter().map(|attribute| format!(" {}={:?}", attribute.name, attribute.value)).collect();
                attributes.sort();
                pieces.push(format!("<{name}{}>", attributes.concat()));
            }
            XmlEvent::EndElement { name } => pieces.push(format!("</{name}>")),
            XmlEvent::Characters(text) => pieces.push(text),
            _ => {}
        }
    }
    Ok(pieces)
}

/// Compares two outputs.
///
/// # Errors
///
/// The two canonical forms if they differ, or what is not well-formed.
pub fn compare(expected: &str, actual: &str) -> Result<Verdict, String> {
    if expected == actual {
        return Ok(Verdict::Same);
    }
    let parsed = |document| canonical(document).map_err(|error| format!("{error} in {document}"));
    let (mut expected, mut actual) = (parsed(expected)?, parsed(actual)?);
    if expected == actual {
        return Ok(Verdict::Equal);
    }
    for pieces in [&mut expected, &mut actual] {
        pieces.retain(|piece| !piece.trim().is_empty());
    }
    if expected == actual { Ok(Verdict::Indented) } else { Err(format!("{actual:#?} instead of {expected:#?}")) }
}

/// Compares a contender's output with the hand-written one; `None` if it cannot produce the document.
///
/// # Panics
///
/// If they are not the same document.
#[must_use]
pub fn verify(contender: &Contender, document: Document, inputs: &Inputs) -> Option<Verdict> {
    let expected = CONTENDERS[0].write(document).expect("the hand-written one produces all")(inputs);
    let actual = contender.write(document)?(inputs);
    match compare(&expected, &actual) {
        Ok(verdict) => Some(verdict),
        Err(difference) => panic!("{} gives another {}: {difference}", contender.name, document.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_contenders_agree() {
        let inputs = Inputs::new();
        for document in Document::ALL {
            for contender in CONTENDERS {
                let verdict = verify(contender, document, &inputs);
                assert!(
                    verdict.is_none() || verdict != Some(Verdict::Indented) || contender.name.contains("twiml-rust")
                );
            }
        }
    }

    #[test]
    fn twiml_is_what_one_writes_by_hand() {
        let inputs = Inputs::new();
        for document in Document::ALL {
            assert_eq!(verify(&CONTENDERS[1], document, &inputs), Some(Verdict::Same));
        }
    }

    #[test]
    fn differences_are_found() {
        assert_eq!(
            compare("<a b='1' c='&amp;'/>", "<?xml version='1.0'?><a c='&#38;' b=\"1\"></a>"),
            Ok(Verdict::Equal)
        );
        assert_eq!(compare("<a><b/></a>", "<a>\n <b/>\n</a>"), Ok(Verdict::Indented));
        assert!(compare("<a> x</a>", "<a>x</a>").is_err());
        assert!(compare("<a b='1'/>", "<a b='2'/>").is_err());
        assert!(compare("<a><b/></a>", "<a/>").is_err());
        assert!(compare("<a>&amp;</a>", "<a>&</a>").is_err());
    }
}
