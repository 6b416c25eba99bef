fn a() { twiml! { <Say>(1)</Say> } }
