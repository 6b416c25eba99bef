use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <!-- to be continued
            <Hangup/>
        </Response>
    };
}
