//! Whatever an application answers and people do: the world goes on, ends, and is the same each time.

#![expect(clippy::unwrap_used, reason = "a test may panic, and so may what it calls")]

use std::time::Duration;

use proptest::prelude::*;
use tower_service::Service;
use twiml_core::Parameters;
use twiml_core::webhook::DialCallStatus;
use twiml_testing::{
    Behaviour, Call, Cookies, Documents, Durations, Event, Failure, Lapse, Payment, Transcript, Twilio, Worker,
};

type Settings = (Behaviour, Durations);

const CALLERS: [&str; 2] = ["+15550000001", "sip:kate@example.com"];

/// Verbs that lead to one of three other documents.
fn verb() -> impl Strategy<Value = String> {
    let page = || (0..4_u8).prop_map(|page| format!("/{page}"));
    prop_oneof![
        Just(String::from("<Say>Hello to everybody</Say>")),
        Just(String::from("<Play loop=\"2\">/a.mp3</Play>")),
        (0..6_u8).prop_map(|length| format!("<Pause length=\"{length}\"/>")),
        page().prop_map(|page| format!("<Gather numDigits=\"2\" action=\"{page}\"><Say>Press two keys</Say></Gather>")),
        page().prop_map(|page| format!("<Gather input=\"dtmf speech\" actionOnEmptyResult=\"true\" action=\"{page}\"/>")),
        page().prop_map(|page| format!("<Record action=\"{page}\" maxLength=\"20\" recordingStatusCallback=\"/told\"/>")),
        page().prop_map(|page| format!("<Redirect>{page}</Redirect>")),
        page().prop_map(|page| format!("<Dial action=\"{page}\" hangupOnStar=\"true\" timeLimit=\"60\">+15557654321</Dial>")),
        page().prop_map(|page| {
            format!("<Dial><Number url=\"{page}\" statusCallback=\"/told\">+15557654321</Number><Client>joey</Client></Dial>")
        }),
        page().prop_map(|page| format!("<Dial action=\"{page}\"><Conference waitUrl=\"{page}\">Room</Conference></Dial>")),
        Just(String::from("<Dial><Conference endConferenceOnExit=\"true\" statusCallback=\"/told\">Room</Conference></Dial>")),
        (page(), page()).prop_map(|(wait, page)| format!("<Enqueue waitUrl=\"{wait}\" action=\"{page}\">q</Enqueue>")),
        page().prop_map(|page| format!("<Dial action=\"{page}\"><Queue url=\"{page}\">q</Queue></Dial>")),
        page().prop_map(|page| {
            format!("<Connect action=\"{page}\"><Conversation serviceInstanceSid=\"ISxxxx\" statusCallback=\"/told\"/></Connect>")
        }),
        Just(String::from("<Connect><Stream url=\"wss://example.com/ws\"/></Connect>")),
        Just(String::from("<Start><Stream url=\"wss://example.com/ws\" statusCallback=\"https://example.com/told\"/></Start>")),
        page().prop_map(|page| format!("<Pay action=\"{page}\" statusCallback=\"/told\" maxAttempts=\"2\"/>")),
        page().prop_map(|page| format!("<Refer action=\"{page}\"><Sip>sip:joe@example.com</Sip></Refer>")),
        Just(String::from("<Hangup/>")),
        Just(String::from("<Leave/>")),
        Just(String::from("<Reject/>")),
        Just(String::from("<Unknown/>")),
    ]
}

fn application() -> impl Strategy<Value = Vec<String>> {
    let document =
        prop::collection::vec(verb(), 0..4).prop_map(|verbs| format!("<Response>{}</Response>", verbs.concat()));
    // A page may be missing.
    prop::collection::vec(document, 2..=4)
}

