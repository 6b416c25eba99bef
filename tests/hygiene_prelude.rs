//! Documents where nothing is in scope.

#![no_implicit_prelude]

use ::std::{assert, assert_eq, prelude::v1::test};

const HANGUP: ::twiml::VoiceResponse = ::twiml::twiml! { <Response><Hangup/></Response> };

fn noun(timeout: ::core::option::Option<u32>, create: bool) -> impl ::twiml::Fragment<::twiml::element::Connect> {
    ::twiml::twiml! {
        <Conversation serviceInstanceSid="ISX" inboundAutocreation={create} routingAssignmentTimeout={timeout}/>
    }
}

fn answer(names: &[&str], create: bool) -> ::core::result::Result<::twiml::VoiceResponse, &'static str> {
    let _ = names;
    ::core::result::Result::Ok(::twiml::twiml! {
        <Response>
            if names.is_empty() { {return ::core::result::Result::Err("nobody")} }
            for name in names {
                match *name {
                    "" => <Pause/>,
                    name if create => { <Say "new"={name} loop=2>{name} " & co"</Say> }
                    _ => {}
                }
            }
            let seconds = 3_u8;
            <Gather timeout={seconds} "other"="x"/>
            <Connect>{noun(::core::option::Option::Some(5), create)}</Connect>
            <"NewVerb">{names[0]}</"NewVerb">
        </Response>
    })
}

#[test]
fn documents_need_no_prelude() {
    let text = answer(&["", "Ada"], true);
    assert!(::core::matches!(&text, ::core::result::Result::Ok(text) if text.as_str() == ::core::concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?><Response><Pause/><Say new="Ada" loop="2">Ada &amp; co</Say>"#,
        r#"<Gather timeout="3" other="x"/><Connect><Conversation serviceInstanceSid="ISX" inboundAutocreation="true" "#,
        r#"routingAssignmentTimeout="5"/></Connect><NewVerb></NewVerb></Response>"#,
    )));
    assert_eq!(answer(&[], true), ::core::result::Result::Err("nobody"));
    assert_eq!(HANGUP.as_str(), r#"<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>"#);
}

#[test]
#[allow(deprecated, reason = "warnings need no prelude either")]
fn warnings_need_no_prelude() {
    let either = ::twiml::twiml! { <Response><Redirect/><Redirect/></Response> };
    assert!(either.as_str().ends_with("<Redirect/><Redirect/></Response>"));
}
