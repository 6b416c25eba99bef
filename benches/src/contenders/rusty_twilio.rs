use ::rusty_twilio::twiml::voice::{Stream, VoiceResponse};

use super::Contender;
use crate::Document;

pub(super) const CONTENDER: Contender =
    Contender { name: "rusty_twilio 0.1", documents: &[(Document::Stream, |inputs| stream(&inputs.socket).into())] };

fn stream(socket: &str) -> String {
    VoiceResponse::new().connect(Stream::new(socket)).to_string().expect("the address is valid")
}
