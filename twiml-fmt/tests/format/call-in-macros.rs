fn tests() {
    assert_eq!(twiml! { <Response> <Hangup/> </Response> }.as_str(), "…");
    let all = vec![twiml! { <Say>"a"</Say  > }, twiml! { <Say  >"b"</Say> }];
    assert_body!(
        twiml! { <Response><Say voice = "alice">"Hello"</Say><Dial timeout=20>"+15551234567"</Dial></Response> },
        "<Response><Say>Hello</Say></Response>"
    );
    println!("{}", twiml! {
        <Response>
        <Hangup/>
        </Response>
    });
}
