//! The requests of the phone are those of the rows: no parameter that its row does not name, none missing that always comes,
//! and every signature that of its request.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::collections::BTreeSet;
use std::time::Duration;

use twiml_core::webhook::{self, Row};
use twiml_core::{Parameters, signature};
use twiml_testing::{Call, Documents, Event, Exchange, Lapse, Payment, Twilio, Worker};

const TOKEN: &str = "a token";
const CALLER: &str = "+15551234567";

fn twilio(verbs: &str) -> Twilio {
    let answers = ["/next", "/wait", "/screen", "/refer"];
    let reports = ["/report", "/partial", "/status"];
    let mut documents =
        Documents::new().at("/voice", &format!("<Response>{verbs}</Response>")).at("/sms", "<Response/>");
    for path in answers {
        documents = documents.at(path, "<Response><Say>Next</Say></Response>");
    }
    for path in reports {
        documents = documents.status(path, 204);
    }
    let twilio = Twilio::service(documents).auth_token(TOKEN).public_url("https://example.com");
    twilio.allows(Lapse::Warnings).status_callback("/status")
}

/// Everything that the phone can be made to ask.
fn tour() -> Vec<Exchange> {
    let mut made = Vec::new();
    let mut call = |from: &str, verbs: &str, act: &dyn Fn(&Twilio, &mut Call)| {
        let twilio = twilio(verbs);
        let mut call = twilio.call(from, "/voice").now();
        act(&twilio, &mut call);
        twilio.waits(Duration::from_secs(120)).now();
        made.extend(twilio.requests());
    };
    call(CALLER, "<Gather input=\"speech dtmf\" action=\"/next\" partialResultCallback=\"/partial\"/>", &|_, call| {
        call.says("billing").now();
    });
    call(CALLER, "<Gather numDigits=\"1\" method=\"GET\" action=\"/next?a=b\"/>", &|_, call| call.presses("1").now());
    call(
        CALLER,
        "<Record action=\"/next\" transcribe=\"true\" transcribeCallback=\"/report\" recordingStatusCallback=\"/report\"/>",
        &|_, call| {
            call.records("Hello", Duration::from_secs(5)).now();
            call.hangs_up().now();
        },
    );
    let events = "statusCallback=\"/report\" statusCallbackEvent=\"initiated ringing answered completed\"";
    call(
        CALLER,
        &format!(
            "<Dial action=\"/next\" record=\"record-from-answer\" recordingStatusCallback=\"/report\">\
             <Number url=\"/screen\" machineDetection=\"Enable\" amdStatusCallback=\"/report\" {events}>+15557654321</Number></Dial>"
        ),
        &|_, call| {
            call.is_joined_with("+15557654321").now();
            call.other_hangs_up().now();
        },
    );
    call(CALLER, "<Dial referUrl=\"/refer\"><Sip>sip:kate@example.com</Sip></Dial>", &|_, call| {
        call.other_transfers_to("sip:joe@example.com").now();
    });
    call(
        CALLER,
        "<Dial action=\"/next\"><Conference record=\"record-from-start\" recordingStatusCallback=\"/report\" waitUrl=\"/wait\" \
         participantLabel=\"a\" statusCallback=\"/report\" statusCallbackEvent=\"start end join leave\">Room</Conference></Dial>",
        &|_, call| call.hangs_up().now(),
    );
    queue(&mut made);
    let mut call = |from: &str, verbs: &str, act: &dyn Fn(&Twilio, &mut Call)| {
        let twilio = twilio(verbs);
        twilio.worker(Worker::Answers);
        let mut call = twilio.call(from, "/voice").now();
        act(&twilio, &mut call);
        twilio.waits(Duration::from_secs(120)).now();
        made.extend(twilio.requests());
    };
    let worker = "statusCallback=\"/report\" statusCallbackEvent=\"call-initiated call-ringing call-answered call-completed\" \
                  record=\"record-from-answer\" recordingStatusCallback=\"https://example.com/report\"";
    call(
        CALLER,
        &format!("<Connect action=\"/next\"><Conversation serviceInstanceSid=\"ISxxxx\" {worker}/></Connect>"),
        &|_, call| {
            call.other_hangs_up().now();
        },
    );
    call(
        CALLER,
        "<Connect action=\"/next\"><ConversationRelay url=\"wss://example.com/ws\"/></Connect>",
        &|_, call| {
            call.socket_ends_with("{}").now();
        },
    );
    call(CALLER, "<Connect action=\"/next\"><VirtualAgent connectorName=\"x\"/></Connect>", &|_, call| {
        call.agent_ends("completed").now();
    });
    call("sip:kate@example.com", "<Refer action=\"/next\"><Sip>sip:joe@example.com</Sip></Refer>", &|_, call| {
        call.ended().now();
    });
    call(CALLER, "<Pay action=\"/next\" statusCallback=\"/report\" chargeAmount=\"1\"/>", &|_, call| {
        call.pays(Payment::card("4111111111111111")).now();
    });
    call(
        CALLER,
        "<Start><Stream name=\"a\" url=\"wss://example.com/ws\" statusCallback=\"https://example.com/report\"/>\
         </Start><Start><Siprec name=\"b\" connectorName=\"x\" statusCallback=\"https://example.com/report\"/></Start>\
         <Start><Transcription name=\"c\" statusCallbackUrl=\"https://example.com/report\"/></Start>\
         <Start><Recording recordingStatusCallback=\"/report\"/></Start><Say>Hello</Say>",
        &|_, call| {
            call.hears("Hello").now();
            call.is_transcribed("hello").now();
        },
    );
    messages(&mut made);
    made
}

