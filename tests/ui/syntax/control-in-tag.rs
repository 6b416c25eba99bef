use twiml::twiml;

fn main() {
    let loud = true;
    let _ = twiml! {
        <Response>
            <Say if loud { voice="man" }>"Hello"</Say>
        </Response>
    };
    assert!(loud);
}
