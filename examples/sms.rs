//! Messages answered with messages, with pictures in both directions.
//!
//! ```sh
//! cargo run --example sms --features axum
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL`
//! is then the address under which Twilio reaches the server, `PORT` the port.

use axum::http::StatusCode;
use axum::{Router, routing::post};
use tokio::net::TcpListener;
use twiml::signature::{Misconfigured, Signed, Verifier};
use twiml::webhook::{Media, Message, MessageStatus, MessageStatusCallback, OptOutType, Webhook};
use twiml::{Fragment, MessagingResponse, element, twiml};

/// The server, to be served or tested.
pub fn router(verifier: Verifier) -> Router {
    Router::new()
        .route("/sms", post(reply).get(reply))
        .route("/sms/status", post(status).get(status))
        .layer(verifier.clone())
        .with_state(verifier)
}

/// A message came in.
async fn reply(Signed(message): Signed<Message>) -> MessagingResponse {
    println!("{}: {:?} and {} files", message.from, message.body, message.media.len());
    // Twilio has answered to STOP and HELP already.
    if matches!(message.opt_out_type, Some(OptOutType::Stop | OptOutType::Help)) {
        return twiml! { <Response/> };
    }
    if message.body.trim().eq_ignore_ascii_case("menu") {
        return twiml! {
            <Response>
                <Message action="/sms/status">
                    <Body>"Today's menu"</Body>
                    <Media>"https://demo.twilio.com/owl.png"</Media>
                </Message>
            </Response>
        };
    }
    twiml! {
        <Response>
            <Message action="/sms/status">
                if message.media.is_empty() {
                    <Body>"You said: " {message.body} ". Send \"menu\" for a picture."</Body>
                } else {
                    <Body>
                        "Thank you for " {message.media.len()}
                        if message.media.len() == 1 { " file." } else { " files." }
                    </Body>
                    {pictures(&message.media)}
                }
            </Message>
        </Response>
    }
}

/// The pictures among the files, sent back.
fn pictures(media: &[Media]) -> impl Fragment<element::messaging::Message> {
    let is_picture = |file: &&Media| file.content_type.as_deref().is_some_and(|kind| kind.starts_with("image/"));
    twiml! {
        for picture in media.iter().filter(is_picture) { <Media>{picture.url}</Media> }
    }
}

/// An answer got on.
async fn status(Signed(callback): Signed<MessageStatusCallback>) -> StatusCode {
    match (callback.message_status, callback.error_code) {
        (MessageStatus::Failed | MessageStatus::Undelivered, Some(code)) => {
            println!("{} did not arrive: https://www.twilio.com/docs/api/errors/{code}", callback.message_sid);
        }
        (status, _) => println!("{}: {status}", callback.message_sid),
    }
    StatusCode::NO_CONTENT
}

/// The body of a request.
fn body(message: &Message) -> String {
    message.to_parameters().to_form()
}

fn print_usage(url: &str, signed: bool) {
    println!("listening on {url}");
    if signed {
        println!("TWILIO_AUTH_TOKEN is set: only requests with its signature are taken");
        return;
    }
    println!("TWILIO_AUTH_TOKEN is not set: requests are taken from everybody. Somebody writes:\n");
    let mut message = Message::sample();
    "Fish & chips".clone_into(&mut message.body);
    println!("curl {url}/sms -d '{}'\n", body(&message));
    println!("Somebody sends a picture:\n");
    message.num_media = 1;
    message.media.push(Media::new("https://demo.twilio.com/owl.png", "image/png"));
    println!("curl {url}/sms -d '{}'", body(&message));
}

/// What requests are verified with: without a token nothing.
fn verifier(auth_token: Option<String>, public_url: &str) -> Result<Verifier, Misconfigured> {
    let verifier = match auth_token {
        Some(token) => Verifier::new(token, public_url)?,
        None => Verifier::dangerously_unverified(),
    };
    Ok(verifier.on_refused(|refused| eprintln!("refused: {refused}")))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let setting = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let port = setting("PORT").unwrap_or_else(|| "3000".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    let url = format!("http://{}", listener.local_addr()?);

    let auth_token = setting("TWILIO_AUTH_TOKEN");
    print_usage(&url, auth_token.is_some());
    let public_url = setting("PUBLIC_URL").unwrap_or(url);
    let verifier = verifier(auth_token, &public_url).map_err(std::io::Error::other)?;
    axum::serve(listener, router(verifier)).await
}
