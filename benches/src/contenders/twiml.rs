//! This crate.

use ::twiml::{VoiceResponse, twiml};

use super::Contender;
use crate::{
    Document,
    data::{Call, Dial, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "`twiml!`",
    documents: &[
        (Document::Static, |_| fixed().into_cow()),
        (Document::Small, |inputs| small(&inputs.call).into_cow()),
        (Document::Loop, |inputs| dial(&inputs.dial).into_cow()),
        (Document::Large, |inputs| messages(&inputs.messages).into_cow()),
        (Document::Clean, |inputs| messages(&inputs.clean).into_cow()),
        (Document::Redirect, |inputs| redirect(&inputs.next).into_cow()),
        (Document::Stream, |inputs| stream(&inputs.socket).into_cow()),
    ],
};

const fn fixed() -> VoiceResponse {
    twiml! {
        <Response>
            <Say>"Please hold."</Say>
            <Connect action="https://example.com/calls/done">
                <Conversation serviceInstanceSid="IS00112233445566778899aabbccddeeff" inboundTimeout=20/>
            </Connect>
        </Response>
    }
}

fn small(call: &Call) -> VoiceResponse {
    twiml! {
        <Response>
            <Say>"Hello " {call.name} ", please hold."</Say>
            <Connect action={call.action}>
                <Conversation serviceInstanceSid={call.sid} inboundTimeout={call.timeout}/>
            </Connect>
        </Response>
    }
}

fn dial(dial: &Dial) -> VoiceResponse {
    twiml! {
        <Response>
            <Dial action={dial.action} timeout={dial.timeout}>
                for number in &dial.numbers {
                    <Number
                        statusCallback={number.callback}
                        statusCallbackEvent="initiated ringing answered completed"
                        statusCallbackMethod="POST"
                    >
                        {number.number}
                    </Number>
                }
            </Dial>
        </Response>
    }
}

fn messages(messages: &[Message]) -> ::twiml::MessagingResponse {
    twiml! {
        <Response>
            for message in messages {
                <Message action={message.action} from={message.from} method="POST" to={message.to}>
                    <Body>{message.body}</Body>
                </Message>
            }
        </Response>
    }
}

fn redirect(next: &str) -> VoiceResponse {
    twiml! {
        <Response>
            <Redirect method="POST">{next}</Redirect>
        </Response>
    }
}

fn stream(socket: &str) -> VoiceResponse {
    twiml! {
        <Response>
            <Connect>
                <Stream url={socket}/>
            </Connect>
        </Response>
    }
}
