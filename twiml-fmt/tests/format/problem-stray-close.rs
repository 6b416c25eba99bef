fn a() { twiml! { if x { </Say> } } }
