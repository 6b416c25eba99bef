//! Scenario 29, and the rest of what an answer may be.

use twiml_testing::{Behaviour, Documents, Ended, Lapse, Twilio};

use crate::{CALLER, last, response, targets, twilio, voice, with_headers};

#[test]
fn a_failed_request_goes_to_the_fallback_address() {
    let documents = Documents::new().status("/voice", 500).at("/fallback", &response("<Say>We are back</Say>"));
    let mut call = twilio(documents).fallback_url("/fallback").call(CALLER, "/voice").now();
    call.hears("We are back").now();
    assert_eq!(targets(&call), ["POST /voice", "POST /fallback"]);
    assert_eq!(
        (last(&call, "ErrorCode").as_deref(), last(&call, "ErrorUrl").as_deref()),
        (Some("11200"), Some("https://example.com/voice"))
    );
    assert_eq!(call.ended().now(), Ended::Completed);
}

#[test]
fn without_one_the_call_ends_with_an_apology() {
    let documents = Documents::new().status("/voice", 500);
    let failure = twilio(documents.clone()).call(CALLER, "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::FailedRequest));
    let mut call = twilio(documents).allows(Lapse::FailedRequest).call(CALLER, "/voice").now();
    call.hears("application error").now();
    assert_eq!(call.ended().now(), Ended::Completed);
}

#[test]
fn a_redirect_of_an_action_loses_what_the_verb_said() {
    for (status, method, digits) in
        [(301, "GET", None), (302, "GET", None), (307, "POST", Some("1")), (308, "POST", Some("1"))]
    {
        let documents = voice("<Gather numDigits=\"1\" action=\"/old\"/>")
            .redirect("/old", status, "/new")
            .at("/new", &response("<Say>Here</Say>"));
        let mut call = twilio(documents).call(CALLER, "/voice").now();
        call.presses("1").now();
        call.hears("Here").now();
        assert_eq!(targets(&call)[2], format!("{method} /new"));
        assert_eq!(last(&call, "Digits").as_deref(), digits, "{status}");
        assert_eq!(last(&call, "CallSid"), Some(call.sid()));
    }
    let mut behaviour = Behaviour::default();
    behaviour.redirects_keep = false;
    let documents = voice("<Gather numDigits=\"1\" action=\"/old\"/>")
        .redirect("/old", 307, "/new")
        .at("/new", &response("<Say>Here</Say>"));
    let mut call = twilio(documents).behaviour(behaviour).call(CALLER, "/voice").now();
    call.presses("1").now();
    assert_eq!((targets(&call)[2].as_str(), last(&call, "Digits")), ("GET /new", None));
}

#[test]
fn ten_redirects_are_followed() {
    let chain = |length: usize| {
        let mut documents = Documents::new();
        for hop in 0..length {
            documents = documents.redirect(&format!("/{hop}"), 302, &format!("/{}", hop + 1));
        }
        documents.at(&format!("/{length}"), &response("<Say>Arrived</Say>"))
    };
    twilio(chain(10)).call(CALLER, "/0").now().hears("Arrived").now();
    let failure = twilio(chain(11)).call(CALLER, "/0").tried().now().unwrap_err();
    assert!(failure.message.contains("11215"), "{failure}");
}

#[test]
fn types_other_than_documents() {
    let one =
        |kind: &str, body: &str| twilio(Documents::new().typed("/voice", kind, body)).call(CALLER, "/voice").tried();
    let mut text = one("text/plain; charset=utf-8", "Hello there").now().unwrap();
    text.hears("Hello there").now();
    assert_eq!(text.ended().now(), Ended::Completed);
    let mut xml = one("text/plain", "<Response><Say>Marked up</Say></Response>").now().unwrap();
    xml.hears("Marked up").now();
    let mut audio = one("audio/mpeg", "…").now().unwrap();
    audio.hears("https://example.com/voice").now();
    one("text/html", "<Response><Say>Page</Say></Response>").now().unwrap().hears("Page").now();
    for (kind, body, code) in [
        ("application/json", "{}", "12300"),
        ("text/xml", "<Response><Say>", "12100"),
        ("text/xml", " <?xml version=\"1.0\"?><Response/>", "12100"),
        ("text/xml", "<Antwort/>", "12100"),
        ("text/xml", "", "12100"),
    ] {
        let failure = one(kind, body).now().unwrap_err();
        assert!(failure.message.contains(code), "{kind} {body}: {failure}");
    }
    let large = response(&format!("<Say>{}</Say>", "word ".repeat(20_000)));
    let failure = one("text/xml", &large).now().unwrap_err();
    assert!(failure.message.contains("11750"), "{}", failure.message);
}

#[test]
fn an_invalid_document_fails_with_the_place() {
    let documents = voice("<Say voices=\"alice\">Hello</Say>");
    let failure = twilio(documents.clone()).call(CALLER, "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::InvalidDocument));
    let shown = failure.to_string();
    assert!(shown.contains("did you mean `voice`?") && shown.contains("^^^^^^"), "{shown}");
    // Twilio leaves out what it does not know, and goes on.
    twilio(documents).allows(Lapse::InvalidDocument).call(CALLER, "/voice").now().hears("Hello").now();
}

#[test]
fn a_warning_fails_unless_it_is_allowed() {
    let documents = voice("<Hangup/><Say>Never</Say>");
    let strict = Twilio::service(documents.clone()).call(CALLER, "/voice").tried().now().unwrap_err();
    assert_eq!(strict.lapse, Some(Lapse::Warnings));
    assert_eq!(twilio(documents).call(CALLER, "/voice").now().ended().now(), Ended::Completed);
}

#[test]
fn a_loop_is_found() {
    let failure = twilio(voice("<Redirect>/voice</Redirect>")).call(CALLER, "/voice").tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::RedirectLoop));
    let spoken = voice("<Say>Again</Say><Redirect>/voice</Redirect>");
    let failure = twilio(spoken).call(CALLER, "/voice").now().ended().tried().now().unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::RedirectLoop));
}

