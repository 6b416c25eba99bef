//! What section 7 of the behaviour leaves open and a test can set: each value of each choice, through a script. Those of one verb
//! alone stand with its other scenarios.

use twiml_core::webhook::{DialAction, DialCallStatus};
use twiml_core::{Parameters, signature};
use twiml_testing::{Behaviour, Cookies, Documents, Durations, Ended, Heard, Lapse, Twilio};

use crate::{CALLER, last, response, seconds, targets, twilio, voice, with};

const CALLED: &str = "+14151234567";

#[test]
fn the_defaults_are_those_of_the_section() {
    let behaviour = Behaviour::default();
    assert_eq!(behaviour.cookies, Cookies::Call);
    assert_eq!(
        (behaviour.screened_out, behaviour.full_conference, behaviour.missing_queue),
        (DialCallStatus::Completed, DialCallStatus::Failed, DialCallStatus::Failed)
    );
    assert!(behaviour.conference_wait_is_told);
    assert!(!behaviour.stray_leave_ends && !behaviour.early_keys_are_kept);
    assert!(!behaviour.moved_dial_is_reported && !behaviour.moved_document_redirects);
    let durations = Durations::default();
    assert_eq!((durations.redirect, durations.request, durations.key), (seconds(0), seconds(0), seconds(0)));
}

#[test]
fn a_wait_document_of_a_conference_is_asked_with_parameters_or_without() {
    for (told, method) in [(true, "POST"), (false, "POST"), (true, "GET"), (false, "GET")] {
        let verbs = format!("<Dial><Conference waitUrl=\"/wait?n=1\" waitMethod=\"{method}\">Room</Conference></Dial>");
        let wait = response("<Say>Please hold</Say><Redirect>/more</Redirect>");
        let documents = voice(&verbs).at("/wait", &wait).at("/more", &response("<Say>Still there?</Say>"));
        let world = with(|behaviour| behaviour.conference_wait_is_told = told, documents).auth_token("token");
        let mut call = world.call(CALLER, "/voice").now();
        call.hears("Please hold").now();
        call.hears("Still there").now();
        let made = call.requests();
        assert_eq!(targets(&call), ["POST /voice", &format!("{method} /wait"), "POST /more"]);
        assert_eq!((made[1].request, made[1].parameters.is_empty()), ("voice", !told), "{method}");
        assert_eq!(made[1].parameter("CallSid").is_some(), told, "{method}");
        assert_eq!(made[1].url == "https://example.com/wait?n=1", method == "POST" || !told);
        let posted = if method == "POST" { made[1].parameters.clone() } else { Vec::new() };
        let signed = signature::verify("token", &made[1].url, &Parameters::from_iter(posted), &made[1].signature);
        assert_eq!(signed, Ok(()), "{method}");
        // What a document leads to is asked as ever.
        assert_eq!(made[2].parameter("CallSid"), Some(call.sid().as_str()));
        call.hangs_up().now();
    }
}

#[test]
fn what_is_asked_without_parameters_stays_so_behind_an_http_redirect() {
    let documents = voice("<Dial><Conference waitUrl=\"/wait\">Room</Conference></Dial>")
        .redirect("/wait", 302, "/music")
        .at("/music", &response("<Say>Please hold</Say>"));
    let mut call = with(|behaviour| behaviour.conference_wait_is_told = false, documents).call(CALLER, "/voice").now();
    call.hears("Please hold").now();
    let made = call.requests();
    assert_eq!((made[2].method.as_str(), made[2].url.as_str()), ("GET", "https://example.com/music"));
    call.hangs_up().now();
}

/// A call that makes a call, with callbacks, and then the same again.
fn two_calls(cookies: Cookies) -> (Twilio, Vec<(String, Option<String>)>) {
    let number = format!("<Number url=\"/screen\" statusCallback=\"/events\">{CALLED}</Number>");
    let documents = voice(&format!("<Dial action=\"/after\">{number}</Dial>"))
        .cookie("/voice", "n=1")
        .at("/screen", "<Response/>")
        .cookie("/screen", "m=2")
        .at("/after", "<Response/>")
        .status("/events", 204)
        .status("/status", 204)
        .cookie("/status", "s=3");
    let world = with(|behaviour| behaviour.cookies = cookies, documents).status_callback("/status");
    world.number(CALLED).talks_for(seconds(10));
    for _ in 0..2 {
        world.call(CALLER, "/voice").now().ended().now();
    }
    let of = |made: twiml_testing::Exchange| (made.url.rsplit('/').next().unwrap_or_default().to_owned(), made.cookie);
    let sent = world.requests().into_iter().map(of).collect();
    (world, sent)
}

