//! Types of values beyond text and numbers.

use std::{
    num::{NonZeroU8, NonZeroU64},
    time::Duration,
};

use twiml::{Address, Fragment, SpeechTimeout, Voice, VoiceResponse, element, twiml};

fn spoken(word: &str) -> impl Fragment<element::Response<Voice>> + Fragment<element::Gather> {
    twiml! { <Say>{word}</Say> }
}

#[test]
fn lists_of_fragments_are_fragments() {
    let words = ["a", "b"];
    let boxed: Box<[_]> = words.iter().map(|word| spoken(word)).collect();
    assert_body!(
        twiml! {
            <Response>
                {words.iter().map(|word| spoken(word)).collect::<Vec<_>>()}
                {[spoken("c"), spoken("d")]}
                {[spoken("e")].as_slice()}
                <Gather>{boxed}</Gather>
                {Vec::<VoiceFragment>::new()}
                {Some(vec![spoken("f")])}
            </Response>
        },
        concat!(
            "<Response><Say>a</Say><Say>b</Say><Say>c</Say><Say>d</Say><Say>e</Say>",
            "<Gather><Say>a</Say><Say>b</Say></Gather><Say>f</Say></Response>",
        )
    );
    assert_body!(
        twiml! { <Response><Say>{["x", "y"]} {vec![1, 2]}</Say></Response> },
        "<Response><Say>xy12</Say></Response>"
    );
}

type VoiceFragment = Box<dyn Fragment<element::Response<Voice>>>;

#[test]
fn durations_are_numbers_of_their_unit() {
    let span = Duration::from_millis(1500);
    let document: VoiceResponse = twiml! {
        <Response>
            <Pause length={span}/>
            <Gather input="speech" timeout={Some(span)} speechTimeout={&span} action={None::<&str>}/>
            <Gather input="speech" timeout={None::<Duration>} speechTimeout={SpeechTimeout::Auto}/>
        </Response>
    };
    assert_body!(
        document,
        concat!(
            r#"<Response><Pause length="2"/><Gather input="speech" timeout="2" speechTimeout="2"/>"#,
            r#"<Gather input="speech" speechTimeout="auto"/></Response>"#,
        )
    );
}

#[test]
fn numbers_that_are_never_zero_are_numbers() {
    let number = NonZeroU8::new(3).unwrap();
    let document: VoiceResponse = twiml! {
        <Response><Say loop={number}>{NonZeroU64::MAX}</Say><Pause length={number}/></Response>
    };
    assert_body!(document, r#"<Response><Say loop="3">18446744073709551615</Say><Pause length="3"/></Response>"#);
}

#[test]
fn lists_with_commas_are_joined() {
    let document = |hints: &[&str], more: Option<Vec<String>>| -> VoiceResponse {
        twiml! {
            <Response>
                <Gather input="speech" hints={hints} language="en-US"/>
                <Gather input="speech" hints={more}/>
                <Gather input="speech" hints="a, b"/>
                <Gather input="speech" hints={format_args!("{},{}", 1, 2)}/>
            </Response>
        }
    };
    assert_body!(
        document(&["R & D", "support"], Some(vec!["x".to_owned()])),
        concat!(
            r#"<Response><Gather input="speech" hints="R &amp; D,support" language="en-US"/><Gather input="speech" hints="x"/>"#,
            r#"<Gather input="speech" hints="a, b"/><Gather input="speech" hints="1,2"/></Response>"#,
        )
    );
    assert_body!(
        document(&[], None),
        concat!(
            r#"<Response><Gather input="speech" language="en-US"/><Gather input="speech"/>"#,
            r#"<Gather input="speech" hints="a, b"/><Gather input="speech" hints="1,2"/></Response>"#,
        )
    );
}

#[test]
fn addresses_are_encoded_and_escaped() {
    let (name, page) = ("Ada & \"Co\"", 2);
    let document: VoiceResponse = twiml! {
        <Response>
            <Gather action={Address::new("/menu").segment(name).query("lang", "é").query("page", page)}/>
            <Redirect>{Address::new("https://example.com/a").query("b", "c/d")}</Redirect>
        </Response>
    };
    assert_body!(
        document,
        concat!(
            r#"<Response><Gather action="/menu/Ada%20%26%20%22Co%22?lang=%C3%A9&amp;page=2"/>"#,
            "<Redirect>https://example.com/a?b=c%2Fd</Redirect></Response>",
        )
    );
}
