//! Twilio's page on `<Connect><Conversation>` as a server: a caller is connected to a worker; what follows depends on how that
//! ended. Nobody answered: the caller leaves a voicemail. Anything else went wrong: an apology. They talked: nothing.
//!
//! ```sh
//! cargo run --example frontline --features axum
//! ```
//!
//! It needs no account, and prints how to talk to it. Requests must be signed once `TWILIO_AUTH_TOKEN` is set; `PUBLIC_URL`
//! is then the address under which Twilio reaches the server (scheme and host), `SERVICE_SID` the conversation service, `PORT`
//! the port.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{FromRef, Path, State};
use axum::http::StatusCode;
use axum::{Router, routing::get, routing::post};
use tokio::net::TcpListener;
use twiml::signature::{Misconfigured, Signed, Verifier};
use twiml::webhook::{
    Call, ConversationAction, ConversationRecordingCallback, ConversationResult, ConversationStatus,
    ConversationStatusCallback, DialCallStatus, RecordAction, RecordingStatusCallback, Webhook,
};
use twiml::{VoiceResponse, twiml};

/// What all handlers share.
#[derive(Clone, Debug)]
pub struct App {
    /// What requests are verified with.
    pub verifier: Verifier,
    /// The address under which Twilio reaches the server.
    pub public_url: Arc<str>,
    /// The conversation service that callers are connected to.
    pub service_sid: Arc<str>,
    /// What has been reported of each session.
    pub sessions: Arc<Mutex<Sessions>>,
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

/// The server, to be served or tested. The verifier is a layer around all of it, so that a handler that does not ask who calls
/// is closed as well; the extractors find in the request what the layer has verified.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/voice", post(answer).get(answer))
        .route("/ended", post(ended))
        .route("/progress", post(progress))
        .route("/recording", post(recording))
        .route("/voicemail", post(voicemail_left))
        .route("/voicemail/recording", post(voicemail_recording))
        .route("/sessions/{conversation}", get(session))
        .layer(app.verifier.clone())
        .with_state(app)
}

/// An incoming call.
async fn answer(State(app): State<App>, Signed(call): Signed<Call>) -> VoiceResponse {
    println!("{} calls {}", call.from, call.to);
    twiml! {
        <Response>
            <Connect action="/ended">
                <Conversation
                    serviceInstanceSid={app.service_sid}
                    inboundAutocreation=true
                    inboundTimeout=20
                    routingAssignmentTimeout=10
                    record="record-from-answer"
                    trim="trim-silence"
                    recordingStatusCallback={format_args!("{}/recording", app.public_url)}
                    statusCallback="/progress"
                    statusCallbackEvent="call-initiated call-ringing call-answered call-completed"
                />
            </Connect>
        </Response>
    }
}

/// The session has ended: the caller is still there.
async fn ended(Signed(session): Signed<ConversationAction>) -> VoiceResponse {
    println!("{}: {}", session.call.call_sid, session.result);
    match (session.result, session.dial_call_status) {
        (ConversationResult::SessionSuccess, _) => twiml! { <Response/> },
        (ConversationResult::DialedCallIncomplete, Some(DialCallStatus::NoAnswer)) => twiml! {
            <Response>
                <Say>"We are unable to take your call right now. Please leave a message at the beep. \
                      Press the star key when finished."</Say>
                <Record
                    action="/voicemail"
                    maxLength=20
                    finishOnKey="*"
                    recordingStatusCallback="/voicemail/recording"
                />
            </Response>
        },
        _ => twiml! {
            <Response>
                <Say>"We are sorry, your call could not be connected. Please try again later."</Say>
                <Hangup/>
            </Response>
        },
    }
}

/// The caller has left a message, or said nothing.
async fn voicemail_left(Signed(message): Signed<RecordAction>) -> VoiceResponse {
    println!("{} left a message of {} seconds", message.call.from, message.recording_duration);
    twiml! { <Response><Say>"Thank you. Goodbye."</Say><Hangup/></Response> }
}

/// The message can be fetched.
async fn voicemail_recording(Signed(recording): Signed<RecordingStatusCallback>) -> StatusCode {
    let place = recording.recording_url.as_deref().unwrap_or("nowhere");
    println!("voicemail {}: {} at {place}", recording.recording_sid, recording.recording_status);
    StatusCode::NO_CONTENT
}

/// The recording of a session changed its state.
async fn recording(Signed(recording): Signed<ConversationRecordingCallback>) -> StatusCode {
    let place = recording.recording_url.as_deref().unwrap_or("nowhere");
    println!("recording {}: {} at {place}", recording.recording_sid, recording.recording_status);
    StatusCode::NO_CONTENT
}

