fn a() { twiml! { <Response   /> } }
fn b() -> { 1 }
