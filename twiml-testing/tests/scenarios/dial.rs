//! Scenarios 18 to 23: calls that a call makes.

use twiml_core::webhook::{CallProgressCallback, CallStatus, DialAction, DialCallStatus};
use twiml_testing::{AnsweredBy, Ended, Heard};

use crate::{CALLER, call, last, response, seconds, targets, twilio, voice};

const CALLED: &str = "415-123-4567";

#[test]
fn without_an_action_the_next_verb_runs() {
    let documents = || voice("<Dial>415-123-4567</Dial><Say>Goodbye</Say>");
    let busy = twilio(documents());
    busy.number(CALLED).is_busy();
    let mut call = busy.call(CALLER, "/voice").now();
    call.hears("Goodbye").now();
    assert_eq!(call.ended().now(), Ended::Completed);
    assert_eq!(call.request_names(), ["voice"]);

    let mut call = twilio(documents()).call(CALLER, "/voice").now();
    call.is_joined_with(CALLED).now();
    call.hangs_up().now();
    assert!(call.transcript().heard().all(|heard| *heard != Heard::Speech("Goodbye".into())));
}

#[test]
fn an_action_takes_over() {
    let documents =
        voice("<Dial action=\"/handleDialCallStatus\" method=\"GET\">415-123-4567</Dial><Say>I am unreachable</Say>")
            .at("/handleDialCallStatus", &response("<Say>Bye</Say>"));
    let twilio = twilio(documents);
    twilio.number(CALLED).answers_after(seconds(3)).talks_for(seconds(30));
    let mut call = twilio.call(CALLER, "/voice").now();
    call.hears("Bye").now();
    assert_eq!(call.clock(), seconds(33));
    let action: DialAction = call.last();
    assert_eq!(
        (action.dial_call_status, action.dial_call_duration, action.dial_bridged),
        (DialCallStatus::Completed, Some(30), Some(true))
    );
    assert_eq!(targets(&call)[1], "GET /handleDialCallStatus");
    call.ended().now();
    assert!(call.transcript().heard().all(|heard| *heard != Heard::Speech("I am unreachable".into())));
}

#[test]
fn nobody_answers_in_time() {
    let documents =
        voice("<Dial timeout=\"10\" action=\"/next\">415-123-4567</Dial>").at("/next", &response("<Say>Nobody</Say>"));
    let twilio = twilio(documents);
    twilio.number(CALLED).never_answers();
    let mut call = twilio.call(CALLER, "/voice").now();
    call.hears("Nobody").now();
    assert_eq!(call.clock(), seconds(15));
    let action: DialAction = call.last();
    assert_eq!(
        (action.dial_call_status, action.dial_call_duration, action.dial_bridged),
        (DialCallStatus::NoAnswer, None, Some(false))
    );
    assert!(action.dial_call_sid.is_some());
    assert_eq!(action.call.call_status, CallStatus::InProgress);
}

