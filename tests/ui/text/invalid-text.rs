use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Dial><Number>"Bob"</Number></Dial>
        </Response>
    };
}
