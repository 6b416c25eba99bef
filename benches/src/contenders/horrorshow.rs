use ::horrorshow::{Raw, Template, xml};

use super::{Contender, DECLARATION};
use crate::{
    Document,
    data::{Call, Dial, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "horrorshow 0.8",
    documents: &[
        (Document::Static, |_| fixed().into()),
        (Document::Small, |inputs| small(&inputs.call).into()),
        (Document::Loop, |inputs| dial(&inputs.dial).into()),
        (Document::Large, |inputs| messages(&inputs.messages).into()),
        (Document::Redirect, |inputs| redirect(&inputs.next).into()),
        (Document::Stream, |inputs| stream(&inputs.socket).into()),
    ],
};

fn finish(template: impl Template) -> String {
    template.into_string().expect("nothing here fails")
}

fn fixed() -> String {
    finish(xml! {
        : Raw(DECLARATION);
        Response {
            Say : "Please hold.";
            Connect(action = "https://example.com/calls/done") {
                Conversation(serviceInstanceSid = "IS00112233445566778899aabbccddeeff", inboundTimeout = "20");
            }
        }
    })
}

fn small(call: &Call) -> String {
    finish(xml! {
        : Raw(DECLARATION);
        Response {
            Say {
                : "Hello ";
                : &call.name;
                : ", please hold.";
            }
            Connect(action = &call.action) {
                Conversation(serviceInstanceSid = &call.sid, inboundTimeout = call.timeout);
            }
        }
    })
}

fn dial(dial: &Dial) -> String {
    finish(xml! {
        : Raw(DECLARATION);
        Response {
            Dial(action = &dial.action, timeout = dial.timeout) {
                @ for number in &dial.numbers {
                    Number(
                        statusCallback = &number.callback,
                        statusCallbackEvent = "initiated ringing answered completed",
                        statusCallbackMethod = "POST"
                    ) : &number.number;
                }
            }
        }
    })
}

fn messages(messages: &[Message]) -> String {
    finish(xml! {
        : Raw(DECLARATION);
        Response {
            @ for message in messages {
                Message(action = &message.action, from = &message.from, method = "POST", to = &message.to) {
                    Body : &message.body;
                }
            }
        }
    })
}

fn redirect(next: &str) -> String {
    finish(xml! {
        : Raw(DECLARATION);
        Response {
            Redirect(method = "POST") : next;
        }
    })
}

fn stream(socket: &str) -> String {
    finish(xml! {
        : Raw(DECLARATION);
        Response {
            Connect {
                Stream(url = socket);
            }
        }
    })
}
