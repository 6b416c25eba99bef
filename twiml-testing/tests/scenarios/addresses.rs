//! Which address is asked, how, and with what: sections 1.2 to 1.6.

use http::{Method, header};
use twiml_core::webhook::{Call as CallRequest, GatherAction};
use twiml_testing::{Documents, Lapse, Twilio};

use crate::{CALLER, call, response, seconds, targets, twilio, voice, with_headers};

#[test]
fn the_base_is_the_address_that_answered_last() {
    let documents = Documents::new()
        .redirect("/voice", 302, "/new/place")
        .at("/new/place", &response("<Redirect>next</Redirect>"))
        .at("/new/next", &response("<Say>Here</Say>"));
    let mut call = call(documents);
    call.hears("Here").now();
    assert_eq!(targets(&call), ["POST /voice", "GET /new/place", "POST /new/next"]);
}

#[test]
fn white_space_around_an_address_does_not_count() {
    let documents = voice("<Redirect>\n    /next\n  </Redirect>").at("/next", &response("<Say>Here</Say>"));
    call(documents).hears("Here").now();
}

#[test]
fn a_wait_document_resolves_against_itself_and_may_loop() {
    let documents = Documents::new()
        .at("/voice", &response("<Dial><Conference waitUrl=\"/wait/first\">Room</Conference></Dial>"))
        .at("/wait/first", &response("<Say>One</Say><Redirect>second</Redirect>"))
        .at("/wait/second", &response("<Say>Two</Say><Redirect></Redirect>"));
    let mut call = twilio(documents).allows(Lapse::InvalidDocument).call(CALLER, "/voice").now();
    for words in ["One", "Two", "Two", "Two"] {
        call.hears(words).now();
    }
    let asked = targets(&call);
    assert_eq!(asked[..4], ["POST /voice", "POST /wait/first", "POST /wait/second", "POST /wait/second"]);
    call.hangs_up().now();
}

#[test]
fn without_an_action_the_document_is_asked_for_again_with_its_query_and_post() {
    for verb in ["<Gather numDigits=\"1\"/>", "<Record/>"] {
        let world = twilio(voice(verb)).voice_method(Method::GET);
        let mut call = world.call(CALLER, "/voice?lang=en").now();
        if verb.starts_with("<Record") {
            call.records("Hello", seconds(1)).now();
        }
        call.presses("1").now();
        assert_eq!(targets(&call)[..2], ["GET /voice", "POST /voice"]);
        assert_eq!(call.requests()[1].url, "https://example.com/voice?lang=en", "{verb}");
    }
}

#[test]
fn a_fragment_instructs_twilio_and_is_not_sent() {
    let documents = voice("<Gather numDigits=\"1\" action=\"/next#rc=2&amp;rp=5xx\"/>").at("/next", "<Response/>");
    let mut call = call(documents);
    call.presses("1").now();
    assert_eq!(call.requests()[1].url, "https://example.com/next");
}

#[test]
fn user_and_password_become_authentication() {
    let documents = voice("<Redirect>https://kate:open%20sesame@example.com/next</Redirect>")
        .at("/next", &response("<Say>Here</Say>"));
    let (twilio, seen) = with_headers(documents);
    let mut call = twilio.call(CALLER, "/voice").now();
    call.hears("Here").now();
    let seen = seen.lock().unwrap();
    assert_eq!(seen[0].get(header::AUTHORIZATION), None);
    // `kate:open sesame`
    assert_eq!(seen[1][header::AUTHORIZATION], "Basic a2F0ZTpvcGVuIHNlc2FtZQ==");
    assert_eq!(call.requests()[1].url, "https://example.com/next", "it is not in the address that is asked and signed");
}

