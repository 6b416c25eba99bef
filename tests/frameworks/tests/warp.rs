//! warp, over a connection.

#![cfg(feature = "warp")]

use tokio::net::TcpListener;
use twiml_frameworks::{CONSTANT, check, written};
use warp::Filter;

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive() {
    let app = warp::path("constant").map(|| CONSTANT).or(warp::path("written").map(written));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(warp::serve(app).incoming(listener).run());
    tokio::task::spawn_blocking(move || check(&address).unwrap()).await.unwrap();
}
