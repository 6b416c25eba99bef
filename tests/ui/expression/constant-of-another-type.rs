use twiml::{VoiceResponse, twiml};

const SECONDS: &str = "20";

const PAUSE: VoiceResponse = twiml! {
    <Response>
        <Pause length={const SECONDS}/>
    </Response>
};

fn main() {
    let name = "Ada";
    let greeting: VoiceResponse = twiml! {
        <Response>
            <Say>{const name}</Say>
        </Response>
    };
    println!("{PAUSE} {greeting}");
}
