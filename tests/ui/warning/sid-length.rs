#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial><Number byoc="BY0123">"+15551234567"</Number></Dial>
        </Response>
    };
}
