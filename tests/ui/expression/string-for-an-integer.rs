use twiml::twiml;

fn main() {
    let timeout = "20";
    let _ = twiml! {
        <Response>
            <Dial timeout={timeout}>"+15551234567"</Dial>
        </Response>
    };
}
