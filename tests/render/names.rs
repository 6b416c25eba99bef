//! Names that are not Rust's, and what may be pasted along.

use twiml::twiml;

#[test]
fn names_that_are_keywords_of_rust_just_work() {
    let voice = twiml! {
        <Response>
            <Say loop=2>"Hi" <break/> "again"</Say>
            <Pay><Prompt for="security-code" attempt="2 3"><Say>"Please"</Say></Prompt></Pay>
        </Response>
    };
    assert_body!(
        voice,
        concat!(
            r#"<Response><Say loop="2">Hi<break/>again</Say>"#,
            r#"<Pay><Prompt for="security-code" attempt="2 3"><Say>Please</Say></Prompt></Pay></Response>"#,
        )
    );
    let (times, step) = (3_u8, twiml::PaymentStep::SecurityCode);
    assert_body!(
        twiml! {
            <Response><Play loop={times}>"/a"</Play><Pay><Prompt for={step}><Say>"a"</Say></Prompt></Pay></Response>
        },
        concat!(
            r#"<Response><Play loop="3">/a</Play>"#,
            r#"<Pay><Prompt for="security-code"><Say>a</Say></Prompt></Pay></Response>"#,
        )
    );
}

#[test]
fn raw_names_are_the_same_names() {
    assert_body!(
        twiml! { <Response><Say r#loop=2>"Hi" <r#break/></Say></Response> },
        r#"<Response><Say loop="2">Hi<break/></Say></Response>"#
    );
}

#[test]
fn hyphens_and_colons_belong_to_names() {
    let (tag, order) = ("fr-FR", twiml::DateFormat::Ymd);
    assert_body!(
        twiml! {
            <Response>
                <Say>
                    <lang xml:lang={tag}>"oui"</lang>
                    <say-as interpret-as="date" format={order}>"20260102"</say-as>
                </Say>
            </Response>
        },
        concat!(
            r#"<Response><Say><lang xml:lang="fr-FR">oui</lang>"#,
            r#"<say-as interpret-as="date" format="ymd">20260102</say-as></Say></Response>"#,
        )
    );
}

#[test]
fn prolog_and_comments_are_dropped() {
    assert_body!(
        twiml! {
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- The page of the documentation. -->
            <Response>
                <!-- <Say>"no"</Say> -->
                <Say>"yes" <!-- in the middle --> "!"</Say> // of Rust
                /* likewise */
            </Response>
            <!-- behind it -->
        },
        "<Response><Say>yes!</Say></Response>"
    );
}

#[test]
fn the_declaration_comes_first_and_once() {
    let answer = twiml! { <?xml version="1.0"?> <Response><Hangup/></Response> };
    assert_eq!(answer.as_str(), r#"<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>"#);
}

#[test]
fn an_element_without_content_is_one_tag() {
    assert_body!(twiml! { <Response></Response> }, "<Response/>");
    assert_body!(twiml! { <Response><Pause></Pause><Hangup/></Response> }, "<Response><Pause/><Hangup/></Response>");
}

#[test]
fn attributes_stand_in_the_order_written() {
    let url = "/b";
    assert_body!(
        twiml! { <Response><Gather timeout=3 action={url} numDigits=1 method="GET"/></Response> },
        r#"<Response><Gather timeout="3" action="/b" numDigits="1" method="GET"/></Response>"#
    );
}
