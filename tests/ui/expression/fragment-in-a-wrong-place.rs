use twiml::twiml;

fn main() {
    let fragment = twiml! { <Dial>"+15551234567"</Dial> };
    let _ = twiml! {
        <Response>
            <Gather>{fragment}</Gather>
        </Response>
    };
}
