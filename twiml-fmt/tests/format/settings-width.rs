//@ width = 40
fn a() {
    twiml! { <Response><Say voice="alice">"Hello " {name}</Say></Response> };
    twiml! { <Say voice="alice" loop=2>"Hi"</Say> };
}