#[test]
fn cookies_are_those_of_the_call_of_the_leg_or_of_the_numbers() {
    let (n, m, both, others) = (Some("n=1"), Some("m=2"), Some("m=2; n=1"), Some("n=1; s=3"));
    // Of each call: voice, screen, events, after, status.
    let expected: [(Cookies, [Option<&str>; 10]); 3] = [
        (Cookies::Call, [None, n, both, both, both, None, n, both, both, both]),
        (Cookies::Leg, [None, None, None, n, None, None, None, None, n, None]),
        (Cookies::Numbers, [None, None, m, n, n, others, m, m, others, others]),
    ];
    for (cookies, expected) in expected {
        let (_, sent) = two_calls(cookies);
        let asked: Vec<_> = sent.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(asked, ["voice", "screen", "events", "after", "status"].repeat(2));
        assert_eq!(sent.iter().map(|(_, cookie)| cookie.as_deref()).collect::<Vec<_>>(), expected, "{cookies:?}");
    }
}

#[test]
fn cookies_of_two_numbers_are_dropped_when_they_have_long_been_silent() {
    for (hours, kept) in [(3, true), (5, false)] {
        let (world, _) = two_calls(Cookies::Numbers);
        world.waits(seconds(hours * 3600)).now();
        let call = world.call(CALLER, "/voice").now();
        assert_eq!(call.requests()[0].cookie.is_some(), kept, "{hours} hours");
    }
    let (world, _) = two_calls(Cookies::Numbers);
    let other = world.call("+15550000002", "/voice").now();
    assert_eq!(other.requests()[0].cookie, None, "another number has its own");
}

#[test]
fn cookies_of_two_numbers_are_the_same_whoever_calls_and_not_those_of_their_messages() {
    let documents = voice("<Dial><Number url=\"/screen\">+15550000002</Number></Dial>")
        .at("/screen", "<Response/>")
        .cookie("/screen", "n=1")
        .at("/back", &response("<Dial callerId=\"+15550000002\"><Number url=\"/screen\">+15551234567</Number></Dial>"))
        .at("/sms", "<Response/>")
        .cookie("/sms", "m=2");
    let world = with(|behaviour| behaviour.cookies = Cookies::Numbers, documents);
    world.phone(CALLER).texts("Hello").now();
    for path in ["/voice", "/back"] {
        let mut call = world.call(CALLER, path).now();
        call.is_joined_with(if path == "/voice" { "+15550000002" } else { CALLER }).now();
        call.hangs_up().now();
    }
    let screens: Vec<_> = world.requests().into_iter().filter(|made| made.url.ends_with("/screen")).collect();
    assert_eq!(screens.iter().map(|made| made.cookie.as_deref()).collect::<Vec<_>>(), [None, Some("n=1")]);
    let voices = world.requests().into_iter().filter(|made| made.url.ends_with("/voice"));
    assert_eq!(voices.map(|made| made.cookie).collect::<Vec<_>>(), [None], "the message set one");
}

#[test]
fn keys_before_a_gather_are_lost_or_kept_for_it() {
    let gather = "<Gather numDigits=\"2\" action=\"/got\"><Say>Two keys, please</Say></Gather>";
    let documents = || voice(&format!("<Say>Welcome</Say>{gather}")).at("/got", &response("<Say>Thanks</Say>"));
    let mut lost = twilio(documents()).allows(Lapse::UnheardKeys).call(CALLER, "/voice").now();
    lost.hears("Welcome").now();
    lost.presses("1").now();
    lost.hears("Two keys").now();
    lost.presses("23").now();
    assert_eq!(last(&lost, "Digits").as_deref(), Some("23"));

    let world = with(|behaviour| behaviour.early_keys_are_kept = true, documents());
    let mut kept = world.call(CALLER, "/voice").now();
    kept.hears("Welcome").now();
    kept.presses("1").now();
    // What is playing is not a prompt, and goes on; the prompt is not heard.
    kept.waits(seconds(1)).now();
    kept.presses("2").now();
    kept.hears("Thanks").now();
    assert_eq!(last(&kept, "Digits").as_deref(), Some("12"));
    assert_eq!(kept.clock(), seconds(1));
    let heard: Vec<_> = kept.transcript().heard().cloned().collect();
    assert_eq!(heard, ["Welcome", "Thanks"].map(|words| Heard::Speech(words.into())));
    assert_eq!(world.lapses(), []);
}

