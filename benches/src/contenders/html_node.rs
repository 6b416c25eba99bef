use ::html_node::{Node, html, text, unsafe_text};

use super::{Contender, DECLARATION};
use crate::{
    Document,
    data::{Call, Dial, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "html-node 0.5",
    documents: &[
        (Document::Static, |_| fixed().to_string().into()),
        (Document::Small, |inputs| small(&inputs.call).to_string().into()),
        (Document::Loop, |inputs| dial(&inputs.dial).to_string().into()),
        (Document::Large, |inputs| messages(&inputs.messages).to_string().into()),
        (Document::Redirect, |inputs| redirect(&inputs.next).to_string().into()),
        (Document::Stream, |inputs| stream(&inputs.socket).to_string().into()),
    ],
};

fn fixed() -> Node {
    html! {
        {unsafe_text!("{DECLARATION}")}
        <Response>
            <Say>"Please hold."</Say>
            <Connect action="https://example.com/calls/done">
                <Conversation serviceInstanceSid="IS00112233445566778899aabbccddeeff" inboundTimeout="20"></Conversation>
            </Connect>
        </Response>
    }
}

fn small(call: &Call) -> Node {
    html! {
        {unsafe_text!("{DECLARATION}")}
        <Response>
            <Say>"Hello "{text!("{}", call.name)}", please hold."</Say>
            <Connect action={&call.action}>
                <Conversation serviceInstanceSid={&call.sid} inboundTimeout={call.timeout}></Conversation>
            </Connect>
        </Response>
    }
}

fn dial(dial: &Dial) -> Node {
    html! {
        {unsafe_text!("{DECLARATION}")}
        <Response>
            <Dial action={&dial.action} timeout={dial.timeout}>
                {dial.numbers.iter().map(|number| html! {
                    <Number
                        statusCallback={&number.callback}
                        statusCallbackEvent="initiated ringing answered completed"
                        statusCallbackMethod="POST"
                    >{text!("{}", number.number)}</Number>
                })}
            </Dial>
        </Response>
    }
}

fn messages(messages: &[Message]) -> Node {
    html! {
        {unsafe_text!("{DECLARATION}")}
        <Response>
            {messages.iter().map(|message| html! {
                <Message action={&message.action} from={&message.from} method="POST" to={&message.to}>
                    <Body>{text!("{}", message.body)}</Body>
                </Message>
            })}
        </Response>
    }
}

fn redirect(next: &str) -> Node {
    html! {
        {unsafe_text!("{DECLARATION}")}
        <Response>
            <Redirect method="POST">{text!("{next}")}</Redirect>
        </Response>
    }
}

fn stream(socket: &str) -> Node {
    html! {
        {unsafe_text!("{DECLARATION}")}
        <Response>
            <Connect>
                <Stream url={socket}></Stream>
            </Connect>
        </Response>
    }
}
