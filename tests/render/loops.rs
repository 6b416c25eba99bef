//! Loops, jumps and statements between tags, and attributes of Rust before markup.

#![expect(
    clippy::deref_addrof,
    clippy::let_and_return,
    clippy::match_like_matches_macro,
    clippy::needless_continue,
    reason = "each is written as somebody might"
)]

use twiml::{Fragment, Voice, VoiceResponse, element, twiml};

#[test]
fn while_loops_come_as_often_as_their_condition_holds() {
    let count = |mut left: u8| {
        twiml! {
            <Response>
                while left > 0 {
                    left -= 1;
                    <Pause length={left}/>
                }
            </Response>
        }
    };
    let none: VoiceResponse = count(0);
    assert_body!(none, "<Response></Response>");
    assert_body!(count(2), r#"<Response><Pause length="1"/><Pause length="0"/></Response>"#);
    let mut words = ["a", "b"].iter();
    assert_body!(
        twiml! { <Response>while let Some(word) = words.next() { <Say>{word}</Say> }</Response> },
        "<Response><Say>a</Say><Say>b</Say></Response>"
    );
}

#[test]
fn loops_end_where_they_are_left() {
    let mut number = 0;
    assert_body!(
        twiml! {
            <Response>
                'rows: loop {
                    for column in 0..3 {
                        number += 1;
                        if column == 1 {
                            continue;
                        }
                        if number > 6 {
                            break 'rows;
                        }
                        <Say>{number}</Say>
                    }
                }
                <Hangup/>
            </Response>
        },
        "<Response><Say>1</Say><Say>3</Say><Say>4</Say><Say>6</Say><Hangup/></Response>"
    );
}

#[test]
fn arms_may_jump_and_assign() {
    let mut last = "nobody";
    let document = twiml! {
        <Response>
            for word in ["a", "skip", "b", "stop", "c"] {
                match word {
                    "skip" => continue,
                    "stop" => break,
                    "a" => last = "a",
                    other => <Say>{other}</Say>,
                }
            }
        </Response>
    };
    assert_body!(document, "<Response><Say>b</Say></Response>");
    assert_eq!(last, "a");
}

#[test]
fn return_leaves_the_function() {
    let answer = |name: &str| -> Result<VoiceResponse, String> {
        Ok(twiml! {
            <Response>
                if name.is_empty() {
                    return Err(String::from("nobody"));
                }
                <Say>
                    {
                        if name == "x" {
                            return Err(String::from("x"))
                        }
                        name
                    }
                </Say>
            </Response>
        })
    };
    assert_body!(answer("Ada").unwrap(), "<Response><Say>Ada</Say></Response>");
    assert_eq!(answer("").unwrap_err(), "nobody");
    assert_eq!(answer("x").unwrap_err(), "x");
}

#[test]
fn braces_without_a_semicolon_may_hold_statements() {
    let mut seen = 0_u8;
    let document = twiml! {
        <Response>
            for i in 0..9_u8 {
                <Say>
                    {
                        if i == 2 {
                            break
                        }
                        i
                    }
                </Say>
                <Pause
                    length={
                        while seen < i {
                            seen += 1;
                        }
                        seen
                    }
                />
                <Say>
                    {
                        match i {
                            0 => "none",
                            _ => "some"
                        }
                        .len()
                    }
                </Say>
                <Say>
                    {
                        fn name() -> &'static str {
                            "f"
                        }
                        name()
                    }
                </Say>
            }
        </Response>
    };
    let round = |i| format!(r#"<Say>{i}</Say><Pause length="{i}"/><Say>4</Say><Say>f</Say>"#);
    assert_body!(document, format!("<Response>{}{}</Response>", round(0), round(1)));
}

#[test]
fn an_element_that_is_left_before_its_end_does_not_come() {
    let document = |stop: u8| {
        twiml! {
            <Response>
                'rows: for row in 0..3_u8 {
                    <Gather
                        numDigits={row}
                        timeout={
                            if row == 2 && stop == 2 {
                                break
                            }
                            row
                        }
                    >
                        <Say>
                            "row " {row}
                            for column in 0..3_u8 {
                                if column == 1 {
                                    continue;
                                }
                                <emphasis>
                                    {column}
                                    {
                                        if stop == 1 && row == 1 && column == 2 {
                                            break 'rows
                                        }
                                        '!'
                                    }
                                </emphasis>
                                <p>
                                    "p"
                                    if column == 2 {
                                        break;
                                    }
                                </p>
                            }
                            if row == 1 && stop == 0 {
                                continue 'rows;
                            }
                        </Say>
                    </Gather>
                    <Pause/>
                }
                <Hangup/>
            </Response>
        }
    };
    let row = |row| {
        format!(
            concat!(
                r#"<Gather numDigits="{row}" timeout="{row}"><Say>row {row}<emphasis>0!</emphasis><p>p</p>"#,
                "<emphasis>2!</emphasis></Say></Gather><Pause/>",
            ),
            row = row
        )
    };
    assert_body!(document(0), format!("<Response>{}{}<Hangup/></Response>", row(0), row(2)));
    assert_body!(document(1), format!("<Response>{}<Hangup/></Response>", row(0)));
    assert_body!(document(2), format!("<Response>{}{}<Hangup/></Response>", row(0), row(1)));
}