#[test]
fn the_first_to_answer_is_joined_and_the_others_are_cancelled() {
    let number = |last: u8| {
        format!(
            "<Number statusCallbackEvent=\"initiated ringing answered completed\" statusCallback=\"/events\">+1415000000{last}</Number>"
        )
    };
    let documents = voice(&format!("<Dial>{}{}{}</Dial>", number(1), number(2), number(3))).status("/events", 204);
    let twilio = twilio(documents);
    twilio.number("+14150000001").only_rings();
    twilio.number("+14150000002").answers_after(seconds(2)).talks_for(seconds(5));
    twilio.number("+14150000003").only_rings();
    twilio.call(CALLER, "/voice").now().ended().now();
    let events = |to: &str| {
        let of = twilio.all::<CallProgressCallback>().into_iter().filter(|told| told.call.to == to);
        of.map(|told| (told.sequence_number, told.call.call_status.to_string(), told.call_duration)).collect::<Vec<_>>()
    };
    let expected = |statuses: &[&str], duration: i64| {
        let row = |(number, status): (usize, &&str)| {
            let last = number + 1 == statuses.len();
            (i64::try_from(number).unwrap(), (*status).to_owned(), last.then_some(duration))
        };
        statuses.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    assert_eq!(events("+14150000001"), expected(&["initiated", "ringing", "canceled"], 0));
    assert_eq!(events("+14150000002"), expected(&["initiated", "ringing", "in-progress", "completed"], 5));
    assert_eq!(events("+14150000003"), expected(&["initiated", "ringing", "canceled"], 0));
}

const SCREEN: &str = "<Gather numDigits=\"1\" action=\"/accept\"><Say>Press any key</Say></Gather><Hangup/>";

#[test]
fn the_called_party_may_be_screened() {
    let documents = || {
        voice("<Dial action=\"/after\"><Number url=\"/screen\">+14151234567</Number></Dial>")
            .at("/screen", &response(SCREEN))
            .at("/accept", &response("<Say>Connecting</Say>"))
            .at("/after", &response("<Say>Sorry</Say>"))
    };
    let mut refused = call(documents());
    let mut callee = refused.dials(CALLED).now();
    refused.hears("Sorry").now();
    let action: DialAction = refused.last();
    assert_eq!((action.dial_call_status, action.dial_bridged), (DialCallStatus::Completed, Some(false)));
    assert_eq!(targets(&callee), ["POST /screen"]);
    assert_eq!(last(&callee, "ParentCallSid"), Some(refused.sid()));
    assert_eq!(last(&callee, "Direction").as_deref(), Some("outbound-dial"));
    callee.hears("Press any key").now();

    let mut call = call(documents());
    let mut callee = call.dials(CALLED).now();
    callee.hears("Press any key").now();
    callee.presses("1").now();
    assert_eq!((last(&callee, "Digits").as_deref(), last(&callee, "CallSid")), (Some("1"), Some(callee.sid())));
    callee.hears("Connecting").now();
    call.is_joined_with(CALLED).now();
    callee.hangs_up().now();
    assert_eq!(call.last::<DialAction>().dial_bridged, Some(true));
}

#[test]
fn star_lets_the_caller_out() {
    let documents = voice("<Dial hangupOnStar=\"true\" action=\"/after\">+14151234567</Dial>")
        .at("/after", &response("<Say>Still here</Say>"));
    let mut call = call(documents);
    let mut callee = call.dials(CALLED).now();
    call.is_joined_with(CALLED).now();
    call.waits(seconds(4)).now();
    call.presses("*").now();
    assert_eq!(callee.ended().now(), Ended::Completed);
    let action: DialAction = call.last();
    assert_eq!(
        (action.dial_call_status, action.dial_bridged, action.dial_call_duration),
        (DialCallStatus::Completed, Some(true), Some(4))
    );
    call.hears("Still here").now();
}

#[test]
fn a_caller_who_gives_up_is_reported_with_the_events_of_the_called() {
    let documents = voice("<Dial action=\"/after\"><Number statusCallback=\"/events\">+14151234567</Number></Dial>")
        .at("/after", "<Response/>")
        .status("/events", 204);
    let twilio = twilio(documents);
    twilio.number(CALLED).never_answers();
    let mut call = twilio.call(CALLER, "/voice").now();
    call.dials(CALLED).now();
    call.hangs_up().now();
    let action: DialAction = call.last();
    assert_eq!((action.dial_call_status, action.dial_call_duration), (DialCallStatus::Canceled, None));
    assert_eq!(action.call.call_status, CallStatus::Completed);
    let names: Vec<_> = twilio.requests().iter().map(|made| made.request).collect();
    assert_eq!(names, ["voice", "call-progress", "dial-action"]);
    assert_eq!(twilio.all::<CallProgressCallback>()[0].call.call_status, CallStatus::Canceled);
}

#[test]
fn one_after_another() {
    let documents = voice("<Dial sequential=\"true\" timeout=\"5\" action=\"/after\"><Number>+14150000001</Number><Number>+14150000002</Number><Client>joey</Client></Dial>")
        .at("/after", "<Response/>");
    let twilio = twilio(documents);
    twilio.number("+14150000001").never_answers();
    twilio.number("+14150000002").is_busy();
    twilio.number("client:joey").talks_for(seconds(1));
    let mut call = twilio.call(CALLER, "/voice").now();
    call.dials("+14150000001").now();
    call.dials("+14150000002").now();
    call.dials("client:joey").now();
    assert_eq!(call.clock(), seconds(10));
    call.ended().now();
    assert_eq!(call.last::<DialAction>().dial_call_status, DialCallStatus::Completed);
}

#[test]
fn all_busy_is_busy_and_the_last_counts_otherwise() {
    for (first, second, expected) in [(true, true, "busy"), (true, false, "failed"), (false, true, "busy")] {
        let documents =
            voice("<Dial action=\"/after\"><Number>+14150000001</Number><Number>+14150000002</Number></Dial>")
                .at("/after", "<Response/>");
        let twilio = twilio(documents);
        for (number, busy) in [("+14150000001", first), ("+14150000002", second)] {
            if busy { twilio.number(number).is_busy() } else { twilio.number(number).fails() }
        }
        let mut call = twilio.call(CALLER, "/voice").now();
        call.ended().now();
        assert_eq!(last(&call, "DialCallStatus").as_deref(), Some(expected));
    }
}

#[test]
fn the_call_is_answered_with_the_bridge_only() {
    let documents = voice("<Dial answerOnBridge=\"true\">+14151234567</Dial><Say>Nobody</Say>");
    let mut call = call(documents);
    assert_eq!(call.status(), CallStatus::Ringing);
    call.is_joined_with(CALLED).now();
    assert_eq!(call.answered_at(), Some(seconds(3)));
}

#[test]
fn the_time_limit_ends_the_talk() {
    let mut call = call(voice("<Dial timeLimit=\"60\">+14151234567</Dial><Say>Time is up</Say>"));
    call.hears("Time is up").now();
    assert_eq!(call.clock(), seconds(63));
}

#[test]
fn machines_are_told_in_the_whisper_or_by_themselves() {
    let documents = || {
        voice("<Dial><Number machineDetection=\"Enable\" url=\"/screen\">+14151234567</Number></Dial>")
            .at("/screen", &response("<Say>Hello</Say>"))
    };
    let world = twilio(documents());
    world.number(CALLED).is(AnsweredBy::MachineEndBeep);
    let mut call = world.call(CALLER, "/voice").now();
    let mut callee = call.dials(CALLED).now();
    callee.hears("Hello").now();
    assert_eq!(last(&callee, "AnsweredBy").as_deref(), Some("machine_end_beep"));

    let documents =
        voice("<Dial><Number machineDetection=\"Enable\" amdStatusCallback=\"/amd\">+14151234567</Number></Dial>")
            .status("/amd", 204);
    let mut call = self::call(documents);
    let callee = call.dials(CALLED).now();
    call.is_joined_with(CALLED).now();
    assert_eq!(callee.request_names(), ["amd-status"]);
    assert_eq!(last(&callee, "AnsweredBy").as_deref(), Some("human"));
    assert_eq!(last(&callee, "From"), None);
}

#[test]
fn a_sip_party_may_transfer() {
    let documents = voice("<Dial referUrl=\"/refer\"><Sip>sip:kate@example.com</Sip></Dial>")
        .at("/refer", &response("<Say>Transferring</Say>"));
    let mut call = call(documents);
    call.is_joined_with("sip:kate@example.com").now();
    call.other_transfers_to("sip:joe@example.com").now();
    call.hears("Transferring").now();
    assert_eq!(call.request_names(), ["voice", "dial-refer"]);
    assert_eq!(last(&call, "ReferTransferTarget").as_deref(), Some("sip:joe@example.com"));
}

#[test]
fn digits_come_before_the_whisper() {
    let documents = voice("<Dial><Number sendDigits=\"ww1928\" url=\"/screen\">+14151234567</Number></Dial>")
        .at("/screen", &response("<Say>Hello</Say>"));
    let mut call = call(documents);
    let mut callee = call.dials(CALLED).now();
    callee.hears("ww1928").now();
    callee.hears("Hello").now();
    assert_eq!(callee.clock().as_millis(), 3000 + 2 * 500 + 4 * 200);
}
