mod a { fn b() { let c = twiml! { <Response><Say>"A text of some length in a file on one line"</Say><Hangup/></Response> }; let d = twiml! { <Response/ > }; } }
