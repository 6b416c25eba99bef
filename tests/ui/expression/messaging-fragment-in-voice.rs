use twiml::twiml;

fn main() {
    let fragment = twiml! { <Message>"Hello"</Message> };
    let _ = twiml! {
        <Response>
            <Say>"Hello"</Say>
            {fragment}
        </Response>
    };
}
