//! What is not well-formed, or no document.

use twiml_core::vocabulary::Dialect;

use super::{assert_said, said};
use crate::{
    Code, Notation,
    xml::{LIMIT, apply, check, check_as},
};

#[test]
fn what_is_right_is_silent() {
    for source in [
        "<Response/>",
        "<Response></Response>",
        "<Response> </Response >",
        "\u{FEFF}<Response/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>\n</Response>\n",
        "<?xml version='1.0'?><!-- a --><?pi b?><Response><!-- c --><?pi d?></Response><!-- e --><?pi f?>",
        "<Response><Say><![CDATA[Tom & Jerry <3]]></Say></Response>",
        "<Response><Say>Tom &amp; Jerry &lt;3 &#233; &#xE9;</Say></Response>",
        "<Response><Say voice = 'alice'\n\tlanguage=\"en-GB\">a &gt; b > c</Say></Response>",
        "<Response>\r\n\t<Dial>\r\n\t\t+15551234567\r\n\t</Dial>\r\n</Response>",
        "<Response><Say>It's \"so\" <break time='1s'/> nice</Say></Response>",
        "<Response><Redirect>/a?b=1&amp;c=2</Redirect></Response>",
    ] {
        assert_eq!(said(&check(source)), [""; 0], "{source}");
    }
}

#[test]
fn faults_are_said_where_they_are() {
    assert_said(&[
        ("", &["1:1 no-document "]),
        ("<!-- nothing yet -->", &["1:1 no-document "]),
        ("hello", &["1:1 no-document "]),
        ("<Say>Hello</Say>", &["1:2 wrong-root Say"]),
        ("<html><body/></html>", &["1:2 unknown-element html"]),
        ("<!DOCTYPE Response><Response/>", &["1:1 document-type <!DOCTYPE Response"]),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><Response/>", &["1:1 document-type <!DOCTYPE a"]),
        ("<Response><Say>Tom & Jerry</Say></Response>", &["1:20 bare-ampersand &"]),
        ("<Response><Say>&lt &amp;</Say></Response>", &["1:16 bare-ampersand &lt"]),
        (
            "<Response><Say>&;&#;&#x;</Say></Response>",
            &["1:16 bare-ampersand &", "1:18 bare-ampersand &", "1:21 bare-ampersand &"],
        ),
        ("<Response><Say>Caf&eacute;</Say></Response>", &["1:19 unknown-entity &eacute;"]),
        ("<Response><Say>a&#0;b</Say></Response>", &["1:17 forbidden-character &#0;"]),
        ("<Response><Say>a\u{1}b</Say></Response>", &["1:16 forbidden-character a\u{1}b"]),
        ("<Response><Play digits='1\u{0}2'/></Response>", &["1:24 forbidden-character '1\u{0}2'"]),
        ("<Response><Say>1 < 2</Say></Response>", &["1:18 bare-bracket <"]),
        ("<Response><Say voice='a<b'>Hi</Say></Response>", &["1:22 invalid-value 'a<b'", "1:24 bare-bracket <"]),
        ("<Response><Say voice=alice>Hi</Say></Response>", &["1:22 bare-value alice"]),
        ("<Response><Pause length=2/></Response>", &["1:25 bare-value 2"]),
        ("<Response><Say voice>Hi</Say></Response>", &["1:16 missing-value voice"]),
        ("<Response><Say voice= >Hi</Say></Response>", &["1:16 missing-value voice"]),
        ("<Response><Say voice='alice>Hi</Say></Response>", &["1:22 unclosed-value 'alice"]),
        (
            "<Response><Say voice='alice",
            &["1:2 unclosed-element Response", "1:12 unfinished-tag Say", "1:22 unclosed-value 'alice"],
        ),
        ("<Response><Say voice='alice'language='en-GB'>Hi</Say></Response>", &["1:29 not-well-formed language"]),
        ("<Response><Say 'alice'>Hi</Say></Response>", &["1:16 stray-token 'alice'"]),
        ("<Response><Hangup/ ></Response>", &["1:18 not-well-formed / >"]),
        ("<Response><Say>Hi</Say x></Response>", &["1:24 stray-token x"]),
        ("<Response><Say>Hi</Say", &["1:2 unclosed-element Response", "1:20 unfinished-tag Say"]),
        ("<Response><Say>Hi</></Response>", &["1:18 mismatched-close </"]),
        ("<Response><Say>Hi</Dial></Response>", &["1:20 mismatched-close Dial"]),
        ("<Response><Say>Hi</Response>", &["1:12 unclosed-element Say"]),
        ("<Response><Hangup/></Say></Response>", &["1:22 stray-close Say"]),
        ("<Response/></Response>", &["1:14 stray-close Response"]),
        ("<Response><!-- to be continued</Response>", &["1:11 unfinished-comment <!--"]),
        ("<Response><![CDATA[a</Response>", &["1:11 unfinished-comment <![CDATA["]),
        ("<Response><!-- a -- b --></Response>", &["1:11 not-well-formed <"]),
        ("<Response><Say>]]></Say></Response>", &["1:19 not-well-formed <"]),
        (" <?xml version='1.0'?><Response/>", &["1:2 not-well-formed <"]),
        ("<Response><Say voice='alice' voice='man'>Hi</Say></Response>", &["1:30 duplicate-attribute voice"]),
        ("<Response xmlns='urn:x'/>", &["1:11 unknown-attribute xmlns"]),
        ("<Response><a:b/></Response>", &["1:12 unknown-element a:b"]),
        ("<Response><Say>Tom &amp;amp; Jerry</Say></Response>", &["1:16 escaped-twice Tom &amp;amp; Jerry"]),
        ("<Response>\n  é <Say>Hi</Say>\n</Response>", &["2:3 misplaced-text é"]),
    ]);
}

