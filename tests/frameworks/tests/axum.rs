//! axum, over a connection.

#![cfg(feature = "axum")]

use axum::Router;
use axum::routing::{any, get, post};
use tokio::net::TcpListener;
use twiml::signature::{Handshake, Signed, Verified};
use twiml::webhook::Call;
use twiml_frameworks::{CONSTANT, check, check_requests, events, verifier, voice, written};

async fn call(Signed(call): Signed<Call>) -> String {
    voice(&call)
}

async fn event(event: Verified) -> String {
    events(&event.body)
}

fn app(layered: bool) -> Router {
    let call = get(call).post(call);
    let nested = Router::new().route("/voice", call.clone());
    let app = Router::new().route("/voice", call).route("/events", post(event)).nest("/nested", nested);
    let app = app.route("/media", any(async |_: Handshake| "opens"));
    let app = if layered { app.layer(verifier().unwrap()) } else { app };
    let app = app.route("/constant", get(async || CONSTANT)).route("/written", get(async || written()));
    app.with_state(verifier().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive_and_requests_are_verified() {
    for layered in [false, true] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move { axum::serve(listener, app(layered)).await });
        let checked = move || {
            check(&address).unwrap();
            check_requests(&address, true).unwrap();
        };
        tokio::task::spawn_blocking(checked).await.unwrap();
    }
}

#[tokio::test]
async fn documents_go_where_answers_go() {
    use axum::http::StatusCode;
    use axum::response::IntoResponse;

    let refused = (StatusCode::FORBIDDEN, CONSTANT).into_response();
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    assert_eq!(refused.headers()["content-type"], "text/xml; charset=utf-8");
}
