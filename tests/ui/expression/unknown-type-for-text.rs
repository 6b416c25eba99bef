use twiml::twiml;

struct Thing;

fn main() {
    let thing = Thing;
    let _ = twiml! {
        <Response>
            <Say>{thing}</Say>
        </Response>
    };
}
