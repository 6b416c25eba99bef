//! Attributes of several values.

use twiml::{
    CallEvent, Fragment, GatherInput, RelayDebug, SpeechModel, VoiceResponse, element, twiml,
    value::{Optional, SetOf},
};

fn dial(events: &(impl SetOf<CallEvent, Optional> + ?Sized)) -> impl Fragment<element::Dial> {
    twiml! { <Number statusCallback="/a" statusCallbackEvent={events}>"+15551234567"</Number> }
}

fn number(attribute: &str) -> String {
    format!("<Response><Dial><Number statusCallback=\"/a\"{attribute}>+15551234567</Number></Dial></Response>")
}

fn answer(events: &(impl SetOf<CallEvent, Optional> + ?Sized)) -> VoiceResponse {
    twiml! { <Response><Dial>{dial(events)}</Dial></Response> }
}

#[test]
fn one_value_an_array_a_slice_and_a_vec_are_sets() {
    let pair = [CallEvent::Ringing, CallEvent::Answered];
    assert_body!(answer(&CallEvent::Ringing), number(r#" statusCallbackEvent="ringing""#));
    assert_body!(answer(&pair), number(r#" statusCallbackEvent="ringing answered""#));
    assert_body!(answer(&pair[1..]), number(r#" statusCallbackEvent="answered""#));
    assert_body!(answer(&Vec::from(pair)), number(r#" statusCallbackEvent="ringing answered""#));
    assert_body!(answer(&Some(&pair[..])), number(r#" statusCallbackEvent="ringing answered""#));
}

#[test]
fn values_keep_their_order_and_come_once() {
    let events =
        [CallEvent::Answered, CallEvent::Ringing, CallEvent::Answered, CallEvent::Answered, CallEvent::Ringing];
    assert_body!(answer(&events), number(r#" statusCallbackEvent="answered ringing""#));
    assert_body!(answer(&[CallEvent::Answered; 3]), number(r#" statusCallbackEvent="answered""#));
}

#[test]
fn an_empty_set_is_left_out() {
    assert_body!(answer(&[] as &[CallEvent]), number(""));
    assert_body!(answer(&Vec::<CallEvent>::new()), number(""));
    assert_body!(answer(&None::<CallEvent>), number(""));
    assert_body!(answer(&Some([] as [CallEvent; 0])), number(""));
}

#[test]
fn sets_of_open_lists_take_newer_values() {
    let debug = [RelayDebug::SpeakerEvents, "brand-new".into(), RelayDebug::Other("brand-new".into())];
    assert_body!(
        twiml! { <Response><Connect><ConversationRelay url="wss://example.com" debug={debug}/></Connect></Response> },
        concat!(
            r#"<Response><Connect><ConversationRelay url="wss://example.com" debug="speaker-events brand-new"/>"#,
            "</Connect></Response>",
        )
    );
}

#[test]
fn a_set_is_written_inline() {
    let speech = GatherInput::Speech;
    assert_body!(
        twiml! { <Response><Gather input={[GatherInput::Dtmf, speech]}/><Gather input={speech}/></Response> },
        r#"<Response><Gather input="dtmf speech"/><Gather input="speech"/></Response>"#
    );
}

/// What a value writes is one word of its list, or it is not written.
#[test]
fn what_is_no_word_is_left_out() {
    let relay = |debug: &[RelayDebug]| {
        crate::body(&twiml! {
            <Response><Connect><ConversationRelay url="wss://example.com" debug={debug}/></Connect></Response>
        })
        .to_owned()
    };
    let other = |word: &'static str| RelayDebug::Other(word.into());
    let with = |attribute: &str| {
        format!(r#"<Response><Connect><ConversationRelay url="wss://example.com"{attribute}/></Connect></Response>"#)
    };
    assert_eq!(relay(&[other("a b"), RelayDebug::SpeakerEvents, other("")]), with(r#" debug="speaker-events""#));
    assert_eq!(relay(&[other("speaker-events"), RelayDebug::SpeakerEvents]), with(r#" debug="speaker-events""#));
    assert_eq!(relay(&[RelayDebug::SpeakerEvents, other("speaker-events")]), with(r#" debug="speaker-events""#));
    assert_eq!(relay(&[other("\t"), other("a\u{a0}b"), other("new")]), with(r#" debug="new""#));
    assert_eq!(relay(&[other(""), other(" ")]), with(""));
}

/// The same of an attribute with one value, and rules see that it is not written.
#[test]
fn a_value_that_is_no_word_is_not_written() {
    let gather = |model: SpeechModel| {
        crate::body(
            &twiml! { <Response><Gather input="speech" language="multi" speechModel={model} timeout=5/></Response> },
        )
        .to_owned()
    };
    let with = |attributes: &str| format!(r#"<Response><Gather input="speech"{attributes} timeout="5"/></Response>"#);
    let known = r#" language="multi" speechModel="deepgram_nova-3""#;
    assert_eq!(gather(SpeechModel::DeepgramNova3), with(known));
    assert_eq!(gather(SpeechModel::Other("deepgram_nova-3".into())), with(known));
    assert_eq!(gather(SpeechModel::Other("newer".into())), with(r#" speechModel="newer""#));
    assert_eq!(gather(SpeechModel::Other("deepgram_nova-3 ".into())), with(""));
    assert_eq!(gather(SpeechModel::Other("".into())), with(""));
}
