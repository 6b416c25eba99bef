#![deny(deprecated)]

use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Play>"www.example.com/a.mp3"</Play>
        </Response>
    };
}
