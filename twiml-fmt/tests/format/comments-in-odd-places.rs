fn a() {
    twiml! {
        < /* a */ Say /* b */ voice /* c */ = /* d */ "alice" /* e */ > /* f */ "text" /* g */ < /* h */ / /* i */ Say /* j */ >
        <Say voice // c
            = "alice">"text"</ // h
            Say>
        <Pause / /* k */ >
        <say /* l */ -as>"x"</say-as>
        <Say loop = /* m */ {2}>"x"</Say>
    }
}
