//! What is shown of a call: to people, to snapshots, as a picture.

#[path = "readme/first.rs"]
mod first;

use std::time::Duration;

use twiml_testing::{Documents, Twilio};

fn service() -> Documents {
    Documents::new()
        .at(
            "/voice",
            "<Response><Gather numDigits=\"1\" action=\"/menu\"><Say>Press 1</Say></Gather><Redirect>/bye</Redirect></Response>",
        )
        .at("/menu", "<Response><Say>Thank you</Say></Response>")
        .at("/bye", "<Response><Say>Bye</Say></Response>")
}

#[test]
fn a_transcript_is_for_people() {
    let mut call = Twilio::service(service()).call("+15551234567", "/voice").now();
    call.waits(Duration::from_millis(500)).now();
    call.presses("1").now();
    call.ended().now();
    let lines: Vec<String> = call.transcript().to_string().lines().map(str::to_owned).collect();
    let expected = [
        "    0.00 s  +15551234567  calls +15550001111",
        "    0.00 s  +15551234567  → voice: POST https://voice.example.com/voice",
        "    0.00 s  +15551234567  answered",
        "    0.00 s  +15551234567  hears \"Press 1\"",
        "    0.50 s  +15551234567  presses 1",
        "    0.50 s  +15551234567  … cut short",
        "    0.50 s  +15551234567  → gather-action: POST https://voice.example.com/menu Digits=\"1\"",
        "    0.50 s  +15551234567  hears \"Thank you\"",
        "    1.50 s  +15551234567  the call has ended: completed",
    ];
    let shown: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.contains('←')).collect();
    assert_eq!(shown, expected);
}

#[test]
fn the_flow_is_a_picture() {
    let twilio = Twilio::service(service());
    let mut keys = twilio.call("+15551234567", "/voice").now();
    keys.presses("1").now();
    assert_eq!(
        keys.map(),
        "flowchart TD\n    n0[\"/voice<br/>Gather, Redirect\"]\n    n1[\"/menu<br/>Say\"]\n    n0 -->|\"1\"| n1\n"
    );
    let mut silent = twilio.call("+15551234567", "/voice").now();
    silent.stays_silent().now();
    silent.hears("Bye").now();
    assert!(silent.map().contains("n0 -->|\"redirect\"| n1"), "{}", silent.map());
    assert_eq!(twilio.map().lines().filter(|line| line.contains("-->")).count(), 2);
}

#[cfg(feature = "serde")]
#[test]
fn a_transcript_is_for_snapshots() {
    let mut call = Twilio::service(service()).call("+15551234567", "/voice").now();
    call.presses("1").now();
    let snapshot = serde_json::to_value(call.transcript()).unwrap();
    let again = {
        let mut call = Twilio::service(service()).call("+15551234567", "/voice").now();
        call.presses("1").now();
        serde_json::to_value(call.transcript()).unwrap()
    };
    assert_eq!(snapshot, again, "nothing in it depends on the run");
    assert_eq!(snapshot["entries"][0]["event"]["calls"], "+15550001111");
}

#[test]
fn a_failure_says_what_could_have_been() {
    let mut call = Twilio::service(service()).call("+15551234567", "/voice").now();
    let shown = call.hears("Good morning").tried().now().unwrap_err().to_string();
    for part in
        ["\"Good morning\" is not heard", "heard instead: \"Press 1\"", "the call has ended", "what has happened:"]
    {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let mut call = Twilio::service(service()).call("+15551234567", "/voice").now();
    let shown = call.dials("+15557654321").tried().now().unwrap_err().to_string();
    assert!(shown.contains("+15557654321 is not called"), "{shown}");
    let mut call = Twilio::service(service()).call("+15551234567", "/voice").now();
    let failure = call.chooses("sales").tried().now().unwrap_err();
    assert!(failure.message.contains("no key for \"sales\""), "{failure}");
    assert!(failure.instead.iter().any(|words| words.starts_with("what can happen: `presses`")), "{failure}");
    let document = failure.document.unwrap();
    assert!(
        document.contains("^^^") && document.contains("--> https://voice.example.com/voice:1:11"),
        "the place is marked"
    );
}

#[test]
fn the_documentation_starts_with_a_test_that_runs() {
    let first = format!("```rust\n{}```", include_str!("readme/first.rs"));
    let start = include_str!("../README.md").find("```").unwrap();
    assert!(
        include_str!("../README.md")[start..].starts_with(&first),
        "`tests/readme/first.rs` is the first block of the README"
    );
}
