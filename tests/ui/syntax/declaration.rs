use twiml::twiml;

fn main() {
    let _ = twiml! {
        <!DOCTYPE Response>
        <Response>
            <Hangup/>
        </Response>
    };
}
