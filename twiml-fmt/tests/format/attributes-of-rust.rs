fn a() {
    twiml! {
        <Response>#[cfg(debug_assertions)]<Say>"debug"</Say> #[allow( deprecated )] if flag { <Sms>"Hi"</Sms> }
            #[cfg(all(feature="a",not(feature="b")))]
            "text"
            #[allow(deprecated)] // it still works
            <Sms>"Hi"</Sms>
            #[expect(deprecated,reason="old")] let x = 1;
            match x { #[cfg(a)] 1 => <Pause/>, #[cfg(not(a))]
                1 => {} _ => {} }
        </Response>
    }
}
