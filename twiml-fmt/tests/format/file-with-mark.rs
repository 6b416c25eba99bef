fn a() { twiml! { <Response   /> }; }
