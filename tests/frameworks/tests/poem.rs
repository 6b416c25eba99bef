//! poem, over a connection.

#![cfg(feature = "poem")]

use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{EndpointExt, Route, Server, endpoint::make_sync, get, handler, post};
use twiml::signature::{Handshake, Signed, Verified};
use twiml::webhook::Call;
use twiml_frameworks::{CONSTANT, check, check_requests, events, verifier, voice, written};

#[handler]
fn call(Signed(call): Signed<Call>) -> String {
    voice(&call)
}

#[handler]
fn event(event: Verified) -> String {
    events(&event.body)
}

#[handler]
fn media(_: Handshake) -> &'static str {
    "opens"
}

fn routes() -> Route {
    Route::new()
        .at("/constant", get(make_sync(|_| CONSTANT)))
        .at("/written", get(make_sync(|_| written())))
        .at("/voice", get(call).post(call))
        .nest("/nested", Route::new().at("/voice", get(call).post(call)))
        .at("/events", post(event))
        .at("/media", get(media))
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive_and_requests_are_verified() {
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let address = acceptor.local_addr()[0].as_socket_addr().unwrap().to_string();
    tokio::spawn(Server::new_with_acceptor(acceptor).run(routes().data(verifier().unwrap())));
    let checked = move || {
        check(&address).unwrap();
        check_requests(&address, true).unwrap();
    };
    tokio::task::spawn_blocking(checked).await.unwrap();
}

#[tokio::test]
async fn without_a_verifier_nothing_gets_in() {
    use poem::http::StatusCode;
    use poem::{Endpoint, Request};

    let request = || Request::builder().uri_str("/voice").header("X-Twilio-Signature", "forged").finish();
    let answer = routes().get_response(request()).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let answer = routes().data(verifier().unwrap()).get_response(request()).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
}
