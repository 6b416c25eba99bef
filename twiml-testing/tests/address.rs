//! Applications at an address: a server of this process, and one that is neither ours nor Rust.

#![cfg(feature = "address")]
#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use axum::{Router, routing::post};
use twiml::signature::Verifier;
use twiml::webhook::{DialAction, RecordAction};
use twiml::{VoiceResponse, twiml};
use twiml_testing::{Ended, Lapse, Twilio};

const TOKEN: &str = "a token";
const PUBLIC: &str = "https://voice.example.com";
const CALLER: &str = "+15551234567";

async fn greet() -> VoiceResponse {
    twiml! { <Response><Say>"Hello"</Say></Response> }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_called_at_its_address() {
    let router = Router::new().route("/voice", post(greet)).layer(Verifier::new(TOKEN, PUBLIC).unwrap());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let twilio = Twilio::at(&url).unwrap().auth_token(TOKEN).public_url(PUBLIC);
    let mut call = twilio.call(CALLER, "/voice").await;
    call.hears("Hello").await;
    assert_eq!(call.ended().await, Ended::Completed);
    let stranger = Twilio::at(&url).unwrap().auth_token("another").public_url(PUBLIC);
    let failure = stranger.call(CALLER, "/voice").tried().await.unwrap_err();
    assert!(failure.message.contains("403"), "{failure}");
}

#[test]
fn nobody_listens() {
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let failure = Twilio::at(&format!("http://{unused}")).unwrap().call(CALLER, "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::FailedRequest));
    assert!(failure.message.contains("11205"), "{failure}");
}

#[test]
fn the_api_listens() {
    let twilio = Twilio::service(twiml_testing::answer("<Response><Say>Ready</Say></Response>"));
    let listening = twilio.api().listens().unwrap();
    let url = format!("{}/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls.json", listening.url());
    let form = [("To", CALLER), ("From", "+15550001111"), ("Url", "https://voice.example.com/ready")];
    let authorization = twilio.api().authorization();
    let answer = ureq::post(&url).header("authorization", authorization).send_form(form).unwrap();
    assert_eq!(answer.status(), 201);
    twilio.answers(CALLER).now().hears("Ready").now();
}

/// The server of `tests/npm`, until it is dropped.
struct Node(Child);

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn node() -> (Node, Twilio) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/npm");
    let mut command = Command::new("node");
    let child = command.current_dir(folder).args(["server.mjs", TOKEN, PUBLIC]).stdout(Stdio::piped()).spawn();
    let mut node = Node(child.unwrap());
    let mut port = String::new();
    BufReader::new(node.0.stdout.take().unwrap()).read_line(&mut port).unwrap();
    let url = format!("http://127.0.0.1:{}", port.trim());
    (node, Twilio::at(&url).unwrap().auth_token(TOKEN).public_url(PUBLIC))
}

#[test]
#[ignore = "needs the official library: `npm install` in `tests/npm`"]
fn an_application_on_the_official_library() {
    let (_node, twilio) = node();
    twilio.number("+15557654321").never_answers();
    let mut call = twilio.call(CALLER, "/voice").now();
    call.chooses("sales").now();
    call.dials("+15557654321").now();
    call.hears("Please leave a message").now();
    assert_eq!(call.last::<DialAction>().dial_call_status.to_string(), "no-answer");
    call.records("Hello", Duration::from_secs(8)).now();
    call.presses("#").now();
    call.hears("Thank you for 8 seconds").now();
    assert_eq!(call.last::<RecordAction>().recording_duration, 8);
    let stranger = twilio.auth_token("another").call(CALLER, "/voice").tried().now().unwrap_err();
    assert!(stranger.message.contains("403"), "the official library refuses a wrong signature: {stranger}");
}

#[test]
#[ignore = "needs the official library: `npm install` in `tests/npm`"]
fn and_explored() {
    let (_node, twilio) = node();
    let found = twilio.phone(CALLER).explore("/voice").depth(4).runs().now();
    found.finds_nothing();
    // The menu, the ringing, the talk, the recording.
    assert_eq!((found.places, found.cut_off), (4, 0), "{found}");
}
