fn a() {
    twiml! { < Response >< Say voice = "alice"  loop=2 >"Hello"< / Say ><Pause length = 2 / ></ Response > };
    twiml! { <say - as interpret - as = "digits">"1"</say-as> <Say xml : lang="en-GB">"a"</Say> };
}
