use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Gather><Dial>"+15551234567"</Dial></Gather>
        </Response>
    };
}
