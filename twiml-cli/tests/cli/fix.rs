//! What is mended, and what is left alone.

use std::fs;

use crate::program::Folder;

const BROKEN: &str = "\u{FEFF}<?xml version=\"1.0\"?>\r\n<!-- a  comment -->\r\n<Response >\r\n\t<Sya   voice = 'alice' >Tom & Jerry</Sya >\r\n\
    \t<Gather><Dial>+15551234567</Dial></Gather>\r\n</Response>\r\n\r\n";

#[test]
fn what_has_one_way_is_mended_and_the_rest_stays() {
    let folder = Folder::with(&[("a.xml", BROKEN)]);
    let run = folder.run(&["check", "--fix"]);
    let mended = BROKEN.replace("Sya", "Say").replace('&', "&amp;");
    assert_eq!(folder.read("a.xml"), mended);
    assert_eq!(run.status, Some(1));
    let [first, second, summary] = run.err.lines().collect::<Vec<_>>()[..] else { panic!("{}", run.err) };
    assert_eq!(first, "fixed a.xml:4:3: `<Sya>` is no TwiML element [unknown-element]");
    assert!(second.ends_with("[bare-ampersand]"), "{second}");
    assert_eq!(summary, "1 document checked, 2 fixes made, 1 error left");
    assert!(run.out.contains("misplaced-element") && !run.out.contains("Sya"), "{}", run.out);
    // Once is enough.
    let again = folder.run(&["check", "--fix"]);
    assert_eq!(folder.read("a.xml"), mended);
    assert_eq!((again.status, again.summary()), (Some(1), "1 document checked, 0 fixes made, 1 error left"));
}

#[test]
fn what_is_right_is_not_touched() {
    let folder = Folder::with(&[("a.xml", "<Response/>")]);
    let before = fs::metadata(folder.path("a.xml")).unwrap().modified().unwrap();
    let run = folder.run(&["check", "--fix"]);
    assert_eq!((run.status, run.summary()), (Some(0), "1 document checked, 0 fixes made, nothing wrong left"));
    assert_eq!(fs::metadata(folder.path("a.xml")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_dry_run_is_a_diff() {
    let source = "<Response>\n  <Sya>Hello</Sya>\n</Response>\n";
    let folder = Folder::with(&[("a.xml", source)]);
    let run = folder.run(&["check", "--fix", "--dry-run"]);
    assert_eq!(folder.read("a.xml"), source);
    let diff = "--- a/a.xml\n+++ b/a.xml\n@@ -1,3 +1,3 @@\n <Response>\n-  <Sya>Hello</Sya>\n+  <Say>Hello</Say>\n </Response>\n";
    assert_eq!((run.status, run.out.as_str()), (Some(1), diff));
    assert_eq!(run.summary(), "1 document checked, 1 fix to be made, nothing wrong left");
    assert_eq!(Folder::with(&[("a.xml", "<Response/>")]).run(&["check", "--fix", "--dry-run"]).status, Some(0));
}

#[test]
fn standard_input_comes_out_mended() {
    let folder = Folder::with(&[]);
    let run = folder.run_with(&["check", "--fix", "-"], "<Response><Sya>a</Sya><Pause length='x'/></Response>");
    assert_eq!(run.out, "<Response><Say>a</Say><Pause length='x'/></Response>");
    assert_eq!(run.status, Some(1));
    assert!(run.err.contains("invalid-value"), "{}", run.err);
}

#[test]
fn what_is_allowed_is_not_mended() {
    let source = "<Response><Sya>a</Sya></Response>";
    let folder = Folder::with(&[("a.xml", source)]);
    assert_eq!(folder.run(&["check", "--fix", "--allow", "unknown-element"]).status, Some(0));
    assert_eq!(folder.read("a.xml"), source);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Folder::with(&[("real/a.xml", "<Response><Sya>a</Sya></Response>")]);
    symlink(folder.path("real/a.xml"), folder.path("link.xml")).unwrap();
    fs::set_permissions(folder.path("real/a.xml"), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(folder.run(&["check", "--fix", "link.xml"]).status, Some(0));
    assert!(fs::symlink_metadata(folder.path("link.xml")).unwrap().is_symlink());
    assert_eq!(folder.read("real/a.xml"), "<Response><Say>a</Say></Response>");
    assert_eq!(fs::metadata(folder.path("real/a.xml")).unwrap().permissions().mode() & 0o777, 0o640);
    // Nothing but the file is left behind.
    assert_eq!(fs::read_dir(folder.path("real")).unwrap().count(), 1);
}
