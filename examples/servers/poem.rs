//! A menu by keys in poem: the verifier is data of the endpoints, `Signed` an extractor.
//!
//! ```sh
//! cargo run -p twiml-frameworks --example poem --features poem
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL`
//! is then the address under which Twilio reaches the server (scheme and host), `PORT` the port.

use poem::http::StatusCode;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{EndpointExt, IntoEndpoint, Route, Server, get, handler, post};
use twiml::signature::{Misconfigured, Signed, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Webhook};
use twiml::{VoiceResponse, twiml};

fn app(verifier: Verifier) -> impl IntoEndpoint {
    Route::new()
        .at("/voice", get(voice).post(voice))
        .at("/digits", post(digits))
        .at("/events", post(events))
        .data(verifier)
}

#[handler]
fn voice(Signed(call): Signed<Call>) -> VoiceResponse {
    println!("{} calls {}", call.from, call.to);
    menu()
}

#[handler]
fn digits(Signed(input): Signed<GatherAction>) -> VoiceResponse {
    choice(input.digits.as_deref())
}

/// A body that is no form, such as an event in JSON.
#[handler]
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
    let acceptor = TcpListener::bind(format!("127.0.0.1:{port}")).into_acceptor().await?;
    let addresses = acceptor.local_addr();
    let address = addresses.first().and_then(|address| address.as_socket_addr());
    let url = address.map(|address| format!("http://{address}")).unwrap_or_default();
    print_usage(&url);
    let verifier = verifier(&setting("PUBLIC_URL").unwrap_or(url)).map_err(std::io::Error::other)?;
    Server::new_with_acceptor(acceptor).run(app(verifier)).await
}
