//! Nothing is wrong with the bank; and what is done wrong on purpose is found, by the shortest script that gets there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use axum::response::IntoResponse;
use axum::routing::post;
use twiml::Parameters;
use twiml_testing::{Exploration, Kind};

use super::conversations::{CALLER, bank_as};

/// The bank with a change of its answers, by path.
fn rewritten(router: Router, path: &'static str, from: &'static str, to: &'static str) -> Router {
    let service = tower_service_fn(router, path, from, to);
    Router::new().fallback(service)
}

fn tower_service_fn(
    router: Router,
    path: &'static str,
    from: &'static str,
    to: &'static str,
) -> impl Fn(Request<Body>) -> std::pin::Pin<Box<dyn Future<Output = Response<Body>> + Send>> + Clone {
    move |request: Request<Body>| {
        let mut router = router.clone();
        Box::pin(async move {
            let here = request.uri().path() == path;
            let answer = tower_service::Service::call(&mut router, request).await.into_response();
            if !here {
                return answer;
            }
            let (mut parts, body) = answer.into_parts();
            let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
            parts.headers.remove("content-length");
            Response::from_parts(parts, Body::from(body.replacen(from, to, 1)))
        })
    }
}

fn explore(change: impl FnOnce(Router) -> Router) -> Exploration {
    let (twilio, _) = bank_as(change);
    twilio.phone(CALLER).explore("/voice").says("my balance").enters("1234").depth(7).runs().now()
}

/// The first finding of a kind, with its script.
fn script(exploration: &Exploration, kind: Kind) -> String {
    let found = exploration.findings.iter().find(|finding| finding.kind == kind);
    assert!(found.is_some(), "no {kind:?} in {exploration}");
    found.map(twiml_testing::Finding::script_text).unwrap_or_default()
}

#[test]
fn nothing_is_found_in_the_bank_as_it_is() {
    explore(|router| router).finds_nothing();
}

#[test]
fn a_menu_that_loops() {
    let found = explore(|router| rewritten(router, "/choice", "/adviser?lang=", "/menu?lang="));
    assert_eq!(found.findings.len(), 0, "to come back to the menu is no mistake: {found}");
    let found = explore(|router| rewritten(router, "/language", "/menu?", "/language?"));
    assert_eq!(script(&found, Kind::RedirectLoop), "call.presses(\"1\")");
}

#[test]
fn a_missing_route() {
    let found = explore(|router| rewritten(router, "/voicemail", "/voicemail/done", "/voicemail/finished"));
    assert_eq!(found.findings[0].kind, Kind::FailedRequest);
    assert!(found.findings[0].message.contains("/voicemail/finished"), "{found}");
    let expected = "call.presses(\"1\"); call.presses(\"3\"); call.waits(Duration::from_secs(600)); \
                    call.records(\"Hello\", Duration::from_secs(5))";
    assert_eq!(script(&found, Kind::FailedRequest), expected);
}

#[test]
fn a_gather_without_a_way_on() {
    let redirect = "<Redirect>/menu?lang=en</Redirect>";
    let found = explore(|router| rewritten(router, "/voice", redirect, ""));
    assert_eq!(script(&found, Kind::DeadEnd), "call.stays_silent()");
}

#[test]
fn a_dropped_parameter() {
    let found = explore(|router| rewritten(router, "/choice", "/pay?lang=", "/pay?language="));
    assert_eq!(script(&found, Kind::FailedRequest), "call.presses(\"1\"); call.presses(\"2\")");
    assert!(found.findings[0].message.contains("/pay"), "{found}");
}

#[test]
fn an_unsigned_route() {
    let answer = || async {
        ([("content-type", "text/xml")], "<Response><Say>Thank you for your payment.</Say><Hangup/></Response>")
    };
    let found = explore(|router| Router::new().route("/paid", post(answer)).fallback_service(router));
    assert_eq!(found.findings.len(), 1, "{found}");
    let unsigned = script(&found, Kind::Unsigned);
    assert_eq!(unsigned, "call.presses(\"1\"); call.presses(\"2\"); call.pays(Payment::card(\"4111111111111111\"))");
    assert!(found.findings[0].message.contains("/paid"));
}

/// A handler that takes callbacks for a list, and refuses what it does not expect next.
fn naive() -> Router {
    let last: Arc<Mutex<BTreeMap<String, i64>>> = Arc::default();
    Router::new().route(
        "/adviser/progress",
        post(move |body: String| async move {
            let said = Parameters::from_form(body.as_bytes());
            let number: i64 = said.get("SequenceNumber").unwrap().parse().unwrap();
            let mut last = last.lock().unwrap();
            let expected = last.entry(said.get("CallSid").unwrap().to_owned()).or_insert(0);
            if number != *expected {
                return StatusCode::CONFLICT;
            }
            *expected += 1;
            StatusCode::NO_CONTENT
        }),
    )
}

#[test]
fn callbacks_taken_in_the_wrong_order() {
    let found = explore(|router| naive().fallback_service(router));
    let script = script(&found, Kind::OrderMatters);
    assert_eq!(script, "call.presses(\"1\"); call.presses(\"5\")");
}
