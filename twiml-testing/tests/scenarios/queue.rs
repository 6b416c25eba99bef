//! Scenarios 25 and 26: a queue.

use twiml_core::webhook::{EnqueueAction, EnqueueWait, QueueResult, QueueUrl};
use twiml_testing::{Documents, Ended, Lapse};

use crate::{last, response, seconds, twilio};

fn waiting(enqueue: &str) -> Documents {
    Documents::new()
        .at("/voice", &response(enqueue))
        .at("/wait.xml", &response("<Play>/music.mp3</Play>"))
        .at("/wait.xml", &response("<Play>/music.mp3</Play>"))
        .at("/wait.xml", &response("<Leave/>"))
}

#[test]
fn the_wait_document_comes_again_until_the_caller_leaves() {
    let documents = waiting("<Enqueue waitUrl=\"wait.xml\">support</Enqueue><Say>Sorry, we are closed</Say>");
    let mut call = twilio(documents).call("+15550000001", "/voice").now();
    call.is_queued_in("support").now();
    call.hears("closed").now();
    let waits = call.all::<EnqueueWait>();
    assert_eq!(waits.iter().map(|wait| wait.queue_time).collect::<Vec<_>>(), [0, 5, 10]);
    assert_eq!((waits[0].queue_position, waits[0].current_queue_size, waits[0].max_queue_size), (1, 1, 1000));
    assert_eq!(call.ended().now(), Ended::Completed);

    let documents = waiting("<Enqueue waitUrl=\"wait.xml\" action=\"/left\">support</Enqueue>")
        .at("/left", &response("<Say>Bye</Say>"));
    let mut call = twilio(documents).call("+15550000001", "/voice").now();
    call.hears("Bye").now();
    let action: EnqueueAction = call.last();
    assert_eq!((action.queue_result, action.queue_time), (QueueResult::Leave, Some(10)));
}

fn with_agent() -> Documents {
    Documents::new()
        .at("/voice", &response("<Enqueue action=\"/left\">support</Enqueue>"))
        .at("/left", &response("<Say>Goodbye</Say>"))
        .at("/agent", &response("<Dial action=\"/done\"><Queue url=\"about_to_connect.xml\">support</Queue></Dial>"))
        .at("/about_to_connect.xml", &response("<Say>You will now be connected to an agent</Say>"))
        .at("/done", "<Response/>")
}

#[test]
fn an_agent_takes_the_caller() {
    let twilio = twilio(with_agent());
    let mut caller = twilio.call("+15550000001", "/voice").now();
    caller.hears_music().now();
    twilio.waits(seconds(42)).now();
    let mut agent = twilio.call("+15550000009", "/agent").now();
    caller.hears("You will now be connected").now();
    agent.is_joined_with("+15550000001").now();
    let asked: QueueUrl = caller.last();
    assert_eq!((asked.queue_time, asked.dequeing_call_sid), (42, agent.sid()));
    agent.waits(seconds(20)).now();
    agent.hangs_up().now();
    assert_eq!(last(&agent, "DialCallStatus").as_deref(), Some("completed"));
    assert_eq!(last(&agent, "DequeingCallSid"), Some(agent.sid()));
    assert_eq!(last(&agent, "QueueTime").as_deref(), Some("42"));
    assert_eq!(last(&agent, "QueueSid"), Some(asked.queue_sid));
    let action: EnqueueAction = caller.last();
    assert_eq!((action.queue_result, action.queue_time), (QueueResult::Bridged, Some(42)));
    caller.hears("Goodbye").now();
}

#[test]
fn the_caller_may_be_the_first_to_hang_up() {
    let twilio = twilio(with_agent());
    let mut caller = twilio.call("+15550000001", "/voice").now();
    let mut agent = twilio.call("+15550000009", "/agent").now();
    agent.is_joined_with("+15550000001").now();
    caller.hangs_up().now();
    assert_eq!(caller.last::<EnqueueAction>().queue_result, QueueResult::Bridged);
    assert_eq!(last(&agent, "DialCallStatus").as_deref(), Some("completed"));
    assert_eq!(agent.ended().now(), Ended::Completed);
}

#[test]
fn the_agent_may_wait_for_a_caller() {
    let twilio = twilio(with_agent());
    let mut early = twilio.call("+15550000009", "/agent").now();
    assert_eq!(last(&early, "DialCallStatus").as_deref(), Some("failed"), "there is no such queue yet");
    early.ended().now();
    twilio.call("+15550000001", "/voice").now().hangs_up().now();
    let mut agent = twilio.call("+15550000009", "/agent").now();
    twilio.waits(seconds(20)).now();
    let mut caller = twilio.call("+15550000001", "/voice").now();
    caller.is_joined_with("+15550000009").now();
    agent.hangs_up().now();
    let mut late = twilio.call("+15550000009", "/agent").now();
    late.ended().now();
    assert_eq!(last(&late, "DialCallStatus").as_deref(), Some("no-answer"));
}

#[test]
fn hanging_up_while_waiting_is_reported() {
    let twilio = twilio(with_agent());
    let mut caller = twilio.call("+15550000001", "/voice").now();
    caller.waits(seconds(7)).now();
    caller.hangs_up().now();
    let action: EnqueueAction = caller.last();
    assert_eq!((action.queue_result, action.queue_time), (QueueResult::Hangup, Some(7)));
    assert_eq!(action.call.call_status.to_string(), "completed");
}

