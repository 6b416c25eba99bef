#[rustfmt::skip]
fn kept() -> VoiceResponse {
    twiml! { <Response   /> }
}

fn both() {
    #[rustfmt::skip]
    let kept = twiml! { <Response   /> };
    let formatted = twiml! { <Response   /> };
    #[cfg_attr(rustfmt, rustfmt::skip)]
    send(twiml! { <Response   /> });
    send(twiml! { <Response   /> });
}
