//! Messages: one comes in, documents answer it, replies go out and get on.

use std::time::Duration;

use crate::names::messaging as rows;
use http::Method;
use twiml_core::webhook::{Media, Message, MessageStatus, MessageStatusCallback, Webhook};
use url::Url;

use super::answers::Loaded;
use super::clock::Class;
use super::cookies::Known;
use super::standard::blank;
use super::{Ask, Due, Purpose, World};
use crate::answer::Element;
use crate::party::Plan;
use crate::strictness::Lapse;
use crate::transcript::Event;

/// Most documents of one session.
const MOST_DOCUMENTS: i64 = 50;
/// Most replies to one message.
const MOST_REPLIES: i64 = 10;
/// Longest text, in characters.
const LONGEST_TEXT: usize = 1600;
/// Most files of one message.
const MOST_MEDIA: usize = 10;
/// Most replies between two numbers that follow each other closely.
const MOST_IN_A_ROW: usize = 30;
/// How close that is.
const CLOSE: Duration = Duration::from_secs(30);

/// A message that came in, and what has come of it.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) from: String,
    pub(crate) to: String,
    message: Message,
    documents: i64,
    replies: i64,
    jar: usize,
    base: Option<Url>,
}

/// A message that went out.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) sid: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) body: String,
    pub(crate) media: Vec<String>,
    pub(crate) status: MessageStatus,
    pub(crate) at: Duration,
    error: Option<i64>,
    hook: Option<(Url, Method)>,
}

/// A message that is to go out.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) body: String,
    pub(crate) media: Vec<String>,
    pub(crate) report: Option<(Url, Method)>,
}

/// Elements of messaging documents by the ids of their rows.
mod kind {
    pub(super) const MESSAGE: &str = "messaging/Message";
    pub(super) const SMS: &str = "messaging/Sms";
    pub(super) const REDIRECT: &str = "messaging/Redirect";
    pub(super) const BODY: &str = "messaging/Body";
    pub(super) const MEDIA: &str = "messaging/Media";
    /// A document of redirects alone is either.
    pub(super) const VOICE_REDIRECT: &str = "voice/Redirect";
}

impl World {
    /// Somebody writes to the application.
    pub(crate) fn message_in(&mut self, from: &str, body: &str, media: &[(String, String)]) -> Result<usize, String> {
        let settings = &self.settings;
        let (target, method) = (settings.messaging_url.clone(), settings.messaging_method.clone());
        let url = settings.public_url.join(&target).map_err(|error| format!("`{target}` is no address: {error}"))?;
        let to = settings.number.clone();
        let message = self.received(from, &to, body, media);
        self.opt(from, &to, body);
        self.tell_of(
            from,
            Event::Texts {
                to: to.clone(),
                body: body.to_owned(),
                media: media.iter().map(|(url, _)| url.clone()).collect(),
            },
        );
        let jar = self.known_jar(Known::Messages(from.to_owned(), to.clone()));
        self.sessions.push(Session {
            from: from.to_owned(),
            to,
            message,
            documents: 0,
            replies: 0,
            jar,
            base: Some(url.clone()),
        });
        let session = self.sessions.len() - 1;
        self.ask_message(session, url, method, "");
        Ok(session)
    }

    /// What the application is told of a message.
    fn received(&mut self, from: &str, to: &str, body: &str, media: &[(String, String)]) -> Message {
        let sid = self.sids.next(if media.is_empty() { "SM" } else { "MM" });
        let mut message: Message = blank();
        message.message_sid.clone_from(&sid);
        message.sms_sid = Some(sid.clone());
        message.sms_message_sid = Some(sid);
        message.account_sid.clone_from(&self.settings.account_sid);
        from.clone_into(&mut message.from);
        to.clone_into(&mut message.to);
        body.clone_into(&mut message.body);
        message.num_media = i64::try_from(media.len()).unwrap_or(i64::MAX);
        message.num_segments = super::segments::count(body);
        message.media = media.iter().map(|(url, kind)| Media::new(url, kind)).collect();
        message.sms_status = Some(MessageStatus::Received);
        message.api_version = Some(super::standard::API_VERSION.to_owned());
        message
    }

    fn ask_message(&mut self, session: usize, url: Url, method: Method, cause: &str) {
        let message = self.sessions[session].message.clone();
        let mut ask = self.ask_of(&message, url, method, Purpose::Message { session });
        ask.jar = Some(self.sessions[session].jar);
        ask.standard = message.to_parameters().into();
        cause.clone_into(&mut ask.cause);
        self.outbox.push_back(ask);
    }

