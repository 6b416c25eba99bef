//! `xml` (`xml-rs` under its newer name): the event writer.

use ::xml::writer::{EmitterConfig, EventWriter, Result, XmlEvent};

use super::Contender;
use crate::{
    Document,
    data::{Call, Dial, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "xml 1.4",
    documents: &[
        (Document::Static, |_| document(fixed).into()),
        (Document::Small, |inputs| document(|writer| small(writer, &inputs.call)).into()),
        (Document::Loop, |inputs| document(|writer| dial(writer, &inputs.dial)).into()),
        (Document::Large, |inputs| document(|writer| messages(writer, &inputs.messages)).into()),
        (Document::Redirect, |inputs| document(|writer| redirect(writer, &inputs.next)).into()),
        (Document::Stream, |inputs| document(|writer| stream(writer, &inputs.socket)).into()),
    ],
};

type Out = EventWriter<Vec<u8>>;

fn document(content: impl FnOnce(&mut Out) -> Result<()>) -> String {
    let mut writer = EmitterConfig::new().create_writer(Vec::new());
    let written = writer
        .write(XmlEvent::start_element("Response"))
        .and_then(|()| content(&mut writer))
        .and_then(|()| writer.write(XmlEvent::end_element()));
    written.expect("a vector takes everything");
    String::from_utf8(writer.into_inner()).expect("nothing else was written")
}

fn end(writer: &mut Out) -> Result<()> {
    writer.write(XmlEvent::end_element())
}

fn fixed(writer: &mut Out) -> Result<()> {
    writer.write(XmlEvent::start_element("Say"))?;
    writer.write("Please hold.")?;
    end(writer)?;
    writer.write(XmlEvent::start_element("Connect").attr("action", "https://example.com/calls/done"))?;
    writer.write(
        XmlEvent::start_element("Conversation")
            .attr("serviceInstanceSid", "IS00112233445566778899aabbccddeeff")
            .attr("inboundTimeout", "20"),
    )?;
    end(writer)?;
    end(writer)
}

fn small(writer: &mut Out, call: &Call) -> Result<()> {
    writer.write(XmlEvent::start_element("Say"))?;
    writer.write("Hello ")?;
    writer.write(call.name.as_str())?;
    writer.write(", please hold.")?;
    end(writer)?;
    writer.write(XmlEvent::start_element("Connect").attr("action", &call.action))?;
    let timeout = call.timeout.to_string();
    writer.write(
        XmlEvent::start_element("Conversation").attr("serviceInstanceSid", &call.sid).attr("inboundTimeout", &timeout),
    )?;
    end(writer)?;
    end(writer)
}

fn dial(writer: &mut Out, dial: &Dial) -> Result<()> {
    let timeout = dial.timeout.to_string();
    writer.write(XmlEvent::start_element("Dial").attr("action", &dial.action).attr("timeout", &timeout))?;
    for number in &dial.numbers {
        writer.write(
            XmlEvent::start_element("Number")
                .attr("statusCallback", &number.callback)
                .attr("statusCallbackEvent", "initiated ringing answered completed")
                .attr("statusCallbackMethod", "POST"),
        )?;
        writer.write(number.number.as_str())?;
        end(writer)?;
    }
    end(writer)
}

fn messages(writer: &mut Out, messages: &[Message]) -> Result<()> {
    for message in messages {
        writer.write(
            XmlEvent::start_element("Message")
                .attr("action", &message.action)
                .attr("from", &message.from)
                .attr("method", "POST")
                .attr("to", &message.to),
        )?;
        writer.write(XmlEvent::start_element("Body"))?;
        writer.write(message.body.as_str())?;
        end(writer)?;
        end(writer)?;
    }
    Ok(())
}

fn redirect(writer: &mut Out, next: &str) -> Result<()> {
    writer.write(XmlEvent::start_element("Redirect").attr("method", "POST"))?;
    writer.write(next)?;
    end(writer)
}

fn stream(writer: &mut Out, socket: &str) -> Result<()> {
    writer.write(XmlEvent::start_element("Connect"))?;
    writer.write(XmlEvent::start_element("Stream").attr("url", socket))?;
    end(writer)?;
    end(writer)
}
