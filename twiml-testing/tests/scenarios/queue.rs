//! Scenarios 25 and 26: a queue.

use twiml_core::webhook::{EnqueueAction, EnqueueWait, QueueResult, QueueUrl};
use twiml_testing::{Documents, Ended};

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
