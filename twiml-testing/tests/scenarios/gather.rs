//! Scenarios 4 to 14: keys and speech.

use twiml_core::webhook::GatherAction;
use twiml_testing::{Behaviour, Documents, Ended, Event, Heard, Lapse};

use crate::{CALLER, call, last, response, seconds, targets, twilio, voice};

const ENTER: &str = "<Gather><Say>Please enter your account number, followed by the pound sign</Say></Gather>\
                     <Say>We didn't receive any input. Goodbye!</Say>";
/// Ten words.
const PROMPT_MS: u128 = 10 * 400;

#[test]
fn silence_goes_on_with_the_next_verb() {
    let mut call = call(voice(ENTER));
    call.hears("We didn't receive").now();
    assert_eq!(call.clock().as_millis(), PROMPT_MS + 5000);
    assert_eq!(call.ended().now(), Ended::Completed);
    assert_eq!(call.request_names(), ["voice"]);
}

#[test]
fn the_finishing_key_alone_ends_it_at_once() {
    let mut call = call(voice(ENTER));
    call.presses("#").now();
    call.hears("We didn't receive").now();
    assert_eq!(call.clock(), seconds(0));
    assert_eq!(call.request_names(), ["voice"]);
}

#[test]
fn without_an_action_the_same_document_comes_again() {
    let mut call = call(voice(ENTER));
    call.presses("12345#").now();
    assert_eq!(targets(&call), ["POST /voice", "POST /voice"]);
    assert_eq!(call.last::<GatherAction>().digits.as_deref(), Some("12345"));
    call.hears("Please enter").now();
}

#[test]
fn the_first_key_cuts_the_prompt_and_the_timeout_begins_anew() {
    let mut call = call(voice(ENTER));
    call.hears("Please enter").now();
    call.presses("1").now();
    assert!(call.transcript().entries.iter().any(|entry| matches!(entry.event, Event::CutShort)));
    call.waits(seconds(4)).now();
    call.presses("2").now();
    call.stays_silent().now();
    assert_eq!(call.clock(), seconds(9));
    assert_eq!(call.last::<GatherAction>().digits.as_deref(), Some("12"));
}

#[test]
fn an_action_may_be_asked_with_get() {
    let documents = voice("<Gather action=\"/process_gather.php\" method=\"GET\"><Say>Please enter</Say></Gather>")
        .at("/process_gather.php", &response("<Say>You entered 1234</Say>"));
    let mut call = call(documents);
    call.presses("1234#").now();
    call.hears("You entered 1234").now();
    assert_eq!(targets(&call), ["POST /voice", "GET /process_gather.php"]);
    assert!(call.requests()[1].url.contains("&Digits=1234"));
}

#[test]
fn the_last_wanted_key_ends_it() {
    let documents = voice("<Gather numDigits=\"5\" action=\"/zip\"/>").at("/zip", &response("<Say>Thanks</Say>"));
    let mut call = call(documents);
    call.presses("94117").now();
    assert_eq!((last(&call, "Digits").as_deref(), call.clock()), (Some("94117"), seconds(1)));
}

#[test]
fn without_a_finishing_key_all_keys_are_input() {
    let documents = voice("<Gather finishOnKey=\"\" action=\"/any\"/>").at("/any", "<Response/>");
    let mut call = call(documents);
    call.presses("12#").now();
    assert_eq!(call.request_names(), ["voice"]);
    call.waits(seconds(5)).now();
    assert_eq!(last(&call, "Digits").as_deref(), Some("12#"));
}

#[test]
fn speech_ends_after_silence() {
    let documents = voice("<Gather input=\"speech\" action=\"/completed\"><Say>What can I do?</Say></Gather>")
        .at("/completed", "<Response/>");
    let mut call = call(documents);
    call.says("billing").now();
    let spoken = call.clock();
    call.stays_silent().now();
    assert_eq!(call.clock(), spoken + seconds(5));
    let action: GatherAction = call.last();
    assert_eq!(
        (action.speech_result.as_deref(), action.confidence, action.digits),
        (Some("billing"), Some(0.95), None)
    );
}

