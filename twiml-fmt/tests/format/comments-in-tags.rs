fn a() {
    twiml! {
        <Say // behind the name
            voice="alice" // behind the voice
            // before the loop
            loop=2 /* behind the loop */
            /* before the end */
        >"Hello"</Say>
        <Say /* name */ voice="alice" /* voice */ loop=2 /* loop */>"Hello"</Say>
        <Pause /* nothing */ />
        <Pause // nothing
        />
    }
}
