use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial callReason="a reason that is much longer than the fifty characters it takes">"+15551234567"</Dial>
        </Response>
    };
}
