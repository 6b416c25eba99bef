//! actix-web, over a connection.

#![cfg(feature = "actix-web")]

use actix_web::{App, HttpServer, web};
use twiml::{MessagingResponse, VoiceResponse};
use twiml_frameworks::{CONSTANT, check, written};

async fn constant() -> VoiceResponse {
    CONSTANT
}

async fn at_run_time() -> MessagingResponse {
    written()
}

#[actix_web::test]
async fn documents_arrive() {
    let app = || App::new().route("/constant", web::get().to(constant)).route("/written", web::get().to(at_run_time));
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0").unwrap();
    let address = server.addrs()[0].to_string();
    let server = server.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    web::block(move || check(&address).unwrap()).await.unwrap();
    handle.stop(false).await;
}
