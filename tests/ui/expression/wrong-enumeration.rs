use twiml::twiml;
use twiml::Trim;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial record={Trim::TrimSilence}>"+15551234567"</Dial>
        </Response>
    };
}
