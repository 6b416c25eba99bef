fn a() {
    twiml! {
        <Response>
            <Say>"A literal is never broken, however long it is: this one is longer than a line may be, and it stays as it is."</Say>
            <Say voice="alice" loop=2>"This literal fits on a line of its own, between the tags that it stands in, but not beside"</Say>
        </Response>
    }
}
