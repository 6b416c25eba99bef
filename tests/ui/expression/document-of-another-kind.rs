use twiml::{MessagingResponse, VoiceResponse, twiml};

fn answer() -> MessagingResponse {
    twiml! { <Response><Say>"Hello"</Say></Response> }
}

fn reply(name: &str) -> VoiceResponse {
    twiml! { <Response><Message>"Hello " {name}</Message></Response> }
}

fn main() {
    let _ = (answer(), reply("Bob"));
}
