fn a() {
    twiml! {
        <Response>                          // one
            <Say>"Hello " {name} "."</Say>  // two
            <Pause/>                        // three
            <Hangup/> // four
        </Response>
    }
}