fn queue(made: &mut Vec<Exchange>) {
    let documents = Documents::new()
        .at("/voice", "<Response><Enqueue waitUrl=\"/wait\" action=\"/next\">q</Enqueue></Response>")
        .at("/agent", "<Response><Dial action=\"/next\"><Queue url=\"/next\">q</Queue></Dial></Response>")
        .at("/wait", "<Response><Pause length=\"30\"/></Response>")
        .at("/next", "<Response><Say>Next</Say></Response>");
    let twilio = Twilio::service(documents).auth_token(TOKEN).public_url("https://example.com").allows(Lapse::Warnings);
    let mut caller = twilio.call(CALLER, "/voice").now();
    let mut agent = twilio.call("+15559999999", "/agent").now();
    caller.is_joined_with("+15559999999").now();
    agent.hangs_up().now();
    made.extend(twilio.requests());
}

fn messages(made: &mut Vec<Exchange>) {
    let documents = Documents::new()
        .at("/sms", "<Response><Message action=\"/report\">Hi</Message></Response>")
        .status("/report", 204);
    let twilio = Twilio::service(documents).auth_token(TOKEN).public_url("https://example.com");
    twilio.phone(CALLER).sends("Hello", &[("https://example.com/a.png", "image/png")]).now();
    twilio.waits(Duration::from_secs(10)).now();
    made.extend(twilio.requests());
}

fn row(made: &Exchange) -> &'static Row {
    webhook::all().find(|row| row.id == made.request).unwrap()
}

/// Whether a row names a parameter, also by a pattern.
fn names(row: &Row, name: &str) -> bool {
    let fits = |known: &str| match known.split_once('{') {
        Some((prefix, _)) => name.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty()),
        None => known == name,
    };
    let own = row.parameters.iter().any(|parameter| fits(parameter.name) || parameter.companion.is_some_and(fits));
    own || row.including.is_some_and(|included| names(included, name))
}

fn always(row: &Row) -> Vec<&'static str> {
    let own = row.parameters.iter().filter(|parameter| !parameter.may_be_missing()).map(|parameter| parameter.name);
    own.chain(row.including.map(always).unwrap_or_default()).collect()
}

