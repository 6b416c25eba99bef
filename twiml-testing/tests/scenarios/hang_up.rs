//! What is requested after a hang-up, by the verb that ran: section 3.17.

use twiml_testing::{Documents, Ended, Lapse, Worker};

use crate::{response, seconds, twilio, voice};

fn after(verbs: &str, from: &str) -> Vec<&'static str> {
    let documents = voice(verbs)
        .at("/after", &response("<Say>Not heard</Say>"))
        .at("/wait", &response("<Pause length=\"60\"/>"))
        .status("/status", 204);
    let world = twilio(documents).status_callback("/status").allows(Lapse::FailedRequest);
    world.worker(Worker::NeverAnswers);
    world.number("+14151234567").never_answers();
    let mut call = world.call(from, "/voice").now();
    call.waits(seconds(2)).now();
    call.hangs_up().now();
    assert_eq!(call.ended().now(), Ended::Completed, "{verbs}");
    assert!(!call.transcript().to_string().contains("hears \"Not heard\""), "{verbs}");
    call.request_names()
}

#[test]
fn each_verb_reports_what_it_has_to_and_then_the_call_is_over() {
    for (verbs, own) in [
        ("<Say>A long text with a lot of words in it</Say>", None),
        ("<Play>/a.mp3</Play>", None),
        ("<Say>Hi</Say><Pause length=\"60\"/>", None),
        ("<Gather action=\"/after\"/>", None),
        ("<Gather actionOnEmptyResult=\"true\" action=\"/after\"/>", None),
        ("<Record action=\"/after\"/>", Some("record-action")),
        ("<Dial action=\"/after\">+14151234567</Dial>", Some("dial-action")),
        ("<Dial>+14151234567</Dial>", None),
        ("<Dial action=\"/after\"><Conference>Room</Conference></Dial>", Some("dial-action")),
        ("<Enqueue action=\"/after\">support</Enqueue>", Some("enqueue-action")),
        ("<Enqueue>support</Enqueue>", None),
        (
            "<Connect action=\"/after\"><Conversation serviceInstanceSid=\"ISxxxx\"/></Connect>",
            Some("conversation-action"),
        ),
        (
            "<Connect action=\"/after\"><ConversationRelay url=\"wss://example.com/ws\"/></Connect>",
            Some("conversation-relay-action"),
        ),
        ("<Connect action=\"/after\"><VirtualAgent connectorName=\"x\"/></Connect>", Some("virtual-agent-action")),
        // The other nouns have no request of their own.
        ("<Connect action=\"/after\"><Stream url=\"wss://example.com/ws\"/></Connect>", Some("voice")),
        ("<Pay action=\"/after\"/>", Some("pay-action")),
    ] {
        let expected: Vec<_> = ["voice"].into_iter().chain(own).chain(["call-status"]).collect();
        assert_eq!(after(verbs, "+15551234567"), expected, "{verbs}");
    }
    let refer = "<Refer action=\"/after\"><Sip>sip:joe@example.com</Sip></Refer>";
    assert_eq!(after(refer, "sip:kate@example.com"), ["voice", "refer-action", "call-status"]);
}

#[test]
fn an_answer_that_nobody_hears_is_checked_all_the_same() {
    let documents = voice("<Record action=\"/after\"/>").status("/after", 500);
    let mut call = twilio(documents).call("+15551234567", "/voice").now();
    call.hears_beep().now();
    let failure = call.hangs_up().tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::FailedRequest));
    let documents =
        voice("<Record action=\"/after\"/>").at("/after", "<Response><Say voices=\"x\">Hi</Say></Response>");
    let mut call = twilio(documents).call("+15551234567", "/voice").now();
    call.hears_beep().now();
    assert_eq!(call.hangs_up().tried().now().unwrap_err().lapse, Some(Lapse::InvalidDocument));
}

#[test]
fn one_who_gives_up_while_it_rings_was_never_there() {
    let documents = Documents::new().at("/voice", &response("<Pause length=\"20\"/><Say>Hi</Say>"));
    let mut call = twilio(documents).call("+15551234567", "/voice").now();
    call.waits(seconds(5)).now();
    call.hangs_up().now();
    assert_eq!((call.ended().now(), call.answered_at()), (Ended::NoAnswer, None));
}
