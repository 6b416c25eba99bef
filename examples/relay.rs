//! An agent over `<ConversationRelay>`: Twilio listens and speaks, a model thinks. The model here is an echo; a real one
//! implements the same trait. It streams its answer, is interrupted, and hands the caller on to a person: say so, or press 0.
//!
//! ```sh
//! cargo run --example relay --features axum,signature,socket,webhook
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests and sockets must be signed once `TWILIO_AUTH_TOKEN` is set;
//! `PUBLIC_URL` is then the address under which Twilio reaches the server (scheme and host), `PORT` the port.

use std::collections::{BTreeSet, VecDeque};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{FromRef, State};
use axum::response::Response;
use axum::routing::{any, post};
use axum::{Error, Router};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{self, Receiver, Sender};
use twiml::signature::{Handshake, Signed, Verifier};
use twiml::socket::relay::{Answer, Command, Event, Prompt, SendEnd, Setup, closes};
use twiml::webhook::{Call, Webhook};
use twiml::{VoiceResponse, twiml};

/// What answers the caller.
pub trait Model: Send + Sync + 'static {
    /// Answers the last turn of a conversation, piece by piece. When nobody listens any more, sending fails: that is the time to
    /// stop.
    fn answer(&self, talk: Vec<Turn>, pieces: Sender<String>) -> impl Future<Output = ()> + Send;
}

/// What one side has said: of the agent only what the caller has heard.
#[derive(Clone, Debug)]
pub struct Turn {
    /// `caller` or `agent`.
    pub who: &'static str,
    /// The words.
    pub text: String,
}

/// Says what it hears.
#[derive(Debug)]
pub struct Echo;

