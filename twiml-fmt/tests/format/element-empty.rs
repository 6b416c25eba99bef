fn a() {
    twiml! { <Response></Response> };
    twiml! { <Response> </Response> };
    twiml! { <Response>
    </Response> };
    twiml! { <Response><Say></Say><Pause></Pause></Response> };
}
