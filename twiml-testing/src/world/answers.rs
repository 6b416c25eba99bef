//! What is made of an answer.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use http::Method;
use twiml_core::Parameters;
use twiml_core::vocabulary::Dialect;
use twiml_core::webhook::{Answer as Wanted, Call};

use super::clock::Class;
use super::leg::{Doing, Hook, Role};
use super::{Ask, Due, LegId, Purpose, World};
use crate::answer::{Answer, Content, Document};
use crate::carrier::NoAnswer;
use crate::strictness::Lapse;
use crate::transcript::{Event, Heard};

/// Most HTTP redirects of one request.
const MOST_HOPS: u8 = 10;

/// What Twilio waits for an answer.
const LONGEST_REQUEST: Duration = Duration::from_secs(15);

/// An answer that the world has not got yet.
#[derive(Debug)]
pub(crate) struct Late {
    ask: Ask,
    exchange: usize,
    answer: Result<Answer, NoAnswer>,
}

/// An error of Twilio's: its number, and words.
type Trouble = (i64, String);

impl World {
    /// An answer has come: it is gone on with as soon as the request has taken its time.
    pub(crate) fn take_answer(&mut self, ask: Ask, answer: Result<Answer, NoAnswer>) {
        self.asking = false;
        let exchange = self.exchanges.len().saturating_sub(1);
        let time = self.settings.durations.request;
        let steers = matches!(ask.purpose, Purpose::Document { .. } | Purpose::Message { .. });
        if time.is_zero() || !steers {
            return self.go_on_with(ask, exchange, answer);
        }
        let in_time = if time > LONGEST_REQUEST { Err(NoAnswer::new("none within 15 seconds")) } else { answer };
        let late = Late { ask, exchange, answer: in_time };
        self.clock.schedule(time.min(LONGEST_REQUEST), Class::Answer, Due::Answer(Box::new(late)));
    }

    pub(crate) fn late_answer(&mut self, late: Late) {
        self.go_on_with(late.ask, late.exchange, late.answer);
    }

