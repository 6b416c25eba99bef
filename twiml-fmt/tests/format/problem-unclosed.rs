fn a() { twiml! { <Response><Say>"a"</Response> } }
