//! A document to look at: elements, attributes and texts.

use std::ops::Range;

use super::range;
use crate::tree::{self, Node, Value};

/// An element of a document.
///
/// ```
/// let report = twiml_check::xml::check("<Response><Dial timeout='20'><Number>+15551234567</Number></Dial></Response>");
/// let dial = report.root().unwrap().find("Dial").unwrap();
/// assert_eq!(dial.attribute("timeout"), Some("20"));
/// assert_eq!(dial.children().map(|child| child.text()).collect::<Vec<_>>(), ["+15551234567"]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    element: &'a tree::Element,
    source: &'a str,
}

/// What stands in an element.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// An element.
    Element(Element<'a>),
    /// Text. A placeholder of a template is text as it is written.
    Text(&'a str),
}

impl<'a> Element<'a> {
    pub(super) const fn new(element: &'a tree::Element, source: &'a str) -> Self {
        Self { element, source }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        &self.element.name.text
    }

    /// The value of an attribute; one that holds a placeholder of a template as it is written.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(written, _)| *written == name).map(|(_, value)| value)
    }

    /// Names and values of its attributes, in the order in which they stand.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let source = self.source;
        self.element.attributes.iter().filter_map(move |attribute| {
            let value = match &attribute.value {
                Value::Literal(literal) => literal.text.as_str(),
                Value::Splice(splice) => {
                    let quoted = range(splice.place);
                    source.get(quoted.start + 1..quoted.end.checked_sub(1)?)?
                }
                Value::Missing => return None,
            };
            Some((attribute.name.text.as_str(), value))
        })
    }

    /// What stands in it, in order; white space that only lays a document out does not count. All parts of a block of a
    /// template are in it.
    #[must_use]
    pub fn content(&self) -> Vec<Content<'a>> {
        let mut content = Vec::new();
        tree::leaves(&self.element.children, &mut |node| match node {
            Node::Element(element) => content.push(Content::Element(Self { element, ..*self })),
            Node::Text(text) => content.push(Content::Text(&text.text)),
            Node::Splice(splice) => {
                content.extend(self.source.get(range(splice.place)).map(Content::Text));
            }
            Node::Control(_) | Node::Statement(_) | Node::Lost => {}
        });
        content
    }

    /// The elements in it.
    pub fn children(&self) -> impl Iterator<Item = Self> + use<'a> {
        self.content().into_iter().filter_map(|content| match content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// The text that stands directly in it.
    ///
    /// ```
    /// let report = twiml_check::xml::check("<Response><Say>Tom &amp; <emphasis>Jerry</emphasis></Say></Response>");
    /// assert_eq!(report.root().unwrap().find("Say").unwrap().text(), "Tom & ");
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.content().into_iter().filter_map(|content| match content {
            Content::Text(text) => Some(text),
            Content::Element(_) => None,
        });
        texts.collect()
    }

    /// The first element of this name in it, however deep, in the order of the document.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Self> {
        self.children().find_map(|child| if child.name() == name { Some(child) } else { child.find(name) })
    }

    /// Every element of this name in it, however deep, in the order of the document.
    ///
    /// ```
    /// let report = twiml_check::xml::check("<Response><Say>One</Say><Gather><Say>Two</Say></Gather></Response>");
    /// let texts: Vec<_> = report.root().unwrap().find_all("Say").iter().map(|say| say.text()).collect();
    /// assert_eq!(texts, ["One", "Two"]);
    /// ```
    #[must_use]
    pub fn find_all(&self, name: &str) -> Vec<Self> {
        let mut found = Vec::new();
        for child in self.children() {
            if child.name() == name {
                found.push(child);
            }
            found.extend(child.find_all(name));
        }
        found
    }

    /// Where it stands, in bytes, from the opening to the closing tag.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        range(self.element.place())
    }
}
