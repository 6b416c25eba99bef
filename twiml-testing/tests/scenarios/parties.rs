//! The rest of calls that a call makes: how parties end, what they hear before they are joined, what is recorded.

use twiml_core::webhook::{CallProgressCallback, CallStatus, DialAction, DialCallStatus, RecordingStatusCallback};
use twiml_testing::{Act, Call, Documents, Ended, Event, Heard, Lapse, Number};

use crate::{CALLER, call, last, response, seconds, targets, twilio, voice, with};

const CALLED: &str = "+14151234567";

fn dial(attributes: &str) -> Documents {
    voice(&format!("<Dial action=\"/after\" {attributes}>{CALLED}</Dial>"))
        .at("/after", &response("<Say>It is over</Say>"))
}

#[test]
fn who_is_called_sees_the_caller_or_the_caller_id() {
    for (attribute, from) in [("", CALLER), ("callerId=\"+15550001111\"", "+15550001111")] {
        let mut call = call(
            voice(&format!("<Dial {attribute}><Number url=\"/screen\">{CALLED}</Number></Dial>"))
                .at("/screen", "<Response/>"),
        );
        let child = call.dials(CALLED).now();
        call.is_joined_with(CALLED).now();
        assert_eq!([last(&child, "From"), last(&child, "To")], [Some(from.into()), Some(CALLED.into())]);
        assert_ne!(last(&child, "CallSid"), Some(call.sid()));
    }
}

#[test]
fn how_a_party_ends_is_how_the_dial_ends() {
    type Plan = fn(Number);
    let plans: [(Plan, &str); 4] = [
        (Number::is_busy, "busy"),
        (Number::fails, "failed"),
        (Number::never_answers, "no-answer"),
        (Number::declines, "busy"),
    ];
    for (plan, status) in plans {
        let world = twilio(dial(""));
        plan(world.number(CALLED));
        let mut call = world.call(CALLER, "/voice").now();
        call.hears("It is over").now();
        let action: DialAction = call.last();
        assert_eq!((action.dial_call_status.to_string().as_str(), action.dial_bridged), (status, Some(false)));
        assert_eq!((action.dial_call_sid.is_some(), action.dial_call_duration), (true, None), "{status}");
    }
}

#[test]
fn a_script_may_decide_how_a_party_ends() {
    type Does = for<'a> fn(&'a mut Call) -> Act<'a, ()>;
    let acts: [(Does, &str); 3] =
        [(Call::is_busy, "busy"), (Call::cannot_be_reached, "failed"), (Call::declines, "busy")];
    for (act, status) in acts {
        let world = twilio(dial(""));
        world.number(CALLED).only_rings();
        let mut call = world.call(CALLER, "/voice").now();
        let mut called = world.rings(CALLED).now();
        act(&mut called).now();
        call.hears("It is over").now();
        assert_eq!(last(&call, "DialCallStatus").as_deref(), Some(status));
    }
}

#[test]
fn what_is_contested_of_unanswered_calls_can_be_set() {
    let world = with(|behaviour| behaviour.declined_is_busy = false, dial(""));
    world.number(CALLED).declines();
    let mut declined = world.call(CALLER, "/voice").now();
    declined.ended().now();
    assert_eq!(last(&declined, "DialCallStatus").as_deref(), Some("no-answer"));

    let world = with(|behaviour| behaviour.unanswered_has_duration = true, dial(""));
    world.number(CALLED).is_busy();
    let mut busy = world.call(CALLER, "/voice").now();
    busy.ended().now();
    assert_eq!(last(&busy, "DialCallDuration").as_deref(), Some("0"));

    let world = with(|behaviour| behaviour.reports_abandoned_dial = false, dial(""));
    world.number(CALLED).never_answers();
    let mut given_up = world.call(CALLER, "/voice").now();
    given_up.dials(CALLED).now();
    given_up.hangs_up().now();
    assert_eq!(given_up.request_names(), ["voice"]);
}

#[test]
fn several_ends_are_combined() {
    let numbers = "<Number>+14150000001</Number><Number>+14150000002</Number>";
    let documents = || voice(&format!("<Dial action=\"/after\">{numbers}</Dial>")).at("/after", "<Response/>");
    for (last_decides, expected) in [(true, "no-answer"), (false, "failed")] {
        let world = with(|behaviour| behaviour.last_party_decides = last_decides, documents());
        world.number("+14150000001").fails();
        world.number("+14150000002").never_answers();
        let mut call = world.call(CALLER, "/voice").now();
        call.ended().now();
        assert_eq!(last(&call, "DialCallStatus").as_deref(), Some(expected));
    }
}

