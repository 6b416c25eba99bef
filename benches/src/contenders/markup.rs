use super::{Contender, DECLARATION};
use crate::{
    Document,
    data::{Call, Dial, Inputs, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "markup 0.16",
    documents: &[
        (Document::Static, |_| Fixed {}.to_string().into()),
        (Document::Small, |Inputs { call, .. }| Small { call }.to_string().into()),
        (Document::Loop, |Inputs { dial, .. }| Loop { dial }.to_string().into()),
        (Document::Large, |Inputs { messages, .. }| Large { messages }.to_string().into()),
        (Document::Redirect, |Inputs { next, .. }| Redirect { next }.to_string().into()),
        (Document::Stream, |Inputs { socket, .. }| Stream { socket }.to_string().into()),
    ],
};

markup::define! {
    Fixed {
        @markup::raw(DECLARATION)
        Response {
            Say { "Please hold." }
            Connect[action = "https://example.com/calls/done"] {
                Conversation[serviceInstanceSid = "IS00112233445566778899aabbccddeeff", inboundTimeout = "20"] {}
            }
        }
    }

    Small<'a>(call: &'a Call) {
        @markup::raw(DECLARATION)
        Response {
            Say { "Hello " @call.name ", please hold." }
            Connect[action = &call.action] {
                Conversation[serviceInstanceSid = &call.sid, inboundTimeout = call.timeout] {}
            }
        }
    }

    Loop<'a>(dial: &'a Dial) {
        @markup::raw(DECLARATION)
        Response {
            Dial[action = &dial.action, timeout = dial.timeout] {
                @for number in &dial.numbers {
                    Number[
                        statusCallback = &number.callback,
                        statusCallbackEvent = "initiated ringing answered completed",
                        statusCallbackMethod = "POST",
                    ] {
                        @number.number
                    }
                }
            }
        }
    }

    Large<'a>(messages: &'a [Message]) {
        @markup::raw(DECLARATION)
        Response {
            @for message in *messages {
                Message[action = &message.action, from = &message.from, method = "POST", to = &message.to] {
                    Body { @message.body }
                }
            }
        }
    }

    Redirect<'a>(next: &'a str) {
        @markup::raw(DECLARATION)
        Response {
            Redirect[method = "POST"] { @next }
        }
    }

    Stream<'a>(socket: &'a str) {
        @markup::raw(DECLARATION)
        Response {
            Connect {
                Stream[url = socket] {}
            }
        }
    }
}
