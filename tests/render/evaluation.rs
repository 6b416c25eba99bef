//! When and how often expressions run, and what they may do.

use std::cell::RefCell;

use pollster::block_on;
use twiml::{Fragment, Record, VoiceResponse, element, twiml};

async fn later<T>(value: T) -> T {
    std::future::ready(()).await;
    value
}

fn send<T: Send>(value: T) -> T {
    value
}

#[test]
fn expressions_run_once_and_in_order() {
    let log = RefCell::new(Vec::new());
    let see = |number: u32| {
        log.borrow_mut().push(number);
        number
    };
    let answer = twiml! {
        <Response>
            <Gather timeout={see(1)} numDigits={see(2)}><Say loop={see(3)}>{see(4)} {see(5)}</Say></Gather>
            if see(6) == 6 { <Pause length={see(7)}/> } else { <Pause length={see(0)}/> }
            for _ in 0..see(2) { <Say>{see(8)}</Say> }
            match see(9) {
                9 if see(10) == 10 => <Say>{see(11)}</Say>,
                _ => {}
            }
            let last = see(12);
            <Say>{last} {last}</Say>
        </Response>
    };
    assert_eq!(log.take(), [1, 2, 3, 4, 5, 6, 7, 2, 8, 8, 9, 10, 11, 12]);
    assert_body!(
        answer,
        concat!(
            r#"<Response><Gather timeout="1" numDigits="2"><Say loop="3">45</Say></Gather><Pause length="7"/>"#,
            "<Say>8</Say><Say>8</Say><Say>11</Say><Say>1212</Say></Response>",
        )
    );
}

#[test]
fn nothing_is_moved() {
    let (url, name, note) = (String::from("/a"), String::from("Ada"), Some(String::from("b")));
    let events = vec![twiml::CallEvent::Ringing];
    let mut count = 0;
    let answer = twiml! {
        <Response>
            <Pay action={url} description={note}/>
            <Say>{name} {note}</Say>
            <Dial>
                <Client statusCallback={url} statusCallbackEvent={events}>
                    {
                        count += 1;
                        name.as_str()
                    }
                </Client>
            </Dial>
        </Response>
    };
    assert_eq!((url.as_str(), name.as_str(), note.as_deref(), events.len(), count), ("/a", "Ada", Some("b"), 1, 1));
    assert!(answer.as_str().contains("<Say>Adab</Say>"));
}

