fn a() {
    twiml! {
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- before -->
        <Response><!-- in --><Say>"Hello" <!-- text --></Say> <!-- behind -->
            <!-- of several
                 lines -->
            match x { <!-- before an arm --> 1 => <Pause/>, <!-- between -->
                _ => {} <!-- behind --> }
            if a { <Pause/> } <!-- before else --> else { <Hangup/> }
        </Response>
    }
}
