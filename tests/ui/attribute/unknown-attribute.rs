use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say voise="alice">"Hello"</Say>
        </Response>
    };
}
