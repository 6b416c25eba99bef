use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>Hello there, it's me</Say>
        </Response>
    };
}
