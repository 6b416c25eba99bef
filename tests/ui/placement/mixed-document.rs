use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Hello"</Say>
            <Message>"Hello"</Message>
        </Response>
    };
}
