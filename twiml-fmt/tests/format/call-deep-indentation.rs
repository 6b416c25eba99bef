mod a {
    mod b {
        impl C {
            fn d() {
                if e {
                    return Ok(twiml! { <Response><Say>"Hello"</Say><Dial timeout=20>{number}</Dial></Response> });
                }
            }
        }
    }
}
