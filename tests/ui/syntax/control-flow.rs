use twiml::twiml;

fn main() {
    let busy = true;
    assert!(busy);
    let _ = twiml! {
        <Response>
            if busy
            <Say>"Hello"</Say>
        </Response>
    };
}
