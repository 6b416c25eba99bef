#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Hello"</Say>
            <Sms>"Hello"</Sms>
        </Response>
    };
}