#[test]
fn each_has_the_parameters_of_its_row() {
    let made = tour();
    for exchange in &made {
        let row = row(exchange);
        for (name, _) in &exchange.parameters {
            assert!(names(row, name), "`{}` does not name {name}", row.id);
            let times = exchange.parameters.iter().filter(|(other, _)| other == name).count();
            assert_eq!(times, 1, "{name} in `{}`", row.id);
        }
        for name in always(row) {
            assert!(exchange.parameter(name).is_some(), "`{}` lacks {name}", row.id);
        }
    }
    let seen: BTreeSet<_> = made.iter().map(|exchange| exchange.request).collect();
    let missing: Vec<_> = webhook::all().map(|row| row.id).filter(|id| !seen.contains(id)).collect();
    // The first reports what only an agent's provider knows, the second is deprecated.
    assert_eq!(missing, ["virtual-agent-status", "conference-record-end"]);
}

#[test]
fn what_depends_on_the_situation_comes_in_it_alone() {
    for made in tour() {
        let has = |name: &str| made.parameter(name).is_some();
        match made.request {
            "gather-action" => {
                assert_ne!(has("Digits"), has("SpeechResult"));
                assert_eq!(has("SpeechResult"), has("Confidence"));
            }
            "dial-action" => {
                let conference = made.parameter("DialCallStatus") == Some("answered");
                assert_eq!([has("DialCallSid"), has("DialCallDuration"), has("DialBridged")], [!conference; 3]);
                assert_eq!(has("QueueSid"), has("DequeingCallSid"));
            }
            "call-progress" => assert_eq!(has("CallDuration"), made.parameter("CallStatus") == Some("completed")),
            "conference-status" => {
                let participant =
                    made.parameter("StatusCallbackEvent").is_some_and(|event| event.starts_with("participant"));
                assert_eq!([has("CallSid"), has("Muted"), has("Coaching")], [participant; 3]);
                assert_eq!(has("Reason"), made.parameter("StatusCallbackEvent") == Some("conference-end"));
            }
            "recording-status" => {
                assert_ne!(has("CallSid"), has("ConferenceSid"));
                assert_eq!(has("RecordingStartTime"), made.parameter("RecordingSource") != Some("RecordVerb"));
            }
            "pay-action" => assert!(has("PaymentConfirmationCode") && !has("PaymentToken") && !has("PaymentError")),
            "voice" => assert_eq!(has("ParentCallSid"), made.parameter("Direction") == Some("outbound-dial")),
            _ => {}
        }
    }
}

/// The parameters of the last request of a kind that not every request about a call has.
fn own(twilio: &Twilio, request: &str) -> Vec<String> {
    let asked = twilio.transcript().entries.into_iter().rev().find_map(|entry| match entry.event {
        Event::Asks { request: asked, parameters, .. } if asked == request => Some(parameters),
        _ => None,
    });
    asked.unwrap().into_iter().map(|(name, _)| name).collect()
}

