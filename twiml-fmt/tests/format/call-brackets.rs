fn answers() {
    let a = twiml!( <Response ><Hangup/></Response> );
    let b = twiml![<Response>
        <Say>"Hello"</Say></Response>];
    let c = twiml ! {<Response/>};
    let d = twiml!(<Response><Say>"This text is long enough for the call to need more lines than one"</Say></Response>);
}
