fn nothing() {
    let _ = (twiml! {}, twiml! {   }, twiml!(), twiml![  ]);
    let _ = twiml! {

    };
}