#[test]
fn kept_keys_wait_their_time_and_end_a_gather_as_others_do() {
    let keep = |verbs: &str| {
        let documents = voice(verbs).at("/got", &response("<Say>Thanks</Say>"));
        with(|behaviour| behaviour.early_keys_are_kept = true, documents).call(CALLER, "/voice").now()
    };
    let mut waits = keep("<Say>Welcome</Say><Gather timeout=\"3\" action=\"/got\"/>");
    waits.presses("1").now();
    waits.hears("Thanks").now();
    assert_eq!((last(&waits, "Digits").as_deref(), waits.clock()), (Some("1"), seconds(1 + 3)));

    // Each finishing key ends one without input.
    let mut ends = keep("<Say>Welcome aboard again</Say><Gather/><Gather/><Say>Nothing</Say>");
    ends.presses("##").now();
    ends.hears("Nothing").now();
    assert_eq!((ends.clock().as_millis(), ends.request_names().len()), (3 * 400, 1));

    // One for speech leaves them to the next.
    let mut speech =
        keep("<Say>Welcome</Say><Gather input=\"speech\" timeout=\"2\"/><Gather numDigits=\"1\" action=\"/got\"/>");
    speech.presses("7").now();
    speech.hears("Thanks").now();
    assert_eq!((last(&speech, "Digits").as_deref(), speech.clock()), (Some("7"), seconds(1 + 2)));

    // One that is full leaves the rest to the next document.
    let mut full = keep("<Say>Welcome</Say><Gather numDigits=\"2\"/>");
    full.presses("123").now();
    full.waits(seconds(1)).now();
    assert_eq!((last(&full, "Digits").as_deref(), full.request_names().len()), (Some("12"), 2));
    full.waits(seconds(1)).now();
    full.presses("4").now();
    assert_eq!((last(&full, "Digits").as_deref(), full.request_names().len()), (Some("34"), 3));
    full.hangs_up().now();
}

#[test]
fn keys_are_kept_while_it_rings_at_the_other_end_and_not_before_the_call_is_answered() {
    let gather = "<Gather numDigits=\"1\" action=\"/got\"/>";
    let documents = voice(&format!("<Dial timeout=\"5\">{CALLED}</Dial>{gather}"));
    let world = with(|behaviour| behaviour.early_keys_are_kept = true, documents.at("/got", "<Response/>"));
    world.number(CALLED).never_answers();
    let mut call = world.call(CALLER, "/voice").now();
    call.presses("5").now();
    assert_eq!(call.ended().now(), Ended::Completed);
    assert_eq!((last(&call, "Digits").as_deref(), call.clock()), (Some("5"), seconds(5 + 5)));

    let documents = voice(&format!("<Pause length=\"5\"/>{gather}"));
    let mut rings = with(|behaviour| behaviour.early_keys_are_kept = true, documents).call(CALLER, "/voice").now();
    assert_eq!(rings.presses("5").tried().now().unwrap_err().lapse, Some(Lapse::UnheardKeys));
}

#[test]
fn surplus_keys_are_lost_or_kept_for_the_next_gather() {
    let documents = || {
        voice("<Gather numDigits=\"2\" action=\"/got\"/>")
            .at("/got", &response("<Say>Thanks</Say><Gather numDigits=\"1\" action=\"/more\"/>"))
            .at("/more", &response("<Say>That is all</Say>"))
    };
    let lost = twilio(documents()).call(CALLER, "/voice").now().presses("123").tried().now().unwrap_err();
    assert_eq!(lost.lapse, Some(Lapse::UnheardKeys));
    let mut kept = with(|behaviour| behaviour.early_keys_are_kept = true, documents()).call(CALLER, "/voice").now();
    kept.presses("123").now();
    kept.hears("That is all").now();
    let digits: Vec<_> =
        kept.requests().iter().filter_map(|made| made.parameter("Digits").map(str::to_owned)).collect();
    assert_eq!(digits, ["12", "3"]);
}

