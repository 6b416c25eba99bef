use twiml::{Fragment, element, twiml};

fn pause() -> impl Fragment<element::Gather> {
    twiml! { <Pause/> }
}

fn main() {
    let _ = twiml! {
        <Response>
            <Say>"Hello"</Say>
            {pause()}
        </Response>
    };
}
