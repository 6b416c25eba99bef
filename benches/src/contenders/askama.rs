use ::askama::Template;

use super::Contender;
use crate::{
    Document,
    data::{Call, Dial, Inputs, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "askama 0.16",
    documents: &[
        (Document::Static, |_| render(&Fixed).into()),
        (Document::Small, |Inputs { call, .. }| render(&Small { call }).into()),
        (Document::Loop, |Inputs { dial, .. }| render(&Loop { dial }).into()),
        (Document::Large, |Inputs { messages, .. }| render(&Large { messages }).into()),
        (Document::Redirect, |Inputs { next, .. }| render(&Redirect { next }).into()),
        (Document::Stream, |Inputs { socket, .. }| render(&Stream { socket }).into()),
    ],
};

#[inline]
fn render(template: &impl Template) -> String {
    template.render().expect("nothing here fails")
}

#[derive(Template)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Say>Please hold.</Say><Connect action="https://example.com/calls/done"><Conversation serviceInstanceSid="IS00112233445566778899aabbccddeeff" inboundTimeout="20"/></Connect></Response>"#,
    ext = "xml"
)]
struct Fixed;

#[derive(Template)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Say>Hello {{ call.name }}, please hold.</Say><Connect action="{{ call.action }}"><Conversation serviceInstanceSid="{{ call.sid }}" inboundTimeout="{{ call.timeout }}"/></Connect></Response>"#,
    ext = "xml"
)]
struct Small<'a> {
    call: &'a Call,
}

#[derive(Template)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Dial action="{{ dial.action }}" timeout="{{ dial.timeout }}">{% for number in dial.numbers %}<Number statusCallback="{{ number.callback }}" statusCallbackEvent="initiated ringing answered completed" statusCallbackMethod="POST">{{ number.number }}</Number>{% endfor %}</Dial></Response>"#,
    ext = "xml"
)]
struct Loop<'a> {
    dial: &'a Dial,
}

#[derive(Template)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response>{% for message in messages %}<Message action="{{ message.action }}" from="{{ message.from }}" method="POST" to="{{ message.to }}"><Body>{{ message.body }}</Body></Message>{% endfor %}</Response>"#,
    ext = "xml"
)]
struct Large<'a> {
    messages: &'a [Message],
}

#[derive(Template)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Redirect method="POST">{{ next }}</Redirect></Response>"#,
    ext = "xml"
)]
struct Redirect<'a> {
    next: &'a str,
}

#[derive(Template)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Connect><Stream url="{{ socket }}"/></Connect></Response>"#,
    ext = "xml"
)]
struct Stream<'a> {
    socket: &'a str,
}
