//! Scenario 28, and the other nouns of `<Connect>`.

use twiml_core::webhook::{ConversationAction, ConversationStatusCallback, DialCallStatus, RecordAction};
use twiml_testing::{Behaviour, Documents, Worker};

use crate::{CALLER, last, response, seconds, twilio, voice};

fn frontline() -> Documents {
    voice(
        "<Connect action=\"/myActionUrl\"><Conversation serviceInstanceSid=\"ISxxxx\" inboundTimeout=\"20\" \
         statusCallback=\"/progress\" statusCallbackEvent=\"call-initiated call-ringing call-answered call-completed\"/></Connect>",
    )
    .at("/myActionUrl", &response("<Say>Leave a message</Say><Record action=\"/recorded\"/>"))
    .at("/recorded", "<Response/>")
    .status("/progress", 204)
}

#[test]
fn nobody_answers_and_a_message_is_taken() {
    let twilio = twilio(frontline());
    twilio.worker(Worker::NeverAnswers);
    let mut call = twilio.call(CALLER, "/voice").now();
    call.hears("Leave a message").now();
    assert_eq!(call.clock(), seconds(20));
    let action: ConversationAction = call.last();
    assert_eq!(
        (action.result.to_string().as_str(), action.dial_call_status),
        ("dialed-call-incomplete", Some(DialCallStatus::NoAnswer))
    );
    let events: Vec<_> = twilio
        .all::<ConversationStatusCallback>()
        .into_iter()
        .map(|told| (told.sequence_number, told.status.to_string()))
        .collect();
    let expected = [(1, "call-initiated"), (2, "call-ringing"), (3, "call-completed")];
    assert_eq!(events, expected.map(|(number, status)| (number, status.to_owned())));
    call.records("Please call back", seconds(6)).now();
    call.hangs_up().now();
    assert_eq!(call.last::<RecordAction>().digits.as_deref(), Some("hangup"));
}

#[test]
fn each_result_is_reported() {
    for (worker, result, status, at) in [
        (Worker::IsBusy, "dialed-call-incomplete", Some("busy"), 0),
        (Worker::CannotBeReached, "dialed-call-incomplete", Some("failed"), 0),
        (Worker::IsCanceled, "dialed-call-incomplete", Some("canceled"), 0),
        (Worker::NobodyAssigned, "no-other-participants", None, 5),
        (Worker::NoConversationMade, "failed-create-conversation", None, 0),
        (Worker::NoConversation, "no-existing-conversation", None, 0),
        (Worker::InvalidConversation, "invalid-conversation", None, 0),
        (Worker::InternalError, "internal-error", None, 0),
    ] {
        let twilio = twilio(frontline());
        twilio.worker(worker.clone());
        let mut call = twilio.call(CALLER, "/voice").now();
        call.hears("Leave a message").now();
        assert_eq!(call.clock(), seconds(at), "{worker:?}");
        let action: ConversationAction = call.last();
        assert_eq!(
            (action.result.to_string().as_str(), action.dial_call_status.map(|status| status.to_string()).as_deref()),
            (result, status)
        );
        assert_eq!(action.dial_call_sid.is_some(), status.is_some());
    }
}

#[test]
fn they_talk_until_somebody_hangs_up() {
    let world = twilio(frontline());
    let mut call = world.call(CALLER, "/voice").now();
    call.is_joined_with("client:worker").now();
    call.waits(seconds(10)).now();
    call.other_hangs_up().now();
    let action: ConversationAction = call.last();
    assert_eq!((action.result.to_string().as_str(), action.dial_call_duration), ("session-success", Some(10)));
    call.hears("Leave a message").now();

    let mut call = twilio(frontline()).call(CALLER, "/voice").now();
    call.is_joined_with("client:worker").now();
    call.hangs_up().now();
    let action: ConversationAction = call.last();
    assert_eq!(
        (action.result.to_string().as_str(), action.call.call_status.to_string().as_str()),
        ("session-success", "completed")
    );
}

#[test]
fn without_an_action_the_next_verb_runs() {
    let twilio = twilio(voice("<Connect><Conversation serviceInstanceSid=\"ISxxxx\"/></Connect><Say>Sorry</Say>"));
    twilio.worker(Worker::IsBusy);
    twilio.call(CALLER, "/voice").now().hears("Sorry").now();
}

