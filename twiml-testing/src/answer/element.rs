//! A document as a call runs it: elements with their rows, attributes with their defaults.

use std::ops::Range;
use std::time::Duration;

use crate::names::Attribute;
use twiml_core::vocabulary;

/// An element, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    /// What the tables know of it; nothing of what they do not know, which Twilio passes over.
    pub(crate) row: Option<&'static vocabulary::Element>,
    pub(crate) name: String,
    /// What is written and valid.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// Bytes of the source.
    pub(crate) place: Range<usize>,
}

/// What stands in an element.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The name that tells it from others with the same tag.
    pub(crate) fn id(&self) -> &'static str {
        self.row.map_or("", |row| row.id)
    }

    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// What is written.
    pub(crate) fn written(&self, attribute: &Attribute) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute.name).map(|(_, value)| value.as_str())
    }

    /// What is written, or else what the table says.
    pub(crate) fn value(&self, attribute: &Attribute) -> Option<&str> {
        self.written(attribute).or_else(|| attribute.default(self.row))
    }

    pub(crate) fn is(&self, attribute: &Attribute) -> bool {
        self.value(attribute) == Some("true")
    }

    pub(crate) fn number(&self, attribute: &Attribute) -> Option<u32> {
        self.value(attribute)?.trim().parse().ok()
    }

    pub(crate) fn seconds(&self, attribute: &Attribute) -> Option<Duration> {
        self.number(attribute).map(|seconds| Duration::from_secs(seconds.into()))
    }

    /// Whether a list with blanks holds a word.
    pub(crate) fn lists(&self, attribute: &Attribute, word: &str) -> bool {
        self.value(attribute).is_some_and(|list| list.split_ascii_whitespace().any(|listed| listed == word))
    }

    /// All text in it, that of its elements too; white space between words is one blank.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.gather_text(&mut text);
        let words: Vec<_> = text.split_whitespace().collect();
        words.join(" ")
    }

    /// The text as it stands, without white space around it.
    pub(crate) fn raw_text(&self) -> String {
        let mut text = String::new();
        self.gather_text(&mut text);
        text.trim().to_owned()
    }

    fn gather_text(&self, to: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) => to.push_str(text),
                Node::Element(element) => {
                    to.push(' ');
                    element.gather_text(to);
                    to.push(' ');
                }
            }
        }
    }

    /// Every element below, in the order of the document.
    pub(crate) fn descendants(&self) -> Vec<&Self> {
        let mut found = Vec::new();
        for element in self.elements() {
            found.push(element);
            found.extend(element.descendants());
        }
        found
    }

    /// As a message names it.
    pub(crate) fn tag(&self) -> String {
        format!("<{}>", self.name)
    }
}
