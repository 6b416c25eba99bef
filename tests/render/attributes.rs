//! Run-time values of every family of attributes.

use std::{borrow::Cow, time::Duration};

use twiml::{
    BreakStrength, InterpretAs, Method, Record, RingTone, SpeechModel, SpeechTimeout, TtsProvider, VoiceResponse, twiml,
};

#[test]
fn text_and_addresses_take_anything_textual() {
    let (text, string, cow) = ("a&", String::from("\"b\""), Cow::from("c\n"));
    assert_body!(
        twiml! {
            <Response>
                <Pay description={text} action={text}/>
                <Pay description={string} action={&string}/>
                <Pay description={cow} action={&&cow}/>
                <Pay description={format_args!("{}&", 1)} action={format_args!("/a?b&c={}", 2)}/>
                <Pay description={7_u8} postalCode={u128::MAX > 1}/>
            </Response>
        },
        concat!(
            r#"<Response><Pay description="a&amp;" action="a&amp;"/>"#,
            r#"<Pay description="&quot;b&quot;" action="&quot;b&quot;"/><Pay description="c&#10;" action="c&#10;"/>"#,
            r#"<Pay description="1&amp;" action="/a?b&amp;c=2"/><Pay description="7" postalCode="true"/></Response>"#,
        )
    );
}

#[test]
fn integers_of_all_widths_are_whole_numbers() {
    assert_body!(
        twiml! {
            <Response>
                <Pause length={u8::MAX}/>
                <Pause length={u16::MAX}/>
                <Pause length={u32::MAX}/>
                <Pause length={u64::MAX}/>
                <Pause length={u128::MAX}/>
                <Pause length={1_usize}/>
                <Pause length={&&2_u8}/>
            </Response>
        },
        concat!(
            r#"<Response><Pause length="255"/><Pause length="65535"/><Pause length="4294967295"/>"#,
            r#"<Pause length="18446744073709551615"/><Pause length="340282366920938463463374607431768211455"/>"#,
            r#"<Pause length="1"/><Pause length="2"/></Response>"#,
        )
    );
}

#[test]
fn enumerations_take_their_own_enum() {
    let (record, method, level) = (Record::FromAnswerDual, Method::Get, BreakStrength::XWeak);
    assert_body!(
        twiml! {
            <Response>
                <Say><break strength={level}/></Say>
                <Dial action="/a" method={method} record={&record}><Client>"joe"</Client></Dial>
            </Response>
        },
        concat!(
            r#"<Response><Say><break strength="x-weak"/></Say>"#,
            r#"<Dial action="/a" method="GET" record="record-from-answer-dual"><Client>joe</Client></Dial></Response>"#,
        )
    );
}

#[test]
fn open_lists_take_what_is_newer_than_the_crate() {
    let tone = RingTone::Other("mars&co".into());
    let (model, provider) = (SpeechModel::from("newest"), TtsProvider::from("elevenlabs"));
    assert_body!(
        twiml! {
            <Response>
                <Gather input="speech" speechModel={model}/>
                <Connect><ConversationRelay url="wss://example.com" ttsProvider={provider}/></Connect>
                <Dial ringTone={tone}>"+15551234567"</Dial>
                <Say><say-as interpret-as={InterpretAs::Telephone}>"1"</say-as></Say>
            </Response>
        },
        concat!(
            r#"<Response><Gather input="speech" speechModel="newest"/>"#,
            r#"<Connect><ConversationRelay url="wss://example.com" ttsProvider="ElevenLabs"/></Connect>"#,
            r#"<Dial ringTone="mars&amp;co">+15551234567</Dial>"#,
            r#"<Say><say-as interpret-as="telephone">1</say-as></Say></Response>"#,
        )
    );
}