    /// A document answers a message.
    pub(crate) fn message_answered(&mut self, session: usize, loaded: Loaded, ask: &Ask) {
        self.sessions[session].base = Some(ask.url.clone());
        let document = match loaded {
            Loaded::Text(text) => return self.reply(session, text, Vec::new(), None),
            Loaded::Audio(_) => {
                let message = format!("{} answers a message with audio (error 12300)", ask.url);
                return self.lapse(None, Lapse::FailedRequest, message, None);
            }
            Loaded::Document(document) => document,
        };
        for element in document.root.elements() {
            match element.id() {
                kind::MESSAGE => {
                    let taken_over = self.run_message(session, element);
                    if taken_over {
                        return;
                    }
                }
                kind::SMS => {
                    let report =
                        self.message_hook(session, element, &rows::Sms::statusCallback).map(|url| (url, Method::POST));
                    self.reply_to(
                        session,
                        element,
                        &rows::Sms::to,
                        &rows::Sms::from,
                        (element.raw_text(), Vec::new()),
                        report,
                    );
                }
                kind::REDIRECT | kind::VOICE_REDIRECT => return self.redirect_message(session, element),
                // Verbs of calls are passed over; the checker has said so.
                _ => {}
            }
        }
    }

    fn message_hook(&self, session: usize, element: &Element, attribute: &crate::names::Attribute) -> Option<Url> {
        self.sessions[session].base.as_ref()?.join(element.written(attribute)?.trim()).ok()
    }

    /// Sends a `<Message>`. Whether its action takes over.
    fn run_message(&mut self, session: usize, element: &Element) -> bool {
        let part =
            |id: &str| element.elements().filter(|part| part.id() == id).map(Element::raw_text).collect::<Vec<_>>();
        let bodies = part(kind::BODY);
        let body = if bodies.is_empty() { own_text(element) } else { bodies.concat() };
        let media = part(kind::MEDIA);
        if let Some(message) = unsendable(&body, &media) {
            self.lapse(None, Lapse::UnsentMessage, message, None);
            return false;
        }
        let action = self.message_hook(session, element, &rows::Message::action);
        let how = super::verbs::method(element, &rows::Message::method);
        let callback = self.message_hook(session, element, &rows::Message::statusCallback);
        let takes_over = self.settings.behaviour.message_action_takes_over && action.is_some();
        // The first is for texts, the second for files; either serves both where the other is missing.
        let as_action = action.clone().map(|url| (url, how.clone()));
        let as_callback = callback.map(|url| (url, Method::POST));
        let report = match (media.is_empty(), takes_over) {
            (_, true) => as_callback,
            (true, _) => as_action.or(as_callback),
            (false, _) => as_callback.or(as_action),
        };
        self.reply_to(session, element, &rows::Message::to, &rows::Message::from, (body, media), report);
        if let (true, Some(url)) = (takes_over, action) {
            self.ask_message(session, url, how, "sent");
            return true;
        }
        false
    }

    fn reply_to(
        &mut self,
        session: usize,
        element: &Element,
        to: &crate::names::Attribute,
        from: &crate::names::Attribute,
        (body, media): (String, Vec<String>),
        report: Option<(Url, Method)>,
    ) {
        let to = element.written(to).unwrap_or(&self.sessions[session].from).to_owned();
        let from = element.written(from).unwrap_or(&self.sessions[session].to).to_owned();
        self.reply_draft(session, Draft { from, to, body, media, report });
    }

    fn reply(&mut self, session: usize, body: String, media: Vec<String>, report: Option<(Url, Method)>) {
        let (from, to) = (self.sessions[session].to.clone(), self.sessions[session].from.clone());
        self.reply_draft(session, Draft { from, to, body, media, report });
    }

    fn reply_draft(&mut self, session: usize, draft: Draft) {
        self.sessions[session].replies += 1;
        if self.sessions[session].replies > MOST_REPLIES {
            let message = String::from("more than ten replies to one message (error 14109): the rest is not sent");
            return self.lapse(None, Lapse::UnsentMessage, message, None);
        }
        let _ = self.send_message(draft);
    }

    /// Sends a message. Its SID.
    pub(crate) fn send_message(&mut self, draft: Draft) -> String {
        let sid = self.sids.next(if draft.media.is_empty() { "SM" } else { "MM" });
        let pair = (draft.from.clone(), draft.to.clone());
        let error = if self.stopped.contains(&pair) {
            Some(21610)
        } else if self.is_too_chatty(&draft) {
            Some(14107)
        } else {
            None
        };
        self.tell_of(
            &draft.from,
            Event::Texts { to: draft.to.clone(), body: draft.body.clone(), media: draft.media.clone() },
        );
        let status = if error.is_some() { MessageStatus::Failed } else { MessageStatus::Queued };
        self.messages.push(Sent {
            sid: sid.clone(),
            from: draft.from,
            to: draft.to,
            body: draft.body,
            media: draft.media,
            status,
            at: self.clock.now,
            error,
            hook: draft.report,
        });
        let message = self.messages.len() - 1;
        if let Some(code) = error {
            let to = self.messages[message].to.clone();
            self.lapse(None, Lapse::UnsentMessage, format!("a message to {to} failed with error {code}"), None);
        }
        self.report_message(message);
        sid
    }

