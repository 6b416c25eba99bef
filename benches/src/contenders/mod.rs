//! One module for each way to produce the documents.

mod askama;
mod copy;
mod hand_written;
mod horrorshow;
mod html_node;
mod markup;
mod maud;
mod quick_xml;
#[cfg(feature = "heavy")]
mod rusty_twilio;
mod sailfish;
#[cfg(feature = "heavy")]
mod twilio;
mod twiml;
mod twiml_builder;
mod twiml_rust;
mod xml;

use std::borrow::Cow;

use crate::{Document, data::Inputs};

/// What all that can choose begin with.
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// Produces one document. Borrowed is what was made at compile time.
pub type Write = fn(&Inputs) -> Cow<'static, str>;

/// One way to produce documents.
#[derive(Clone, Copy, Debug)]
pub struct Contender {
    pub name: &'static str,
    /// Those that it can produce.
    pub documents: &'static [(Document, Write)],
}

impl Contender {
    #[must_use]
    pub fn write(&self, document: Document) -> Option<Write> {
        self.documents.iter().find(|(able, _)| *able == document).map(|(_, write)| *write)
    }
}

/// The hand-written one comes first: the others are compared with it.
pub const CONTENDERS: &[Contender] = &[
    hand_written::CONTENDER,
    twiml::CONTENDER,
    sailfish::CONTENDER,
    copy::CONTENDER,
    maud::CONTENDER,
    askama::CONTENDER,
    markup::CONTENDER,
    horrorshow::CONTENDER,
    html_node::CONTENDER,
    quick_xml::CONTENDER,
    xml::CONTENDER,
    twiml_builder::CONTENDER,
    twiml_rust::CONTENDER,
    #[cfg(feature = "heavy")]
    twilio::CONTENDER,
    #[cfg(feature = "heavy")]
    rusty_twilio::CONTENDER,
];
