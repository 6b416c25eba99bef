//! warp, over a connection.

#![cfg(feature = "warp")]

use tokio::net::TcpListener;
use twiml::signature::{Handshake, Refused, Signed, Verified};
use twiml::webhook::Call;
use twiml_frameworks::{CONSTANT, check, check_requests, events, verifier, voice, written};
use warp::{Filter, Rejection, Reply};

fn app() -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    let verifier = verifier().unwrap();
    let call = |path: &'static str| {
        let either = warp::get().or(warp::post()).unify();
        warp::path(path).and(warp::path::end()).and(either).and(verifier.signed())
    };
    let call = call("voice").or(warp::path("nested").and(call("voice"))).unify();
    let call = call.map(|Signed(call): Signed<Call>| voice(&call));
    let event = warp::path("events").and(warp::post()).and(verifier.verified());
    let event = event.map(|event: Verified| events(&event.body));
    let media = warp::path("media").and(verifier.handshake()).map(|_: Handshake| "opens");
    let documents = warp::path("constant").map(|| CONSTANT).or(warp::path("written").map(written));
    call.or(event).or(media).or(documents)
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive_and_requests_are_verified() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(warp::serve(app().recover(Refused::recover)).incoming(listener).run());
    let checked = move || {
        check(&address).unwrap();
        check_requests(&address, true).unwrap();
    };
    tokio::task::spawn_blocking(checked).await.unwrap();
}

#[tokio::test]
async fn what_is_not_recovered_is_closed_all_the_same() {
    let answer = warp::test::request().path("/voice").header("X-Twilio-Signature", "forged").reply(&app()).await;
    assert_eq!(answer.status(), warp::http::StatusCode::INTERNAL_SERVER_ERROR);
    // Rejections of others are passed on.
    let recovered = app().recover(Refused::recover);
    let answer = warp::test::request().path("/nowhere").reply(&recovered).await;
    assert_eq!(answer.status(), warp::http::StatusCode::NOT_FOUND);
}
