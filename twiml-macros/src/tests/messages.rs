//! Tables of source and messages.

use super::messages;

#[test]
fn a_valid_document_is_silent() {
    assert!(messages(r#"<Response><Say>"Hello"</Say></Response>"#).is_empty());
}
