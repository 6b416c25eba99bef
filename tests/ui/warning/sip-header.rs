#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial><Sip>"sip:a@example.com?foo=1"</Sip></Dial>
        </Response>
    };
}
