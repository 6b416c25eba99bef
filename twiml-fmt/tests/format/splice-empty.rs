fn a() {
    twiml! { <Say>{ }</Say> };
}
