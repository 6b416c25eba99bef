//! What exploring finds, and by which script.

use std::time::Duration;

use twiml_testing::{Documents, Durations, Exploration, Kind, Lapse, Twilio};

fn explore(documents: Documents) -> Exploration {
    Twilio::service(documents).phone("+15551234567").explore("/voice").runs().now()
}

fn found(documents: Documents) -> Vec<(Kind, String)> {
    explore(documents).findings.iter().map(|finding| (finding.kind, finding.script_text())).collect()
}

const MENU: &str = "<Response><Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1 for sales</Say></Gather><Say>Goodbye</Say></Response>";

fn menu(answer: &str) -> Documents {
    Documents::new().at("/voice", MENU).at("/menu", answer)
}

#[test]
fn nothing_is_wrong() {
    let exploration = explore(menu("<Response><Say>Thank you</Say></Response>"));
    exploration.finds_nothing();
    // The menu, and for it: twelve keys but the one that ends input, silence, a hang-up.
    assert_eq!((exploration.places, exploration.calls), (1, 1 + 11 + 2));
    let map = exploration.map();
    assert!(map.contains("n0[\"/voice<br/>Gather, Say\"]"), "{map}");
    assert!(map.contains("n0 -->|\"1\"| n1"), "{map}");
}

#[test]
fn a_missing_route() {
    let documents = menu("<Response><Redirect>/transfer</Redirect></Response>");
    assert_eq!(found(documents), [(Kind::FailedRequest, String::from("call.presses(\"1\")"))]);
}

#[test]
fn a_menu_that_loops() {
    let documents = menu("<Response><Redirect>/menu</Redirect></Response>");
    assert_eq!(found(documents)[0].0, Kind::RedirectLoop);
    let spoken = Documents::new()
        .at("/voice", "<Response><Gather numDigits=\"1\" action=\"/voice\"><Say>Press 1</Say></Gather><Redirect>/voice</Redirect></Response>");
    assert_eq!(found(spoken), [(Kind::NoWayOut, String::new())]);
}

#[test]
fn a_silent_caller_who_is_never_let_go() {
    let documents = Documents::new()
        .at("/voice", "<Response><Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1</Say></Gather><Redirect>/voice</Redirect></Response>")
        .at("/menu", "<Response><Say>Thank you</Say></Response>");
    assert_eq!(found(documents), [(Kind::SilentLoop, String::new())]);
}

#[test]
fn a_gather_without_a_way_on() {
    let documents = Documents::new()
        .at("/voice", "<Response><Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1</Say></Gather></Response>")
        .at("/menu", "<Response><Say>Thank you</Say></Response>");
    assert_eq!(found(documents), [(Kind::DeadEnd, String::from("call.stays_silent()"))]);
}

#[test]
fn an_invalid_document_behind_a_dial() {
    let documents = Documents::new()
        .at("/voice", "<Response><Dial action=\"/after\">+15557654321</Dial></Response>")
        .at("/after", "<Response><Say voices=\"x\">Sorry</Say></Response>");
    let found = found(documents);
    assert_eq!(found, [(Kind::InvalidDocument, String::from("called.is_busy()"))]);
}

#[test]
fn each_result_of_a_conversation() {
    let documents = Documents::new()
        .at(
            "/voice",
            "<Response><Connect action=\"/ended\"><Conversation serviceInstanceSid=\"ISxxxx\"/></Connect></Response>",
        )
        .at("/ended", "<Response/>");
    let found = found(documents);
    assert_eq!(found[0], (Kind::DeadEnd, String::from("twilio.worker(Worker::NeverAnswers)")));
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_whisper_that_joins_a_mailbox() {
    let documents = Documents::new()
        .at("/voice", "<Response><Dial><Number url=\"/screen\">+15557654321</Number></Dial><Say>Sorry</Say></Response>")
        .at(
            "/screen",
            "<Response><Gather numDigits=\"1\" action=\"/gone\"><Say>Press 1</Say></Gather><Hangup/></Response>",
        );
    assert_eq!(found(documents), [(Kind::FailedRequest, String::from("called.answers(); called.presses(\"1\")"))]);
}

#[test]
fn what_is_allowed_is_not_found() {
    let documents = menu("<Response><Hangup/><Say>Never</Say></Response>");
    assert_eq!(found(documents.clone())[0].0, Kind::Warnings);
    let twilio = Twilio::service(documents).allows(Lapse::Warnings);
    let rest = twilio.phone("+15551234567").explore("/voice").runs().now();
    assert_eq!(rest.findings.iter().map(|finding| finding.kind).collect::<Vec<_>>(), [Kind::DeadEnd]);
}

#[test]
fn it_is_the_same_each_time() {
    let documents = || menu("<Response><Redirect>/transfer</Redirect></Response>");
    assert_eq!(explore(documents()).to_string(), explore(documents()).to_string());
}

#[test]
fn depth_is_a_limit() {
    let mut documents = Documents::new();
    for step in 0..5 {
        let next = step + 1;
        documents = documents.at(
            &format!("/{step}"),
            &format!("<Response><Gather numDigits=\"1\" action=\"/{next}\"><Say>Press 1</Say></Gather><Say>Bye</Say></Response>"),
        );
    }
    let explorer = Twilio::service(documents).phone("+15551234567").explore("/0");
    let shallow = explorer.clone().depth(3).runs().now();
    assert_eq!((shallow.findings.len(), shallow.cut_off), (0, 1));
    let deep = explorer.depth(5).runs().now();
    assert_eq!(deep.findings[0].script.len(), 5);
}

#[test]
fn the_same_is_found_when_requests_take_their_time() {
    let documents = || {
        Documents::new()
            .at("/voice", "<Response><Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1</Say></Gather><Say>Bye</Say></Response>")
            .at("/menu", "<Response><Dial action=\"/after\">+15557654321</Dial></Response>")
            .at("/after", "<Response><Record action=\"/left\"/></Response>")
            .at("/left", "<Response/>")
    };
    let mut durations = Durations::default();
    durations.request = Duration::from_secs(2);
    let slow = Twilio::service(documents()).durations(durations).phone("+15551234567").explore("/voice").runs().now();
    let fast = explore(documents());
    let scripts = |found: &Exploration| -> Vec<_> {
        found.findings.iter().map(|finding| (finding.kind, finding.script_text())).collect()
    };
    assert_eq!((slow.places, slow.calls, scripts(&slow)), (fast.places, fast.calls, scripts(&fast)));
    assert!(!slow.findings.is_empty());
}
