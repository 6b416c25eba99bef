//! What markup comes out as, byte by byte.

use twiml::Response;

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// The document behind its declaration.
fn body<K>(document: &Response<K>) -> &str {
    let text = document.as_str();
    text.strip_prefix(DECLARATION).unwrap_or(text)
}

/// Holds the body of a document against text.
macro_rules! assert_body {
    ($document:expr, $expected:expr $(,)?) => {
        assert_eq!(crate::body(&$document), $expected)
    };
}

mod render {
    mod attributes;
    mod constants;
    mod control;
    mod conversation;
    mod documents;
    mod escape_hatch;
    mod evaluation;
    mod fragments;
    mod guards;
    mod indented;
    mod literals;
    mod loops;
    mod names;
    mod rounds;
    mod sets;
    mod text;
    mod types;
}