#[test]
fn each_situation_has_its_own_parameters() {
    type Act = fn(&mut Call);
    let seconds = Duration::from_secs;
    let gather = "<Gather input=\"dtmf speech\" numDigits=\"1\" actionOnEmptyResult=\"true\" action=\"/next\"/>";
    let record = "<Record action=\"/next\" finishOnKey=\"#\"/>";
    let dial = "<Dial action=\"/next\">+15557654321</Dial>";
    let conference = "<Dial action=\"/next\"><Conference>Room</Conference></Dial>";
    let relay = "<Connect action=\"/next\"><ConversationRelay url=\"wss://example.com/ws\"/></Connect>";
    let pay = "<Pay action=\"/next\"/>";
    let silent: Act = |call| call.stays_silent().now();
    let gone: Act = |call| call.hangs_up().now();
    let talks: Act = |call| {
        call.is_joined_with("+15557654321").now();
        call.other_hangs_up().now();
    };
    let recording = "RecordingUrl RecordingDuration";
    let relayed = "SessionId SessionStatus SessionDuration";
    let situations: [(&str, Act, &str, &str); 15] = [
        (gather, |call| call.presses("1").now(), "gather-action", "Digits"),
        (
            gather,
            |call| {
                call.says("billing").now();
                call.stays_silent().now();
            },
            "gather-action",
            "SpeechResult Confidence",
        ),
        (gather, silent, "gather-action", ""),
        (
            record,
            |call| {
                call.hears_beep().now();
                call.waits(Duration::from_secs(1)).now();
                call.presses("#").now();
            },
            "record-action",
            "RecordingUrl RecordingDuration Digits",
        ),
        (
            record,
            |call| {
                call.hears_beep().now();
                call.hangs_up().now();
            },
            "record-action",
            "RecordingUrl RecordingDuration Digits",
        ),
        (record, silent, "record-action", recording),
        (dial, talks, "dial-action", "DialCallStatus DialCallSid DialCallDuration DialBridged"),
        (dial, gone, "dial-action", "DialCallStatus DialCallSid DialBridged"),
        (conference, gone, "dial-action", "DialCallStatus"),
        ("<Enqueue action=\"/next\">q</Enqueue>", gone, "enqueue-action", "QueueResult QueueSid QueueTime"),
        (
            relay,
            |call| call.socket_ends_with("{}").now(),
            "conversation-relay-action",
            "SessionId SessionStatus SessionDuration HandoffData",
        ),
        (relay, gone, "conversation-relay-action", relayed),
        (
            relay,
            |call| call.socket_fails(39001, "no socket").now(),
            "conversation-relay-action",
            "SessionId SessionStatus SessionDuration ErrorCode ErrorMessage",
        ),
        (pay, |call| call.presses("*").now(), "pay-action", "Result PaymentMethod"),
        (
            "<Say>Hi</Say>",
            |call| {
                call.ended().now();
            },
            "call-status",
            "CallDuration",
        ),
    ];
    for (verbs, act, request, parameters) in situations {
        let twilio = twilio(verbs);
        let mut call = twilio.call(CALLER, "/voice").now();
        act(&mut call);
        twilio.waits(seconds(1)).now();
        let expected: BTreeSet<_> = parameters.split_whitespace().map(str::to_owned).collect();
        assert_eq!(own(&twilio, request).into_iter().collect::<BTreeSet<_>>(), expected, "{verbs}: {request}");
    }
}

#[test]
fn every_signature_is_that_of_its_request() {
    for made in tour() {
        let posted = made.method == "POST";
        let parameters: Parameters =
            made.parameters.iter().filter(|_| posted).map(|(name, value)| (name.clone(), value.clone())).collect();
        assert_eq!(
            signature::verify(TOKEN, &made.url, &parameters, &made.signature),
            Ok(()),
            "{} {}",
            made.method,
            made.url
        );
        assert!(signature::verify("another", &made.url, &parameters, &made.signature).is_err());
    }
}

#[test]
#[ignore = "needs the official library: `npm install` in `tests/npm`"]
fn the_official_library_accepts_every_signature() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let made = tour();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/npm");
    for (token, verdict) in [(TOKEN, "true"), ("another", "false")] {
        let mut command = Command::new("node");
        command.current_dir(folder).args(["validate.mjs", token]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut node = command.spawn().unwrap();
        let mut input = node.stdin.take().unwrap();
        for exchange in &made {
            let posted = if exchange.method == "POST" { &exchange.parameters[..] } else { &[] };
            let line =
                serde_json::json!({ "url": exchange.url, "parameters": posted, "signature": exchange.signature });
            writeln!(input, "{line}").unwrap();
        }
        drop(input);
        let output = node.wait_with_output().unwrap();
        let verdicts: Vec<_> = std::str::from_utf8(&output.stdout).unwrap().lines().map(str::to_owned).collect();
        assert_eq!(verdicts, vec![verdict; made.len()]);
    }
}
