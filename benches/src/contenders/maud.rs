use ::maud::{PreEscaped, html};

use super::{Contender, DECLARATION};
use crate::{
    Document,
    data::{Call, Dial, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "maud 0.27",
    documents: &[
        (Document::Static, |_| fixed().into()),
        (Document::Small, |inputs| small(&inputs.call).into()),
        (Document::Loop, |inputs| dial(&inputs.dial).into()),
        (Document::Large, |inputs| messages(&inputs.messages).into()),
        (Document::Redirect, |inputs| redirect(&inputs.next).into()),
        (Document::Stream, |inputs| stream(&inputs.socket).into()),
    ],
};

fn fixed() -> String {
    let markup = html! {
        (PreEscaped(DECLARATION))
        Response {
            Say { "Please hold." }
            Connect action="https://example.com/calls/done" {
                Conversation serviceInstanceSid="IS00112233445566778899aabbccddeeff" inboundTimeout="20" {}
            }
        }
    };
    markup.into_string()
}

fn small(call: &Call) -> String {
    let markup = html! {
        (PreEscaped(DECLARATION))
        Response {
            Say { "Hello " (call.name) ", please hold." }
            Connect action=(call.action) {
                Conversation serviceInstanceSid=(call.sid) inboundTimeout=(call.timeout) {}
            }
        }
    };
    markup.into_string()
}

fn dial(dial: &Dial) -> String {
    let markup = html! {
        (PreEscaped(DECLARATION))
        Response {
            Dial action=(dial.action) timeout=(dial.timeout) {
                @for number in &dial.numbers {
                    Number
                        statusCallback=(number.callback)
                        statusCallbackEvent="initiated ringing answered completed"
                        statusCallbackMethod="POST"
                    {
                        (number.number)
                    }
                }
            }
        }
    };
    markup.into_string()
}

fn messages(messages: &[Message]) -> String {
    let markup = html! {
        (PreEscaped(DECLARATION))
        Response {
            @for message in messages {
                Message action=(message.action) from=(message.from) method="POST" to=(message.to) {
                    Body { (message.body) }
                }
            }
        }
    };
    markup.into_string()
}

fn redirect(next: &str) -> String {
    let markup = html! {
        (PreEscaped(DECLARATION))
        Response {
            Redirect method="POST" { (next) }
        }
    };
    markup.into_string()
}

fn stream(socket: &str) -> String {
    let markup = html! {
        (PreEscaped(DECLARATION))
        Response {
            Connect {
                Stream url=(socket) {}
            }
        }
    };
    markup.into_string()
}
