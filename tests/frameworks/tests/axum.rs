//! axum, over a connection.

#![cfg(feature = "axum")]

use axum::{Router, routing::get};
use tokio::net::TcpListener;
use twiml_frameworks::{CONSTANT, check, written};

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive() {
    let app = Router::new().route("/constant", get(async || CONSTANT)).route("/written", get(async || written()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, app).await });
    tokio::task::spawn_blocking(move || check(&address).unwrap()).await.unwrap();
}

#[tokio::test]
async fn documents_go_where_answers_go() {
    use axum::http::StatusCode;
    use axum::response::IntoResponse;

    let refused = (StatusCode::FORBIDDEN, CONSTANT).into_response();
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
    assert_eq!(refused.headers()["content-type"], "text/xml; charset=utf-8");
}