#[test]
fn ten_ring_at_once_and_no_more() {
    let number = |index: usize| format!("<Number>+1415000{index:04}</Number>");
    let verbs: String = (0..12).map(number).collect();
    let world = twilio(voice(&format!("<Dial>{verbs}</Dial>"))).allows(Lapse::InvalidDocument);
    let mut call = world.call(CALLER, "/voice").now();
    call.waits(seconds(1)).now();
    let rung = world.transcript().entries.iter().filter(|entry| entry.event.to_string() == "rings").count();
    assert_eq!(rung, 10);
    call.hangs_up().now();
}

#[test]
fn the_timeout_of_a_sequence_counts_for_each_or_for_all() {
    let numbers = "<Number>+14150000001</Number><Number>+14150000002</Number>";
    let verbs = format!("<Dial sequential=\"true\" timeout=\"10\" action=\"/after\">{numbers}</Dial>");
    for (for_each, time) in [(true, 30), (false, 15)] {
        let documents = voice(&verbs).at("/after", &response("<Say>Nobody</Say>"));
        let world = with(|behaviour| behaviour.timeout_for_each = for_each, documents);
        world.number("+14150000001").never_answers();
        world.number("+14150000002").never_answers();
        let mut call = world.call(CALLER, "/voice").now();
        call.hears("Nobody").now();
        assert_eq!(call.clock(), seconds(time));
    }
}

#[test]
fn either_side_may_hang_up_a_talk() {
    let mut first = call(dial(""));
    first.is_joined_with(CALLED).now();
    first.waits(seconds(20)).now();
    first.other_hangs_up().now();
    first.hears("It is over").now();
    assert_eq!(last(&first, "CallStatus").as_deref(), Some("in-progress"));

    let mut second = call(dial(""));
    let mut callee = second.dials(CALLED).now();
    second.is_joined_with(CALLED).now();
    second.waits(seconds(20)).now();
    second.hangs_up().now();
    let action: DialAction = second.last();
    assert_eq!((action.dial_call_status, action.dial_call_duration), (DialCallStatus::Completed, Some(20)));
    assert_eq!((action.dial_bridged, action.call.call_status), (Some(true), CallStatus::Completed));
    assert!(second.transcript().heard().all(|heard| *heard != Heard::Speech("It is over".into())));
    assert_eq!(callee.ended().now(), Ended::Completed);
}

#[test]
fn an_unanswered_bridge_is_answered_by_what_follows() {
    for (action, answered) in [("", "Nobody"), ("action=\"/after\"", "It is over")] {
        let verbs = format!("<Dial answerOnBridge=\"true\" {action}>{CALLED}</Dial><Say>Nobody</Say>");
        let world = twilio(voice(&verbs).at("/after", &response("<Say>It is over</Say>")));
        world.number(CALLED).is_busy();
        let mut call = world.call(CALLER, "/voice").now();
        call.hears(answered).now();
        assert_eq!(call.answered_at(), Some(seconds(0)));
    }
}

#[test]
fn a_talk_may_be_recorded() {
    let documents = dial("record=\"record-from-answer-dual\" recordingStatusCallback=\"/file\"").status("/file", 204);
    let world = twilio(documents);
    let mut call = world.call(CALLER, "/voice").now();
    call.is_joined_with(CALLED).now();
    call.waits(seconds(12)).now();
    call.other_hangs_up().now();
    let action: DialAction = call.last();
    world.waits(seconds(10)).now();
    let file: RecordingStatusCallback = call.last();
    assert_eq!((file.recording_duration, file.recording_channels), (Some(12), Some(2)));
    assert_eq!(action.recording_url, file.recording_url);
}

#[test]
fn a_number_that_cannot_be_called_fails_and_the_flow_goes_on() {
    let world = twilio(voice("<Dial action=\"/after\"></Dial>").at("/after", &response("<Say>It is over</Say>")));
    let world = world.allows(Lapse::InvalidDocument);
    let failure = world.call(CALLER, "/voice").tried().now().unwrap_err();
    assert!(failure.message.contains("13224"), "{}", failure.message);
    let mut call = world.allows(Lapse::FailedRequest).call(CALLER, "/voice").now();
    call.hears("It is over").now();
    assert_eq!(last(&call, "DialCallStatus").as_deref(), Some("failed"));
}

