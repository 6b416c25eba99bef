use twiml::{Fragment, VoiceResponse, element, twiml};

fn answer() -> VoiceResponse {
    twiml! { <Response><Messag>"Hello"</Messag></Response> }
}

fn nothing() -> VoiceResponse {
    twiml! {}
}

fn prompt() -> impl Fragment<element::Gather> {
    twiml! { <Say>"Hello"</Say> <Hangup/> <Number>"+15551234567"</Number> }
}

fn main() {
    let _ = (answer(), nothing(), prompt());
}