#[test]
fn the_query_stays_and_get_adds_to_it() {
    let documents =
        voice("<Gather numDigits=\"1\" method=\"GET\" action=\"/next?a=b&amp;c=d\"/>").at("/next", "<Response/>");
    let (twilio, seen) = with_headers(documents);
    let mut call = twilio.call(CALLER, "/voice").now();
    call.presses("1").now();
    let url = &call.requests()[1].url;
    assert!(url.starts_with("https://example.com/next?a=b&c=d&CallSid=CA") && url.ends_with("&Digits=1"), "{url}");
    let seen = seen.lock().unwrap();
    assert_eq!(seen[0][header::CONTENT_TYPE], "application/x-www-form-urlencoded; charset=utf-8");
    assert_eq!(seen[1].get(header::CONTENT_TYPE), None, "all is in the address");
}

#[test]
fn an_unknown_parameter_may_come_with_every_request() {
    let world = twilio(voice("<Gather numDigits=\"1\" action=\"/next\"/>").at("/next", "<Response/>"));
    let world = world.with_unknown_parameters();
    world.call(CALLER, "/voice").now().presses("1").now();
    let asked = world.requests();
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|made| made.parameter("NewerThanYourCode") == Some("1")));
    // A type that does not know it still takes the request.
    assert_eq!(world.all::<GatherAction>().len(), 1);
    assert_eq!(
        twilio(voice("<Say>Hi</Say>")).call(CALLER, "/voice").now().requests()[0].parameter("NewerThanYourCode"),
        None
    );
}

#[test]
fn a_call_comes_in_ringing_and_every_request_says_who_calls() {
    let mut call = call(voice("<Gather numDigits=\"1\" action=\"/next\"/>").at("/next", "<Response/>"));
    call.presses("1").now();
    let made = call.requests();
    let said = |index: usize, name: &str| made[index].parameter(name).map(str::to_owned);
    assert_eq!([said(0, "CallStatus"), said(1, "CallStatus")], [Some("ringing".into()), Some("in-progress".into())]);
    for index in 0..2 {
        assert_eq!(said(index, "CallSid"), Some(call.sid()));
        assert_eq!([said(index, "From"), said(index, "Caller")], [Some(CALLER.into()), Some(CALLER.into())]);
        assert_eq!(
            [said(index, "To"), said(index, "Called")],
            [Some("+15550001111".into()), Some("+15550001111".into())]
        );
        assert_eq!(said(index, "Direction").as_deref(), Some("inbound"));
        assert_eq!(said(index, "ParentCallSid"), None);
        // A lookup that finds nothing is sent as such.
        assert_eq!([said(index, "FromCity"), said(index, "CalledZip")], [Some(String::new()), Some(String::new())]);
    }
}

#[test]
fn who_has_no_number_is_no_place() {
    let client = twilio(voice("<Say>Hi</Say>")).call("client:joey", "/voice").now();
    let request: CallRequest = client.last();
    assert_eq!((request.from.as_str(), request.from_city), ("client:joey", None));
}

#[test]
fn cookies_are_shared_with_the_calls_that_a_call_makes() {
    let documents = voice("<Dial action=\"/after\"><Number url=\"/screen\">+14151234567</Number></Dial>")
        .cookie("/voice", "n=1")
        .at("/screen", "<Response/>")
        .at("/after", "<Response/>");
    let world = twilio(documents);
    let mut call = world.call(CALLER, "/voice").now();
    call.is_joined_with("+14151234567").now();
    call.other_hangs_up().now();
    let other = world.call(CALLER, "/voice").now();
    let cookies: Vec<_> = world.requests().into_iter().map(|made| made.cookie).collect();
    assert_eq!(cookies[..3], [None, Some(String::from("n=1")), Some(String::from("n=1"))]);
    assert_eq!(other.requests()[0].cookie, None, "another call has its own");
}

#[test]
fn the_address_may_be_signed_for_somebody_else() {
    use twiml_core::{Parameters, signature};
    let world = Twilio::service(voice("<Say>Hi</Say>")).auth_token("theirs").public_url("https://example.com");
    let made = &world.call(CALLER, "/voice").now().requests()[0];
    let parameters: Parameters = made.parameters.clone().into_iter().collect();
    assert_eq!(signature::verify("theirs", &made.url, &parameters, &made.signature), Ok(()));
    assert!(signature::verify("ours", &made.url, &parameters, &made.signature).is_err());
}
