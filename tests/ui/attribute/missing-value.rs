use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say voice>"Hello"</Say>
        </Response>
    };
}
