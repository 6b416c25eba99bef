//! A menu by keys in actix-web: the verifier is data of the application, `Signed` an extractor.
//!
//! ```sh
//! cargo run -p twiml-frameworks --example actix-web --features actix-web
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL`
//! is then the address under which Twilio reaches the server (scheme and host), `PORT` the port.

use actix_web::{App, HttpResponse, HttpServer, web};
use twiml::signature::{Misconfigured, Signed, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Webhook};
use twiml::{VoiceResponse, twiml};

fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/voice").route(web::get().to(voice)).route(web::post().to(voice)))
        .route("/digits", web::post().to(digits))
        .route("/events", web::post().to(events));
}

async fn voice(Signed(call): Signed<Call>) -> VoiceResponse {
    println!("{} calls {}", call.from, call.to);
    menu()
}

async fn digits(Signed(input): Signed<GatherAction>) -> VoiceResponse {
    choice(input.digits.as_deref())
}

/// A body that is no form, such as an event in JSON.
async fn events(event: Verified) -> HttpResponse {
    println!("an event of {} bytes", event.body.len());
    HttpResponse::NoContent().finish()
}

/// What a caller hears first.
fn menu() -> VoiceResponse {
    twiml! {
        <Response>
            <Gather action="/digits" numDigits=1>
                <Say>"Press 1 for our opening hours, or 2 to talk to somebody."</Say>
            </Gather>
            <Redirect>"/voice"</Redirect>
        </Response>
    }
}

/// What follows a key.
fn choice(digits: Option<&str>) -> VoiceResponse {
    match digits {
        Some("1") => twiml! { <Response><Say>"We are open from nine to five."</Say><Hangup/></Response> },
        Some("2") => twiml! { <Response><Dial>"+15557654321"</Dial></Response> },
        _ => twiml! { <Response><Redirect>"/voice"</Redirect></Response> },
    }
}

/// What requests are verified with: without a token nothing. Why one is refused is told here and not to its sender.
fn verifier(public_url: &str) -> Result<Verifier, Misconfigured> {
    let verifier = match setting("TWILIO_AUTH_TOKEN") {
        Some(token) => Verifier::new(token, public_url)?,
        None => Verifier::dangerously_unverified(),
    };
    Ok(verifier.on_refused(|refused| eprintln!("refused: {refused}")))
}

fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn print_usage(url: &str) {
    println!("listening on {url}");
    if setting("TWILIO_AUTH_TOKEN").is_none() {
        println!("TWILIO_AUTH_TOKEN is not set: requests are taken from everybody. Somebody calls, and presses 1:\n");
        println!("curl {url}/voice -d '{}'\n", Call::sample().to_parameters().to_form());
        let mut input = GatherAction::sample();
        input.digits = Some("1".to_owned());
        println!("curl {url}/digits -d '{}'", input.to_parameters().to_form());
    }
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let port = setting("PORT").unwrap_or_else(|| "3000".to_owned());
    let listener = std::net::TcpListener::bind(format!("127.0.0.1:{port}"))?;
    let url = format!("http://{}", listener.local_addr()?);
    print_usage(&url);
    let verifier = verifier(&setting("PUBLIC_URL").unwrap_or(url)).map_err(std::io::Error::other)?;
    let app = move || App::new().app_data(verifier.clone()).configure(routes);
    HttpServer::new(app).workers(2).listen(listener)?.run().await
}
