use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Pause length=b"5"/>
        </Response>
    };
}
