//! Documents written by macros of the user's.

use twiml::{Method, VoiceResponse, twiml};

use crate::assert_body;

macro_rules! spoken {
    ($text:literal) => {
        twiml! { <Response><Say>$text</Say></Response> }
    };
    ($text:literal, $times:expr) => {
        twiml! { <Response><Say loop={$times}>$text</Say></Response> }
    };
}

macro_rules! menu {
    ($action:expr, $method:path; $($key:literal => $item:expr),+ $(,)?) => {
        twiml! {
            <Response>
                <Gather action={$action} method={$method} numDigits=1>
                    $( <Say>"Press " $key " for " {$item}</Say> )+
                </Gather>
            </Response>
        }
    };
}

macro_rules! element {
    ($name:ident $($attribute:ident = $value:tt)* : $($text:tt)*) => {
        twiml! { <Response><$name $($attribute = $value)*>$($text)*</$name></Response> }
    };
}

macro_rules! each {
    ($name:ident in $names:expr, $pattern:pat => $markup:block) => {
        twiml! {
            <Response>
                for $name in $names {
                    match $name {
                        $pattern => { <Pause/> }
                        _ => { <Say>$markup</Say> }
                    }
                }
            </Response>
        }
    };
}

#[test]
fn literals_are_passed_on() {
    const ANSWER: VoiceResponse = spoken!("Hello & bye");
    assert_body(&ANSWER, "<Response><Say>Hello &amp; bye</Say></Response>");
    assert_body(&spoken!("Hi", 2), r#"<Response><Say loop="2">Hi</Say></Response>"#);
    assert_body(&spoken!("Hi", 1_u8 + 1), r#"<Response><Say loop="2">Hi</Say></Response>"#);
}

#[test]
fn expressions_and_paths_are_passed_on() {
    let item = String::from("R & D");
    assert_body(
        &menu!(format_args!("/menu?{}", 7), Method::Get; "1" => &item, "2" => item.to_lowercase()),
        concat!(
            r#"<Response><Gather action="/menu?7" method="GET" numDigits="1"><Say>Press 1 for R &amp; D</Say>"#,
            "<Say>Press 2 for r &amp; d</Say></Gather></Response>",
        ),
    );
}

#[test]
fn names_and_tokens_are_passed_on() {
    let times = 3_u8;
    assert_body(
        &element!(Say loop = {times} voice = "alice" : "Hi " {times}),
        r#"<Response><Say loop="3" voice="alice">Hi 3</Say></Response>"#,
    );
    assert_body(
        &element!(Redirect method = "GET": "/next"),
        r#"<Response><Redirect method="GET">/next</Redirect></Response>"#,
    );
    assert_body(&element!(Play loop = 2: "/a"), r#"<Response><Play loop="2">/a</Play></Response>"#);
}

#[test]
fn patterns_and_blocks_are_passed_on() {
    let suffix = "!";
    assert_body(
        &each!(name in ["a", "", "b"], "" => { format_args!("{name}{suffix}") }),
        "<Response><Say>a!</Say><Pause/><Say>b!</Say></Response>",
    );
}

#[test]
fn locals_of_the_macro_stay_its_own() {
    macro_rules! twice {
        ($name:expr) => {{
            let name = "inner";
            twiml! { <Response><Say>{name} {$name}</Say></Response> }
        }};
    }
    let name = "outer";
    assert_body(&twice!(name), "<Response><Say>innerouter</Say></Response>");
}
