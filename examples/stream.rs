//! A `<Connect><Stream>` that goes both ways: what the caller says is played back to them a second later, with a mark behind it that
//! tells when it was heard. Any key cuts it off; the star ends the stream, and the call goes on.
//!
//! ```sh
//! cargo run --example stream --features axum,signature,socket,webhook
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests and sockets must be signed once `TWILIO_AUTH_TOKEN` is set;
//! `PUBLIC_URL` is then the address under which Twilio reaches the server (scheme and host), `PORT` the port.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{FromRef, State};
use axum::response::Response;
use axum::routing::{any, post};
use axum::{Error, Router};
use tokio::net::TcpListener;
use twiml::signature::{Handshake, Signed, Verifier};
use twiml::socket::stream::{
    Audio, Command, Encoding, Event, Fate, Order, PROTOCOL, Playback, Sequence, Start, closes,
};
use twiml::webhook::{Call, Webhook};
use twiml::{VoiceResponse, twiml};

/// What all handlers share.
#[derive(Clone, Debug)]
pub struct App {
    /// What requests and sockets are verified with.
    pub verifier: Verifier,
    /// The address of the socket.
    pub socket_url: Arc<str>,
    /// The calls of late that were answered with the stream.
    pub calls: Arc<Mutex<VecDeque<String>>>,
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

/// The server, to be served or tested.
pub fn router(app: App) -> Router {
    Router::new().route("/voice", post(answer).get(answer)).route("/media", any(media)).with_state(app)
}

/// An incoming call. What stands behind `<Connect>` waits for the end of the stream.
async fn answer(State(app): State<App>, Signed(call): Signed<Call>) -> VoiceResponse {
    println!("{} calls {}", call.from, call.to);
    let mut calls = app.calls.lock().unwrap_or_else(PoisonError::into_inner);
    calls.push_back(call.call_sid);
    if calls.len() > 1_000 {
        calls.pop_front();
    }
    twiml! {
        <Response>
            <Say>"Say something, and hear it again."</Say>
            <Connect>
                <Stream url={app.socket_url}><Parameter name="caller" value={call.from}/></Stream>
            </Connect>
            <Say>"Goodbye."</Say>
        </Response>
    }
}

/// Twilio opens the socket of a call.
async fn media(State(app): State<App>, Handshake(upgrade): Handshake<WebSocketUpgrade>) -> Response {
    // Twilio's messages are far smaller.
    let upgrade = upgrade.max_message_size(64 * 1024).max_frame_size(64 * 1024);
    upgrade.on_upgrade(async |socket| {
        if let Err(error) = listen(socket, app).await {
            println!("the socket broke: {error}");
        }
    })
}

async fn listen(mut socket: WebSocket, app: App) -> Result<(), Error> {
    let mut session = Session::new(app);
    while let Some(message) = socket.recv().await.transpose()? {
        let step = match message {
            Message::Text(text) => session.read(&text),
            Message::Close(_) => break,
            _ => continue,
        };
        match step {
            ControlFlow::Continue(commands) => {
                for command in commands {
                    socket.send(Message::Text(command.to_json().into())).await?;
                }
            }
            ControlFlow::Break(code) => {
                return socket.send(Message::Close(Some(CloseFrame { code, reason: "".into() }))).await;
            }
        }
    }
    println!("the stream is over");
    Ok(())
}

/// What goes back, or the code with which the socket is closed.
type Step = ControlFlow<u16, Vec<Command>>;

/// The code of RFC 6455 for what is not allowed.
const POLICY: u16 = 1008;

/// One stream.
struct Session {
    app: App,
    sequence: Sequence,
    /// None before it is known which call it is.
    echo: Option<Echo>,
}

/// What was heard and not said again, and what was said again.
struct Echo {
    playback: Playback,
    heard: Audio,
    count: u32,
}

impl Session {
    fn new(app: App) -> Self {
        Self { app, sequence: Sequence::new(), echo: None }
    }

