//! A menu by keys in hyper with tower: the verifier is a layer around any service, which finds the request in the extensions.
//!
//! ```sh
//! cargo run -p twiml-frameworks --example tower --features tower
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL`
//! is then the address under which Twilio reaches the server (scheme and host), `PORT` the port.

use std::convert::Infallible;

use http::{Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::{Layer, service_fn};
use twiml::signature::{Misconfigured, Refused, Verified, Verifier};
use twiml::webhook::{Call, GatherAction, Webhook};
use twiml::{VoiceResponse, twiml};

type Body = Full<Bytes>;

/// Whatever gets here is Twilio's.
async fn answer(mut request: Request<Body>) -> Result<Response<Body>, Infallible> {
    let genuine = request.extensions_mut().remove().unwrap_or_default();
    let answer = route(request.method(), request.uri().path(), genuine).unwrap_or_else(|refused| {
        let mut answer = Response::new(refused.answer().into());
        *answer.status_mut() = StatusCode::from_u16(refused.status()).unwrap_or(StatusCode::BAD_REQUEST);
        answer
    });
    Ok(answer)
}

fn route(method: &Method, path: &str, genuine: Verified) -> Result<Response<Body>, Refused> {
    let status = match (method, path) {
        (&Method::GET | &Method::POST, "/voice") => {
            let call: Call = genuine.request()?;
            println!("{} calls {}", call.from, call.to);
            return Ok(menu().into());
        }
        (&Method::POST, "/digits") => {
            let input: GatherAction = genuine.request()?;
            return Ok(choice(input.digits.as_deref()).into());
        }
        // A body that is no form, such as an event in JSON.
        (&Method::POST, "/events") => {
            println!("an event of {} bytes", genuine.body.len());
            StatusCode::NO_CONTENT
        }
        _ => StatusCode::NOT_FOUND,
    };
    let mut answer = Response::default();
    *answer.status_mut() = status;
    Ok(answer)
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
    let service = TowerToHyperService::new(verifier.layer(service_fn(answer)));
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service.clone()));
    }
}
