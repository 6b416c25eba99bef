//! Documents in code that is not made for them: no name gets in the way, and no lint is fired.

#![deny(warnings, clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(missing_docs, unreachable_pub, unused_qualifications, unused_results, single_use_lifetimes)]
#![deny(trivial_casts, trivial_numeric_casts, unused_lifetimes, unused_import_braces, meta_variable_misuse)]
#![deny(
    clippy::str_to_string,
    clippy::shadow_unrelated,
    clippy::let_underscore_untyped,
    clippy::arithmetic_side_effects
)]

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// Holds a document against its body.
#[track_caller]
fn assert_body(document: &impl AsRef<str>, expected: &str) {
    assert_eq!(document.as_ref().strip_prefix(DECLARATION), Some(expected));
}

mod hygiene {
    mod contexts;
    mod lints;
    mod macros;
    mod names;
}