#[test]
fn what_comes_first_wins() {
    let documents = || {
        voice("<Gather input=\"speech dtmf\" timeout=\"3\" numDigits=\"1\" action=\"/got\"/>").at("/got", "<Response/>")
    };
    let mut keys = call(documents());
    keys.presses("1").now();
    assert_eq!((last(&keys, "Digits").as_deref(), keys.clock()), (Some("1"), seconds(0)));
    assert_eq!(last(&keys, "SpeechResult"), None);
    let mut speech = call(documents());
    speech.says("sales").now();
    let spoken = speech.clock();
    speech.stays_silent().now();
    assert_eq!((last(&speech, "SpeechResult").as_deref(), speech.clock()), (Some("sales"), spoken + seconds(3)));
    assert_eq!(last(&speech, "Digits"), None);
}

#[test]
fn an_empty_result_may_be_reported() {
    let documents =
        voice("<Gather actionOnEmptyResult=\"true\" action=\"/gather-action\"/>").at("/gather-action", "<Response/>");
    let mut call = call(documents);
    call.stays_silent().now();
    assert_eq!(call.request_names(), ["voice", "gather-action"]);
    assert_eq!((last(&call, "Digits"), last(&call, "SpeechResult")), (None, None));
}

#[test]
fn a_redirect_behind_it_may_tell_of_the_timeout() {
    let documents = voice(
        "<Gather action=\"/process_gather.php\" method=\"GET\"><Say>Enter something</Say></Gather>\
         <Redirect method=\"GET\">/process_gather.php?Digits=TIMEOUT</Redirect>",
    );
    let mut call = call(documents.at("/process_gather.php", &response("<Say>Too late</Say>")));
    call.hears("Too late").now();
    let asked = &call.requests()[1];
    assert_eq!((asked.method.as_str(), asked.request), ("GET", "voice"));
    assert!(asked.url.starts_with("https://example.com/process_gather.php?Digits=TIMEOUT&CallSid=CA"), "{}", asked.url);
}

#[test]
fn a_prompt_of_several_parts_is_heard_in_order() {
    let mut call = call(voice("<Gather><Say loop=\"2\">One</Say><Play>b.mp3</Play><Pause length=\"2\"/></Gather>"));
    call.ended().now();
    let heard: Vec<Heard> = call.transcript().heard().cloned().collect();
    let one = || Heard::Speech("One".into());
    assert_eq!(heard, [one(), one(), Heard::File("b.mp3".into()), Heard::Silence(seconds(2))]);
    assert_eq!(call.clock(), seconds(1 + 1 + 5 + 2 + 5));
}

#[test]
fn speech_is_no_key_and_keys_are_no_speech() {
    let mut keys = call(voice("<Gather input=\"speech\"/>"));
    assert_eq!(keys.presses("1").tried().now().unwrap_err().lapse, Some(Lapse::UnheardKeys));
    let mut speech = call(voice("<Gather/>"));
    assert_eq!(speech.says("hello").tried().now().unwrap_err().lapse, Some(Lapse::UnheardSpeech));
}

#[test]
fn a_hang_up_in_it_is_not_reported() {
    let mut call = call(voice("<Gather actionOnEmptyResult=\"true\" action=\"/x\"/>").at("/x", "<Response/>"));
    call.hangs_up().now();
    assert_eq!(call.request_names(), ["voice"]);
}

#[test]
fn partial_results_are_reported() {
    let documents = voice("<Gather input=\"speech\" partialResultCallback=\"/partial\" action=\"/done\"/>");
    let mut call = call(Documents::at(documents.status("/partial", 204), "/done", "<Response/>"));
    call.says("I would like").now();
    call.says("to pay").now();
    call.stays_silent().now();
    assert_eq!(call.request_names(), ["voice", "gather-partial", "gather-partial", "gather-action"]);
    assert_eq!(call.last::<GatherAction>().speech_result.as_deref(), Some("I would like to pay"));
}

#[test]
fn surplus_keys_are_dropped_and_told() {
    let documents = voice("<Gather numDigits=\"2\" action=\"/got\"/>").at("/got", &response("<Say>Thanks</Say>"));
    let failure = call(documents.clone()).presses("123").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::UnheardKeys));
    let mut call = twilio(documents).allows(Lapse::UnheardKeys).call(CALLER, "/voice").now();
    call.presses("123").now();
    assert_eq!(last(&call, "Digits").as_deref(), Some("12"));
}

