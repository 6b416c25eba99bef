fn a() {
    twiml! { <Say>"a"</Say><Pause/>{b}<Say>"c"</Say> };
    twiml! { <Response><Say>"a"</Say> <Pause/> {b} <Say>"c"</Say></Response> };
    if x { twiml! { <Say>"a"</Say>
        <Pause/> }; }
}