#[derive(Clone, Debug)]
enum Acts {
    Presses(&'static str),
    Says,
    Mumbles,
    Silent,
    Records,
    Waits(u64),
    OtherHangsUp,
    Pays,
    SocketEnds,
    HangsUp,
    /// The application moves the call to a page, through the REST API.
    IsMoved(u8),
    /// The application ends the call.
    IsEnded,
}

fn act() -> impl Strategy<Value = Acts> {
    prop_oneof![
        prop_oneof![Just("1"), Just("12"), Just("*"), Just("#")].prop_map(Acts::Presses),
        Just(Acts::Says),
        Just(Acts::Mumbles),
        Just(Acts::Silent),
        Just(Acts::Records),
        (0..50_u64).prop_map(Acts::Waits),
        Just(Acts::OtherHangsUp),
        Just(Acts::Pays),
        Just(Acts::SocketEnds),
        Just(Acts::HangsUp),
        (0..4_u8).prop_map(Acts::IsMoved),
        Just(Acts::IsEnded),
    ]
}

/// What an application asks of the REST API about a call.
fn asks(twilio: &Twilio, call: &mut Call, name: &str, value: &str) -> Result<(), Failure> {
    let account = "AC0123456789abcdef0123456789abcdef";
    let mut api = twilio.api();
    let request =
        http::Request::post(format!("https://api.twilio.com/2010-04-01/Accounts/{account}/Calls/{}.json", call.sid()))
            .header("authorization", api.authorization())
            .body(Parameters::from_iter([(name, value)]).to_form());
    let _ = pollster::block_on(api.call(request.unwrap()));
    call.waits(Duration::ZERO).tried().now()
}

/// What cannot happen does not.
fn does(twilio: &Twilio, call: &mut Call, act: &Acts) {
    let _ = match act {
        Acts::IsMoved(page) => asks(twilio, call, "Url", &format!("https://voice.example.com/{page}")),
        Acts::IsEnded => asks(twilio, call, "Status", "completed"),
        Acts::Presses(keys) => call.presses(keys).tried().now(),
        Acts::Says => call.says("hello there").tried().now(),
        Acts::Mumbles => call.mumbles().tried().now(),
        // What listens may do so until somebody hangs up.
        Acts::Silent => call.waits(Duration::from_secs(6)).tried().now(),
        Acts::Records => call.records("hello", Duration::from_secs(3)).tried().now(),
        Acts::Waits(seconds) => call.waits(Duration::from_secs(*seconds)).tried().now(),
        Acts::OtherHangsUp => call.other_hangs_up().tried().now(),
        Acts::Pays => call.pays(Payment::card("4111111111111111")).tried().now(),
        Acts::SocketEnds => call.socket_ends().tried().now(),
        Acts::HangsUp => call.hangs_up().tried().now(),
    };
}

/// What is contested, one way or the other.
fn behaviour() -> impl Strategy<Value = Behaviour> {
    let statuses =
        prop_oneof![Just(DialCallStatus::Completed), Just(DialCallStatus::Busy), Just(DialCallStatus::NoAnswer)];
    let cookies = prop_oneof![Just(Cookies::Call), Just(Cookies::Leg), Just(Cookies::Numbers)];
    (any::<[bool; 22]>(), statuses, cookies).prop_map(|(choices, status, cookies)| {
        let mut behaviour = Behaviour::default();
        let fields = [
            &mut behaviour.rings_first,
            &mut behaviour.redirect_answers,
            &mut behaviour.unknown_verb_is_ignored,
            &mut behaviour.empty_digits,
            &mut behaviour.speech_barges_in,
            &mut behaviour.gather_reports_hangup,
            &mut behaviour.conversation_repeats,
            &mut behaviour.empty_is_a_document,
            &mut behaviour.failed_whisper_joins,
            &mut behaviour.late_reject_is_ignored,
            &mut behaviour.stray_leave_ends,
            &mut behaviour.early_keys_are_kept,
            &mut behaviour.conference_wait_is_told,
            &mut behaviour.empty_recording_falls_through,
            &mut behaviour.leading_silence_counts,
            &mut behaviour.last_party_decides,
            &mut behaviour.reports_abandoned_dial,
            &mut behaviour.moved_dial_is_reported,
            &mut behaviour.moved_document_redirects,
            &mut behaviour.reports_failed_payment,
            &mut behaviour.completed_comes_first,
            &mut behaviour.unanswered_has_duration,
        ];
        for (field, choice) in fields.into_iter().zip(choices) {
            *field = choice;
        }
        (behaviour.screened_out, behaviour.missing_queue, behaviour.full_conference) =
            (status.clone(), status.clone(), status);
        behaviour.cookies = cookies;
        behaviour
    })
}

/// What takes time, or none.
fn durations() -> impl Strategy<Value = Durations> {
    let seconds = || prop_oneof![2 => Just(0), 1 => Just(3), 1 => Just(20)].prop_map(Duration::from_secs);
    (seconds(), seconds(), seconds()).prop_map(|(request, redirect, key)| {
        let mut durations = Durations::default();
        (durations.request, durations.redirect, durations.key) = (request, redirect, key);
        durations
    })
}

fn run(pages: &[String], worker: &Worker, (behaviour, durations): &Settings, script: &[(usize, Acts)]) -> Twilio {
    let mut documents = Documents::new().status("/told", 204);
    for (number, page) in pages.iter().enumerate() {
        documents = documents.at(&format!("/{number}"), page);
    }
    let lapses = [
        Lapse::InvalidDocument,
        Lapse::Warnings,
        Lapse::UnheardKeys,
        Lapse::UnheardSpeech,
        Lapse::FailedRequest,
        Lapse::RedirectLoop,
        Lapse::MisplacedVerb,
    ];
    let twilio = Twilio::service(documents).status_callback("/told");
    let twilio = twilio.behaviour(behaviour.clone()).durations(durations.clone());
    let twilio = lapses.into_iter().fold(twilio, Twilio::allows);
    twilio.worker(worker.clone());
    let mut calls = CALLERS.map(|from| twilio.call(from, "/0").now());
    for (who, act) in script {
        does(&twilio, &mut calls[*who], act);
    }
    for call in &mut calls {
        let _ = call.hangs_up().tried().now();
    }
    twilio.waits(Duration::from_secs(60)).now();
    twilio
}

/// Nobody does or hears anything once a call has ended.
fn is_quiet_after_the_end(transcript: &Transcript) -> Result<(), TestCaseError> {
    for (index, entry) in transcript.entries.iter().enumerate() {
        let Event::Ended(_) = entry.event else { continue };
        for later in transcript.entries[index + 1..].iter().filter(|later| later.leg == entry.leg) {
            let reports = matches!(later.event, Event::Asks { .. } | Event::Answered { .. } | Event::Notes(..));
            prop_assert!(reports, "{later} after the end in\n{transcript}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_world_goes_on(
        pages in application(),
        worker in prop_oneof![Just(Worker::Answers), Just(Worker::NeverAnswers), Just(Worker::NobodyAssigned)],
        settings in prop_oneof![Just(Settings::default()), (behaviour(), durations())],
        script in prop::collection::vec((0..CALLERS.len(), act()), 0..8),
    ) {
        let twilio = run(&pages, &worker, &settings, &script);
        let transcript = twilio.transcript();
        let entries = &transcript.entries;
        prop_assert!(entries.windows(2).all(|pair| pair[0].at <= pair[1].at), "time goes on in\n{transcript}");
        is_quiet_after_the_end(&transcript)?;
        // Each call is over, and that is reported once.
        let made = twilio.requests();
        for from in CALLERS {
            let ended = made.iter().filter(|made| made.request == "call-status" && made.parameter("From") == Some(from));
            prop_assert_eq!(ended.count(), 1, "{} in\n{}", from, transcript);
        }
        // The called, too.
        let legs = entries.iter().filter_map(|entry| entry.leg).max().unwrap_or_default();
        let ended = entries.iter().filter(|entry| matches!(entry.event, Event::Ended(_))).count();
        prop_assert_eq!(ended, legs + 1, "all are gone in\n{}", transcript);
        prop_assert_eq!(run(&pages, &worker, &settings, &script).transcript().to_string(), transcript.to_string());
    }
}
