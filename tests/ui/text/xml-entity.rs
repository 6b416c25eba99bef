use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Tom &amp; Jerry"</Say>
        </Response>
    };
}
