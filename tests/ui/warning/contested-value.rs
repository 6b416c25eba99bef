#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Gather timeout="auto"/>
        </Response>
    };
}