impl Model for Echo {
    async fn answer(&self, talk: Vec<Turn>, pieces: Sender<String>) {
        let text = format!("You said: {}", talk.last().map_or("", |turn| &turn.text));
        for piece in text.split_inclusive(' ') {
            if pieces.send(piece.to_owned()).await.is_err() {
                return;
            }
            // A model takes its time.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// What all handlers share.
#[derive(Debug)]
pub struct App<M> {
    /// What requests and sockets are verified with.
    pub verifier: Verifier,
    /// The address of the socket.
    pub socket_url: Arc<str>,
    /// What answers.
    pub model: Arc<M>,
    /// The calls of late that were answered with the relay.
    pub calls: Arc<Mutex<VecDeque<String>>>,
}

impl<M> Clone for App<M> {
    fn clone(&self) -> Self {
        let Self { verifier, socket_url, model, calls } = self;
        Self { verifier: verifier.clone(), socket_url: socket_url.clone(), model: model.clone(), calls: calls.clone() }
    }
}

impl<M> FromRef<App<M>> for Verifier {
    fn from_ref(app: &App<M>) -> Self {
        app.verifier.clone()
    }
}

/// The server, to be served or tested.
pub fn router<M: Model>(app: App<M>) -> Router {
    Router::new()
        .route("/voice", post(answer).get(answer))
        .route("/relay", any(relay))
        .route("/ended", post(ended))
        .with_state(app)
}

/// An incoming call.
async fn answer<M: Model>(State(app): State<App<M>>, Signed(call): Signed<Call>) -> VoiceResponse {
    println!("{} calls {}", call.from, call.to);
    let mut calls = app.calls.lock().unwrap_or_else(PoisonError::into_inner);
    calls.push_back(call.call_sid);
    if calls.len() > 1_000 {
        calls.pop_front();
    }
    twiml! {
        <Response>
            <Connect action="/ended">
                <ConversationRelay
                    url={app.socket_url}
                    welcomeGreeting="Hello! Say something, and I say it again."
                    dtmfDetection=true
                />
            </Connect>
        </Response>
    }
}

/// The session has ended. The caller is still there if it was the agent who ended it.
async fn ended(Signed(call): Signed<Call>) -> VoiceResponse {
    let status = call.other.get("SessionStatus");
    println!("{}: {}", call.call_sid, status.unwrap_or("no session"));
    match status {
        Some("ended") => twiml! {
            <Response><Say>"I am connecting you to a colleague."</Say><Enqueue>"people"</Enqueue></Response>
        },
        Some("failed") => twiml! { <Response><Say>"We are sorry, please call again later."</Say></Response> },
        _ => twiml! { <Response/> },
    }
}

/// Twilio opens the socket of a call.
async fn relay<M: Model>(State(app): State<App<M>>, Handshake(upgrade): Handshake<WebSocketUpgrade>) -> Response {
    // Twilio's messages are far smaller.
    let upgrade = upgrade.max_message_size(64 * 1024).max_frame_size(64 * 1024);
    upgrade.on_upgrade(async |socket| {
        if let Err(error) = talk(socket, Session::new(app)).await {
            println!("the socket broke: {error}");
        }
    })
}

/// Reads and speaks at the same time: an interruption must not wait for the model.
async fn talk<M: Model>(mut socket: WebSocket, mut session: Session<M>) -> Result<(), Error> {
    loop {
        let step = tokio::select! {
            message = socket.recv() => match message.transpose()? {
                Some(Message::Text(text)) => session.read(&text),
                Some(Message::Close(_)) | None => return Ok(()),
                Some(_) => continue,
            },
            piece = next(&mut session.pieces) => ControlFlow::Continue(session.speak(piece)),
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
}

/// The next piece of an answer, `None` at its end; where there is no answer, it never comes.
async fn next(pieces: &mut Option<Receiver<String>>) -> Option<String> {
    match pieces {
        Some(pieces) => pieces.recv().await,
        None => std::future::pending().await,
    }
}

/// What goes back, or the code with which the socket is closed.
type Step = ControlFlow<u16, Vec<Command>>;

/// One conversation.
struct Session<M> {
    app: App<M>,
    /// Of nothing before, it is known which call it is.
    setup: Option<Setup>,
    talk: Vec<Turn>,
    answer: Answer,
    pieces: Option<Receiver<String>>,
    named: BTreeSet<String>,
}

impl<M: Model> Session<M> {
    fn new(app: App<M>) -> Self {
        Self { app, setup: None, talk: vec![], answer: Answer::new(), pieces: None, named: BTreeSet::new() }
    }

    /// Takes the text of one frame in.
    fn read(&mut self, text: &str) -> Step {
        let commands = match (text.parse(), &self.setup) {
            (Ok(Event::Setup(setup)), _) => return self.begin(setup),
            // What does not begin with a setup is nobody's conversation.
            (_, None) => return ControlFlow::Break(closes::UNSIGNED),
            (Ok(Event::Prompt(prompt)), _) if prompt.is_last() => self.prompt(prompt),
            (Ok(Event::Dtmf(dtmf)), _) if dtmf.digit == "0" => self.hand_on("the caller pressed 0"),
            (Ok(Event::Interrupt(interrupt)), _) => {
                // Twilio has stopped speaking. Without a receiver the model stops too.
                self.answer.interrupt(&interrupt);
                self.pieces = None;
                vec![]
            }
            (Ok(Event::Error(error)), _) => self.name(format!("Twilio: {}", error.description)),
            (Ok(Event::Unknown(unknown)), _) => self.name(unknown.to_string()),
            (Ok(Event::Broken(broken)), _) => self.name(broken.to_string()),
            (Err(error), _) => self.name(error.to_string()),
            _ => vec![],
        };
        ControlFlow::Continue(commands)
    }

    /// A signature proves Twilio, not the call.
    fn begin(&mut self, setup: Setup) -> Step {
        let calls = self.app.calls.lock().unwrap_or_else(PoisonError::into_inner);
        if !calls.contains(&setup.call_sid) {
            println!("{} was not answered with this relay", setup.call_sid);
            return ControlFlow::Break(closes::UNSIGNED);
        }
        println!("{}: {} talks to the agent", setup.call_sid, setup.from);
        self.setup = Some(setup);
        ControlFlow::Continue(vec![])
    }

    /// The caller has said something.
    fn prompt(&mut self, prompt: Prompt) -> Vec<Command> {
        println!("caller: {}", prompt.voice_prompt);
        let wants_a_person = prompt.voice_prompt.to_lowercase().contains("person");
        let mut commands = self.settle();
        self.talk.push(Turn { who: "caller", text: prompt.voice_prompt });
        if wants_a_person {
            commands.extend(self.hand_on("the caller asked for a person"));
            return commands;
        }
        // Bounded: a model that is faster than the socket waits.
        let (sender, receiver) = mpsc::channel(16);
        let (model, talk) = (self.app.model.clone(), self.talk.clone());
        tokio::spawn(async move { model.answer(talk, sender).await });
        self.pieces = Some(receiver);
        commands
    }

    /// The model has said something, or has nothing more to say.
    fn speak(&mut self, piece: Option<String>) -> Vec<Command> {
        let text = match piece {
            Some(piece) => self.answer.token(&piece),
            None => {
                self.pieces = None;
                self.answer.finish()
            }
        };
        text.into_iter().map(Command::from).collect()
    }

    /// Ends the answer, and keeps what the caller has heard of it.
    fn settle(&mut self) -> Vec<Command> {
        self.pieces = None;
        let end = self.answer.finish();
        let said = std::mem::take(&mut self.answer).said().to_owned();
        if !said.is_empty() {
            println!("agent: {said}");
            self.talk.push(Turn { who: "agent", text: said });
        }
        end.into_iter().map(Command::from).collect()
    }

    /// Ends the session: `/ended` is asked what happens to the caller.
    fn hand_on(&mut self, reason: &str) -> Vec<Command> {
        let mut commands = self.settle();
        let talk: Vec<_> = self.talk.iter().map(|turn| format!("{}: {}", turn.who, turn.text)).collect();
        let data = serde_json::json!({ "reason": reason, "talk": talk });
        commands.push(SendEnd::new().handoff_data(data.to_string()).into());
        commands
    }

    /// Says once what is odd.
    fn name(&mut self, odd: String) -> Vec<Command> {
        if !self.named.contains(&odd) {
            println!("{odd}");
            self.named.insert(odd);
        }
        vec![]
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
    println!("npx wscat -c {}/relay\n", url.replacen("http", "ws", 1));
    let (setup, digits) = (Setup::MESSAGE.example, twiml::socket::relay::Dtmf::MESSAGE.example);
    println!("{}\n", setup.unwrap_or_default());
    println!(r#"{{"type":"prompt","voicePrompt":"I would like to change my booking.","lang":"en-US","last":true}}"#);
    println!(r#"{{"type":"interrupt","utteranceUntilInterrupt":"You said: I","durationUntilInterruptMs":460}}"#);
    println!("{}", digits.unwrap_or_default().replace('1', "0"));
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
        socket_url: format!("wss://{}/relay", host.trim_end_matches('/')).into(),
        model: Arc::new(Echo),
        calls: Arc::default(),
    };
    axum::serve(listener, router(app)).await?;
    Ok(())
}
