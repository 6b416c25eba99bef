fn a() {
    twiml! { <Say loop=2>"a" <break   strength="weak"/> "b"</Say> };
    twiml! { <Prompt for = "security-code" type="x">"a"</Prompt> };
}
