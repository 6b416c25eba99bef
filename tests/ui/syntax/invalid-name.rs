use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <"New Verb"/>
        </Response>
    };
}
