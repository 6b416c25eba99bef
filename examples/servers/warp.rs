//! A menu by keys in warp: the verifier makes the filters, and `recover` answers what they refuse.
//!
//! ```sh
//! cargo run -p twiml-frameworks --example warp --features warp
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL`
//! is then the address under which Twilio reaches the server (scheme and host), `PORT` the port.

use tokio::net::TcpListener;
use twiml::signature::{Misconfigured, Refused, Signed, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Webhook};
use twiml::{VoiceResponse, twiml};
use warp::http::StatusCode;
use warp::{Filter, Rejection, Reply};

fn routes(verifier: &Verifier) -> impl Filter<Extract = (impl Reply,), Error = Rejection> + Clone {
    let path = |name: &'static str| warp::path(name).and(warp::path::end());
    let get_or_post = warp::get().or(warp::post()).unify();
    let voice = path("voice").and(get_or_post).and(verifier.signed()).map(voice);
    let digits = path("digits").and(warp::post()).and(verifier.signed()).map(digits);
    let events = path("events").and(warp::post()).and(verifier.verified()).map(events);
    voice.or(digits).or(events).recover(Refused::recover)
}

fn voice(Signed(call): Signed<Call>) -> VoiceResponse {
    println!("{} calls {}", call.from, call.to);
    menu()
}

fn digits(Signed(input): Signed<GatherAction>) -> VoiceResponse {
    choice(input.digits.as_deref())
}

/// A body that is no form, such as an event in JSON.
fn events(event: Verified) -> StatusCode {
    println!("an event of {} bytes", event.body.len());
    StatusCode::NO_CONTENT
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

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = setting("PORT").unwrap_or_else(|| "3000".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    let url = format!("http://{}", listener.local_addr()?);
    print_usage(&url);
    let verifier = verifier(&setting("PUBLIC_URL").unwrap_or(url)).map_err(std::io::Error::other)?;
    warp::serve(routes(&verifier)).incoming(listener).run().await;
    Ok(())
}