fn screened(screen: &str) -> Documents {
    voice(&format!("<Dial action=\"/after\"><Number url=\"/screen\">{CALLED}</Number></Dial>"))
        .at("/screen", &response(screen))
        .at("/after", &response("<Say>It is over</Say>"))
}

#[test]
fn a_whisper_without_a_hang_up_joins_whoever_answered() {
    let mut call = call(screened("<Gather numDigits=\"1\"><Say>Press 1</Say></Gather>"));
    let callee = call.dials(CALLED).now();
    call.is_joined_with(CALLED).now();
    assert_eq!((callee.request_names(), call.clock()), (vec!["voice"], seconds(3 + 1 + 5)));
    assert!(
        call.transcript()
            .entries
            .iter()
            .all(|entry| entry.leg != Some(0) || !entry.event.to_string().contains("Press 1"))
    );
}

#[test]
fn a_whisper_may_not_dial() {
    let documents = screened("<Dial>+14157654321</Dial>");
    let mut call = call(documents.clone());
    let failure = call.is_joined_with(CALLED).tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::MisplacedVerb));
    assert!(failure.message.contains("13201") && failure.document.is_some(), "{failure}");
    let mut call = twilio(documents).allows(Lapse::MisplacedVerb).call(CALLER, "/voice").now();
    call.hears("It is over").now();
    assert_eq!(
        (last(&call, "DialCallStatus").as_deref(), last(&call, "DialBridged").as_deref()),
        (Some("completed"), Some("false"))
    );
}

#[test]
fn a_whisper_that_fails_hangs_up_or_joins() {
    let documents = || {
        let whisper = format!("<Dial action=\"/after\"><Number url=\"/gone\">{CALLED}</Number></Dial>");
        voice(&whisper).status("/gone", 404).at("/after", &response("<Say>It is over</Say>"))
    };
    let world = twilio(documents()).allows(Lapse::FailedRequest);
    let mut refused = world.call(CALLER, "/voice").now();
    refused.hears("It is over").now();
    assert_eq!(last(&refused, "DialBridged").as_deref(), Some("false"));
    let world = with(|behaviour| behaviour.failed_whisper_joins = true, documents()).allows(Lapse::FailedRequest);
    world.call(CALLER, "/voice").now().is_joined_with(CALLED).now();
}

#[test]
fn tones_come_after_the_whisper_if_that_is_set() {
    let verbs = format!("<Dial><Number sendDigits=\"12\" url=\"/screen\">{CALLED}</Number></Dial>");
    let documents = voice(&verbs).at("/screen", &response("<Say>Hello</Say>"));
    let mut call = with(|behaviour| behaviour.tones_come_first = false, documents).call(CALLER, "/voice").now();
    let callee = call.dials(CALLED).now();
    call.is_joined_with(CALLED).now();
    let heard: Vec<_> = callee.transcript().heard().map(ToString::to_string).collect();
    assert_eq!(heard, ["\"Hello\"", "the tones 12"]);
}

#[test]
fn the_caller_may_give_up_while_the_other_is_asked() {
    let mut call = call(screened("<Gather><Say>Press 1 to accept this call</Say></Gather><Hangup/>"));
    let mut callee = call.dials(CALLED).now();
    callee.hears("Press 1").now();
    call.hangs_up().now();
    assert_eq!(callee.ended().now(), Ended::Completed);
    let action: DialAction = call.last();
    assert_eq!((action.dial_call_status, action.dial_bridged), (DialCallStatus::Completed, Some(false)));
}

#[test]
fn the_end_of_the_other_is_told_before_or_after_the_action() {
    let verbs = format!("<Dial action=\"/after\"><Number statusCallback=\"/events\">{CALLED}</Number></Dial>");
    for (first, names) in
        [(true, ["voice", "call-progress", "dial-action"]), (false, ["voice", "dial-action", "call-progress"])]
    {
        let documents = voice(&verbs).at("/after", "<Response/>").status("/events", 204);
        let world = with(|behaviour| behaviour.completed_comes_first = first, documents);
        let mut call = world.call(CALLER, "/voice").now();
        call.is_joined_with(CALLED).now();
        call.other_hangs_up().now();
        world.waits(seconds(1)).now();
        assert_eq!(world.requests().iter().map(|made| made.request).collect::<Vec<_>>(), names);
    }
}

