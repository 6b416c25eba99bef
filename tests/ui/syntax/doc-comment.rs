use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            /// The end.
            <Hangup/>
        </Response>
    };
}
