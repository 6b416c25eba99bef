use twiml::twiml;

fn main() {
    let name = String::from("Bob");
    let _ = twiml! {
        <Response>
            {name}
            <Hangup/>
        </Response>
    };
}