#[test]
fn all_faults_are_said_at_once() {
    let source = "<Response>\n  <Sya>a & b</Sya>\n  <Say voise=alice loop='x'>c</Dial>\n  text\n</Response><Response/>";
    assert_said(&[(
        source,
        &[
            "2:4 unknown-element Sya",
            "2:10 bare-ampersand &",
            "3:8 unknown-attribute voise",
            "3:14 bare-value alice",
            "3:25 invalid-value 'x'",
            "3:32 mismatched-close Dial",
            "4:3 misplaced-text text",
            "5:13 second-document Response",
        ],
    )]);
}

#[test]
fn examples_provoke_what_they_stand_for() {
    let without = [Code::NotUtf8, Code::TooLarge];
    for code in Code::ALL.iter().filter(|code| code.notation() == Notation::Xml && !without.contains(code)) {
        let report = check(code.example());
        let codes: Vec<_> = report.diagnostics().map(|diagnostic| diagnostic.code()).collect();
        assert_eq!(codes, [code.id()], "{}", code.example());
        let message = report.diagnostics().next().unwrap().message();
        assert!(!message.contains(['{', '}']) && !message.ends_with('.'), "{message}");
    }
}

#[test]
fn other_encodings_are_named() {
    let utf16: Vec<u8> = "<Response/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE][..], &utf16].concat();
    for (bytes, help) in [
        (&b"<Response><Say>caf\xE9</Say></Response>"[..], "save the file as UTF-8"),
        (&marked, "this looks like UTF-16: save the file as UTF-8"),
        (b"\xFE\xFF\0<\0R", "this looks like UTF-16: save the file as UTF-8"),
        (b"\xE9", "save the file as UTF-8"),
        (b"<Response>\xE2\x82", "save the file as UTF-8"),
    ] {
        let report = check(bytes);
        let diagnostic = report.diagnostics().next().unwrap();
        assert_eq!((diagnostic.code(), diagnostic.help_lines()), ("not-utf8", vec![help.to_owned()]));
        assert!(bytes[diagnostic.range()].iter().all(|byte| !byte.is_ascii()));
        assert_eq!(report.diagnostics().len(), 1);
    }
    // Without a mark, UTF-16 of ASCII is valid UTF-8, and full of zeros.
    assert!(!check(&utf16).is_valid());
}

