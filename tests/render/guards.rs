//! Rules that only the run time can decide: no document breaks them, whatever the values are.

use std::cell::RefCell;

use proptest::{option, proptest, sample};
use twiml::{Record, SpeechModel, SpeechTimeout, Trim, TtsProvider, VoiceResponse, twiml};

const SID: &str = "ISxxxx";

/// Which values have been made, in this order.
#[derive(Default)]
struct Log(RefCell<Vec<&'static str>>);

impl Log {
    fn of<T>(&self, name: &'static str, value: T) -> T {
        self.0.borrow_mut().push(name);
        value
    }
}

/// An attribute as it is written in a document: its name, its tokens, and the value that they give.
struct Given {
    name: &'static str,
    tokens: &'static str,
    value: Option<String>,
}

/// Holds a document against the attributes that it was given: those that a rule forbids are left out, nothing else.
#[expect(clippy::unwrap_used, reason = "it is part of tests")]
fn check(document: &VoiceResponse, log: &Log, given: &[Given]) {
    let tree = roxmltree::Document::parse(document.as_str()).unwrap();
    let noun = tree.descendants().find(|node| node.has_tag_name("Conversation")).unwrap();
    assert_eq!(noun.attribute("serviceInstanceSid"), Some(SID));
    let written: Vec<_> = noun.attributes().skip(1).map(|attribute| (attribute.name(), attribute.value())).collect();
    let value = |name: &str| given.iter().find(|given| given.name == name)?.value.as_deref();
    let allowed = |name: &str| match name {
        "routingAssignmentTimeout" => value("inboundAutocreation") == Some("true"),
        "trim" => value("record").is_some_and(|record| !["do-not-record", "false"].contains(&record)),
        _ => true,
    };
    let expected: Vec<_> = given
        .iter()
        .filter(|given| allowed(given.name))
        .filter_map(|given| Some((given.name, given.value.as_deref()?)))
        .collect();
    assert_eq!(written, expected);
    let made: Vec<_> = given.iter().filter(|given| given.tokens.contains('{')).map(|given| given.name).collect();
    assert_eq!(log.0.take(), made, "each value is made once, in the order written");
}

/// Writes and checks a document for each order of the attributes: `(name [tokens] value)`.
macro_rules! every_order {
    ($log:ident $($attribute:tt)+) => { every_order!(@choose $log [] [] [$($attribute)+]) };
    (@choose $log:ident [$($chosen:tt)+] [] []) => { every_order!(@write $log $($chosen)+) };
    (@choose $log:ident $chosen:tt [$($skipped:tt)+] []) => {};
    (@choose $log:ident [$($chosen:tt)*] [$($skipped:tt)*] [$next:tt $($rest:tt)*]) => {
        every_order!(@choose $log [$($chosen)* $next] [] [$($skipped)* $($rest)*]);
        every_order!(@choose $log [$($chosen)*] [$($skipped)* $next] [$($rest)*]);
    };
    (@write $log:ident $(($name:ident [$($tokens:tt)*] $value:expr))+) => {
        let document = twiml! {
            <Response><Connect><Conversation serviceInstanceSid={SID} $($($tokens)*)+/></Connect></Response>
        };
        check(&document, &$log, &[$(Given {
            name: stringify!($name),
            tokens: stringify!($($tokens)*),
            value: Option::<String>::from($value),
        }),+]);
    };
}

/// Every form of an attribute that another one hangs on, together with every form of that.
macro_rules! every_form {
    ($log:ident $other:tt $governing:tt [$($dependent:tt)+]) => { $( every_order!($log $other $governing $dependent); )+ };
}

#[test]
fn routing_needs_autocreation_in_every_form_and_order() {
    let log = Log::default();
    for flag in [true, false] {
        for option in [None, Some(true), Some(false)] {
            for (seconds, perhaps) in [(0, None), (5, Some(u64::MAX)), (u32::MAX, Some(7))] {
                let shown = option.map(|flag| flag.to_string());
                macro_rules! routing {
                    ($governing:tt) => {
                        every_form!(log (inboundTimeout [inboundTimeout={log.of("inboundTimeout", 20_u8)}] "20".to_owned()) $governing [
                                (routingAssignmentTimeout [] None)
                                (routingAssignmentTimeout [routingAssignmentTimeout=15] "15".to_owned())
                                (routingAssignmentTimeout
                                    [routingAssignmentTimeout={log.of("routingAssignmentTimeout", seconds)}] seconds.to_string())
                                (routingAssignmentTimeout
                                    [routingAssignmentTimeout={log.of("routingAssignmentTimeout", perhaps)}]
                                    perhaps.map(|perhaps| perhaps.to_string()))
                            ])
                    };
                }
                routing!((inboundAutocreation [inboundAutocreation="true"] "true".to_owned()));
                routing!((inboundAutocreation [inboundAutocreation={log.of("inboundAutocreation", flag)}] flag.to_string()));
                routing!((inboundAutocreation [inboundAutocreation={log.of("inboundAutocreation", option)}] shown.clone()));
            }
        }
    }
    every_order!(log (inboundTimeout [] None)
        (inboundAutocreation [inboundAutocreation=false] "false".to_owned())
        (routingAssignmentTimeout [] None));
}

#[test]
fn trim_needs_a_recording_in_every_form_and_order() {
    let log = Log::default();
    for &record in Record::ALL {
        for perhaps in Record::ALL.iter().copied().map(Some).chain([None]) {
            let shown = perhaps.map(|record| record.to_string());
            for trim in [Trim::TrimSilence, Trim::DoNotTrim] {
                let cut = Some(trim).filter(|_| record != Record::FromAnswer);
                macro_rules! trimming {
                    ($governing:tt) => {
                        every_form!(log (inboundTimeout [inboundTimeout=20] "20".to_owned()) $governing [
                            (trim [] None)
                            (trim [trim="do-not-trim"] "do-not-trim".to_owned())
                            (trim [trim={log.of("trim", trim)}] trim.to_string())
                            (trim [trim={log.of("trim", cut)}] cut.map(|trim| trim.to_string()))
                        ])
                    };
                }
                trimming!((record [record="record-from-ringing"] "record-from-ringing".to_owned()));
                trimming!((record [record="true"] "true".to_owned()));
                trimming!((record [record={log.of("record", record)}] record.to_string()));
                trimming!((record [record={log.of("record", perhaps)}] shown.clone()));
            }
        }
    }
    every_order!(log (inboundTimeout [] None)
        (record [record="do-not-record"] "do-not-record".to_owned()) (trim [] None));
}

proptest! {
    #[test]
    fn both_rules_hold_together(
        flag: Option<bool>, seconds: Option<u128>, record in option::of(sample::select(Record::ALL)), cut: Option<bool>,
    ) {
        let log = Log::default();
        let trim = cut.map(|cut| if cut { Trim::TrimSilence } else { Trim::DoNotTrim });
        let [created, routed] = [flag.map(|flag| flag.to_string()), seconds.map(|seconds| seconds.to_string())];
        let [recorded, trimmed] = [record.map(|record| record.to_string()), trim.map(|trim| trim.to_string())];
        every_order!(log
            (inboundAutocreation [inboundAutocreation={log.of("inboundAutocreation", flag)}] created.clone())
            (routingAssignmentTimeout
                [routingAssignmentTimeout={log.of("routingAssignmentTimeout", seconds)}] routed.clone())
            (record [record={log.of("record", record)}] recorded.clone())
            (trim [trim={log.of("trim", trim)}] trimmed.clone()));
    }
}

#[test]
fn speech_timeout_is_no_auto_beside_a_model() {
    let answer = |timeout: SpeechTimeout, model: Option<SpeechModel>| {
        crate::body(
            &twiml! { <Response><Gather input="speech" speechTimeout={timeout} speechModel={model}/></Response> },
        )
        .to_owned()
    };
    let gather = |attributes: &str| format!("<Response><Gather input=\"speech\"{attributes}/></Response>");
    let model = || Some(SpeechModel::PhoneCall);
    assert_eq!(answer(SpeechTimeout::Auto, None), gather(r#" speechTimeout="auto""#));
    assert_eq!(answer(SpeechTimeout::After(3), None), gather(r#" speechTimeout="3""#));
    assert_eq!(answer(SpeechTimeout::After(3), model()), gather(r#" speechTimeout="3" speechModel="phone_call""#));
    assert_eq!(answer(SpeechTimeout::Auto, model()), gather(r#" speechModel="phone_call""#));
}

#[test]
fn a_language_that_needs_a_model_is_left_out_without_it() {
    let answer = |language: &str, model: SpeechModel| {
        crate::body(&twiml! { <Response><Gather input="speech" language={language} speechModel={model}/></Response> })
            .to_owned()
    };
    let gather = |attributes: &str| format!("<Response><Gather input=\"speech\"{attributes}/></Response>");
    assert_eq!(answer("multi", SpeechModel::Default), gather(r#" speechModel="default""#));
    assert_eq!(
        answer("multi", SpeechModel::DeepgramNova3),
        gather(r#" language="multi" speechModel="deepgram_nova-3""#)
    );
    assert_eq!(answer("en-US", SpeechModel::Default), gather(r#" language="en-US" speechModel="default""#));
}

#[test]
fn a_caller_who_is_no_number_is_left_out_beside_numbers() {
    let answer = |caller: &str| {
        crate::body(
            &twiml! { <Response><Dial callerId={caller} timeout=9><Number>"+15551234567"</Number></Dial></Response> },
        )
        .to_owned()
    };
    let dial =
        |attributes: &str| format!("<Response><Dial{attributes}><Number>+15551234567</Number></Dial></Response>");
    assert_eq!(answer("+15557654321"), dial(r#" callerId="+15557654321" timeout="9""#));
    assert_eq!(answer("client:joe"), dial(r#" timeout="9""#));
}

#[test]
fn rules_of_the_relay_hold_for_its_languages() {
    let answer = |spoken: Option<&str>, provider: TtsProvider| {
        let language = "multi";
        crate::body(&twiml! {
            <Response>
                <Connect>
                    <ConversationRelay
                        url="wss://a.example"
                        language={language}
                        ttsLanguage={spoken}
                        ttsProvider={provider}
                    />
                </Connect>
            </Response>
        })
        .to_owned()
    };
    let relay = |attributes: &str| {
        format!(
            "<Response><Connect><ConversationRelay url=\"wss://a.example\" language=\"multi\"{attributes}/></Connect></Response>"
        )
    };
    assert_eq!(answer(None, TtsProvider::Google), relay(""));
    assert_eq!(answer(None, TtsProvider::ElevenLabs), relay(r#" ttsProvider="ElevenLabs""#));
    assert_eq!(answer(Some("en-US"), TtsProvider::Google), relay(r#" ttsLanguage="en-US" ttsProvider="Google""#));
    assert_eq!(answer(Some("multi"), TtsProvider::Amazon), relay(r#" ttsLanguage="multi""#));
}

#[test]
fn a_rule_on_children_that_are_not_known_leaves_nothing_out() {
    let nouns = twiml! { <Client>"joe"</Client> };
    let caller = "client:joe";
    assert_body!(
        twiml! { <Response><Dial callerId={caller} referUrl="/refer">{nouns}</Dial></Response> },
        r#"<Response><Dial callerId="client:joe" referUrl="/refer"><Client>joe</Client></Dial></Response>"#
    );
}

/// What may come counts as coming: the caller must be one for a number, whichever noun it is then.
#[test]
fn a_rule_on_children_that_may_come_is_kept_whatever_comes() {
    let answer = |caller: &str, is_number: bool| {
        crate::body(&twiml! {
            <Response>
                <Dial callerId={caller}>
                    if is_number { <Number>"+15551234567"</Number> } else { <Sip>"a@example.com"</Sip> }
                </Dial>
            </Response>
        })
        .to_owned()
    };
    let number = "<Number>+15551234567</Number></Dial></Response>";
    assert_eq!(answer("client:joe", true), format!("<Response><Dial>{number}"));
    assert_eq!(answer("+15557654321", true), format!(r#"<Response><Dial callerId="+15557654321">{number}"#));
    assert_eq!(answer("client:joe", false), "<Response><Dial><Sip>a@example.com</Sip></Dial></Response>");
}

#[test]
fn a_rule_on_what_is_not_checked_leaves_nothing_out() {
    assert_body!(
        twiml! {
            <Response>
                <Connect>
                    <Conversation serviceInstanceSid="ISX" "inboundAutocreation"="true" routingAssignmentTimeout=5/>
                </Connect>
            </Response>
        },
        concat!(
            r#"<Response><Connect><Conversation serviceInstanceSid="ISX" inboundAutocreation="true" "#,
            r#"routingAssignmentTimeout="5"/></Connect></Response>"#,
        )
    );
}

/// Parameters of a stream have 499 characters at most, as Twilio counts them.
#[test]
fn a_parameter_that_is_too_long_is_left_out() {
    let answer = |value: &str, note: Option<&str>| {
        crate::body(&twiml! {
            <Response>
                <Connect>
                    <Stream url="wss://a.example">
                        <Parameter name="a" value={value}/>
                        if let Some(note) = note { <Parameter name={note} value="b"/> }
                    </Stream>
                </Connect>
            </Response>
        })
        .to_owned()
    };
    let (fits, escaped, long) = ("é".repeat(498), "&".repeat(498), "x".repeat(499));
    let stream = |inside: &str| {
        format!(r#"<Response><Connect><Stream url="wss://a.example">{inside}</Stream></Connect></Response>"#)
    };
    let parameter = |name: &str, value: &str| format!(r#"<Parameter name="{name}" value="{value}"/>"#);
    assert_eq!(answer(&fits, None), stream(&parameter("a", &fits)));
    assert_eq!(answer(&escaped, None), stream(&parameter("a", &"&amp;".repeat(498))));
    assert_eq!(answer(&long, Some(&fits)), stream(&parameter(&fits, "b")));
    assert_eq!(answer(&long, Some(&long)), stream(""));
}
