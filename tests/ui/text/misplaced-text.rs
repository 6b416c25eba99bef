use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            "Hello"
            <Hangup/>
        </Response>
    };
}