#[test]
fn a_document_has_a_size() {
    let document = |size: usize| {
        let frame = "<Response><Say></Say></Response>".len();
        format!("<Response><Say>{}</Say></Response>", "a".repeat(size - frame))
    };
    let codes = |source: &str| check(source).diagnostics().map(|diagnostic| diagnostic.code()).collect::<Vec<_>>();
    assert!(!codes(&document(65536)).contains(&"voice-size"));
    assert!(codes(&document(65537)).contains(&"voice-size"));
    // What a template comes to is not known.
    assert!(!codes(&document(65537).replacen("aaaaa", "{{a}}", 1)).contains(&"voice-size"));
    assert!(!codes(&document(LIMIT)).contains(&"too-large"));
    assert_eq!(codes(&document(LIMIT + 1)), ["too-large"]);
}

#[test]
fn a_kind_can_be_asked_for() {
    let say = "<Response><Say>Hi</Say></Response>";
    assert_eq!(said(&check_as(say, Dialect::Voice)), [""; 0]);
    assert_eq!(said(&check_as(say, Dialect::Messaging)), ["1:12 mixed-document Say"]);
    let redirect = "<Response><Redirect>/next</Redirect></Response>";
    for kind in [Dialect::Voice, Dialect::Messaging] {
        assert_eq!(said(&check_as(redirect, kind)), [""; 0]);
    }
    assert_eq!(said(&check_as(redirect, Dialect::Fax)).len(), 1);
}

#[test]
fn changes_mend_what_they_stand_for() {
    for (source, mended) in [
        ("<Response><Say>a & b</Say></Response>", "<Response><Say>a &amp; b</Say></Response>"),
        ("<Response><Say>1 < 2</Say></Response>", "<Response><Say>1 &lt; 2</Say></Response>"),
        ("<Response><Say>&lt b</Say></Response>", "<Response><Say>&lt; b</Say></Response>"),
        ("<Response><Say voice=alice>a</Say></Response>", "<Response><Say voice=\"alice\">a</Say></Response>"),
        ("<Response><Say voice='alice>a</Say></Response>", "<Response><Say voice='alice'>a</Say></Response>"),
        (
            "<Response><Say loop='1'voice='man'>a</Say></Response>",
            "<Response><Say loop='1' voice='man'>a</Say></Response>",
        ),
        ("<!DOCTYPE Response>\n<Response/>", "\n<Response/>"),
        ("<Response>\n  <Hangup/>\n  </Say>\n</Response>", "<Response>\n  <Hangup/>\n</Response>"),
        ("<Say>a</Say>", "<Response><Say>a</Say></Response>"),
        ("<Response><Sya>a</Sya></Response>", "<Response><Say>a</Say></Response>"),
        ("<Response><Say loop='1' loop='1'>a</Say></Response>", "<Response><Say loop='1'>a</Say></Response>"),
        (
            "<Response><Dial action='/a' method='get'>+15551234567</Dial></Response>",
            "<Response><Dial action='/a' method=\"GET\">+15551234567</Dial></Response>",
        ),
    ] {
        let report = check(source);
        let first = report.diagnostics().next().expect("something is wrong");
        let changes = first.advice().next().expect("there is advice").changes();
        assert_eq!(apply(source, &[&changes]).0, mended, "{source}");
    }
}

#[test]
fn changes_that_meet_are_not_done_together() {
    use crate::xml::Change;
    let change = |start: usize, end: usize, insert: &str| Change { start, end, insert: insert.to_owned() };
    let groups = [vec![change(0, 2, "x")], vec![change(1, 3, "y")], vec![change(4, 5, ""), change(3, 3, "z")]];
    let groups: Vec<&[Change]> = groups.iter().map(Vec::as_slice).collect();
    assert_eq!(apply("abcde", &groups), ("xczd".to_owned(), vec![true, false, true]));
}
