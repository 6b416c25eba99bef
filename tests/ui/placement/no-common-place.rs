use twiml::twiml;

fn main() {
    let _ = twiml! {
        <Say>"Hello"</Say>
        <Number>"+15551234567"</Number>
    };
}
