use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say voice="alice" voice="man">"Hello"</Say>
        </Response>
    };
}
