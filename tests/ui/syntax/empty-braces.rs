use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>{}</Say>
        </Response>
    };
}
