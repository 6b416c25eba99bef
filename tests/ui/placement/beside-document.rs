use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response><Hangup/></Response>
        <Say>"Hello"</Say>
    };
}
