//! The floor: one `String` of the right capacity, `push_str`, and an escape driven by a table, byte for byte.
//!
//! It writes what `twiml!` writes, the characters that XML cannot carry included.

use super::{Contender, DECLARATION};
use crate::{
    Document,
    data::{Call, Dial, Message},
};

pub(super) const CONTENDER: Contender = Contender {
    name: "hand-written",
    documents: &[
        (Document::Static, |_| fixed().into()),
        (Document::Small, |inputs| small(&inputs.call).into()),
        (Document::Loop, |inputs| dial(&inputs.dial).into()),
        (Document::Large, |inputs| messages(&inputs.messages).into()),
        (Document::Clean, |inputs| messages(&inputs.clean).into()),
        (Document::Redirect, |inputs| redirect(&inputs.next).into()),
        (Document::Stream, |inputs| stream(&inputs.socket).into()),
    ],
};

const IN_TEXT: u8 = 1;
const IN_ATTRIBUTES: u8 = 2;

/// Where a byte is, or may have to be, replaced.
static REPLACED: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = IN_TEXT | IN_ATTRIBUTES;
        byte += 1;
    }
    table[b'&' as usize] = IN_TEXT | IN_ATTRIBUTES;
    table[b'<' as usize] = IN_TEXT | IN_ATTRIBUTES;
    table[b'>' as usize] = IN_TEXT | IN_ATTRIBUTES;
    // U+FFFE and U+FFFF start with it.
    table[0xEF] = IN_TEXT | IN_ATTRIBUTES;
    table[b'"' as usize] = IN_ATTRIBUTES;
    table[b'\t' as usize] = IN_ATTRIBUTES;
    table[b'\n' as usize] = IN_ATTRIBUTES;
    table
};

fn escape(out: &mut String, value: &str, place: u8) {
    let mut done = 0;
    for (at, &byte) in value.as_bytes().iter().enumerate() {
        if REPLACED[usize::from(byte)] & place == 0 {
            continue;
        }
        let (replacement, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\t' => ("&#9;", 1),
            b'\n' => ("&#10;", 1),
            b'\r' => ("&#13;", 1),
            0xEF if !matches!(&value.as_bytes()[at..], [_, 0xBF, 0xBE | 0xBF, ..]) => continue,
            0xEF => ("\u{FFFD}", 3),
            _ => ("\u{FFFD}", 1),
        };
        out.push_str(&value[done..at]);
        out.push_str(replacement);
        done = at + length;
    }
    out.push_str(&value[done..]);
}

fn text(out: &mut String, value: &str) {
    escape(out, value, IN_TEXT);
}

fn attribute(out: &mut String, value: &str) {
    escape(out, value, IN_ATTRIBUTES);
}

fn integer(out: &mut String, value: u32) {
    let mut digits = [0; 10];
    let (mut start, mut rest) = (digits.len(), value);
    loop {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits[start..].iter().map(|&digit| char::from(digit)));
}

fn fixed() -> String {
    let document = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?><Response><Say>Please hold.</Say>"#,
        r#"<Connect action="https://example.com/calls/done"><Conversation serviceInstanceSid="#,
        r#""IS00112233445566778899aabbccddeeff" inboundTimeout="20"/></Connect></Response>"#
    );
    let mut out = String::with_capacity(document.len());
    out.push_str(document);
    out
}

fn small(call: &Call) -> String {
    let mut out = String::with_capacity(210 + call.name.len() + call.action.len() + call.sid.len());
    out.push_str(DECLARATION);
    out.push_str("<Response><Say>Hello ");
    text(&mut out, &call.name);
    out.push_str(", please hold.</Say><Connect action=\"");
    attribute(&mut out, &call.action);
    out.push_str("\"><Conversation serviceInstanceSid=\"");
    attribute(&mut out, &call.sid);
    out.push_str("\" inboundTimeout=\"");
    integer(&mut out, call.timeout);
    out.push_str("\"/></Connect></Response>");
    out
}

fn dial(dial: &Dial) -> String {
    let numbers: usize = dial.numbers.iter().map(|number| 150 + number.callback.len() + number.number.len()).sum();
    let mut out = String::with_capacity(120 + dial.action.len() + numbers);
    out.push_str(DECLARATION);
    out.push_str("<Response><Dial action=\"");
    attribute(&mut out, &dial.action);
    out.push_str("\" timeout=\"");
    integer(&mut out, dial.timeout);
    out.push_str("\">");
    for number in &dial.numbers {
        out.push_str("<Number statusCallback=\"");
        attribute(&mut out, &number.callback);
        out.push_str("\" statusCallbackEvent=\"initiated ringing answered completed\" statusCallbackMethod=\"POST\">");
        text(&mut out, &number.number);
        out.push_str("</Number>");
    }
    out.push_str("</Dial></Response>");
    out
}

pub(super) fn messages(messages: &[Message]) -> String {
    let lengths = messages
        .iter()
        .map(|message| 100 + message.action.len() + message.from.len() + message.to.len() + message.body.len());
    let mut out = String::with_capacity(60 + lengths.sum::<usize>());
    out.push_str(DECLARATION);
    out.push_str("<Response>");
    for message in messages {
        out.push_str("<Message action=\"");
        attribute(&mut out, &message.action);
        out.push_str("\" from=\"");
        attribute(&mut out, &message.from);
        out.push_str("\" method=\"POST\" to=\"");
        attribute(&mut out, &message.to);
        out.push_str("\"><Body>");
        text(&mut out, &message.body);
        out.push_str("</Body></Message>");
    }
    out.push_str("</Response>");
    out
}

fn redirect(next: &str) -> String {
    let mut out = String::with_capacity(110 + next.len());
    out.push_str(DECLARATION);
    out.push_str("<Response><Redirect method=\"POST\">");
    text(&mut out, next);
    out.push_str("</Redirect></Response>");
    out
}

fn stream(socket: &str) -> String {
    let mut out = String::with_capacity(110 + socket.len());
    out.push_str(DECLARATION);
    out.push_str("<Response><Connect><Stream url=\"");
    attribute(&mut out, socket);
    out.push_str("\"/></Connect></Response>");
    out
}
