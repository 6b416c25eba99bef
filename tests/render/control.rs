//! Rust between tags.

use twiml::{VoiceResponse, twiml};

struct Person {
    name: &'static str,
    keys: &'static [u8],
}

const PEOPLE: [Person; 2] = [Person { name: "Ada", keys: &[1, 2] }, Person { name: "Tom & Co", keys: &[] }];

#[test]
fn if_chooses_between_bodies() {
    let answer = |age: u32| -> VoiceResponse {
        twiml! {
            <Response>
                if age > 17 {
                    <Say>"Welcome"</Say>
                } else if age > 11 {
                    <Say>"Nearly"</Say>
                    <Pause/>
                } else {
                    <Reject/>
                }
            </Response>
        }
    };
    assert_body!(answer(18), "<Response><Say>Welcome</Say></Response>");
    assert_body!(answer(12), "<Response><Say>Nearly</Say><Pause/></Response>");
    assert_body!(answer(3), "<Response><Reject/></Response>");
}

#[test]
fn if_without_else_may_write_nothing() {
    for (flag, expected) in [(true, "<Response><Say>Yes</Say></Response>"), (false, "<Response></Response>")] {
        assert_body!(twiml! { <Response>if flag { <Say>"Yes"</Say> }</Response> }, expected);
    }
}

#[test]
fn if_let_binds_and_chains() {
    let answer = |name: Option<&str>, age: Option<u8>| -> VoiceResponse {
        twiml! {
            <Response>
                <Say>
                    if let Some(name) = name
                        && !name.is_empty()
                        && let Some(age @ 18..) = age
                    {
                        {name} " is " {age}
                    } else if let Some(name) = name {
                        {name}
                    } else {
                        "Nobody"
                    }
                </Say>
            </Response>
        }
    };
    assert_body!(answer(Some("Ada"), Some(36)), "<Response><Say>Ada is 36</Say></Response>");
    assert_body!(answer(Some("Ada"), Some(6)), "<Response><Say>Ada</Say></Response>");
    assert_body!(answer(None, Some(36)), "<Response><Say>Nobody</Say></Response>");
}

#[test]
fn conditions_may_hold_braces_of_their_own() {
    let number = 4;
    assert_body!(
        twiml! {
            <Response>
                if match number {
                    4 => 1,
                    _ => 2
                } == 1
                {
                    <Say>"four"</Say>
                }
                if (Person { name: "x", keys: &[] }).keys.is_empty() { <Say>"none"</Say> }
                if let Person { name: "y", .. } = PEOPLE[0] { <Say>"y"</Say> } else { <Say>"not y"</Say> }
                for _ in 0..if number > 3 { 1 } else { 2 } { <Pause/> }
            </Response>
        },
        "<Response><Say>four</Say><Say>none</Say><Say>not y</Say><Pause/></Response>"
    );
}

#[test]
fn for_takes_patterns() {
    assert_body!(
        twiml! {
            <Response>
                for (index, Person { name, keys }) in PEOPLE.iter().enumerate() {
                    <Say>{index + 1} ": " {name} for &key in *keys { " " {key} }</Say>
                }
                for [first, .., last] in [[1_u8, 2, 3]] { <Pause length={first}/> <Pause length={last}/> }
            </Response>
        },
        concat!(
            "<Response><Say>1: Ada 1 2</Say><Say>2: Tom &amp; Co</Say>",
            r#"<Pause length="1"/><Pause length="3"/></Response>"#,
        )
    );
}

#[test]
fn for_over_nothing_writes_nothing() {
    let names: [&str; 0] = [];
    assert_body!(twiml! { <Response>for name in names { <Say>{name}</Say> }</Response> }, "<Response></Response>");
}

#[test]
fn match_has_guards_and_arms_of_every_shape() {
    let answer = |digits: Option<u32>| -> VoiceResponse {
        twiml! {
            <Response>
                match digits {
                    Some(1) => <Say>"Sales"</Say> <Pause/>,
                    Some(2 | 3) => { <Say>"Support"</Say> <Hangup/> }
                    Some(number) if number > 9 => { <Say>{number} " is too large"</Say> },
                    Some(number @ 4..=6) => if number == 5 { <Say>"five"</Say> } else { <Pause/> },
                    Some(_) => {}
                    None => <Redirect>"/again"</Redirect>
                }
            </Response>
        }
    };
    assert_body!(answer(Some(1)), "<Response><Say>Sales</Say><Pause/></Response>");
    assert_body!(answer(Some(2)), "<Response><Say>Support</Say><Hangup/></Response>");
    assert_body!(answer(Some(10)), "<Response><Say>10 is too large</Say></Response>");
    assert_body!(answer(Some(5)), "<Response><Say>five</Say></Response>");
    assert_body!(answer(Some(6)), "<Response><Pause/></Response>");
    assert_body!(answer(Some(7)), "<Response></Response>");
    assert_body!(answer(None), "<Response><Redirect>/again</Redirect></Response>");
}

