fn a() {
    twiml! {
        <Response>
            // <Say>"Hello"</Say>
            // <Pause/>
            <Say>"https://example.com" /* "text" {braces} */</Say>
            /* <Say>
                   "Hello"
               </Say> */
        </Response>
    }
}
