fn a() {
    twiml! { <Response><"NewVerb"   a = "b" "c"={d}><Say>"x"</Say></"NewVerb"><"New"/><"Old">"a"</Old></Response> };
}
