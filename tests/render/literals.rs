//! Literal values of every type.

use twiml::twiml;

#[test]
fn numbers_and_booleans_mean_the_same_quoted_or_not() {
    let quoted = twiml! {
        <Response>
            <Pay chargeAmount="20.45" maxAttempts="2" securityCode="false"/>
            <Gather input="speech" speechTimeout="3"/>
        </Response>
    };
    let bare = twiml! {
        <Response>
            <Pay chargeAmount=20.45 maxAttempts=2 securityCode=false/>
            <Gather input="speech" speechTimeout=3/>
        </Response>
    };
    let braced = twiml! {
        <Response>
            <Pay chargeAmount={20.45} maxAttempts={2} securityCode={false}/>
            <Gather input="speech" speechTimeout={3}/>
        </Response>
    };
    assert_body!(
        quoted,
        concat!(
            r#"<Response><Pay chargeAmount="20.45" maxAttempts="2" securityCode="false"/>"#,
            r#"<Gather input="speech" speechTimeout="3"/></Response>"#
        )
    );
    assert_eq!(quoted, bare);
    assert_eq!(quoted, braced);
}

#[test]
fn digits_are_written_as_numbers_are_meant() {
    assert_body!(
        twiml! { <Response><Pause length=1_000/><Pause length=0x10/><Pause length="007"/></Response> },
        r#"<Response><Pause length="1000"/><Pause length="16"/><Pause length="007"/></Response>"#
    );
}

#[test]
fn voice_literals_of_every_type_come_out_as_written() {
    assert_body!(
        twiml! {
            <Response>
                <Gather
                    action="/next?a=1&b=2"
                    finishOnKey="#"
                    hints="yes,no, maybe so"
                    input="dtmf speech"
                    language="en-GB"
                    method="GET"
                    speechTimeout="auto"
                >
                    <Play loop=0>"/a.mp3"</Play>
                </Gather>
                <Play digits="1ww#"/>
                <Dial callerId="+15551234567" record="record-from-answer" ringTone="de" sequential=true>
                    <Number
                        sendDigits="wwww1928"
                        statusCallback="https://example.com/a"
                        statusCallbackEvent="ringing answered"
                    >
                        "+1 (555) 123-4567"
                    </Number>
                    <Sip>"sip:kate@example.com?x-a=1"</Sip>
                </Dial>
            </Response>
        },
        concat!(
            r##"<Response><Gather action="/next?a=1&amp;b=2" finishOnKey="#" hints="yes,no, maybe so" input="dtmf speech" "##,
            r##"language="en-GB" method="GET" speechTimeout="auto"><Play loop="0">/a.mp3</Play></Gather><Play digits="1ww#"/>"##,
            r#"<Dial callerId="+15551234567" record="record-from-answer" ringTone="de" sequential="true">"#,
            r#"<Number sendDigits="wwww1928" statusCallback="https://example.com/a" statusCallbackEvent="ringing answered">"#,
            r#"+1 (555) 123-4567</Number><Sip>sip:kate@example.com?x-a=1</Sip></Dial></Response>"#,
        )
    );
}

#[test]
fn an_empty_literal_stays_where_it_has_a_meaning() {
    assert_body!(
        twiml! { <Response><Gather finishOnKey=""/><Enqueue waitUrl="">"support"</Enqueue></Response> },
        r#"<Response><Gather finishOnKey=""/><Enqueue waitUrl="">support</Enqueue></Response>"#
    );
}

#[test]
fn speech_markup_takes_its_own_forms() {
    assert_body!(
        twiml! {
            <Response>
                <Say voice="Polly.Joanna-Neural">
                    <break strength="x-strong" time="1.5s"/>
                    <prosody pitch="-10%" rate="85%" volume="-6dB">"low"</prosody>
                    <lang xml:lang="fr-FR">"ça va"</lang>
                    <phoneme alphabet="ipa" ph="pɪˈkɑːn">"pecan"</phoneme>
                </Say>
            </Response>
        },
        concat!(
            r#"<Response><Say voice="Polly.Joanna-Neural"><break strength="x-strong" time="1.5s"/>"#,
            r#"<prosody pitch="-10%" rate="85%" volume="-6dB">low</prosody><lang xml:lang="fr-FR">ça va</lang>"#,
            r#"<phoneme alphabet="ipa" ph="pɪˈkɑːn">pecan</phoneme></Say></Response>"#,
        )
    );
}

#[test]
fn addresses_are_those_of_their_kind() {
    assert_body!(
        twiml! {
            <Response>
                <Connect><ConversationRelay url="wss://example.com/ws" welcomeGreeting="Hi"/></Connect>
                <Pay action="https://example.com/pay" statusCallback="/steps"/>
                <Redirect>"next.php"</Redirect>
            </Response>
        },
        concat!(
            r#"<Response><Connect><ConversationRelay url="wss://example.com/ws" welcomeGreeting="Hi"/></Connect>"#,
            r#"<Pay action="https://example.com/pay" statusCallback="/steps"/><Redirect>next.php</Redirect></Response>"#,
        )
    );
}

#[test]
fn literals_are_rust_strings_and_escaped() {
    assert_body!(
        twiml! { <Response><Play>"/a?b='&'"</Play><Say language="en-US">r#"Tom & "Jerry" <3 > 2"#</Say></Response> },
        concat!(
            "<Response><Play>/a?b='&amp;'</Play>",
            r#"<Say language="en-US">Tom &amp; "Jerry" &lt;3 &gt; 2</Say></Response>"#,
        )
    );
    assert_body!(
        twiml! { <Response><Pay description="\"5\" <\u{d}\n\t> & 'more'"/></Response> },
        r#"<Response><Pay description="&quot;5&quot; &lt;&#13;&#10;&#9;&gt; &amp; 'more'"/></Response>"#
    );
}

#[test]
fn a_literal_in_braces_is_meant_as_it_stands() {
    assert_body!(
        twiml! { <Response><Say>{"Tom &amp; Jerry"}</Say><Redirect>{"/a?x=1&amp;y"}</Redirect></Response> },
        "<Response><Say>Tom &amp;amp; Jerry</Say><Redirect>/a?x=1&amp;amp;y</Redirect></Response>"
    );
    assert_body!(
        twiml! { <Response><Pay action={"&amp;"} postalCode={true} description={20}/></Response> },
        r#"<Response><Pay action="&amp;amp;" postalCode="true" description="20"/></Response>"#
    );
}

#[test]
fn literals_in_braces_make_a_constant() {
    const ANSWER: twiml::VoiceResponse = twiml! { <Response><Say loop={20}>{"&amp;"} {7} {true}</Say></Response> };
    assert_body!(ANSWER, r#"<Response><Say loop="20">&amp;amp;7true</Say></Response>"#);
}
