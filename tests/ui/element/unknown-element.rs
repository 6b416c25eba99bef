use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Sya>"Hello"</Sya>
        </Response>
    };
}