#[test]
fn a_full_queue_takes_nobody() {
    let full = "<Enqueue maxQueueSize=\"1\" action=\"/left\">support</Enqueue>";
    let twilio = twilio(Documents::new().at("/voice", &response(full)).at("/left", "<Response/>"));
    let mut first = twilio.call("+15550000001", "/voice").now();
    first.is_queued_in("support").now();
    let second = twilio.call("+15550000002", "/voice").now();
    let action: EnqueueAction = second.last();
    assert_eq!((action.queue_result, action.queue_sid, action.queue_time), (QueueResult::QueueFull, None, None));
}

#[test]
fn a_gather_while_waiting_is_part_of_it() {
    let documents = Documents::new()
        .at("/voice", &response("<Enqueue waitUrl=\"/wait\">support</Enqueue><Say>Left</Say>"))
        .at("/wait", &response("<Gather numDigits=\"1\" action=\"/key\"><Say>Press 1 to leave</Say></Gather>"))
        .at("/key", &response("<Say>Not yet</Say>"))
        .at("/key", &response("<Leave/>"));
    let mut call = twilio(documents).call("+15550000001", "/voice").now();
    call.hears("Press 1").now();
    call.presses("1").now();
    call.hears("Not yet").now();
    call.hears("Press 1").now();
    call.presses("1").now();
    call.hears("Left").now();
}

fn waits(document: &str) -> Documents {
    Documents::new()
        .at("/voice", &response("<Enqueue waitUrl=\"/wait\" action=\"/left\">support</Enqueue>"))
        .at("/wait", document)
        .at("/left", &response("<Say>Goodbye</Say>"))
}

#[test]
fn a_hang_up_in_the_wait_document_is_one_of_the_caller() {
    let mut call = twilio(waits(&response("<Say>We are closed</Say><Hangup/>"))).call("+15550000001", "/voice").now();
    assert_eq!(call.ended().now(), Ended::Completed);
    assert_eq!(call.last::<EnqueueAction>().queue_result, QueueResult::Hangup);
    assert!(!call.transcript().to_string().contains("hears \"Goodbye\""));
}

#[test]
fn a_broken_wait_document_leaves_the_queue() {
    for broken in ["<Response>", "<Response><Dial>+14151234567</Dial></Response>"] {
        let world = twilio(waits(broken)).allows(Lapse::FailedRequest).allows(Lapse::MisplacedVerb);
        let mut call = world.call("+15550000001", "/voice").now();
        call.hears("Goodbye").now();
        assert_eq!(call.last::<EnqueueAction>().queue_result, QueueResult::Error, "{broken}");
    }
}

#[test]
fn a_redirect_in_the_wait_document_comes_back_to_it() {
    let documents =
        waits(&response("<Say>One</Say><Redirect>/more</Redirect>")).at("/more", &response("<Say>Two</Say>"));
    let mut call = twilio(documents).call("+15550000001", "/voice").now();
    for words in ["One", "Two", "One", "Two", "One"] {
        call.hears(words).now();
    }
    let asked = crate::targets(&call);
    assert_eq!(asked[1..5], ["POST /wait", "POST /more", "POST /wait", "POST /more"]);
    call.hangs_up().now();
}

#[test]
fn an_empty_wait_address_is_silence_and_none_is_music() {
    for (attribute, heard) in [("waitUrl=\"\"", 0), ("", 1)] {
        let documents = Documents::new().at("/voice", &response(&format!("<Enqueue {attribute}>support</Enqueue>")));
        let mut call = twilio(documents).call("+15550000001", "/voice").now();
        call.waits(seconds(60)).now();
        assert_eq!((call.transcript().heard().count(), call.request_names().len()), (heard, 1));
        call.hangs_up().now();
    }
}

#[test]
fn places_and_times_are_told() {
    let twilio = twilio(waits(&response("<Pause length=\"10\"/>")));
    let mut first = twilio.call("+15550000001", "/voice").now();
    twilio.waits(seconds(4)).now();
    let mut second = twilio.call("+15550000002", "/voice").now();
    assert_eq!((second.last::<EnqueueWait>().queue_position, second.last::<EnqueueWait>().current_queue_size), (2, 2));
    twilio.waits(seconds(4)).now();
    first.hangs_up().now();
    twilio.waits(seconds(7)).now();
    let wait: EnqueueWait = second.last();
    assert_eq!((wait.queue_position, wait.queue_time, wait.avg_queue_time, wait.current_queue_size), (1, 10, 8, 1));
    second.hangs_up().now();
}

#[test]
fn a_caller_who_leaves_while_being_taken_is_gone() {
    let twilio = twilio(with_agent());
    let mut caller = twilio.call("+15550000001", "/voice").now();
    let mut agent = twilio.call("+15550000009", "/agent").now();
    caller.hears("You will now be connected").now();
    caller.hangs_up().now();
    assert_eq!(caller.last::<EnqueueAction>().queue_result, QueueResult::Hangup);
    agent.ended().now();
    assert_eq!(last(&agent, "DialBridged").as_deref(), Some("false"));
}
