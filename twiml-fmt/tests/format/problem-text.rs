fn a() { twiml! { <Say>"a</Say> } }
