//! Documents checked at run time, by whoever depends on the crate.

#![cfg(feature = "check")]

use twiml::{
    check::{Content, Dialect, Severity, apply, check_as, mend},
    twiml,
};

#[test]
fn what_the_macro_writes_is_valid() {
    let name = "Tom & \"Jerry\" <3";
    let answer: twiml::VoiceResponse = twiml! {
        <Response>
            <Gather numDigits=1 action="/menu?a=1&b=2">
                <Say voice="alice">"Hello " {name} <break time="1s"/> "press 1"</Say>
            </Gather>
            <Hangup/>
        </Response>
    };
    let report = twiml::check(answer.as_str());
    assert!(report.is_valid(), "{report}");
    assert_eq!(report.diagnostics().len(), 0);
    let response = report.root().unwrap();
    let gather = response.find("Gather").unwrap();
    assert_eq!(gather.attributes().collect::<Vec<_>>(), [("numDigits", "1"), ("action", "/menu?a=1&b=2")]);
    let say = gather.find("Say").unwrap();
    assert_eq!(say.text(), format!("Hello {name}press 1"));
    let content = say.content().into_iter().map(|content| match content {
        Content::Element(element) => element.name().to_owned(),
        Content::Text(text) => text.to_owned(),
    });
    assert_eq!(content.collect::<Vec<_>>(), [&format!("Hello {name}"), "break", "press 1"]);
    assert_eq!(response.children().map(|child| child.name()).collect::<Vec<_>>(), ["Gather", "Hangup"]);
    assert_eq!(&report.source()[response.find("Hangup").unwrap().range()], "<Hangup/>");
    // Indented, it says the same.
    let indented = twiml::check(format!("{answer:#}"));
    assert!(indented.is_valid(), "{indented}");
    assert_eq!(indented.root().unwrap().find("Say").unwrap().text(), say.text());
}

#[test]
fn a_report_shows_everything() {
    let source = "<Response>\n  <Sya>Hello</Sya>\n  <Hangup/>\n  <Say voice='alice'>Bye</Say>\n</Response>";
    let report = twiml::check(source);
    assert!(!report.is_valid());
    assert_eq!((report.errors(), report.warnings()), (1, 1));
    assert!(report.root().is_none());
    let severities: Vec<_> = report.diagnostics().map(|diagnostic| diagnostic.severity()).collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning]);
    let expected = "\
error[unknown-element]: `<Sya>` is no TwiML element
 --> document:2:4
  |
2 |   <Sya>Hello</Sya>
  |    ^^^
  |
  = help: did you mean `<Say>`?

warning[after-hangup]: this verb never runs: `<Hangup>` has ended the call
 --> document:4:4
  |
4 |   <Say voice='alice'>Bye</Say>
  |    ^^^
  |
  = help: remove `<Say>`
  = help: move it to where it runs

1 error, 1 warning";
    assert_eq!(report.to_string(), expected);
    // What a failed assertion shows does not depend on the size of the tables.
    assert!(format!("{report:?}").len() < 20_000);
}

#[test]
fn bytes_are_checked_too() {
    let bytes: Vec<u8> = b"<Response><Say>caf\xE9</Say></Response>".to_vec();
    let report = twiml::check(&bytes);
    assert_eq!(report.diagnostics().map(|diagnostic| diagnostic.code()).collect::<Vec<_>>(), ["not-utf8"]);
    assert!(report.to_string().contains("this is not UTF-8"));
}

#[test]
fn a_kind_can_be_demanded() {
    let answer = "<Response><Message>Hello</Message></Response>";
    assert!(check_as(answer, Dialect::Messaging).is_valid());
    assert!(!check_as(answer, Dialect::Voice).is_valid());
}

#[test]
fn advice_can_be_followed() {
    let source = "<Response><Gather numdigits='1'/><Sya>a & b</Sya></Response>";
    let report = twiml::check(source);
    let first = report.diagnostics().next().unwrap();
    let changes = first.only_fix().unwrap();
    assert_eq!(apply(source, &[&changes]).0, source.replace("numdigits", "numDigits"));
    let (mended, done) = mend(report, &|diagnostic| diagnostic.code() != "unknown-element");
    assert_eq!(mended.source(), "<Response><Gather numDigits='1'/><Sya>a &amp; b</Sya></Response>");
    assert_eq!(done.len(), 2);
}
