//! `twiml-rust`. Its `<Conversation>` has no `inboundTimeout`.

use ::twiml_rust::{
    TwiML as _, VoiceResponse,
    messaging::{self, Body, MessageAttributes, MessagingResponse, RedirectAttributes},
    voice::{Connect, Dial, DialAttributes, DialNumber, Stream},
};

use super::Contender;
use crate::{
    Document,
    data::{self, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "twiml-rust 0.1",
    documents: &[
        (Document::Loop, |inputs| dial(&inputs.dial).into()),
        (Document::Large, |inputs| messages(&inputs.messages).into()),
        (Document::Redirect, |inputs| redirect(&inputs.next).into()),
        (Document::Stream, |inputs| stream(&inputs.socket).into()),
    ],
};

fn dial(dial: &data::Dial) -> String {
    let attributes =
        DialAttributes { action: Some(dial.action.clone()), timeout: Some(dial.timeout), ..DialAttributes::default() };
    let mut verb = Dial::with_attributes(attributes);
    for number in &dial.numbers {
        let mut noun = DialNumber::new(&number.number);
        noun.status_callback = Some(number.callback.clone());
        noun.status_callback_event = Some(["initiated", "ringing", "answered", "completed"].map(str::to_owned).into());
        noun.status_callback_method = Some("POST".to_owned());
        verb = verb.add_number(noun);
    }
    VoiceResponse::new().dial_with(verb).to_xml()
}

fn messages(messages: &[Message]) -> String {
    let mut response = MessagingResponse::new();
    for message in messages {
        let attributes =
            MessageAttributes::new().action(&message.action).from(&message.from).method("POST").to(&message.to);
        let verb = messaging::Message::with_nouns(attributes).body(Body::new(&message.body));
        response = response.message_with_nouns(verb);
    }
    response.to_xml()
}

fn redirect(next: &str) -> String {
    let attributes = RedirectAttributes::new().method("POST");
    MessagingResponse::new().redirect_with_attributes(attributes, next).to_xml()
}

fn stream(socket: &str) -> String {
    let stream = Stream { url: Some(socket.to_owned()), ..Stream::default() };
    VoiceResponse::new().connect_with(Connect::new().add_stream(stream)).to_xml()
}
