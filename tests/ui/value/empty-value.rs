use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Pause length=""/>
        </Response>
    };
}
