#![deny(deprecated)]

use twiml::twiml;

fn main() {
    for _ in 0..3 {
        let _ = twiml! {
            <Response>
                <Pause/>
                break;
                <Hangup/>
            </Response>
        };
    }
}
