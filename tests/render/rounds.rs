//! Bodies that are written any number of times, and the markup between one and the next, before the first and behind the last:
//! each shape of a body against strings joined by hand.

use twiml::{VoiceResponse, twiml};

/// Each number of rounds that makes a difference.
const ROUNDS: [&[&str]; 4] = [&[], &["a"], &["a", "b&"], &["a", "b&", "<c>"]];

/// The rounds joined, each between two texts.
fn rounds(names: &[&str], before: &str, behind: &str) -> String {
    let escaped = |name: &str| name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    names.iter().flat_map(|name| [before.to_owned(), escaped(name), behind.to_owned()]).collect()
}

fn in_response(body: &str) -> String {
    format!("<Response>{body}</Response>")
}

#[test]
fn text_stands_between_markup() {
    for names in ROUNDS {
        assert_body!(
            twiml! { <Response>for name in names { <Say>{name}</Say> }</Response> },
            in_response(&rounds(names, "<Say>", "</Say>"))
        );
        assert_body!(
            twiml! { <Response><Say>for name in names { "(" {name} ") " }</Say></Response> },
            format!("<Response><Say>{}</Say></Response>", rounds(names, "(", ") "))
        );
        assert_body!(
            twiml! { <Response><Say>for name in names { {name} }</Say></Response> },
            format!("<Response><Say>{}</Say></Response>", rounds(names, "", ""))
        );
    }
}

#[test]
fn attributes_begin_and_end_a_round() {
    for names in ROUNDS {
        assert_body!(
            twiml! {
                <Response><Dial>for name in names { <Number statusCallback={*name}>"1"</Number> }</Dial></Response>
            },
            format!(
                "<Response><Dial>{}</Dial></Response>",
                rounds(names, "<Number statusCallback=\"", "\">1</Number>")
            )
        );
        assert_body!(
            twiml! {
                <Response>
                    <Connect>
                        <Stream url="wss://example.com">
                            for name in names { <Parameter name="n" value={*name}/> }
                        </Stream>
                    </Connect>
                </Response>
            },
            format!(
                "<Response><Connect><Stream url=\"wss://example.com\">{}</Stream></Connect></Response>",
                rounds(names, "<Parameter name=\"n\" value=\"", "\"/>")
            )
        );
    }
}

#[test]
fn a_round_may_begin_and_end_with_an_attribute_that_is_not_written() {
    let answer = |languages: &[Option<&str>]| -> VoiceResponse {
        twiml! { <Response>for language in languages { <Play digits={*language}/> }</Response> }
    };
    assert_body!(answer(&[]), "<Response></Response>");
    assert_body!(answer(&[None]), "<Response><Play/></Response>");
    assert_body!(
        answer(&[None, Some("1"), None, Some("2")]),
        "<Response><Play/><Play digits=\"1\"/><Play/><Play digits=\"2\"/></Response>"
    );
}

#[test]
fn a_value_stands_before_and_behind() {
    for names in ROUNDS {
        for action in [None, Some("/a")] {
            let attribute = action.map(|action| format!(" action=\"{action}\"")).unwrap_or_default();
            let numbers = rounds(names, "<Number>", "</Number>");
            assert_body!(
                twiml! {
                    <Response><Dial action={action}>for name in names { <Number>{name}</Number> }</Dial></Response>
                },
                in_response(&format!("<Dial{attribute}>{numbers}</Dial>"))
            );
            assert_body!(
                twiml! {
                    <Response>
                        <Say>{"x"}</Say>
                        for name in names {
                            <Say>{name}</Say>
                        }
                        <Redirect>{"/y"}</Redirect>
                    </Response>
                },
                in_response(&format!("<Say>x</Say>{}<Redirect>/y</Redirect>", rounds(names, "<Say>", "</Say>")))
            );
        }
    }
}

