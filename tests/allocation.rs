//! How often documents allocate.

use allocation_counter::measure;
use twiml::{Fragment, MessagingResponse, Record, SpeechModel, SpeechTimeout, VoiceResponse, element, twiml};

/// Allocations of the second run: the first one teaches a document its size.
fn steady(run: impl Fn()) -> u64 {
    run();
    measure(run).count_total
}

#[test]
fn a_constant_document_allocates_nothing() {
    const HOLD: VoiceResponse = twiml! { <Response><Say>"Please hold"</Say></Response> };
    let counted = measure(|| {
        let answer: VoiceResponse =
            twiml! { <Response><Dial timeout=20><Number>"+15551234567"</Number></Dial></Response> };
        let message: MessagingResponse = twiml! { <Response><Redirect>"/next"</Redirect></Response> };
        assert!(answer.as_str().len() + message.as_str().len() + HOLD.as_str().len() > 0);
        assert!(matches!(answer.clone().into_cow(), std::borrow::Cow::Borrowed(_)));
    });
    assert_eq!(counted.count_total, 0);
}

#[test]
fn a_document_with_run_time_values_allocates_once_from_the_start() {
    let (name, seconds) = ("Ada", 20_u32);
    let counted = measure(|| {
        let answer = twiml! { <Response><Say loop={seconds}>"Hello " {name} {7_u8}</Say></Response> };
        assert!(answer.as_str().contains("Hello Ada7"));
    });
    assert_eq!(counted.count_total, 1);
}

#[test]
fn values_of_every_type_cost_nothing_more() {
    let (name, record, seconds) = ("<Ada> & \"Tom\"\n".repeat(20), Record::FromAnswer, u128::MAX);
    let events = [twiml::CallEvent::Ringing, twiml::CallEvent::Answered];
    let count = steady(|| {
        let answer = twiml! {
            <Response>
                <Say loop={7_u64} voice={name}>
                    {name} {seconds} {1.5} {-7} {'x'} {format_args!("{name}{seconds}")} {Some(&name)}
                </Say>
                <Dial record={record} callerId={Some("bob")} action={format_args!("/a?{name}")} timeLimit={seconds}>
                    <Client statusCallback={name} statusCallbackEvent={events}>{None::<&str>}</Client>
                </Dial>
                <Say>"a" <break time={std::time::Duration::from_secs(1)}/></Say>
            </Response>
        };
        assert!(!answer.as_str().is_empty());
    });
    assert_eq!(count, 1);
}

#[test]
fn handing_the_text_over_costs_nothing() {
    let name = "Ada";
    let count = steady(|| {
        let text: String = twiml! { <Response><Say>{name}</Say></Response> }.into_string();
        assert!(text.ends_with("</Response>"));
    });
    assert_eq!(count, 1);
}

fn choices<'a>(names: &'a [&'a str]) -> impl Fragment<element::Gather> + 'a {
    twiml! {
        for (key, name) in (1_u8..).zip(names) {
            let digit = key % 10;
            <Say>"For " {name} ", press " {digit}</Say>
        }
    }
}

#[test]
fn fragments_and_loops_are_written_into_the_one_allocation() {
    let names = ["sales", "support", "R & D", "a department with a name that is longer than the others"];
    let count = steady(|| {
        let nobody = twiml! { <Say>"Nobody " {names[0]}</Say> };
        let answer = twiml! {
            <Response>
                for name in names { <Say>"Hello " {name}</Say> if name.len() > 5 { {&nobody} } }
                <Gather numDigits=1>
                    {choices(&names)}
                    match names.len() {
                        4 => { choices(&names[2..]) }
                        _ => {}
                    }
                </Gather>
                {Some(&nobody)}
            </Response>
        };
        assert!(answer.as_str().contains("R &amp; D"));
    });
    assert_eq!(count, 1);
}

#[test]
fn rules_decided_at_run_time_allocate_nothing() {
    let (flag, record, trim) = (true, Some(Record::FromAnswer), Some(twiml::Trim::TrimSilence));
    let model = &Some(SpeechModel::PhoneCall);
    let count = steady(|| {
        let answer = twiml! {
            <Response>
                <Connect>
                    <Conversation
                        serviceInstanceSid="ISX"
                        inboundAutocreation={flag}
                        routingAssignmentTimeout={5_u8}
                        record={record}
                        trim={trim}
                    />
                </Connect>
                <Gather input="speech" speechTimeout={7_u32} speechModel={model}/>
                <Gather input="speech" speechTimeout={SpeechTimeout::After(7)} speechModel={model}/>
            </Response>
        };
        assert!(answer.as_str().contains("trim="));
        assert_eq!(answer.as_str().matches(r#" speechTimeout="7""#).count(), 2);
    });
    assert_eq!(count, 1);
}

#[test]
fn a_document_that_fits_both_kinds_allocates_once() {
    let address = "/next";
    let count = steady(|| {
        let answer: MessagingResponse = twiml! { <Response><Redirect>{address}</Redirect></Response> };
        assert!(answer.as_str().contains(address));
    });
    assert_eq!(count, 1);
}
