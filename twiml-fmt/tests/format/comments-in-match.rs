fn a() {
    twiml! {
        match /* a */ x /* b */ { // c
            // d
            1 => <Pause/>, // e
            /* f */ 2 /* g */ => /* h */ <Pause/> /* i */, /* j */
            3 => // k
                <Pause/>,
            4 => { // l
                <Pause/>
            } // m
            5 => <Pause/> // n
            ,
            6 => { /* o */ } /* p */ ,

            // q
            7 | // r
            8 => {}
            _ => <Hangup/> // s
            // t
        } // u
    }
}
