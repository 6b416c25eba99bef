use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say voice={voice}>"Hello " {name}</Say>
        </Response>
    };
}
