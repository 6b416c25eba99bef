#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Hi <break time='1s'/> there"</Say>
        </Response>
    };
}
