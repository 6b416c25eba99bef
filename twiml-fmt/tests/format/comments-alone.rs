fn a() {
    twiml! { /* only */ };
    twiml! { // only
    };
    twiml! {
        // only
    };
    twiml! { <Response>/* only */</Response> };
    twiml! { <Response>
        // only
    </Response> };
    twiml! { <Response> // only
    </Response> };
}
