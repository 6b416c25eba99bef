//! Files that are meant to do harm.

use crate::program::Folder;

#[test]
fn hostile_files_end_in_an_error() {
    let laughs = r#"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Response><Say>&b;</Say></Response>"#;
    let external = r#"<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><Response><Say>&b;</Say></Response>"#;
    let deep = format!("<Response>{}", "<Say>".repeat(100_000));
    let utf16: Vec<u8> = "<Response/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked: Vec<u8> = [&[0xFE, 0xFF][..], &utf16].concat();
    let long = vec![b'<'; 100_000_000];
    let zeros = vec![0; 1000];
    for (bytes, code) in [
        (laughs.as_bytes(), "document-type"),
        (external.as_bytes(), "unknown-entity"),
        (deep.as_bytes(), "too-deep"),
        (&marked, "not-utf8"),
        (&utf16, "forbidden-character"),
        (&zeros, "forbidden-character"),
        (&long, "too-large"),
        (b"<Response>\xFF</Response>", "not-utf8"),
    ] {
        let folder = Folder::with(&[]);
        folder.write("a.twiml", bytes);
        for format in ["human", "json", "github", "sarif"] {
            let run = folder.run(&["check", "--format", format]);
            assert_eq!(run.status, Some(1), "{code}: {}", run.err);
            assert!(run.out.contains(code), "{code}: {}", run.out.get(..2000).unwrap_or(&run.out));
        }
        assert_eq!(folder.run(&["check", "--fix", "--dry-run"]).status, Some(1), "{code}");
        assert_eq!(folder.run(&["convert", "a.twiml"]).status, Some(1), "{code}");
    }
}

#[test]
fn what_is_named_need_not_be_a_file() {
    let folder = Folder::with(&[("folder/a.xml", "<Response/>")]);
    let run = folder.run(&["convert", "folder"]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("cannot read `folder`"), "{}", run.err);
}
