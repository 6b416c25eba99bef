use twiml::twiml;

fn main() {
    let names = ["Ada", "Grace"];
    let _ = twiml! {
        <Response>
            for name in names {
                <Say>{name}</Say>
            } else {
                <Say>"Nobody is here"</Say>
            }
        </Response>
    };
}