#[test]
fn a_relay_ends_with_what_its_server_said() {
    let documents = || {
        voice("<Connect action=\"/after\"><ConversationRelay url=\"wss://example.com/ws\" welcomeGreeting=\"Hi! Ask me anything!\"/></Connect>")
            .at("/after", &response("<Say>To an agent</Say>"))
    };
    let mut call = twilio(documents()).call(CALLER, "/voice").now();
    call.hears("Hi!").now();
    call.says("I want a person").now();
    call.socket_ends_with("{\"reason\":\"person\"}").now();
    let [id, status, data] = ["SessionId", "SessionStatus", "HandoffData"].map(|name| last(&call, name).unwrap());
    assert!(id.starts_with("VX"));
    assert_eq!((status.as_str(), data.as_str()), ("ended", "{\"reason\":\"person\"}"));
    assert_eq!(call.request_names()[1], "conversation-relay-action");
    call.hears("To an agent").now();

    let mut call = twilio(documents()).call(CALLER, "/voice").now();
    call.socket_fails(39001, "no socket").now();
    assert_eq!(
        (last(&call, "SessionStatus").as_deref(), last(&call, "ErrorCode").as_deref()),
        (Some("failed"), Some("39001"))
    );

    let mut call = twilio(documents()).call(CALLER, "/voice").now();
    call.hangs_up().now();
    assert_eq!(
        (last(&call, "SessionStatus").as_deref(), last(&call, "CallStatus").as_deref()),
        (Some("completed"), Some("completed"))
    );
}

#[test]
fn a_stream_blocks_in_connect_and_does_not_in_start() {
    let documents = voice("<Connect><Stream url=\"wss://example.com/ws\" statusCallback=\"https://example.com/stream\"/></Connect><Say>After</Say>").status("/stream", 204);
    let mut call = twilio(documents).call(CALLER, "/voice").now();
    call.waits(seconds(60)).now();
    call.socket_ends().now();
    call.hears("After").now();
    assert_eq!(call.request_names(), ["voice", "stream-status", "stream-status"]);

    let documents = voice(
        "<Start><Stream name=\"s\" url=\"wss://example.com/ws\" statusCallback=\"https://example.com/stream\"/></Start><Say>Before</Say>\
         <Stop><Stream name=\"s\"/></Stop><Say>After</Say>",
    );
    let mut call = twilio(documents.status("/stream", 204)).call(CALLER, "/voice").now();
    call.hears("Before").now();
    assert_eq!(last(&call, "StreamEvent").as_deref(), Some("stream-started"));
    call.hears("After").now();
    assert_eq!(last(&call, "StreamEvent").as_deref(), Some("stream-stopped"));
}

#[test]
fn an_agent_hands_over() {
    let documents = voice("<Connect action=\"/after\"><VirtualAgent connectorName=\"x\"/></Connect>")
        .at("/after", &response("<Say>One moment</Say>"));
    let mut call = twilio(documents).call(CALLER, "/voice").now();
    call.agent_ends("live-agent-handoff").now();
    assert_eq!(last(&call, "VirtualAgentStatus").as_deref(), Some("live-agent-handoff"));
    call.hears("One moment").now();
}

#[test]
fn a_caller_who_hangs_up_is_told_by_how_far_it_came() {
    let world = twilio(frontline());
    world.worker(Worker::NeverAnswers);
    let mut ringing = world.call(CALLER, "/voice").now();
    ringing.waits(seconds(5)).now();
    ringing.hangs_up().now();
    let action: ConversationAction = ringing.last();
    let said = (action.result.to_string(), action.dial_call_status.map(|status| status.to_string()));
    assert_eq!(said, ("dialed-call-incomplete".into(), Some("canceled".into())));
    assert_eq!(action.call.call_status.to_string(), "completed");
}

#[test]
fn without_an_action_the_document_may_come_again() {
    let mut behaviour = Behaviour::default();
    behaviour.conversation_repeats = true;
    let documents = voice("<Connect><Conversation serviceInstanceSid=\"ISxxxx\"/></Connect>")
        .at("/voice", &response("<Say>Again</Say>"));
    let world = twilio(documents).behaviour(behaviour);
    world.worker(Worker::IsBusy);
    let mut call = world.call(CALLER, "/voice").now();
    call.hears("Again").now();
    assert_eq!(call.request_names(), ["voice", "conversation-action"]);
}

#[test]
fn only_the_wanted_steps_of_a_session_are_told() {
    let verbs = "<Connect action=\"/after\"><Conversation serviceInstanceSid=\"ISxxxx\" statusCallback=\"/progress\"/></Connect>";
    let world = twilio(voice(verbs).at("/after", "<Response/>").status("/progress", 204));
    let mut call = world.call(CALLER, "/voice").now();
    call.is_joined_with("client:worker").now();
    call.other_hangs_up().now();
    let told = world.all::<ConversationStatusCallback>();
    assert_eq!(
        told.iter().map(|told| (told.sequence_number, told.status.to_string())).collect::<Vec<_>>(),
        [(1, "call-completed".into())]
    );
    // It is about the leg to the worker, and says nothing of the caller's call.
    let made = world.requests().into_iter().find(|made| made.request == "conversation-status").unwrap();
    assert_eq!([made.parameter("CallSid"), made.parameter("From")], [None, None]);
}
