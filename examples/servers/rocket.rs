//! A menu by keys in rocket: the verifier is managed, `Signed` a guard of the data of POST, or of the head of GET.
//!
//! ```sh
//! cargo run -p twiml-frameworks --example rocket --features rocket
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL`
//! is then the address under which Twilio reaches the server (scheme and host), `PORT` the port.

use rocket::fairing::AdHoc;
use rocket::http::Status;
use rocket::{Build, Config, Rocket, get, post, routes};
use twiml::signature::{Misconfigured, Signed, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Webhook};
use twiml::{VoiceResponse, twiml};

fn app(verifier: Verifier) -> Rocket<Build> {
    let port = setting("PORT").and_then(|port| port.parse().ok()).unwrap_or(3000);
    rocket::custom(Config { port, ..Config::default() })
        .mount("/", routes![voice, asked, digits, events])
        .manage(verifier)
        .attach(AdHoc::on_liftoff("usage", |rocket| {
            let url = format!("http://127.0.0.1:{}", rocket.config().port);
            Box::pin(async move { print_usage(&url) })
        }))
}

#[post("/voice", data = "<call>")]
fn voice(call: Signed<Call>) -> VoiceResponse {
    let Signed(call) = call;
    println!("{} calls {}", call.from, call.to);
    menu()
}

#[get("/voice")]
fn asked(call: Signed<Call>) -> VoiceResponse {
    voice(call)
}

#[post("/digits", data = "<input>")]
fn digits(input: Signed<GatherAction>) -> VoiceResponse {
    choice(input.0.digits.as_deref())
}

/// A body that is no form, such as an event in JSON.
#[post("/events", data = "<event>")]
fn events(event: Verified) -> Status {
    println!("an event of {} bytes", event.body.len());
    Status::NoContent
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

#[rocket::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let verifier = verifier(&setting("PUBLIC_URL").unwrap_or_else(|| "http://127.0.0.1:3000".to_owned()))?;
    app(verifier).launch().await?;
    Ok(())
}
