fn a() {
    twiml! { <Say>"Hello "{name}", ""it is "{5}" o'clock"</Say> };
    twiml! {
        <Say>
            "Hello " {name} "."
        </Say>
    };
    twiml! {
        <Say>
            "First sentence. "
            "Second sentence. " {name}
            "."
        </Say>
    };
}