#[test]
fn kept_keys_that_nothing_takes_are_told_at_the_end() {
    let documents = voice("<Say>Welcome</Say>");
    let mut call = with(|behaviour| behaviour.early_keys_are_kept = true, documents).call(CALLER, "/voice").now();
    call.presses("12").now();
    let failure = call.ended().tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::UnheardKeys));
    assert!(failure.message.contains("\"12\""), "{}", failure.message);
    // What listens to something else takes none, and keeps none.
    let speech = voice("<Gather input=\"speech\"/>");
    let mut call = with(|behaviour| behaviour.early_keys_are_kept = true, speech).call(CALLER, "/voice").now();
    assert_eq!(call.presses("1").tried().now().unwrap_err().lapse, Some(Lapse::UnheardKeys));
}

#[test]
fn leave_outside_of_a_queue_is_passed_over_or_ends_the_call() {
    let documents = || voice("<Say>Hi</Say><Leave/><Say>Still here</Say>");
    let mut ignored = twilio(documents()).allows(Lapse::MisplacedVerb).call(CALLER, "/voice").now();
    ignored.hears("Still here").now();
    let strict = twilio(documents()).call(CALLER, "/voice").now().hears("Still here").tried().now().unwrap_err();
    assert_eq!(strict.lapse, Some(Lapse::MisplacedVerb));
    let mut ends = with(|behaviour| behaviour.stray_leave_ends = true, documents()).call(CALLER, "/voice").now();
    assert_eq!((ends.ended().now(), ends.clock()), (Ended::Completed, seconds(1)));
    // In a queue it means what it says, whatever is set.
    let queue = voice("<Enqueue waitUrl=\"/wait\">support</Enqueue><Say>Left</Say>").at("/wait", &response("<Leave/>"));
    let mut left = with(|behaviour| behaviour.stray_leave_ends = true, queue).call(CALLER, "/voice").now();
    left.hears("Left").now();
}

#[test]
fn a_whisper_that_hangs_up_is_a_completed_call_or_another() {
    for (status, duration) in [(DialCallStatus::Completed, Some(2)), (DialCallStatus::NoAnswer, None)] {
        for to in [CALLED, "sip:kate@example.com"] {
            let noun = if to == CALLED { "Number" } else { "Sip" };
            let verbs = format!("<Dial action=\"/after\"><{noun} url=\"/screen\">{to}</{noun}></Dial>");
            let documents = voice(&verbs)
                .at("/screen", &response("<Say>No thank you, not now</Say><Hangup/>"))
                .at("/after", &response("<Say>It is over</Say>"));
            let mut call =
                with(|behaviour| behaviour.screened_out = status.clone(), documents).call(CALLER, "/voice").now();
            let mut called = call.dials(to).now();
            call.hears("It is over").now();
            let action: DialAction = call.last();
            assert_eq!((action.dial_call_status, action.dial_bridged), (status.clone(), Some(false)));
            assert_eq!((action.dial_call_duration, action.dial_call_sid), (duration, Some(called.sid())));
            // The SIP side did take the call.
            assert_eq!(action.dial_sip_response_code, (to != CALLED).then_some(200));
            assert_eq!(called.ended().now(), Ended::Completed);
        }
    }
}

#[test]
fn a_full_conference_and_a_missing_queue_have_a_status_of_choice() {
    let noun = |noun: &str| {
        voice(&format!("<Dial action=\"/after\">{noun}</Dial>")).at("/after", &response("<Say>It is over</Say>"))
    };
    for status in [DialCallStatus::Failed, DialCallStatus::Busy] {
        let documents = noun("<Conference maxParticipants=\"1\">Room</Conference>");
        let world = with(|behaviour| behaviour.full_conference = status.clone(), documents);
        let mut inside = world.call("+15550000001", "/voice").now();
        inside.enters("Room").now();
        let mut outside = world.call("+15550000002", "/voice").now();
        outside.hears("It is over").now();
        let action: DialAction = outside.last();
        assert_eq!((action.dial_call_status, action.dial_bridged), (status, None));
        inside.hangs_up().now();
    }
    for status in [DialCallStatus::Failed, DialCallStatus::NoAnswer] {
        let world = with(|behaviour| behaviour.missing_queue = status.clone(), noun("<Queue>support</Queue>"));
        let mut call = world.call(CALLER, "/voice").now();
        call.hears("It is over").now();
        let action: DialAction = call.last();
        assert_eq!((action.dial_call_status, call.clock()), (status, seconds(0)));
    }
    // Whoever coaches nobody is refused for another reason.
    let coach = noun("<Conference coach=\"CA0123456789abcdef0123456789abcdef\">Room</Conference>");
    let world = with(|behaviour| behaviour.full_conference = DialCallStatus::Busy, coach);
    let mut call = world.call(CALLER, "/voice").now();
    call.hears("It is over").now();
    assert_eq!(call.last::<DialAction>().dial_call_status, DialCallStatus::Failed);
}

