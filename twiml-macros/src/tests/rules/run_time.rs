//! Rules on markup of which a part is known only at run time: what is certain is refused, the rest is left to the run
//! time.

use proc_macro2::TokenStream;

use super::breaches;
use crate::{expand, generate::Home};

const ROUTING: &str = "`routingAssignmentTimeout` needs `inboundAutocreation=\"true\"`, written out";
const TRIM: &str = "`trim` needs a `record` that turns recording on";

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Outcome {
    Kept,
    Refused,
    /// The expansion decides, in this function of the run time.
    Decided(&'static str),
}
use Outcome::{Decided, Kept, Refused};

fn outcome(source: &str, message: &str) -> Outcome {
    if breaches(source).iter().any(|(_, found)| found == &format!("Error {message}")) {
        return Refused;
    }
    let tokens: TokenStream = source.parse().expect("the source is made of Rust tokens");
    let expansion = expand::expand_for(&Home::default(), tokens).to_string();
    let tests = ["is_one_of", "is_none_of", "is_written", "has_form"];
    tests.into_iter().find(|test| expansion.contains(test)).map_or(Kept, Decided)
}

fn check(cases: &[(&str, Outcome)], message: &str) {
    for (attributes, expected) in cases {
        let source = format!(
            r#"<Response><Connect><Conversation serviceInstanceSid="ISXX" {attributes}/></Connect></Response>"#
        );
        assert_eq!(outcome(&source, message), *expected, "{attributes}");
    }
}

#[test]
fn routing_needs_autocreation_written_out() {
    let cases = [
        ("routingAssignmentTimeout=60", Refused),
        ("routingAssignmentTimeout={seconds}", Refused),
        ("routingAssignmentTimeout={60}", Refused),
        (r#"routingAssignmentTimeout=60 inboundAutocreation="false""#, Refused),
        ("routingAssignmentTimeout=60 inboundAutocreation=false", Refused),
        ("inboundAutocreation={false} routingAssignmentTimeout=60", Refused),
        ("inboundAutocreation=false routingAssignmentTimeout={seconds}", Refused),
        (r#"routingAssignmentTimeout=60 inboundAutocreation="true""#, Kept),
        ("routingAssignmentTimeout=60 inboundAutocreation=true", Kept),
        ("inboundAutocreation={true} routingAssignmentTimeout={seconds}", Kept),
        ("routingAssignmentTimeout=60 inboundAutocreation={flag}", Decided("is_one_of")),
        ("inboundAutocreation={flag} routingAssignmentTimeout={seconds}", Decided("is_one_of")),
        ("inboundAutocreation=false", Kept),
        ("inboundAutocreation={flag}", Kept),
        // What is not checked is not known.
        (r#""inboundAutocreation"="true" routingAssignmentTimeout=60"#, Kept),
        (r#""routingAssignmentTimeout"="60""#, Kept),
    ];
    check(&cases, ROUTING);
}

#[test]
fn trim_needs_a_recording() {
    let cases = [
        (r#"trim="trim-silence""#, Refused),
        ("trim={trim}", Refused),
        (r#"trim="do-not-trim""#, Refused),
        (r#"trim="trim-silence" record="do-not-record""#, Refused),
        (r#"trim="trim-silence" record="false""#, Refused),
        (r#"record=false trim="trim-silence""#, Refused),
        ("record=false trim={trim}", Refused),
        (r#"record="do-not-record" trim={trim}"#, Refused),
        (r#"trim="trim-silence" record="true""#, Kept),
        ("record=true trim={trim}", Kept),
        (r#"trim="trim-silence" record="record-from-answer""#, Kept),
        (r#"record="record-from-ringing" trim={trim}"#, Kept),
        (r#"trim="trim-silence" record={record}"#, Decided("is_none_of")),
        ("record={record} trim={trim}", Decided("is_none_of")),
        // The attribute takes a type of its own: a boolean in braces is none.
        (r#"trim="trim-silence" record={false}"#, Decided("is_none_of")),
        (r#"record="do-not-record""#, Kept),
        (r#""trim"="trim-silence""#, Kept),
    ];
    check(&cases, TRIM);
}

#[test]
fn both_rules_speak_at_once() {
    let found = breaches(
        r#"<Response><Connect>
        <Conversation serviceInstanceSid="ISXX"
            routingAssignmentTimeout=60
            trim="trim-silence" record=false/>
        </Connect></Response>"#,
    );
    let expected = [((3, 13), format!("Error {ROUTING}")), ((4, 13), format!("Error {TRIM}"))];
    assert_eq!(found, expected);
}

/// Where control flow or a fragment decides what stands there, a warning is given of what is certain only, and an error where
/// something may come that is forbidden.
#[test]
fn what_may_come_counts_where_it_is_forbidden() {
    let silent = [
        r#"<Dial><Conference>"a"</Conference>{nouns}</Dial>"#,
        "<Dial>for name in names { <Conference>{name}</Conference> }</Dial>",
        "<Dial>{nouns}</Dial>",
        r#"<Dial>if call { "+15551234567" }</Dial>"#,
        r#"<Dial>match target { One => <Client>"a"</Client>, Two => <Client>"b"</Client> }</Dial>"#,
        r#"<Dial>if one { <Conference>"a"</Conference> } else { <Conference>"b"</Conference> }</Dial>"#,
        // Branches exclude each other.
        r#"<Dial>if one { <Conference>"a"</Conference> } else { <Number>"+15551234567"</Number> }</Dial>"#,
        r#"<Dial>match one { A => <Number>"+15551234567"</Number>, _ => <Conference>"a"</Conference> }</Dial>"#,
        "<Enqueue>{name}</Enqueue>",
        "<Enqueue workflowSid={sid}/>",
        "<Play digits={digits}/>",
        "<Say>{text}</Say>",
        r#"<Say voice={voice}>"Hi"<break/></Say>"#,
        "<Connect>{noun}</Connect>",
        r#"if bye { <Hangup/> } <Say>"Hi"</Say>"#,
        r#"match bye { true => <Hangup/>, false => <Pause/>, } <Say>"Hi"</Say>"#,
        r#"<Dial action={next}><Client>"a"</Client></Dial>if more { <Say>"Hi"</Say> }"#,
        r#"<Gather input={input} hints="a"/>"#,
        r#"<Start><Stream name={one} url="wss://example.com"/><Stream name={one} url="wss://example.com"/></Start><Pause/>"#,
        r#"<Start><Siprec connectorName="a"/></Start>{rest}"#,
        r#"if known { <Say>"Hi"</Say> } <Reject/>"#,
        r#"if known { <Say>"Hi"</Say> } else { <Pause/> } <Reject/>"#,
        r#"loop { if bye { break; } <Hangup/> } <Say>"Hi"</Say>"#,
        // An empty recording leads on.
        r#"<Record/><Say>"Bye"</Say>"#,
        r#"<Start><Siprec connectorName="a"/></Start>if more { <Say>"Hi"</Say> }"#,
    ];
    for source in silent {
        let found = breaches(&format!("<Response>{source}</Response>"));
        assert!(found.is_empty(), "{source}: {found:?}");
    }
    let certain = [
        // What may come counts where an error forbids it.
        r#"<Dial><Conference>"a"</Conference>if both { <Number>"+15551234567"</Number> }</Dial>"#,
        r#"<Dial><Conference>"a"</Conference><Conference>"b"</Conference>{nouns}</Dial>"#,
        r#"<Dial>if one { <Conference>"a"</Conference> } else { <Conference>"b"</Conference> }<Number>"+15551234567"</Number></Dial>"#,
        r#"<Dial>for number in numbers { if one { <Conference>"a"</Conference> } else { <Number>{number}</Number> } }</Dial>"#,
        r#"<Dial>if one { <Conference>"a"</Conference> } if two { <Number>"+15551234567"</Number> }</Dial>"#,
        r#"<Enqueue>if task { <Task>"{}"</Task> }</Enqueue>"#,
        "<Connect>if never { }</Connect>",
        r#"if bye { <Hangup/> } else { <Reject/> } <Say>"Hi"</Say>"#,
        r#"match bye { true => <Hangup/>, false => <Leave/>, } <Say>"Hi"</Say>"#,
        r#"<Hangup/> if more { <Say>"Hi"</Say> }"#,
        r#"loop { <Hangup/> break; } <Say>"Hi"</Say>"#,
        r#"loop { if bye { <Hangup/> } else { <Reject/> } if more { break; } } <Say>"Hi"</Say>"#,
        r#"#[allow(unused)] <Say>"Hi"</Say> <Reject/>"#,
        r#"if known { <Say>"Hi"</Say> } else { <Say>"Who?"</Say> } <Reject/>"#,
        r#"<Start><Siprec connectorName="a"/></Start> let next = "b";"#,
        r#"#[allow(unused)] <Start><Siprec connectorName="a"/></Start>"#,
        r#"if bye { <Hangup/> <Say>"Hi"</Say> }"#,
        r#"for call in calls { <Hangup/> <Say>"Hi"</Say> }"#,
        r#"if reject { <Say>"Bye"</Say><Reject/> }"#,
        r#"<Say>"Hi"</Say>if reject { <Reject/> }"#,
    ];
    for source in certain {
        let found = breaches(&format!("<Response>{source}</Response>"));
        assert_eq!(found.len(), 1, "{source}: {found:?}");
    }
}

/// An attribute that a rule of the element hangs on must be written: an `Option` does not do.
#[test]
fn the_attribute_that_keeps_a_rule_is_required() {
    let required = |source: &str| {
        let tokens: TokenStream = source.parse().expect("the source is made of Rust tokens");
        expand::expand_for(&Home::default(), tokens).to_string().contains(":: required ::")
    };
    assert!(required("<Response><Enqueue workflowSid={sid}/></Response>"));
    assert!(required("<Response><Connect><Stream url={url}/></Connect></Response>"));
    assert!(required("<Response><Enqueue workflowSid={sid}>{name}</Enqueue></Response>"));
    assert!(required("<Response><Connect><Stream url={url} connectorName={name}/></Connect></Response>"));
    assert!(required("<Response><Stop><Siprec name={name}/></Stop></Response>"));
    assert!(!required(r#"<Response><Enqueue workflowSid={sid}>"a"</Enqueue></Response>"#));
    assert!(!required(r#"<Response><Connect><Stream url="wss://example.com" name={name}/></Connect></Response>"#));
}

/// 64 kB are taken, and not one byte more.
#[test]
fn the_limit_of_size_is_exact() {
    let around = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Play>/</Play></Response>"#.len();
    let document = |length: usize| format!(r#"<Response><Play>"/{}"</Play></Response>"#, "a".repeat(length));
    assert!(breaches(&document(65536 - around)).is_empty());
    assert_eq!(breaches(&document(65537 - around)).len(), 1);
}
