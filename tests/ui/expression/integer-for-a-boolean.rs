use twiml::twiml;

fn main() {
    let hangup = 1_u8;
    let _ = twiml! {
        <Response>
            <Dial hangupOnStar={hangup}>"+15551234567"</Dial>
        </Response>
    };
}