    fn go_on_with(&mut self, ask: Ask, exchange: usize, answer: Result<Answer, NoAnswer>) {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => {
                self.note_answer(&ask, 0, format!("no answer: {error}"));
                return self.refused(&ask, exchange, (11205, error.to_string()));
            }
        };
        if let Some(written) = self.exchanges.get_mut(exchange) {
            written.status = Some(answer.status);
            written.answer = String::from_utf8_lossy(&answer.body).into_owned();
        }
        let now = self.clock.now;
        if let Some(jar) = ask.jar.and_then(|jar| self.jars.get_mut(jar)) {
            jar.used = now;
            answer.cookies.iter().for_each(|cookie| jar.set(cookie));
        }
        if answer.is_redirect() {
            self.note_answer(&ask, answer.status, format!("to {}", answer.location.as_deref().unwrap_or_default()));
            return self.follow(ask, exchange, &answer);
        }
        if matches!(ask.purpose, Purpose::Report) {
            self.note_answer(&ask, answer.status, String::new());
            if answer.status >= 400 {
                let message = format!("the callback `{}` to {} was answered with {}", ask.id, ask.url, answer.status);
                self.lapse(ask.leg, Lapse::FailedCallback, message, None);
            }
            return;
        }
        match self.understand(&ask, exchange, &answer) {
            Ok(content) => self.go_on(&ask, exchange, content),
            Err(trouble) => self.refused(&ask, exchange, trouble),
        }
    }

    fn note_answer(&mut self, ask: &Ask, status: u16, content: String) {
        let event = Event::Answered { status, content };
        match ask.leg {
            Some(leg) => self.tell(leg, event),
            None => self.tell_of("", event),
        }
    }

    /// Asks where an HTTP redirect points.
    fn follow(&mut self, mut ask: Ask, exchange: usize, answer: &Answer) {
        let location = answer.location.as_deref().unwrap_or_default();
        let Ok(url) = ask.url.join(location) else {
            return self.refused(&ask, exchange, (11100, format!("`{location}` is no address")));
        };
        ask.hops += 1;
        if ask.hops > MOST_HOPS {
            return self.refused(&ask, exchange, (11215, String::from("more than ten HTTP redirects")));
        }
        let keeps = matches!(answer.status, 307 | 308) && self.settings.behaviour.redirects_keep;
        if !keeps {
            ask.method = Method::GET;
            // What is asked without any stays so.
            if !ask.parameters.is_empty() {
                ask.parameters = Parameters::clone(&ask.standard);
            }
        }
        ask.url = url;
        ask.from = Some(exchange);
        ask.cause = format!("HTTP {}", answer.status);
        self.outbox.push_front(ask);
    }

    /// Reads and checks what came.
    fn understand(&mut self, ask: &Ask, exchange: usize, answer: &Answer) -> Result<Loaded, Trouble> {
        let content = answer.content(self.settings.behaviour.empty_is_a_document).inspect_err(|(_, words)| {
            self.note_answer(ask, answer.status, words.clone());
        })?;
        let source = match content {
            Content::Twiml(source) => source,
            Content::Text(text) => {
                self.note_answer(ask, answer.status, format!("{text:?}"));
                return Ok(Loaded::Text(text));
            }
            Content::Audio => {
                self.note_answer(ask, answer.status, String::from("audio"));
                return Ok(Loaded::Audio(ask.url.to_string()));
            }
        };
        self.note_answer(ask, answer.status, source.clone());
        let document = self.document(&source, wanted(ask.id)).map_err(|words| (12100, words))?;
        if let Some(written) = self.exchanges.get_mut(exchange) {
            written.verbs = document.root.elements().map(|verb| verb.name.clone()).collect();
        }
        self.judge(ask.leg, ask.url.as_str(), &document);
        let unknown = document.root.descendants().into_iter().find(|element| element.row.is_none());
        match unknown.filter(|_| !self.settings.behaviour.unknown_verb_is_ignored) {
            Some(unknown) => Err((12100, format!("`{}` is unknown", unknown.tag()))),
            None => Ok(Loaded::Document(document)),
        }
    }

    /// The document of a text; the same text is read once.
    pub(crate) fn document(&mut self, source: &str, kind: Dialect) -> Result<Arc<Document>, String> {
        let mut documents = self.documents.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = documents.get(&(kind == Dialect::Voice, source.to_owned())) {
            return known.clone();
        }
        let read = Document::read(source, kind).map(Arc::new);
        documents.insert((kind == Dialect::Voice, source.to_owned()), read.clone());
        read
    }

    /// What is wrong with a document fails the test, unless it is allowed.
    pub(crate) fn judge(&mut self, leg: Option<LegId>, origin: &str, document: &Document) {
        if let Some(first) = document.findings.iter().find(|finding| finding.is_error) {
            let message = format!("the answer of {origin} is no valid document: {first}");
            self.lapse(leg, Lapse::InvalidDocument, message, Some(document.show_findings(origin)));
        } else if let Some(first) = document.findings.first() {
            let message = format!("the answer of {origin} has a warning: {first}");
            self.lapse(leg, Lapse::Warnings, message, Some(document.show_findings(origin)));
        }
    }

    fn go_on(&mut self, ask: &Ask, exchange: usize, loaded: Loaded) {
        match ask.purpose {
            Purpose::Document { leg, frame } => self.load(leg, frame, loaded, ask, exchange),
            Purpose::Message { session } => self.message_answered(session, loaded, ask),
            Purpose::Unheard | Purpose::Report => {}
        }
    }

    fn load(&mut self, leg: LegId, frame: u64, loaded: Loaded, ask: &Ask, exchange: usize) {
        // The call may have been moved, or hung up, while the answer was on its way.
        let is_waited_for = self.legs[leg].frame(frame).is_some_and(|frame| matches!(frame.doing, Doing::Asking));
        if self.legs[leg].is_over() || !is_waited_for {
            return;
        }
        match loaded {
            Loaded::Document(document) => {
                if let Some(frame) = self.legs[leg].frame_mut(frame) {
                    frame.document = Some(document);
                    frame.base = Some(ask.url.clone());
                    frame.next = 0;
                    frame.doing = Doing::Nothing;
                    frame.exchange = Some(exchange);
                }
                self.proceed(leg);
            }
            Loaded::Text(text) => self.play_alone(leg, frame, Heard::Speech(text)),
            Loaded::Audio(url) => self.play_alone(leg, frame, Heard::File(url)),
        }
    }

    /// A document could not be had.
    fn refused(&mut self, ask: &Ask, exchange: usize, (code, words): Trouble) {
        match ask.purpose {
            Purpose::Report => {
                let message = format!("the callback `{}` to {} got no answer: {words}", ask.id, ask.url);
                self.lapse(ask.leg, Lapse::FailedCallback, message, None);
            }
            Purpose::Unheard => self.document_fails(ask, code, &words),
            Purpose::Message { session } => self.message_refused(session, ask, code, &words),
            Purpose::Document { leg, frame } => {
                let waits = self.legs[leg].frame(frame).map(|frame| (frame.role, matches!(frame.doing, Doing::Asking)));
                let Some((role, true)) = waits else { return self.document_fails(ask, code, &words) };
                if self.legs[leg].is_over() {
                    return self.document_fails(ask, code, &words);
                }
                if role == Role::Main
                    && !ask.is_fallback
                    && let Some(fallback) = self.legs[leg].fallback.clone()
                {
                    return self.fall_back(leg, frame, ask, exchange, &fallback, code);
                }
                self.document_fails(ask, code, &words);
                self.sub_document_failed(leg, role);
            }
        }
    }

    fn document_fails(&mut self, ask: &Ask, code: i64, words: &str) {
        let message = format!("{} to {} failed with error {code}: {words}", ask.method, ask.url);
        self.lapse(ask.leg, Lapse::FailedRequest, message, None);
    }

    fn fall_back(&mut self, leg: LegId, frame: u64, ask: &Ask, exchange: usize, fallback: &Hook, code: i64) {
        let mut call: Call = self.call(leg);
        call.error_code = Some(code);
        call.error_url = Some(ask.url.to_string());
        let purpose = Purpose::Document { leg, frame };
        let mut again = self.ask_of(&call, fallback.url.clone(), fallback.method.clone(), purpose);
        again.is_fallback = true;
        again.from = Some(exchange);
        again.cause = format!("error {code}");
        self.send(leg, again);
    }

    pub(crate) fn sub_document_failed(&mut self, leg: LegId, role: Role) {
        match role {
            Role::Main => {
                if self.legs[leg].answered.is_none() {
                    self.answer(leg);
                }
                let text = String::from("We are sorry, an application error has occurred. Goodbye.");
                self.hears(leg, Heard::Speech(text));
                self.end(leg, &twiml_core::webhook::CallStatus::Completed);
            }
            Role::Whisper => self.whisper_failed(leg),
            Role::QueueWait => self.leave_queue(leg, twiml_core::webhook::QueueResult::Error),
            Role::ConferenceWait => self.conference_refused(leg),
            Role::BeforeJoining => self.before_joining_ended(leg),
        }
    }
}

/// What kind of document a request asks for.
fn wanted(id: &str) -> Dialect {
    let row = twiml_core::webhook::all().find(|row| row.id == id);
    if row.is_some_and(|row| row.answer == Wanted::Messaging) { Dialect::Messaging } else { Dialect::Voice }
}

/// An answer that can be gone on with.
#[derive(Debug)]
pub(crate) enum Loaded {
    Document(Arc<Document>),
    Text(String),
    Audio(String),
}