    /// More than thirty replies, each soon after the last.
    fn is_too_chatty(&self, draft: &Draft) -> bool {
        let mut later = self.clock.now;
        let mut row = 0;
        for sent in self.messages.iter().rev().filter(|sent| sent.from == draft.from && sent.to == draft.to) {
            if later.saturating_sub(sent.at) > CLOSE {
                break;
            }
            (row, later) = (row + 1, sent.at);
        }
        row >= MOST_IN_A_ROW
    }

    /// A message gets to its next state.
    pub(crate) fn message_gets_on(&mut self, message: usize) {
        let sent = &mut self.messages[message];
        sent.status = match (&sent.status, self.plans.get(&sent.to)) {
            (MessageStatus::Queued, _) => MessageStatus::Sent,
            (_, Some(Plan::Fails)) => {
                sent.error = Some(30003);
                MessageStatus::Undelivered
            }
            _ => MessageStatus::Delivered,
        };
        self.report_message(message);
    }

    fn report_message(&mut self, message: usize) {
        let sent = self.messages[message].clone();
        if let Some((url, method)) = sent.hook {
            let mut report: MessageStatusCallback = blank();
            report.message_sid.clone_from(&sent.sid);
            report.sms_sid = Some(sent.sid);
            report.account_sid.clone_from(&self.settings.account_sid);
            report.from = Some(sent.from);
            report.to = Some(sent.to);
            report.sms_status = Some(sent.status.to_string());
            report.message_status = sent.status.clone();
            report.error_code = sent.error;
            let ask = self.ask_of(&report, url, method, Purpose::Report);
            self.report(None, ask);
        }
        if matches!(sent.status, MessageStatus::Queued | MessageStatus::Sent) {
            self.clock.schedule(self.settings.durations.message_step, Class::Timer, Due::Message { message });
        }
    }

    fn redirect_message(&mut self, session: usize, element: &Element) {
        self.sessions[session].documents += 1;
        if self.sessions[session].documents >= MOST_DOCUMENTS {
            let message = format!("a message asked for more than {MOST_DOCUMENTS} documents (error 14106)");
            return self.lapse(None, Lapse::RedirectLoop, message, None);
        }
        let target = element.raw_text();
        let base = self.sessions[session].base.clone();
        let url = base.and_then(|base| if target.is_empty() { Some(base) } else { base.join(&target).ok() });
        match url {
            Some(url) => {
                self.ask_message(session, url, super::verbs::method(element, &rows::Redirect::method), "redirect");
            }
            None => self.lapse(None, Lapse::FailedRequest, format!("error 11100: `{target}` is no address"), None),
        }
    }

    /// The document for a message could not be had.
    pub(crate) fn message_refused(&mut self, session: usize, ask: &Ask, code: i64, words: &str) {
        let fallback = self.settings.messaging_fallback_url.clone().filter(|_| !ask.is_fallback);
        if let Some(hook) = fallback.and_then(|url| self.hook(&url, &Method::POST)) {
            let mut message = self.sessions[session].message.clone();
            message.error_code = Some(code);
            message.error_url = Some(ask.url.to_string());
            let mut again = self.ask_of(&message, hook.url, hook.method, Purpose::Message { session });
            again.is_fallback = true;
            again.jar = ask.jar;
            again.cause = format!("error {code}");
            self.outbox.push_back(again);
            return;
        }
        let message = format!("{} to {} failed with error {code}: {words}", ask.method, ask.url);
        self.lapse(None, Lapse::FailedRequest, message, None);
    }
}

/// Why a message is not sent, if it is not.
fn unsendable(body: &str, media: &[String]) -> Option<String> {
    let length = body.chars().count();
    if body.is_empty() && media.is_empty() {
        return Some(String::from("`<Message>` has nothing to send (error 14103)"));
    }
    if length > LONGEST_TEXT {
        return Some(format!("a text of {length} characters, more than {LONGEST_TEXT}, is not sent"));
    }
    (media.len() > MOST_MEDIA)
        .then(|| format!("a message with {} files, more than {MOST_MEDIA}, is not sent", media.len()))
}

/// The text that stands in an element itself.
fn own_text(element: &Element) -> String {
    let texts = element.children.iter().filter_map(|node| match node {
        crate::answer::Node::Text(text) => Some(text.as_str()),
        crate::answer::Node::Element(_) => None,
    });
    texts.collect::<String>().trim().to_owned()
}
