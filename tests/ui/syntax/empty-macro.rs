use twiml::twiml;

fn main() {
    let _ = twiml! {};
}
