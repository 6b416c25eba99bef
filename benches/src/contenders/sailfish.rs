use ::sailfish::TemplateSimple;

use super::Contender;
use crate::{
    Document,
    data::{Call, Dial, Inputs, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "sailfish 0.11",
    documents: &[
        (Document::Static, |_| render(Fixed {}).into()),
        (Document::Small, |Inputs { call, .. }| render(Small { call }).into()),
        (Document::Loop, |Inputs { dial, .. }| render(Loop { dial }).into()),
        (Document::Large, |Inputs { messages, .. }| render(Large { messages }).into()),
        (Document::Clean, |Inputs { clean, .. }| render(Large { messages: clean }).into()),
        (Document::Redirect, |Inputs { next, .. }| render(Redirect { next }).into()),
        (Document::Stream, |Inputs { socket, .. }| render(Stream { socket }).into()),
    ],
};

#[inline]
fn render(template: impl TemplateSimple) -> String {
    template.render_once().expect("nothing here fails")
}

#[derive(TemplateSimple)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Say>Please hold.</Say><Connect action="https://example.com/calls/done"><Conversation serviceInstanceSid="IS00112233445566778899aabbccddeeff" inboundTimeout="20"/></Connect></Response>"#
)]
struct Fixed {}

#[derive(TemplateSimple)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Say>Hello <%= call.name %>, please hold.</Say><Connect action="<%= call.action %>"><Conversation serviceInstanceSid="<%= call.sid %>" inboundTimeout="<%= call.timeout %>"/></Connect></Response>"#
)]
struct Small<'a> {
    call: &'a Call,
}

#[derive(TemplateSimple)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Dial action="<%= dial.action %>" timeout="<%= dial.timeout %>"><% for number in &dial.numbers { %><Number statusCallback="<%= number.callback %>" statusCallbackEvent="initiated ringing answered completed" statusCallbackMethod="POST"><%= number.number %></Number><% } %></Dial></Response>"#
)]
struct Loop<'a> {
    dial: &'a Dial,
}

#[derive(TemplateSimple)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><% for message in messages { %><Message action="<%= message.action %>" from="<%= message.from %>" method="POST" to="<%= message.to %>"><Body><%= message.body %></Body></Message><% } %></Response>"#
)]
struct Large<'a> {
    messages: &'a [Message],
}

#[derive(TemplateSimple)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Redirect method="POST"><%= next %></Redirect></Response>"#
)]
struct Redirect<'a> {
    next: &'a str,
}

#[derive(TemplateSimple)]
#[template(
    source = r#"<?xml version="1.0" encoding="UTF-8"?><Response><Connect><Stream url="<%= socket %>"/></Connect></Response>"#
)]
struct Stream<'a> {
    socket: &'a str,
}