fn taking(change: impl FnOnce(&mut Durations), documents: Documents) -> Twilio {
    let mut durations = Durations::default();
    change(&mut durations);
    twilio(documents).durations(durations)
}

#[test]
fn a_redirect_takes_its_time() {
    for pause in [0, 1] {
        let documents = voice("<Redirect>/next</Redirect>").at("/next", &response("<Say>Next</Say>"));
        let mut call = taking(|durations| durations.redirect = seconds(pause), documents).call(CALLER, "/voice").now();
        call.hears("Next").now();
        assert_eq!(call.clock(), seconds(pause));
    }
}

#[test]
fn a_request_takes_its_time_and_the_caller_may_not_wait_for_it() {
    let documents = || {
        voice("<Gather numDigits=\"1\" action=\"/got\"><Say>Press 1</Say></Gather>")
            .redirect("/got", 302, "/there")
            .at("/there", &response("<Say>Thanks</Say>"))
            .status("/status", 204)
    };
    for time in [0, 2] {
        let world = taking(|durations| durations.request = seconds(time), documents()).status_callback("/status");
        let mut call = world.call(CALLER, "/voice").now();
        call.hears("Press 1").now();
        assert_eq!(call.clock(), seconds(time));
        call.presses("1").now();
        call.hears("Thanks").now();
        // The answer that points elsewhere takes as long as another one; the callback at the end holds nobody up.
        assert_eq!(call.clock(), seconds(3 * time));
        call.ended().now();
        assert_eq!(
            (call.clock(), call.requests().last().and_then(|told| told.status)),
            (seconds(3 * time + 1), Some(204))
        );
    }
    let mut call = taking(|durations| durations.request = seconds(2), documents()).call(CALLER, "/voice").now();
    call.hears("Press 1").now();
    call.presses("1").now();
    call.waits(seconds(1)).now();
    call.hangs_up().now();
    call.waits(seconds(10)).now();
    assert_eq!((call.ended().now(), call.transcript().heard().count()), (Ended::Completed, 1));
}

#[test]
fn a_request_that_takes_too_long_fails() {
    let documents = || voice("<Say>Welcome</Say>").at("/fallback", &response("<Say>Sorry</Say>"));
    let mut in_time = taking(|durations| durations.request = seconds(15), documents()).call(CALLER, "/voice").now();
    in_time.hears("Welcome").now();
    assert_eq!(in_time.clock(), seconds(15));
    let slow = taking(|durations| durations.request = seconds(16), documents()).fallback_url("/fallback");
    let failure = slow.call(CALLER, "/voice").now().ended().tried().now().unwrap_err();
    assert!(failure.message.contains("11205"), "{}", failure.message);
    let asked = slow.requests();
    assert_eq!((asked[1].at, asked[1].parameter("ErrorCode")), (seconds(15), Some("11205")));
}

#[test]
fn a_key_is_held_for_a_time() {
    for (held, time) in [(0, 250), (100, 100 + 250 + 100)] {
        let documents = voice("<Gather numDigits=\"2\" action=\"/got\"/>").at("/got", &response("<Say>Thanks</Say>"));
        let held = std::time::Duration::from_millis(held);
        let mut call = taking(|durations| durations.key = held, documents).call(CALLER, "/voice").now();
        call.presses("12").now();
        assert_eq!(call.clock().as_millis(), time);
        // It is heard when it begins.
        assert_eq!(call.requests()[1].at.as_millis(), time - held.as_millis());
    }
}
