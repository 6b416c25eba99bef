//! rocket, over a connection.

#![cfg(feature = "rocket")]

use rocket::fairing::AdHoc;
use rocket::{Build, Config, Request, Rocket, catch, catchers, get, post, routes};
use tokio::sync::mpsc;
use twiml::signature::{Handshake, Refused, Signed, Verified};
use twiml::webhook::Call;
use twiml::{MessagingResponse, VoiceResponse};
use twiml_frameworks::{CONSTANT, check, check_requests, events, verifier, voice, written};

#[get("/constant")]
fn constant() -> VoiceResponse {
    CONSTANT
}

#[get("/written")]
fn at_run_time() -> MessagingResponse {
    written()
}

#[post("/voice", data = "<call>")]
fn posted(call: Signed<Call>) -> String {
    voice(&call.0)
}

#[get("/voice")]
fn asked(call: Signed<Call>) -> String {
    voice(&call.0)
}

#[post("/events", data = "<event>")]
fn event(event: Verified) -> String {
    events(&event.body)
}

#[get("/media")]
fn media(_handshake: Handshake) -> &'static str {
    "opens"
}

/// Looks at the refusal itself.
#[post("/look", data = "<call>")]
fn look(call: Result<Signed<Call>, Refused>) -> Result<String, Refused> {
    call.map(|Signed(call)| call.from)
}

/// A guard that cannot see the body.
#[post("/blind")]
fn blind(call: Signed<Call>) -> String {
    voice(&call.0)
}

#[catch(403)]
fn forbidden(request: &Request<'_>) -> &'static str {
    let refused = request.local_cache(|| None::<Refused>);
    if refused.is_some() { "the catcher knows why" } else { "the catcher does not know why" }
}

fn app() -> Rocket<Build> {
    let config = Config { port: 0, log_level: rocket::config::LogLevel::Off, ..Config::debug_default() };
    rocket::custom(config)
        .mount("/", routes![constant, at_run_time, posted, asked, event, media, look, blind])
        .mount("/nested", routes![posted, asked])
        .register("/", catchers![forbidden])
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_arrive_and_requests_are_verified() {
    let (sender, mut receiver) = mpsc::channel(1);
    let announce = AdHoc::on_liftoff("announce", move |rocket| {
        let port = rocket.config().port;
        Box::pin(async move { sender.send(format!("127.0.0.1:{port}")).await.unwrap() })
    });
    tokio::spawn(app().manage(verifier().unwrap()).attach(announce).launch());
    let address = receiver.recv().await.unwrap();
    let checked = move || {
        check(&address).unwrap();
        // The catcher answers for the status.
        check_requests(&address, false).unwrap();
    };
    tokio::task::spawn_blocking(checked).await.unwrap();
}

#[tokio::test]
async fn reasons_are_not_lost() {
    use rocket::http::{ContentType, Header, Status};
    use rocket::local::asynchronous::Client;
    use twiml::signature::Signer;
    use twiml::{Parameters, signature};

    let client = Client::untracked(app().manage(verifier().unwrap())).await.unwrap();
    let forged = client.get("/voice").header(Header::new(signature::HEADER, "forged")).dispatch().await;
    assert_eq!(forged.into_string().await.unwrap(), "the catcher knows why");

    let form = Parameters::from_iter([("CallSid", "CA1")]);
    let signed = Signer::auth_token("12345").sign("https://voice.example.com/look", &form);
    let request = client.post("/look").header(ContentType::Form).header(Header::new(signature::HEADER, signed));
    let answer = request.body(form.to_form()).dispatch().await;
    assert_eq!(answer.status(), Status::BadRequest);
    assert_eq!(answer.into_string().await.unwrap(), "parameter `AccountSid` is missing");

    let blind = client.post("/blind").header(Header::new(signature::HEADER, "forged")).dispatch().await;
    assert_eq!(blind.status(), Status::InternalServerError);
}

#[tokio::test]
async fn without_a_verifier_nothing_gets_in() {
    use rocket::http::{Header, Status};
    use rocket::local::asynchronous::Client;

    let client = Client::untracked(app()).await.unwrap();
    let answer = client.get("/voice").header(Header::new("X-Twilio-Signature", "forged")).dispatch().await;
    assert_eq!(answer.status(), Status::InternalServerError);
}
