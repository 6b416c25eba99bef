fn a() {
    twiml! {
        if /* a */ vip /* b */ { /* c */ <Pause/> /* d */ } /* e */ else /* f */ if /* g */ x { } /* h */ else /* i */ { /* j */ } /* k */
        if vip // a
        { // b
            <Pause/> // c
            // d
        } // e
        else // f
        { // g
        }
        // h
        if a { <Pause/> }
        // i
        else { <Hangup/> }
        for /* a */ x in /* b */ y /* c */ { /* d */ }
        while x // a
        {
            <Pause/>
        }
    }
}
