//! Documents that the compiler puts together from constants of the program.

use twiml::{Fragment, Markup, Record, VoiceResponse, element, twiml};

const NAME: &str = "Tom & \"Jerry\"\n\u{1F}";
const SECONDS: u8 = 20;
const SHOP: Shop = Shop { name: "R & D", url: "/menu?a=1&b=2" };

struct Shop {
    name: &'static str,
    url: &'static str,
}

const fn doubled(number: u32) -> u32 {
    2 * number
}

const DOCUMENT: VoiceResponse = twiml! {
    <Response>
        <Say voice="alice" loop={const doubled(2)}>
            "Hello " {const NAME} ", " { const { SHOP.name } } {const u64::MAX}
        </Say>
        <Gather
            action={const SHOP.url}
            timeout={const SECONDS}
            input="dtmf speech"
            hints={const NAME}
            actionOnEmptyResult={const SECONDS > 5}
        />
        <Dial record={const Record::FromAnswer}>{const "+15551234567"}</Dial>
    </Response>
};

static WHOLE: VoiceResponse = twiml! {
    #[allow(deprecated)]
    <Response><Sms>{const NAME}</Sms></Response>
};

const CONFIGURED: VoiceResponse = twiml! {
    <Response>
        #[cfg(any())]
        <Say>{const NO_SUCH_NAME}</Say>
        #[cfg(all())]
        #[allow(deprecated)]
        <Sms>
            "a"
            #[cfg(any())]
            "b"
            #[cfg(not(any()))]
            {const SECONDS}
        </Sms>
        <Hangup/>
    </Response>
};

#[test]
fn what_is_configured_away_is_in_no_constant() {
    assert_body!(CONFIGURED, "<Response><Sms>a20</Sms><Hangup/></Response>");
}

#[test]
fn constants_are_escaped_and_joined() {
    assert_body!(
        DOCUMENT,
        concat!(
            r#"<Response><Say voice="alice" loop="4">Hello Tom &amp; "Jerry""#,
            "\n\u{FFFD}, R &amp; D18446744073709551615</Say>",
            r#"<Gather action="/menu?a=1&amp;b=2" timeout="20" input="dtmf speech" hints="Tom &amp; &quot;Jerry&quot;&#10;"#,
            "\u{FFFD}\" actionOnEmptyResult=\"true\"/>",
            r#"<Dial record="record-from-answer">+15551234567</Dial></Response>"#,
        )
    );
    assert_body!(WHOLE, "<Response><Sms>Tom &amp; \"Jerry\"\n\u{FFFD}</Sms></Response>");
}

#[test]
fn a_document_of_constants_is_static() {
    let text: &'static str = match DOCUMENT.into_cow() {
        std::borrow::Cow::Borrowed(text) => text,
        std::borrow::Cow::Owned(text) => panic!("{text}"),
    };
    assert!(text.contains("+15551234567"));
}

const GREETING: Markup<element::Text, &str> = twiml! { "Hello " {const NAME} };

fn pause() -> impl Fragment<element::Response<twiml::Voice>> {
    twiml! { <Pause length={const SECONDS}/> }
}

#[test]
fn fragments_of_constants_stand_where_they_may() {
    assert_body!(
        twiml! { <Response><Say>{GREETING}</Say> {pause()}</Response> },
        "<Response><Say>Hello Tom &amp; \"Jerry\"\n\u{FFFD}</Say><Pause length=\"20\"/></Response>"
    );
}

/// Beside what only the run time knows, a constant is a value like others.
#[test]
fn constants_stand_beside_values_of_the_run_time() {
    let name = String::from("Ada");
    let document: VoiceResponse = twiml! {
        <Response>
            <Say>{const NAME} {name}</Say>
            if SECONDS > 5 { <Pause length={const SECONDS}/> }
        </Response>
    };
    assert!(document.as_str().contains("&amp; \"Jerry\"\n\u{FFFD}Ada</Say><Pause length=\"20\"/>"));
}
