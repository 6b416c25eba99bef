use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>Hello there, press 1 for sales.</Say>
        </Response>
    };
}
