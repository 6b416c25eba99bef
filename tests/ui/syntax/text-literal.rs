use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>5</Say>
        </Response>
    };
}
