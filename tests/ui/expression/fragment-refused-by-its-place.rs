use twiml::{Fragment, element, twiml};

fn stream() -> impl Fragment<element::Connect> {
    twiml! { <Stream url="wss://example.com/s" track="both_tracks"/> }
}

fn main() {
    let stream = twiml! { <Stream url="wss://example.com/s" track="both_tracks"/> };
    let keys = twiml! { <Say>"Press"</Say> <Play digits="1"/> };
    let _ = twiml! {
        <Response>
            <Gather>{&keys}</Gather>
            <Connect>{stream}</Connect>
        </Response>
    };
}
