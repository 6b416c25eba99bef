use twiml::{Fragment, element, twiml};

fn pause() -> impl Fragment<element::Gather> {
    twiml! { <Pause/> }
}

fn main() {
    let speech = twiml! { <break/> };
    let _ = twiml! { <Response>{pause()}</Response> };
    let _ = twiml! { <Response>{speech}</Response> };
}
