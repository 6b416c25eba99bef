use twiml::{VoiceResponse, twiml};

fn menu() -> VoiceResponse {
    twiml! {
        <Response>
            <Gather speechtimeout="3" action="/menu"/>
        </Response>
    }
}

fn main() {}
