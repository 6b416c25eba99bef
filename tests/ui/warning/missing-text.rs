#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial><Number/></Dial>
        </Response>
    };
}
