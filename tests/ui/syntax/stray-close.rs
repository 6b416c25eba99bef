use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Hangup/></Say>
        </Response>
    };
}
