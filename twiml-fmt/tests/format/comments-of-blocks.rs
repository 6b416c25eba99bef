fn a() {
    twiml! { /* a */ <Response> /* b */ <Say>"Hello"</Say> /* c */ <Pause/> /* d */ </Response> /* e */ };
    twiml! {
        /* f */
        <Response> /* g */
            /* h */ <Say>"Hello"</Say> /* i */
            /* j */
            <Say>"a" /* k */ "b" /* l */</Say>
        </Response>
    };
    twiml! {
      <Response>
        /* several
           lines */
        <Pause/> /* several
                    lines behind */
        /*
         * with stars
         */
        <Hangup/>
      </Response>
    };
}