#[test]
fn statements_do_what_they_say() {
    let mut log = Vec::new();
    let document = twiml! {
        <Response>
            let mut number: u32 = 1;
            number <<= 2;
            log.push(number);
            *(&mut number) += 1;
            <Pause length={number}/>
            #[cfg(any())]
            number.no_such_method();
            #[allow(unused_variables)]
            let unused = 5;
        </Response>
    };
    assert_body!(document, r#"<Response><Pause length="5"/></Response>"#);
    assert_eq!(log, [4]);
}

#[test]
fn what_is_configured_away_does_not_come() {
    assert_body!(
        twiml! {
            <Response>
                #[cfg(any())]
                <Say>{nothing_of_this_name}</Say>
                #[cfg(all())]
                <Say>
                    #[cfg(any())]
                    "never"
                    #[cfg(all())]
                    "always"
                </Say>
                #[cfg(any())]
                for word in no_such_list { <Say>{word}</Say> }
                #[cfg(all())]
                #[allow(unused_mut)]
                if true { <Pause/> }
            </Response>
        },
        "<Response><Say>always</Say><Pause/></Response>"
    );
}

#[test]
fn attributes_of_lints_silence_warnings() {
    #![deny(deprecated)]
    const CONSTANT: VoiceResponse = twiml! {
        <Response>
            #[allow(deprecated)]
            <Sms>"Hi"</Sms>
        </Response>
    };
    const WHOLE: VoiceResponse = twiml! {
        #[expect(deprecated)]
        <Response><Sms>"Hi"</Sms></Response>
    };
    assert_body!(CONSTANT, "<Response><Sms>Hi</Sms></Response>");
    assert_body!(WHOLE, "<Response><Sms>Hi</Sms></Response>");
    let text = String::from("Hi");
    let document: VoiceResponse = twiml! {
        <Response>
            #[expect(deprecated)]
            if text.is_empty() { <Pause/> } else { <Sms>{text}</Sms> }
        </Response>
    };
    assert_body!(document, "<Response><Sms>Hi</Sms></Response>");
}

fn spoken(words: &[&str]) -> impl Fragment<element::Say> {
    twiml! {
        for word in words {
            if word.is_empty() {
                continue;
            }
            {word} " "
        }
        #[cfg(any())]
        "never"
    }
}

#[test]
fn fragments_loop_as_well() {
    assert_body!(
        twiml! { <Response><Say>{spoken(&["a", "", "b"])}</Say></Response> },
        "<Response><Say>a b </Say></Response>"
    );
}

macro_rules! chosen {
    ($value:expr) => {
        twiml! { <Response><Say>{$value}</Say></Response> }
    };
}

#[test]
fn an_expression_of_a_macro_is_no_body() {
    assert_body!(
        chosen!({
            let a = 5;
            a
        }),
        "<Response><Say>5</Say></Response>"
    );
    assert_body!(chosen!(if true { "a" } else { "b" }), "<Response><Say>a</Say></Response>");
    assert_body!(chosen!(number::<{ 1 + 1 }>()), "<Response><Say>2</Say></Response>");
}

fn number<const N: u8>() -> u8 {
    N
}

macro_rules! flow {
    ($condition:expr, $values:expr, $value:expr) => {
        twiml! {
            <Response>
                if $condition { <Pause/> }
                for value in $values { <Pause length={value}/> }
                match $value {
                    1 => <Hangup/>,
                    _ => {}
                }
                while $condition {
                    <Pause length=9/>
                    break;
                }
            </Response>
        }
    };
}

#[test]
fn blocks_in_expressions_of_a_macro_are_no_bodies() {
    assert_body!(
        flow!(
            {
                let yes = true;
                yes
            },
            {
                let from = 1;
                [from, 2_u8]
            },
            { 1 }
        ),
        concat!(
            r#"<Response><Pause/><Pause length="1"/><Pause length="2"/><Hangup/>"#,
            r#"<Pause length="9"/></Response>"#,
        )
    );
    assert_body!(
        flow!(
            match 1 {
                1 => true,
                _ => false,
            },
            if false { 0..0_u8 } else { 3..4 },
            number::<{ 2 - 1 }>()
        ),
        r#"<Response><Pause/><Pause length="3"/><Hangup/><Pause length="9"/></Response>"#
    );
}

#[test]
fn return_leaves_a_fragment_and_no_half_element() {
    fn names<'a>(names: &'a [&'a str]) -> impl Fragment<element::Response<Voice>> + 'a {
        twiml! {
            <Pause/>
            for name in names {
                <Gather>
                    <Say>{name}</Say>
                    if name.is_empty() {
                        return;
                    }
                </Gather>
            }
            <Hangup/>
        }
    }
    let all = |given: &[&str]| twiml! { <Response>{names(given)} <Redirect>"/next"</Redirect></Response> };
    let gather = |name: &str| format!("<Gather><Say>{name}</Say></Gather>");
    let (a, b) = (gather("a"), gather("b"));
    assert_body!(all(&["a", "b"]), format!("<Response><Pause/>{a}{b}<Hangup/><Redirect>/next</Redirect></Response>"));
    assert_body!(all(&["a", "", "b"]), format!("<Response><Pause/>{a}<Redirect>/next</Redirect></Response>"));
}
