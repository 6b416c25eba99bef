fn a() {
    twiml! { <Response   /> };
    twiml! { <Say>Hello</Say> };
}