#[test]
fn auto_ends_speech_at_the_first_pause_and_another_time_after_it() {
    for (timeout, silence) in [("auto", 0), ("2", 2)] {
        let verbs = format!("<Gather input=\"speech\" speechTimeout=\"{timeout}\" action=\"/got\"/>");
        let mut call = call(voice(&verbs).at("/got", "<Response/>"));
        call.says("to pay my bill").now();
        let spoken = call.clock();
        call.ended().now();
        assert_eq!(call.clock(), spoken + seconds(silence));
        assert_eq!(last(&call, "SpeechResult").as_deref(), Some("to pay my bill"));
    }
}

#[test]
fn nobody_is_listened_to_for_more_than_a_minute() {
    let mut call = call(voice("<Gather input=\"speech\" action=\"/got\"/>").at("/got", "<Response/>"));
    call.says(&"word ".repeat(200)).now();
    assert_eq!((call.clock(), call.request_names().len()), (seconds(60), 2));
}

#[test]
fn how_sure_the_recognition_is_comes_with_it() {
    let mut call = call(voice("<Gather input=\"speech\" action=\"/got\"/>").at("/got", "<Response/>"));
    call.says_with_confidence("billing", 0.25).now();
    call.stays_silent().now();
    assert_eq!(last(&call, "Confidence").as_deref(), Some("0.25"));
}

#[test]
fn what_is_not_understood_was_not_said() {
    let mut call = call(voice("<Gather input=\"speech\" action=\"/got\"/><Say>Sorry</Say>"));
    call.mumbles().now();
    call.hears("Sorry").now();
    assert_eq!(call.request_names(), ["voice"]);
}

#[test]
fn speech_stops_the_prompt_or_does_not() {
    let documents = voice("<Gather input=\"speech\" action=\"/got\"><Say>What can I do for you?</Say></Gather>");
    let documents = documents.at("/got", "<Response/>");
    let cut = |entry: &twiml_testing::Entry| matches!(entry.event, Event::CutShort);
    let mut stops = call(documents.clone());
    stops.says("billing").now();
    assert!(stops.transcript().entries.iter().any(cut));
    let mut behaviour = Behaviour::default();
    behaviour.speech_barges_in = false;
    let mut goes_on = twilio(documents).behaviour(behaviour).call(CALLER, "/voice").now();
    let failure = goes_on.says("billing").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::UnheardSpeech));
}

#[test]
fn after_speech_keys_end_nothing() {
    let mut call = call(voice("<Gather input=\"dtmf speech\" action=\"/got\"/>").at("/got", "<Response/>"));
    call.says("billing").now();
    assert_eq!(call.presses("#").tried().now().unwrap_err().lapse, Some(Lapse::UnheardKeys));
}

#[test]
fn keys_while_speech_is_wanted_let_the_timers_run() {
    let verbs = "<Gather input=\"speech\" timeout=\"3\"/><Say>Sorry</Say>";
    let mut call = twilio(voice(verbs)).allows(Lapse::UnheardKeys).call(CALLER, "/voice").now();
    call.waits(seconds(2)).now();
    call.presses("1").now();
    call.hears("Sorry").now();
    assert_eq!(call.clock(), seconds(3));
}

#[test]
fn whether_an_empty_result_has_digits_and_a_hang_up_is_reported_is_contested() {
    let verbs = "<Gather actionOnEmptyResult=\"true\" action=\"/got\"/>";
    let mut behaviour = Behaviour::default();
    (behaviour.empty_digits, behaviour.gather_reports_hangup) = (true, true);
    let world = twilio(voice(verbs).at("/got", "<Response/>")).behaviour(behaviour);
    let mut silent = world.call(CALLER, "/voice").now();
    silent.stays_silent().now();
    assert_eq!(last(&silent, "Digits").as_deref(), Some(""));
    let mut gone = world.call(CALLER, "/voice").now();
    gone.hangs_up().now();
    assert_eq!(gone.request_names(), ["voice", "gather-action"]);
    assert_eq!(last(&gone, "CallStatus").as_deref(), Some("completed"));
}
