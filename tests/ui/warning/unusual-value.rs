#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial timeout=2>"+15551234567"</Dial>
        </Response>
    };
}