    /// Takes the text of one frame in.
    fn read(&mut self, text: &str) -> Step {
        let event = match text.parse() {
            Ok(event) => event,
            Err(error) => {
                println!("{error}");
                return ControlFlow::Continue(vec![]);
            }
        };
        if let Order::Missing(some) = self.sequence.receive(&event) {
            println!("{some} messages are missing");
        }
        let commands = match (event, &mut self.echo) {
            (Event::Connected(_), None) => vec![],
            (Event::Start(start), _) => return self.begin(&start),
            // What does not begin with a start is nobody's stream.
            (_, None) => return ControlFlow::Break(POLICY),
            (Event::Media(media), Some(echo)) => echo.hear(media.payload),
            (Event::Dtmf(dtmf), Some(_)) if dtmf.digit == "*" => return ControlFlow::Break(closes::ENDED),
            (Event::Dtmf(_), Some(echo)) => echo.stop(),
            (Event::Mark(mark), Some(echo)) => {
                match echo.playback.receive(&mark) {
                    Fate::Played => println!("{} was played: {:?} in all", mark.name, echo.playback.heard()),
                    Fate::Cleared => println!("{} was cut off", mark.name),
                    Fate::Unknown => println!("{} was never sent", mark.name),
                }
                vec![]
            }
            (Event::Stop(_), Some(_)) => return ControlFlow::Break(closes::ENDED),
            (Event::Unknown(unknown), _) => {
                println!("{unknown}");
                vec![]
            }
            (Event::Broken(broken), _) => {
                println!("{broken}");
                vec![]
            }
            _ => vec![],
        };
        ControlFlow::Continue(commands)
    }

    /// A signature proves Twilio, not the call.
    fn begin(&mut self, start: &Start) -> Step {
        let calls = self.app.calls.lock().unwrap_or_else(PoisonError::into_inner);
        if !calls.contains(&start.call_sid) {
            println!("{} was not answered with this stream", start.call_sid);
            return ControlFlow::Break(POLICY);
        }
        if start.media_format.encoding != Encoding::Mulaw {
            println!("{}: an echo of {} would be noise", start.call_sid, start.media_format.encoding);
            return ControlFlow::Break(closes::ENDED);
        }
        println!("{}: {:?} is heard", start.call_sid, start.custom_parameters.get("caller"));
        self.echo = Some(Echo { playback: Playback::from(start), heard: Audio::default(), count: 0 });
        ControlFlow::Continue(vec![])
    }
}

impl Echo {
    /// A second of audio is said again at once: Twilio keeps the pace.
    fn hear(&mut self, audio: Audio) -> Vec<Command> {
        self.heard.extend(audio.into_bytes());
        if self.heard.duration() < Duration::from_secs(1) {
            return vec![];
        }
        self.count += 1;
        let audio = self.playback.media(std::mem::take(&mut self.heard));
        let mark = self.playback.mark(format!("echo {}", self.count));
        vec![audio.into(), mark.into()]
    }

    /// The end of sending is not the end of speaking: Twilio has it queued.
    fn stop(&mut self) -> Vec<Command> {
        println!("cut off, with {:?} to go", self.playback.queued());
        self.heard = Audio::default();
        vec![self.playback.clear().into()]
    }
}

fn print_usage(url: &str, signed: bool) {
    println!("listening on {url}");
    if signed {
        println!("TWILIO_AUTH_TOKEN is set: only requests and sockets with its signature are taken");
        return;
    }
    println!("TWILIO_AUTH_TOKEN is not set: requests and sockets are taken from everybody. Somebody calls:\n");
    println!("curl {url}/voice -d '{}'\n", Call::sample().to_parameters().to_form());
    println!("Twilio opens the socket of that call, and sends line by line:\n");
    println!("npx wscat -c {}/media\n", url.replacen("http", "ws", 1));
    for event in PROTOCOL.events.iter().filter_map(|message| message.example) {
        match event.parse() {
            // A second of silence, which comes back with a mark.
            Ok(Event::Media(mut media)) => {
                media.payload = Audio::silence(Duration::from_secs(1));
                println!("{}", media.to_json());
            }
            _ => println!("{event}"),
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let setting = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let port = setting("PORT").unwrap_or_else(|| "3000".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    let url = format!("http://{}", listener.local_addr()?);

    let auth_token = setting("TWILIO_AUTH_TOKEN");
    print_usage(&url, auth_token.is_some());

    let public_url = setting("PUBLIC_URL").unwrap_or(url);
    let verifier = match auth_token.as_deref() {
        Some(token) => Verifier::new(token, &public_url)?,
        None => Verifier::dangerously_unverified(),
    };
    let host = public_url.split_once("://").map_or(public_url.as_str(), |(_, host)| host);
    let app = App {
        verifier,
        socket_url: format!("wss://{}/media", host.trim_end_matches('/')).into(),
        calls: Arc::default(),
    };
    axum::serve(listener, router(app)).await?;
    Ok(())
}
