use twiml::{VoiceResponse, twiml};

const NAME: &str = "Ada";

const GREETING: VoiceResponse = twiml! {
    <Response>
        <Say loop={times()}>"Hello " {NAME}</Say>
    </Response>
};

const fn times() -> u8 {
    2
}

fn main() {
    println!("{GREETING}");
}