#[test]
fn each_noun_has_an_address_of_its_kind() {
    let verbs = "<Dial><Client statusCallback=\"/events\">joey</Client></Dial>\
                 <Dial><Sip statusCallback=\"/events\">kate@example.com</Sip></Dial>\
                 <Dial callerId=\"whatsapp:+15550001111\"><WhatsApp>+14157654321</WhatsApp></Dial>";
    let world = twilio(voice(verbs).status("/events", 204));
    let mut call = world.call(CALLER, "/voice").now();
    for to in ["client:joey", "sip:kate@example.com", "whatsapp:+14157654321"] {
        call.dials(to).now();
        call.is_joined_with(to).now();
        call.other_hangs_up().now();
    }
    let told = world.all::<CallProgressCallback>();
    assert_eq!(told.iter().map(|told| told.call.call_status.to_string()).collect::<Vec<_>>(), ["completed"; 2]);
    assert_eq!(targets(&call), ["POST /voice"]);
}

#[test]
fn it_rings_for_a_time_between_limits() {
    for (timeout, seconds_of_ringing) in [("1", 5 + 5), ("20", 20 + 5), ("600", 600 + 5)] {
        let world = twilio(dial(&format!("timeout=\"{timeout}\"")));
        world.number(CALLED).never_answers();
        let mut call = world.call(CALLER, "/voice").now();
        call.hears_ringing().now();
        call.hears("It is over").now();
        assert_eq!(call.clock(), seconds(seconds_of_ringing), "{timeout}");
    }
}

#[test]
fn a_recording_begins_with_the_ringing_or_the_answer() {
    for (record, length) in [("record-from-answer", 10), ("record-from-ringing", 13)] {
        let documents = dial(&format!("record=\"{record}\" recordingStatusCallback=\"/file\"")).status("/file", 204);
        let world = twilio(documents);
        world.number(CALLED).answers_after(seconds(3)).talks_for(seconds(10));
        let mut call = world.call(CALLER, "/voice").now();
        call.ended().now();
        world.waits(seconds(10)).now();
        assert_eq!(call.last::<RecordingStatusCallback>().recording_duration, Some(length), "{record}");
    }
}

#[test]
fn a_sip_party_says_more_of_how_it_ended() {
    type Plan = fn(Number);
    let plans: [(Plan, i64); 3] = [(Number::is_busy, 486), (Number::never_answers, 480), (Number::fails, 404)];
    for (plan, code) in plans {
        let documents =
            voice("<Dial action=\"/after\"><Sip>sip:kate@example.com</Sip></Dial>").at("/after", "<Response/>");
        let world = twilio(documents);
        plan(world.number("sip:kate@example.com"));
        let mut call = world.call(CALLER, "/voice").now();
        call.ended().now();
        let action: DialAction = call.last();
        assert_eq!((action.dial_sip_response_code, action.dial_sip_call_id.is_some()), (Some(code), true));
    }
    let mut phone = call(dial(""));
    phone.is_joined_with(CALLED).now();
    phone.other_hangs_up().now();
    assert_eq!(phone.last::<DialAction>().dial_sip_response_code, None);
}

#[test]
fn of_several_the_one_that_answered_is_named_and_else_the_last() {
    let numbers = "<Number>+14150000001</Number><Number>+14150000002</Number>";
    let documents = || voice(&format!("<Dial action=\"/after\">{numbers}</Dial>")).at("/after", "<Response/>");
    for answers in [true, false] {
        let world = twilio(documents());
        if answers {
            world.number("+14150000001").talks_for(seconds(1));
        } else {
            world.number("+14150000001").is_busy();
        }
        world.number("+14150000002").never_answers();
        let mut call = world.call(CALLER, "/voice").now();
        let (one, two) = (call.dials("+14150000001").now(), call.dials("+14150000002").now());
        call.ended().now();
        let named = if answers { one.sid() } else { two.sid() };
        assert_eq!(last(&call, "DialCallSid"), Some(named));
    }
}

#[test]
fn what_the_other_was_asked_by_a_session_ends_with_the_caller() {
    let whisper = "<Connect><Conversation serviceInstanceSid=\"ISxxxx\"/></Connect>";
    let world = twilio(screened(whisper));
    let mut call = world.call(CALLER, "/voice").now();
    let mut called = call.dials(CALLED).now();
    called.is_joined_with("client:worker").now();
    call.hangs_up().now();
    assert_eq!(called.ended().now(), Ended::Completed);
    let transcript = world.transcript();
    assert_eq!(
        transcript.entries.iter().filter(|entry| matches!(entry.event, Event::Ended(_))).count(),
        3,
        "{transcript}"
    );
}
