use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Hello\u{1}"</Say>
        </Response>
    };
}