#[test]
fn loops_stand_side_by_side_and_in_each_other() {
    for names in ROUNDS {
        for others in ROUNDS {
            assert_body!(
                twiml! {
                    <Response>
                        for name in names {
                            <Say>{name}</Say>
                        }
                        for other in others {
                            <Play>{other}</Play>
                        }
                    </Response>
                },
                in_response(&(rounds(names, "<Say>", "</Say>") + &rounds(others, "<Play>", "</Play>")))
            );
            let inner = rounds(others, "<Number>", "</Number>");
            assert_body!(
                twiml! {
                    <Response>
                        for name in names {
                            <Dial action={*name}>for other in others { <Number>{other}</Number> }</Dial>
                        }
                    </Response>
                },
                in_response(&rounds(names, "<Dial action=\"", &format!("\">{inner}</Dial>")))
            );
            assert_body!(
                twiml! {
                    <Response><Say>for name in names { {name} for other in others { "-" {other} } "." }</Say></Response>
                },
                in_response(&format!("<Say>{}</Say>", rounds(names, "", &(rounds(others, "-", "") + "."))))
            );
            assert_body!(
                twiml! { <Response><Say>for _ in names { for other in others { "-" {other} } }</Say></Response> },
                in_response(&format!("<Say>{}</Say>", rounds(others, "-", "").repeat(names.len())))
            );
        }
    }
}

#[test]
fn what_may_be_is_a_round_at_most() {
    for name in [None, Some("a&")] {
        for last in [false, true] {
            let names: Vec<&str> = name.into_iter().collect();
            let said = rounds(&names, "<Say>", "</Say>");
            assert_body!(
                twiml! {
                    <Response>
                        if let Some(name) = name {
                            <Say>{name}</Say>
                        }
                        if last {
                            <Redirect>{"/x"}</Redirect>
                        }
                    </Response>
                },
                in_response(&(said.clone() + if last { "<Redirect>/x</Redirect>" } else { "" }))
            );
            assert_body!(
                twiml! {
                    <Response>
                        for round in 0..2 {
                            <Say>{round}</Say>
                            if let Some(name) = name {
                                <Say>{name}</Say>
                            }
                            <Pause/>
                        }
                    </Response>
                },
                in_response(&format!("<Say>0</Say>{said}<Pause/><Say>1</Say>{said}<Pause/>"))
            );
        }
    }
}

#[test]
fn statements_and_jumps_stand_in_a_round() {
    for names in ROUNDS {
        assert_body!(
            twiml! {
                <Response>
                    for name in names {
                        let louder = format!("{name}!");
                        <Say>{&louder}</Say>
                        drop(louder);
                    }
                </Response>
            },
            in_response(&rounds(names, "<Say>", "!</Say>"))
        );
        let mut rest = names.iter();
        assert_body!(
            twiml! { <Response>while let Some(name) = rest.next() { <Say>{name}</Say> <Pause/> }</Response> },
            in_response(&rounds(names, "<Say>", "</Say><Pause/>"))
        );
        assert_body!(
            twiml! {
                <Response>
                    for name in names {
                        <Say>{name}</Say>
                        if *name == "b&" {
                            break;
                        }
                        <Pause/>
                    }
                </Response>
            },
            in_response(&match names {
                [] => String::new(),
                [_] => "<Say>a</Say><Pause/>".to_owned(),
                _ => "<Say>a</Say><Pause/><Say>b&amp;</Say>".to_owned(),
            })
        );
    }
}

#[test]
fn rounds_of_a_fragment_are_written_anew_each_time() {
    for names in ROUNDS {
        let said = twiml! { for name in names { <Say>{name}</Say> } };
        let twice = twiml! { {&said} <Pause/> {&said} };
        let once = rounds(names, "<Say>", "</Say>");
        let answer: VoiceResponse = twiml! { <Response>{&twice}</Response> };
        assert_body!(answer, in_response(&format!("{once}<Pause/>{once}")));
    }
}
