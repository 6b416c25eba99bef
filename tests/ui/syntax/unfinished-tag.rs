use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say voice="alice"
            <Hangup/>
        </Response>
    };
}
