use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Hello"</Dial>
            <Hangup/>
        </Response>
    };
}
