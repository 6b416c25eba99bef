//! A bank's telephone line: two languages, business hours, keys and speech, a queue with music, agents, a personal adviser who
//! is asked first, a conference, payments and a voicemail.
//!
//! ```sh
//! cargo run --example bank --features axum
//! ```
//!
//! It needs no account. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL` is then the address under which
//! Twilio reaches the server, `PORT` the port. Its tests are conversations: `tests/bank`.

mod adviser;
mod app;
mod language;
mod menu;
mod payment;
mod queue;
mod voicemail;

use tokio::net::TcpListener;
use twiml::signature::Verifier;

pub(crate) use app::{App, router};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let setting = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let port = setting("PORT").unwrap_or_else(|| String::from("3000"));
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    let url = format!("http://{}", listener.local_addr()?);
    println!("listening on {url}");
    let token = setting("TWILIO_AUTH_TOKEN");
    let public_url = setting("PUBLIC_URL").unwrap_or(url);
    let verifier = match token {
        Some(token) => Verifier::new(token, &public_url).map_err(std::io::Error::other)?,
        None => Verifier::dangerously_unverified(),
    };
    axum::serve(listener, router(App::new(verifier))).await
}
