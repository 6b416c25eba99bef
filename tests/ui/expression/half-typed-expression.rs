use twiml::twiml;

fn main() {
    let name = "Bob";
    let _ = twiml! {
        <Response>
            <Say>{name.}</Say>
        </Response>
    };
}
