fn a() {
    twiml! {
        <Response>
            if busy
            <Say>"Hello"</Say>
        </Response>
    }
}
