#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Hello {name}, welcome"</Say>
        </Response>
    };
}
