fn a() { twiml! { <Say loop=x>"a"</Say> } }