#[test]
fn speech_timeout_is_a_number_or_auto() {
    let answer = |timeout: SpeechTimeout| -> VoiceResponse {
        twiml! { <Response><Gather input="speech" speechTimeout={timeout}/></Response> }
    };
    assert_body!(answer(SpeechTimeout::Auto), r#"<Response><Gather input="speech" speechTimeout="auto"/></Response>"#);
    assert_body!(answer(SpeechTimeout::After(3)), r#"<Response><Gather input="speech" speechTimeout="3"/></Response>"#);
    let seconds = 4_u64;
    assert_body!(
        twiml! { <Response><Gather input="speech" speechTimeout={seconds}/></Response> },
        r#"<Response><Gather input="speech" speechTimeout="4"/></Response>"#
    );
}

#[test]
fn time_spans_are_durations_or_text() {
    let (short, long) = (Duration::from_millis(1500), "2s");
    assert_body!(
        twiml! {
            <Response>
                <Say>"a" <break time={short}/> <break time={long}/> <break time={Duration::ZERO}/></Say>
            </Response>
        },
        r#"<Response><Say>a<break time="1500ms"/><break time="2s"/><break time="0ms"/></Say></Response>"#
    );
}

#[test]
fn decimals_are_text_or_whole_numbers() {
    let (amount, whole) = (10.5, 20_u32);
    assert_body!(
        twiml! { <Response><Pay chargeAmount={format_args!("{amount:.2}")}/><Pay chargeAmount={whole}/></Response> },
        r#"<Response><Pay chargeAmount="10.50"/><Pay chargeAmount="20"/></Response>"#
    );
}

#[test]
fn an_address_of_the_url_crate_is_an_address() {
    #[cfg(feature = "url")]
    {
        let url = url::Url::parse("https://example.com/a b?c=d&e=f").unwrap();
        let none = None::<url::Url>;
        assert_body!(
            twiml! {
                <Response>
                    <Gather action={&url} partialResultCallback={none} input="speech"/>
                    <Pay action={url}/>
                </Response>
            },
            concat!(
                r#"<Response><Gather action="https://example.com/a%20b?c=d&amp;e=f" input="speech"/>"#,
                r#"<Pay action="https://example.com/a%20b?c=d&amp;e=f"/></Response>"#,
            )
        );
    }
}

/// One attribute of each family, all of them optional.
fn optional(given: bool) -> VoiceResponse {
    let given = given.then_some(());
    let (text, url) = (given.map(|()| "text"), given.map(|()| String::from("/url")));
    let (boolean, word) = (given.map(|()| false), given.map(|()| true));
    let (integer, decimal) = (given.map(|()| 5_u16), given.map(|()| "1.5"));
    let (method, speech) = (given.map(|()| Method::Post), given.map(|()| SpeechTimeout::Auto));
    let (span, cards) = (given.map(|()| Duration::from_secs(1)), given.map(|()| twiml::CardType::Visa));
    twiml! {
        <Response>
            <Gather input="speech" speechTimeout={speech} bargeIn={boolean}/>
            <Say>"a" <break time={span}/></Say>
            <Pay description={text} postalCode={word} timeout={integer} chargeAmount={decimal} validCardTypes={cards}/>
            <Redirect method={method}>{&url}</Redirect>
        </Response>
    }
}

#[test]
fn some_writes_the_attribute() {
    assert_body!(
        optional(true),
        concat!(
            r#"<Response><Gather input="speech" speechTimeout="auto" bargeIn="false"/><Say>a<break time="1000ms"/></Say>"#,
            r#"<Pay description="text" postalCode="true" timeout="5" chargeAmount="1.5" validCardTypes="visa"/>"#,
            r#"<Redirect method="POST">/url</Redirect></Response>"#,
        )
    );
}

#[test]
fn none_writes_nothing() {
    assert_body!(
        optional(false),
        concat!(r#"<Response><Gather input="speech"/><Say>a<break/></Say><Pay/>"#, "<Redirect></Redirect></Response>",)
    );
}

#[test]
fn an_option_may_be_borrowed_or_nested() {
    let (timeout, name) = (Some(7_u8), Some(String::from("x")));
    assert_body!(
        twiml! {
            <Response><Pay timeout={&timeout} maxAttempts={Some(timeout)} description={name.as_deref()}/></Response>
        },
        r#"<Response><Pay timeout="7" maxAttempts="7" description="x"/></Response>"#
    );
}

#[test]
fn required_attributes_take_values_of_their_type() {
    let (sid, name, value) = ("IS0123456789abcdef0123456789abcdef", String::from("Tom"), 7_u32);
    assert_body!(
        twiml! {
            <Response>
                <Connect><Conversation serviceInstanceSid={sid}/></Connect>
                <Dial><Client><Identity>"joe"</Identity><Parameter name={name} value={value}/></Client></Dial>
            </Response>
        },
        concat!(
            r#"<Response><Connect><Conversation serviceInstanceSid="IS0123456789abcdef0123456789abcdef"/></Connect>"#,
            r#"<Dial><Client><Identity>joe</Identity><Parameter name="Tom" value="7"/></Client></Dial></Response>"#,
        )
    );
}
