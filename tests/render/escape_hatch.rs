//! Quoted names are not checked.

use twiml::{VoiceResponse, twiml};

#[test]
fn quoted_attributes_take_any_value() {
    let (flag, count, text, nothing) = (true, 7_u32, "a\"b", None::<&str>);
    assert_body!(
        twiml! {
            <Response>
                <Say "newAttribute"="x" "other"=20 "third"=true voice="alice">"Hi"</Say>
                <Hangup "a"={flag} "b"={text} "c"={nothing} "d"={Some("e")} "f"={format_args!("{count}")} "xml:id"="z"/>
            </Response>
        },
        concat!(
            r#"<Response><Say newAttribute="x" other="20" third="true" voice="alice">Hi</Say>"#,
            r#"<Hangup a="true" b="a&quot;b" d="e" f="7" xml:id="z"/></Response>"#,
        )
    );
}

#[test]
fn quoted_elements_hold_anything() {
    let (name, event) = ("Ada & Tom", "/a");
    assert_body!(
        twiml! {
            <Response>
                <"NewVerb" mode="x" event={event} "y"="z">
                    "Hello " {name}
                    <"New-Noun.2"/>
                    <Say loop=2>"checked" <break/></Say>
                    if name.is_empty() { <Pause/> } else { <"Other">"text"</"Other"> }
                </"NewVerb">
            </Response>
        },
        concat!(
            r#"<Response><NewVerb mode="x" event="/a" y="z">Hello Ada &amp; Tom<New-Noun.2/>"#,
            r#"<Say loop="2">checked<break/></Say><Other>text</Other></NewVerb></Response>"#,
        )
    );
}

#[test]
fn a_quoted_name_stands_anywhere() {
    let answer: VoiceResponse = twiml! {
        <Response>
            <Connect><"Robot">"R2"</"Robot"></Connect>
            <Say>"a" <"mark" name="b"/></Say>
        </Response>
    };
    assert_body!(answer, r#"<Response><Connect><Robot>R2</Robot></Connect><Say>a<mark name="b"/></Say></Response>"#);
}

#[test]
fn a_quoted_name_may_be_closed_without_quotes() {
    assert_body!(twiml! { <Response><"New">"a"</New></Response> }, "<Response><New>a</New></Response>");
}

#[test]
fn a_document_of_unchecked_verbs_fits_every_kind() {
    const ANSWER: VoiceResponse = twiml! { <Response><"NewVerb"/></Response> };
    let message: twiml::MessagingResponse = twiml! { <Response><"NewVerb"/></Response> };
    assert_eq!(ANSWER.as_str(), message.as_str());
}

#[test]
fn fragments_stand_in_quoted_elements() {
    let noun = twiml! { <Number>"+15551234567"</Number> };
    let text = "a";
    assert_body!(
        twiml! { <Response><"NewVerb">{noun} {text}</"NewVerb"></Response> },
        "<Response><NewVerb><Number>+15551234567</Number>a</NewVerb></Response>"
    );
}
