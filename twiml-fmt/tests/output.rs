//! Formatted code compiles, and writes the same documents.

use std::{fs, path::Path};

use twiml_fmt::{Options, format_source};

mod before {
    // Not a module of its own, or rustfmt would format it.
    include!("output/before.rs");
}

mod after {
    include!("output/after.rs");
}

#[test]
fn the_code_after_is_the_code_before_formatted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/output");
    let before = fs::read_to_string(folder.join("before.rs")).unwrap();
    let after = format_source(&before, &Options::default()).unwrap();
    assert_eq!(after.kept, []);
    if std::env::var_os("TWIML_BLESS").is_some() {
        fs::write(folder.join("after.rs"), &after.text).unwrap();
    }
    assert_ne!(after.text, before);
    assert_eq!(after.text, fs::read_to_string(folder.join("after.rs")).unwrap());
}

#[test]
fn documents_stay_the_same() {
    for (name, age, digits, url) in [
        ("Ada", 36, None, Some("/menu?a=1&b=2")),
        ("Tom & Jerry", 12, Some(1), None),
        ("<b>", 3, Some(2), Some("https://example.com")),
        ("", 4, Some(10), None),
    ] {
        let documents = before::documents(name, age, digits, url);
        assert_eq!(documents.len(), 6);
        assert_eq!(after::documents(name, age, digits, url), documents);
    }
}
