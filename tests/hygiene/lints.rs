//! Every construct once, where each lint is an error.

use std::time::Duration;

use twiml::{CallEvent, Fragment, Method, Record, SpeechTimeout, Trim, Voice, VoiceResponse, element, twiml};

use crate::assert_body;

#[derive(Clone, Copy)]
enum Choice {
    Sales,
    Support(u8),
    Nobody,
}

fn noun(number: &str) -> impl Fragment<element::Dial> {
    twiml! { <Number statusCallback="/status" statusCallbackEvent={[CallEvent::Answered]}>{number}</Number> }
}

fn goodbye(loud: bool) -> impl Fragment<element::Response<Voice>> + Fragment<element::Gather> {
    twiml! { if loud { <Say>"GOODBYE"</Say> } else { <Pause/> } }
}

fn constant() -> impl Fragment<element::Say> {
    twiml! { "Hello " <break/> }
}

#[test]
fn bodies_that_may_be_written_fire_no_lint() {
    let answer = |names: &[&str], last: Option<&str>, loud: bool| -> VoiceResponse {
        twiml! {
            <Response>
                if loud {
                    <Say>{last}</Say>
                }
                for name in names {
                    <Say>{name}</Say>
                    if let Some(last) = last {
                        <Play>{last}</Play>
                    }
                }
                if let Some(last) = last {
                    <Redirect>{last}</Redirect>
                }
            </Response>
        }
    };
    assert_body(&answer(&[], None, false), "<Response></Response>");
    assert_body(
        &answer(&["a", "b"], Some("/c"), true),
        concat!(
            "<Response><Say>/c</Say><Say>a</Say><Play>/c</Play><Say>b</Say><Play>/c</Play>",
            "<Redirect>/c</Redirect></Response>",
        ),
    );
}

#[test]
fn control_flow_fires_no_lint() {
    let answer = |choice: Choice, name: Option<&str>| -> VoiceResponse {
        twiml! {
            <Response>
                let greeting = name.unwrap_or("you");
                if let Some(name) = name
                    && !name.is_empty()
                {
                    <Say>{name}</Say>
                } else if greeting.len() > 3 {
                    <Pause/>
                } else {}
                match choice {
                    Choice::Sales => <Dial>{noun("+15551234567")}</Dial>,
                    Choice::Support(level @ 1..) if level < 3 => { <Say>{level}</Say> {goodbye(true)} }
                    Choice::Support(_) => {}
                    Choice::Nobody => {
                        let seconds = 2_u8;
                        <Pause length={seconds}/>
                    }
                }
                for (index, word) in greeting.split(' ').enumerate() { <Say>{constant()} {index} " " {word}</Say> }
                <Gather>
                    let flag = greeting.is_empty();
                    {goodbye(flag)}
                </Gather>
            </Response>
        }
    };
    assert_body(
        &answer(Choice::Sales, Some("Ada L")),
        concat!(
            r#"<Response><Say>Ada L</Say><Dial><Number statusCallback="/status" statusCallbackEvent="answered">"#,
            "+15551234567</Number></Dial><Say>Hello <break/>0 Ada</Say><Say>Hello <break/>1 L</Say>",
            "<Gather><Pause/></Gather></Response>",
        ),
    );
    assert_body(
        &answer(Choice::Support(2), None),
        "<Response><Say>2</Say><Say>GOODBYE</Say><Say>Hello <break/>0 you</Say><Gather><Pause/></Gather></Response>",
    );
    assert!(answer(Choice::Support(7), None).as_str().len() < answer(Choice::Nobody, None).as_str().len());
}

#[test]
fn values_fire_no_lint() {
    let (text, owned, url) = ("a", String::from("b"), Some(String::from("/c")));
    let (flag, record, trim, timeout) = (true, Record::True, Some(Trim::DoNotTrim), SpeechTimeout::Auto);
    let answer = twiml! {
        <Response>
            <Gather input="speech" speechTimeout={timeout} action={url} bargeIn={flag}>
                <Say loop={2_u8} voice={text} "newAttribute"={owned} "other"="x">
                    {text} {owned.as_str()} {1} {-1_i64} {1.5} {'c'} {flag} {Some(text)} {format_args!("{text}{owned}")}
                    {&owned}
                    <break time={Duration::from_millis(5)}/>
                    <say-as interpret-as="digits">
                        {
                            let mut digits = [2, 1];
                            digits.sort_unstable();
                            digits[0]
                        }
                    </say-as>
                </Say>
            </Gather>
            <Connect>
                <Conversation
                    serviceInstanceSid={text}
                    inboundAutocreation={flag}
                    routingAssignmentTimeout={5_u32}
                    record={record}
                    trim={trim}
                    statusCallback={&owned}
                    statusCallbackMethod={Some(Method::Get)}
                />
            </Connect>
            <"NewVerb" a={text}><Say>"checked"</Say> {text}</"NewVerb">
        </Response>
    };
    assert_body(
        &answer,
        concat!(
            r#"<Response><Gather input="speech" speechTimeout="auto" action="/c" bargeIn="true">"#,
            r#"<Say loop="2" voice="a" newAttribute="b" other="x">ab1-11.5ctrueaabb<break time="5ms"/>"#,
            r#"<say-as interpret-as="digits">1</say-as></Say></Gather><Connect><Conversation serviceInstanceSid="a" "#,
            r#"inboundAutocreation="true" routingAssignmentTimeout="5" record="true" trim="do-not-trim" statusCallback="b" "#,
            r#"statusCallbackMethod="GET"/></Connect><NewVerb a="a"><Say>checked</Say>a</NewVerb></Response>"#,
        ),
    );
}