#[test]
fn guarded_attributes_move_nothing_either() {
    let (sid, record) = (String::from("ISX"), Some(Record::FromAnswer));
    let trim = Some(twiml::Trim::DoNotTrim);
    for _ in 0..2 {
        let answer = twiml! {
            <Response><Connect><Conversation serviceInstanceSid={sid} record={record} trim={trim}/></Connect></Response>
        };
        assert!(answer.as_str().contains(r#"serviceInstanceSid="ISX" record="record-from-answer" trim="do-not-trim""#));
    }
}

#[test]
fn question_mark_leaves_the_function_around() {
    fn answer(seconds: &str, name: Result<&str, String>) -> Result<VoiceResponse, String> {
        Ok(twiml! {
            <Response>
                <Pause length={seconds.parse::<u32>().map_err(|error| error.to_string())?}/>
                if seconds.len() > 1 { <Say>{name?}</Say> }
            </Response>
        })
    }
    assert_body!(answer("10", Ok("Ada")).unwrap(), r#"<Response><Pause length="10"/><Say>Ada</Say></Response>"#);
    assert_eq!(answer("ten", Ok("Ada")).unwrap_err(), "invalid digit found in string");
    assert_eq!(answer("10", Err("nobody".into())).unwrap_err(), "nobody");
    assert!(answer("1", Err("nobody".into())).is_ok());
}

#[test]
fn jumps_mean_what_they_mean_outside() {
    fn answer(names: &[Option<&str>]) -> Result<VoiceResponse, &'static str> {
        Ok(twiml! {
            <Response>
                for name in names {
                    match name {
                        Some("") => { continue }
                        Some("stop") => { break }
                        Some(name) => <Say>{name}</Say>,
                        None => {
                            assert!(!names.is_empty());
                            return Err("nobody");
                        }
                    }
                    <Pause/>
                }
                <Say>{ if names.is_empty() { return Err("empty") } else { "done" } }</Say>
            </Response>
        })
    }
    assert_body!(
        answer(&[Some("a"), Some(""), Some("b"), Some("stop"), None]).unwrap(),
        "<Response><Say>a</Say><Pause/><Say>b</Say><Pause/><Say>done</Say></Response>"
    );
    assert_eq!(answer(&[Some("a"), None]), Err("nobody"));
    assert_eq!(answer(&[]), Err("empty"));
}

#[test]
fn a_document_in_a_loop_may_end_it() {
    let mut answers = Vec::new();
    for name in [Some("a"), None, Some("b"), Some("stop"), Some("c")] {
        answers.push(twiml! {
            <Response>
                <Say>
                    {match name {
                        Some("stop") => break,
                        Some(name) => name,
                        None => continue
                    }}
                </Say>
            </Response>
        });
    }
    let bodies: Vec<_> = answers.iter().map(crate::body).collect();
    assert_eq!(bodies, ["<Response><Say>a</Say></Response>", "<Response><Say>b</Say></Response>"]);
}

#[test]
fn what_cannot_happen_needs_no_text() {
    let answer = |digit: u8| -> VoiceResponse {
        twiml! {
            <Response>
                <Say>
                    match digit {
                        1 => "one",
                        2 => { unreachable!("there is no {digit}") }
                        _ => { todo!() }
                    }
                </Say>
            </Response>
        }
    };
    assert_body!(answer(1), "<Response><Say>one</Say></Response>");
}

#[test]
fn await_waits_in_the_function_around() {
    async fn answer(name: String, loud: bool) -> Result<VoiceResponse, &'static str> {
        Ok(twiml! {
            <Response>
                <Say loop={later(2_u32).await}>"Hello " {later(&name).await}</Say>
                if loud {
                    for key in [1, 2] { <Say>{later(key).await}</Say> }
                } else {
                    <Say>{later(Err::<&str, _>("quiet")).await?}</Say>
                }
                <Connect>
                    <Conversation
                        serviceInstanceSid="ISX"
                        inboundAutocreation={later(true).await}
                        routingAssignmentTimeout={later(Some(7_u8)).await}
                    />
                </Connect>
                {later(twiml! { <Hangup/> }).await}
            </Response>
        })
    }
    let loud = block_on(send(answer("Ada".to_owned(), true))).unwrap();
    assert_body!(
        loud,
        concat!(
            r#"<Response><Say loop="2">Hello Ada</Say><Say>1</Say><Say>2</Say><Connect>"#,
            r#"<Conversation serviceInstanceSid="ISX" inboundAutocreation="true" routingAssignmentTimeout="7"/></Connect>"#,
            "<Hangup/></Response>",
        )
    );
    assert_eq!(block_on(send(answer("Ada".to_owned(), false))), Err("quiet"));
}

#[test]
fn fragments_wait_and_fail_before_they_are_placed() {
    async fn greeting(name: Option<&str>) -> Option<impl Fragment<element::Gather>> {
        Some(twiml! { <Say loop={later(2_u8).await}>"Hello " {name?} {later('!').await}</Say> <Pause/> })
    }
    let greeting = |name| block_on(send(greeting(name)));
    let placed = greeting(Some("Ada")).unwrap();
    assert_body!(
        twiml! { <Response><Gather>{placed} {&placed}</Gather></Response> },
        concat!(
            r#"<Response><Gather><Say loop="2">Hello Ada!</Say><Pause/>"#,
            r#"<Say loop="2">Hello Ada!</Say><Pause/></Gather></Response>"#,
        )
    );
    assert!(greeting(None).is_none());
}

#[test]
fn temporaries_live_long_enough() {
    fn name() -> String {
        "Ada".to_owned()
    }
    assert_body!(
        twiml! {
            <Response><Redirect method={"GET".parse::<twiml::Method>().unwrap()}>{name().trim()}</Redirect></Response>
        },
        r#"<Response><Redirect method="GET">Ada</Redirect></Response>"#
    );
    let sid = || name();
    assert_body!(
        twiml! {
            <Response>
                <Connect>
                    <Conversation
                        serviceInstanceSid={sid().as_str()}
                        record={Some(Record::True)}
                        trim={Some(twiml::Trim::DoNotTrim)}
                    />
                </Connect>
            </Response>
        },
        concat!(
            r#"<Response><Connect><Conversation serviceInstanceSid="Ada" record="true" trim="do-not-trim"/></Connect>"#,
            "</Response>",
        )
    );
}
