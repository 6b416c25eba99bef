//! The event writer: `Result`s inside are those of `io::Write`, which does not fail here.

use std::io;

use ::quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::Contender;
use crate::{
    Document,
    data::{Call, Dial, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "quick-xml 0.42",
    documents: &[
        (Document::Static, |_| document(fixed).into()),
        (Document::Small, |inputs| document(|writer| small(writer, &inputs.call)).into()),
        (Document::Loop, |inputs| document(|writer| dial(writer, &inputs.dial)).into()),
        (Document::Large, |inputs| document(|writer| messages(writer, &inputs.messages)).into()),
        (Document::Redirect, |inputs| document(|writer| redirect(writer, &inputs.next)).into()),
        (Document::Stream, |inputs| document(|writer| stream(writer, &inputs.socket)).into()),
    ],
};

type Out = Writer<Vec<u8>>;

fn document(content: impl FnOnce(&mut Out) -> io::Result<()>) -> String {
    let mut writer = Writer::new(Vec::new());
    let written = writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| writer.create_element("Response").write_inner_content(content).map(|_| ()));
    written.expect("a vector takes everything");
    String::from_utf8(writer.into_inner()).expect("nothing else was written")
}

fn fixed(writer: &mut Out) -> io::Result<()> {
    writer.create_element("Say").write_text_content(BytesText::new("Please hold."))?;
    let connect = writer.create_element("Connect").with_attribute(("action", "https://example.com/calls/done"));
    connect.write_inner_content(|writer| {
        writer
            .create_element("Conversation")
            .with_attribute(("serviceInstanceSid", "IS00112233445566778899aabbccddeeff"))
            .with_attribute(("inboundTimeout", "20"))
            .write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn small(writer: &mut Out, call: &Call) -> io::Result<()> {
    writer.create_element("Say").write_inner_content(|writer| {
        writer.write_event(Event::Text(BytesText::new("Hello ")))?;
        writer.write_event(Event::Text(BytesText::new(&call.name)))?;
        writer.write_event(Event::Text(BytesText::new(", please hold.")))
    })?;
    let connect = writer.create_element("Connect").with_attribute(("action", call.action.as_str()));
    connect.write_inner_content(|writer| {
        writer
            .create_element("Conversation")
            .with_attribute(("serviceInstanceSid", call.sid.as_str()))
            .with_attribute(("inboundTimeout", call.timeout.to_string().as_str()))
            .write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn dial(writer: &mut Out, dial: &Dial) -> io::Result<()> {
    let element = writer
        .create_element("Dial")
        .with_attribute(("action", dial.action.as_str()))
        .with_attribute(("timeout", dial.timeout.to_string().as_str()));
    element.write_inner_content(|writer| {
        for number in &dial.numbers {
            writer
                .create_element("Number")
                .with_attribute(("statusCallback", number.callback.as_str()))
                .with_attribute(("statusCallbackEvent", "initiated ringing answered completed"))
                .with_attribute(("statusCallbackMethod", "POST"))
                .write_text_content(BytesText::new(&number.number))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn messages(writer: &mut Out, messages: &[Message]) -> io::Result<()> {
    for message in messages {
        let element = writer
            .create_element("Message")
            .with_attribute(("action", message.action.as_str()))
            .with_attribute(("from", message.from.as_str()))
            .with_attribute(("method", "POST"))
            .with_attribute(("to", message.to.as_str()));
        element.write_inner_content(|writer| {
            writer.create_element("Body").write_text_content(BytesText::new(&message.body))?;
            Ok(())
        })?;
    }
    Ok(())
}

fn redirect(writer: &mut Out, next: &str) -> io::Result<()> {
    let element = writer.create_element("Redirect").with_attribute(("method", "POST"));
    element.write_text_content(BytesText::new(next))?;
    Ok(())
}

fn stream(writer: &mut Out, socket: &str) -> io::Result<()> {
    writer.create_element("Connect").write_inner_content(|writer| {
        writer.create_element("Stream").with_attribute(("url", socket)).write_empty()?;
        Ok(())
    })?;
    Ok(())
}
