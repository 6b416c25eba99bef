//! actix-web, over a connection.

#![cfg(feature = "actix-web")]

use actix_web::{App, HttpServer, web};
use twiml::signature::{Handshake, Signed, Verified};
use twiml::webhook::Call;
use twiml::{MessagingResponse, VoiceResponse};
use twiml_frameworks::{CONSTANT, check, check_requests, events, verifier, voice, written};

async fn constant() -> VoiceResponse {
    CONSTANT
}

async fn at_run_time() -> MessagingResponse {
    written()
}

async fn call(Signed(call): Signed<Call>) -> String {
    voice(&call)
}

async fn event(event: Verified) -> String {
    events(&event.body)
}

async fn media(_: Handshake) -> &'static str {
    "opens"
}

fn routes(config: &mut web::ServiceConfig) {
    let resource = |path: &str| web::resource(path).route(web::get().to(call)).route(web::post().to(call));
    config
        .route("/constant", web::get().to(constant))
        .route("/written", web::get().to(at_run_time))
        .service(resource("/voice"))
        .service(web::scope("/nested").service(resource("/voice")))
        .route("/events", web::post().to(event))
        .route("/media", web::get().to(media));
}

#[actix_web::test]
async fn documents_arrive_and_requests_are_verified() {
    let verifier = verifier().unwrap();
    let app = move || App::new().app_data(verifier.clone()).configure(routes);
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0").unwrap();
    let address = server.addrs()[0].to_string();
    let server = server.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    let checked = move || {
        check(&address).unwrap();
        check_requests(&address, true).unwrap();
    };
    web::block(checked).await.unwrap();
    handle.stop(false).await;
}

#[actix_web::test]
async fn shared_data_will_do_and_without_a_verifier_nothing_gets_in() {
    use actix_web::http::StatusCode;
    use actix_web::test::{TestRequest, call_service, init_service};
    use twiml::signature::HEADER;

    let request = || TestRequest::get().uri("/voice").insert_header((HEADER, "forged")).to_request();
    let shared = init_service(App::new().app_data(web::Data::new(verifier().unwrap())).configure(routes)).await;
    assert_eq!(call_service(&shared, request()).await.status(), StatusCode::FORBIDDEN);
    let bare = init_service(App::new().configure(routes)).await;
    assert_eq!(call_service(&bare, request()).await.status(), StatusCode::INTERNAL_SERVER_ERROR);
}
