fn a() { twiml! { <Say>{name)}</Say> } }
