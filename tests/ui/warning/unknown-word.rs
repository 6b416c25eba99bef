#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say language="en-EN">"Hello"</Say>
        </Response>
    };
}