#[test]
fn match_arms_hold_text_and_expressions() {
    let answer = |number: i32| -> VoiceResponse {
        twiml! {
            <Response>
                <Say>
                    match number {
                        0 => "zero",
                        1 => "one" " and only",
                        negative if negative < 0 => { "minus " {-negative} }
                        large @ 100.. => { large },
                        other => { other },
                    }
                </Say>
            </Response>
        }
    };
    assert_body!(answer(0), "<Response><Say>zero</Say></Response>");
    assert_body!(answer(1), "<Response><Say>one and only</Say></Response>");
    assert_body!(answer(-4), "<Response><Say>minus 4</Say></Response>");
    assert_body!(answer(100), "<Response><Say>100</Say></Response>");
    assert_body!(answer(7), "<Response><Say>7</Say></Response>");
}

#[test]
fn match_patterns_may_hold_braces() {
    for person in PEOPLE {
        assert_body!(
            twiml! {
                <Response>
                    match &person {
                        Person { keys: [], name } => <Say>{name} " has no key"</Say>,
                        Person { keys: [first, ..], .. } => { <Say>{first}</Say> }
                    }
                </Response>
            },
            if person.keys.is_empty() {
                "<Response><Say>Tom &amp; Co has no key</Say></Response>"
            } else {
                "<Response><Say>1</Say></Response>"
            }
        );
    }
}

#[test]
fn let_is_known_in_its_element_only() {
    let name = "outside";
    assert_body!(
        twiml! {
            <Response>
                let greeting = format!("Hello {name}");
                <Gather>
                    let name = "inside";
                    let Person { name: first, .. } = &PEOPLE[0];
                    <Say>{greeting} ", " {name} ", " {first}</Say>
                </Gather>
                <Say>{name}</Say>
            </Response>
        },
        "<Response><Gather><Say>Hello outside, inside, Ada</Say></Gather><Say>outside</Say></Response>"
    );
}

#[test]
fn let_works_in_every_body_and_beside_the_root() {
    assert_body!(
        twiml! {
            let names = ["a", "b"];
            <Response>
                for name in names {
                    let upper = name.to_uppercase();
                    <Say>{upper}</Say>
                }
                if true {
                    let seconds = 2_u8;
                    <Pause length={seconds}/>
                }
                match names.len() {
                    count => {
                        let twice = 2 * count;
                        <Say>{twice}</Say>
                    }
                }
            </Response>
        },
        r#"<Response><Say>A</Say><Say>B</Say><Pause length="2"/><Say>4</Say></Response>"#
    );
}

#[test]
fn let_else_leaves_the_code_around_the_markup() {
    let answer = |name: Option<&str>| -> Result<VoiceResponse, &str> {
        Ok(twiml! {
            <Response>
                let Some(name) = name else {
                    return Err("nobody");
                };
                <Say>{name}</Say>
            </Response>
        })
    };
    assert_body!(answer(Some("Ada")).unwrap(), "<Response><Say>Ada</Say></Response>");
    assert_eq!(answer(None), Err("nobody"));
}

#[test]
fn control_flow_nests() {
    let menus = [("a", vec![1_u8, 2]), ("b", vec![]), ("c", vec![3])];
    assert_body!(
        twiml! {
            <Response>
                for (name, keys) in &menus {
                    if keys.is_empty() {
                        <Say>{name} " is empty"</Say>
                    } else {
                        <Gather>
                            for key in keys {
                                match key {
                                    1 => <Say>"first of " {name}</Say>,
                                    2 => {}
                                    key => { <Pause length={key}/> }
                                }
                            }
                        </Gather>
                    }
                }
            </Response>
        },
        concat!(
            "<Response><Gather><Say>first of a</Say></Gather><Say>b is empty</Say>",
            r#"<Gather><Pause length="3"/></Gather></Response>"#,
        )
    );
}
