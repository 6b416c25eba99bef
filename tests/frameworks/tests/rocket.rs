//! rocket, over a connection.

#![cfg(feature = "rocket")]

use rocket::fairing::AdHoc;
use rocket::{Config, get, routes};
use tokio::sync::mpsc;
use twiml::{MessagingResponse, VoiceResponse};
use twiml_frameworks::{CONSTANT, check, written};

#[get("/constant")]
fn constant() -> VoiceResponse {
    CONSTANT
}

#[get("/written")]
fn at_run_time() -> MessagingResponse {
    written()
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive() {
    let (sender, mut receiver) = mpsc::channel(1);
    let announce = AdHoc::on_liftoff("announce", move |rocket| {
        let port = rocket.config().port;
        Box::pin(async move { sender.send(format!("127.0.0.1:{port}")).await.unwrap() })
    });
    let config = Config { port: 0, log_level: rocket::config::LogLevel::Off, ..Config::debug_default() };
    let server = rocket::custom(config).mount("/", routes![constant, at_run_time]).attach(announce);
    tokio::spawn(server.launch());
    let address = receiver.recv().await.unwrap();
    tokio::task::spawn_blocking(move || check(&address).unwrap()).await.unwrap();
}
