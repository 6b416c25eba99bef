use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial timeout="soon">"+15551234567"</Dial>
        </Response>
    };
}