#[test]
fn jumps_fire_no_lint() {
    fn answer(names: &[&str]) -> Result<VoiceResponse, String> {
        Ok(twiml! {
            <Response>
                for name in names {
                    match *name {
                        "" => { continue }
                        "." => { break }
                        "!" => { return Err("no".to_owned()); }
                        _ => {}
                    }
                    <Pause length={name.parse::<u8>().map_err(|error| error.to_string())?}/>
                }
                let Some(first) = names.first() else { return Err("nobody".to_owned()) };
                <Say>{ if first.is_empty() { return Err("empty".to_owned()) } else { first } }</Say>
                if names.len() > 9 { {unreachable!("there are {} names", names.len())} }
            </Response>
        })
    }
    assert_body(
        &answer(&["1", "", "2", "."]).unwrap(),
        r#"<Response><Pause length="1"/><Pause length="2"/><Say>1</Say></Response>"#,
    );
    for (names, error) in [(&["!"][..], "no"), (&[], "nobody"), (&[""], "empty")] {
        assert_eq!(answer(names), Err(error.to_owned()));
    }
}

#[test]
fn fragments_fire_no_lint() {
    fn checked(name: Option<&str>, times: &str) -> Option<impl Fragment<element::Gather>> {
        Some(twiml! { <Say loop={times.parse::<u32>().ok()?}>{name?} ", "</Say> <Pause/> {goodbye(true)} })
    }
    let text = twiml! { "only text & " "more" };
    let fragment = checked(Some("Ada"), "2");
    assert!(checked(None, "2").is_none());
    assert_body(
        &twiml! { <Response><Gather>{fragment} <Say>{&text} {text}</Say></Gather></Response> },
        concat!(
            r#"<Response><Gather><Say loop="2">Ada, </Say><Pause/><Say>GOODBYE</Say>"#,
            "<Say>only text &amp; moreonly text &amp; more</Say></Gather></Response>",
        ),
    );
}

#[test]
fn what_rules_look_at_fires_no_lint() {
    let (url, name, parts) = ("wss://example.com/s", Some("a"), [goodbye(true), goodbye(false)]);
    let stream = twiml! { <Stream url={url} track="both_tracks"/> <Siprec connectorName="c"/> };
    let number = noun("+15551234567");
    let answer = twiml! {
        <Response>
            <Start>{stream}</Start>
            <Dial callerId={name}>{&number} <Client>"b"</Client></Dial>
            <Say voice="man">{name} {constant()}</Say>
            <Connect><Stream url={url} connectorName={name}><Parameter name="n" value={url}/></Stream></Connect>
            for part in parts { {part} }
        </Response>
    };
    assert_body(
        &answer,
        concat!(
            r#"<Response><Start><Stream url="wss://example.com/s" track="both_tracks"/><Siprec connectorName="c"/></Start>"#,
            r#"<Dial><Number statusCallback="/status" statusCallbackEvent="answered">+15551234567</Number>"#,
            r#"<Client>b</Client></Dial><Say voice="man">aHello </Say><Connect><Stream url="wss://example.com/s" "#,
            r#"connectorName="a"><Parameter name="n" value="wss://example.com/s"/></Stream></Connect>"#,
            "<Say>GOODBYE</Say><Pause/></Response>",
        ),
    );
}

#[test]
fn a_document_may_be_a_statement_or_an_argument() {
    drop(twiml! { <Response><Hangup/></Response> });
    let seconds = 1_u8;
    drop(twiml! { <Response><Pause length={seconds}/></Response> });
    assert_ne!(twiml! { <Response/> }.as_str(), twiml! { <Response><Redirect/></Response> }.as_str());
}

#[test]
fn an_allowed_warning_is_silent() {
    #[allow(deprecated, reason = "the old verb is meant")]
    let answer = twiml! { <Response><Hangup/><Say>"never"</Say></Response> };
    assert_body(&answer, "<Response><Hangup/><Say>never</Say></Response>");
}

#[test]
fn loops_and_jumps_fire_no_lint() {
    #![deny(warnings, unused, clippy::pedantic)]
    let answer = |names: &[&str], stop: bool| -> Result<VoiceResponse, String> {
        Ok(twiml! {
            <Response>
                let mut left = 3_u8;
                'all: loop {
                    while left > 0 {
                        left = left.saturating_sub(1);
                        if stop {
                            break 'all;
                        }
                        <Pause length={left}/>
                    }
                    break;
                }
                for name in names {
                    <Say>
                        if name.is_empty() {
                            continue;
                        }
                        {name}
                        match *name {
                            "x" => break,
                            "y" => return Err("y".to_owned()),
                            _ => {}
                        }
                        {
                            if *name == "z" {
                                break
                            }
                            "!"
                        }
                    </Say>
                }
                #[cfg(all())]
                #[allow(unused_variables)]
                let unused = 1;
                #[cfg(any())]
                <Say>{nothing}</Say>
                #[allow(deprecated)]
                <Sms>"a" {left}</Sms>
                #[allow(deprecated)]
                <Sms>"a"</Sms>
            </Response>
        })
    };
    assert_body(
        &answer(&["a", "", "x", "b"], true).unwrap(),
        "<Response><Say>a!</Say><Sms>a2</Sms><Sms>a</Sms></Response>",
    );
    assert_eq!(answer(&["y"], false).unwrap_err(), "y");
}
