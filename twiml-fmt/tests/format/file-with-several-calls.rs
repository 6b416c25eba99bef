fn a() -> VoiceResponse { twiml! { <Response   /> } }

fn b() -> VoiceResponse {
    if c { twiml! { <Response><Hangup   /></Response> } } else { twiml! {
        <Response><Say>"b"</Say
        ></Response> } }
}