#[test]
fn cookies_come_back_on_every_request_of_the_call() {
    let documents =
        voice("<Gather numDigits=\"1\" action=\"/next\"/>").cookie("/voice", "n=1; Path=/").at("/next", "<Response/>");
    let (twilio, seen) = with_headers(documents);
    let mut call = twilio.call(CALLER, "/voice").now();
    call.presses("1").now();
    let cookies: Vec<_> = seen.lock().unwrap().iter().map(|headers| headers.get("cookie").cloned()).collect();
    assert_eq!(cookies, [None, Some("n=1".parse().unwrap())]);
    let tokens: Vec<_> =
        seen.lock().unwrap().iter().map(|headers| headers["i-twilio-idempotency-token"].clone()).collect();
    assert_ne!(tokens[0], tokens[1]);
    assert!(seen.lock().unwrap().iter().all(|headers| headers["user-agent"] == "TwilioProxy/1.1"));
}

#[test]
fn a_callback_that_fails_fails_the_test() {
    let documents = voice("<Say>Hi</Say>").status("/status", 500);
    let failure = twilio(documents.clone())
        .status_callback("/status")
        .call(CALLER, "/voice")
        .now()
        .ended()
        .tried()
        .now()
        .unwrap_err();
    assert_eq!(failure.lapse, Some(Lapse::FailedCallback));
    let lenient = twilio(documents).status_callback("/status").allows(Lapse::FailedCallback);
    assert_eq!(lenient.call(CALLER, "/voice").now().ended().now(), Ended::Completed);
    assert_eq!(lenient.lapses().len(), 1);
}

#[test]
fn an_empty_answer_is_an_error_or_nothing_to_do() {
    let documents = Documents::new().status("/voice", 204);
    let failure = twilio(documents.clone()).call(CALLER, "/voice").tried().now().unwrap_err();
    assert!(failure.message.contains("12100"), "{failure}");
    let mut behaviour = Behaviour::default();
    behaviour.empty_is_a_document = true;
    assert_eq!(twilio(documents).behaviour(behaviour).call(CALLER, "/voice").now().ended().now(), Ended::Completed);
}

#[test]
fn a_test_may_answer_before_the_first_request() {
    let mut behaviour = Behaviour::default();
    behaviour.rings_first = false;
    let call = twilio(voice("<Say>Hi</Say>")).behaviour(behaviour).call(CALLER, "/voice").now();
    assert_eq!(call.requests()[0].parameter("CallStatus"), Some("in-progress"));
}

#[test]
fn a_fallback_that_fails_too_ends_the_call() {
    let documents = Documents::new().status("/voice", 500).status("/fallback", 503);
    let world = twilio(documents).fallback_url("/fallback").allows(Lapse::FailedRequest);
    let mut call = world.call(CALLER, "/voice").now();
    call.hears("application error").now();
    assert_eq!(targets(&call), ["POST /voice", "POST /fallback"]);
}

#[test]
fn an_action_that_fails_goes_to_the_fallback_address_too() {
    let documents =
        voice("<Gather numDigits=\"1\" action=\"/gone\"/>").at("/fallback", &response("<Say>We are back</Say>"));
    let mut call = twilio(documents).fallback_url("/fallback").call(CALLER, "/voice").now();
    call.presses("1").now();
    call.hears("We are back").now();
    assert_eq!(last(&call, "ErrorUrl").as_deref(), Some("https://example.com/gone"));
    assert_eq!(last(&call, "Digits"), None);
}

#[test]
fn the_answer_to_a_callback_is_ignored() {
    let documents = voice("<Say>Hi</Say>").at("/status", &response("<Say voices=\"x\">Not heard</Say>"));
    let mut call = twilio(documents).status_callback("/status").call(CALLER, "/voice").now();
    assert_eq!((call.ended().now(), call.transcript().heard().count()), (Ended::Completed, 1));
}