/// The call to the worker got on. Callbacks may overtake each other.
async fn progress(State(app): State<App>, Signed(callback): Signed<ConversationStatusCallback>) -> StatusCode {
    let mut sessions = app.sessions.lock().unwrap_or_else(PoisonError::into_inner);
    for (number, status) in sessions.arrive(&callback) {
        println!("{} {number}: {status}", callback.conversation_sid);
    }
    StatusCode::NO_CONTENT
}

/// What is known of a session, in the order in which it happened. Not for Twilio, but signed all the same.
async fn session(
    State(app): State<App>,
    Path(conversation): Path<String>,
) -> Result<String, (StatusCode, &'static str)> {
    let sessions = app.sessions.lock().unwrap_or_else(PoisonError::into_inner);
    sessions.report(&conversation).ok_or((StatusCode::NOT_FOUND, "there is no such session"))
}

/// The sessions of late, the oldest first.
#[derive(Debug, Default)]
pub struct Sessions {
    order: VecDeque<String>,
    sessions: HashMap<String, Session>,
}

/// What has been reported of one session. What comes too early waits until nothing before it is missing.
#[derive(Debug, Default)]
struct Session {
    in_order: Vec<(i64, ConversationStatus)>,
    early: BTreeMap<i64, ConversationStatus>,
}

impl Sessions {
    /// Older sessions are forgotten.
    const MOST: usize = 1_000;

    /// Takes a callback in, and gives what can be told now.
    fn arrive(&mut self, callback: &ConversationStatusCallback) -> &[(i64, ConversationStatus)] {
        let sid = &callback.conversation_sid;
        if !self.sessions.contains_key(sid) {
            self.order.push_back(sid.clone());
            let oldest = if self.order.len() > Self::MOST { self.order.pop_front() } else { None };
            oldest.map(|sid| self.sessions.remove(&sid));
        }
        self.sessions.entry(sid.clone()).or_default().arrive(callback.sequence_number, &callback.status)
    }

    /// What is known of a session, a line for each step.
    #[must_use]
    pub fn report(&self, conversation: &str) -> Option<String> {
        let session = self.sessions.get(conversation)?;
        let lines: Vec<_> = session.in_order.iter().map(|(number, status)| format!("{number} {status}")).collect();
        Some(lines.join("\n"))
    }
}

impl Session {
    fn arrive(&mut self, number: i64, status: &ConversationStatus) -> &[(i64, ConversationStatus)] {
        let told = self.in_order.len();
        // Twilio numbers from 1, and sends a callback again that it takes for lost.
        let expected = |told: usize| i64::try_from(told).unwrap_or(i64::MAX).saturating_add(1);
        if number >= expected(told) {
            self.early.insert(number, status.clone());
        }
        while let Some(next) = self.early.remove(&expected(self.in_order.len())) {
            self.in_order.push((expected(self.in_order.len()), next));
        }
        self.in_order.get(told..).unwrap_or_default()
    }
}

/// The body of a request.
fn body(request: &impl Webhook) -> String {
    request.to_parameters().to_form()
}

fn print_usage(url: &str, signed: bool) {
    println!("listening on {url}");
    if signed {
        println!("TWILIO_AUTH_TOKEN is set: only requests with its signature are taken");
        return;
    }
    println!("TWILIO_AUTH_TOKEN is not set: requests are taken from everybody. Somebody calls:\n");
    println!("curl {url}/voice -d '{}'\n", body(&Call::sample()));
    println!("Nobody answered:\n");
    let mut unanswered = ConversationAction::sample();
    unanswered.result = ConversationResult::DialedCallIncomplete;
    unanswered.dial_call_status = Some(DialCallStatus::NoAnswer);
    println!("curl {url}/ended -d '{}'\n", body(&unanswered));
    println!("The call to the worker rings, which is reported before the call itself is:\n");
    for (number, status) in [(2, ConversationStatus::CallRinging), (1, ConversationStatus::CallInitiated)] {
        let mut callback = ConversationStatusCallback::sample();
        callback.sequence_number = number;
        callback.status = status;
        println!("curl {url}/progress -d '{}'", body(&callback));
    }
    println!("curl {url}/sessions/CH0123456789abcdef0123456789abcdef");
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
    let app = App {
        verifier,
        public_url: public_url.trim_end_matches('/').into(),
        service_sid: setting("SERVICE_SID").unwrap_or_else(|| format!("IS{}", "x".repeat(32))).into(),
        sessions: Arc::default(),
    };
    axum::serve(listener, router(app)).await
}
