fn a() {
    twiml! {
        <Response>
            if vip{<Dial>"+15551234567"</Dial>}
            if vip { <Say>"a"</Say> } else { <Say>"b"</Say> }
            if vip { <Say>"a"</Say>
            } else { <Say>"b"</Say> }
            if age>17 { <Say>"Welcome to the club"</Say> } else if age > 11 { <Say>"Nearly there"</Say> <Pause/> } else { <Reject/> }
            if let Some( key )=digits { <Say>"You pressed " {key}</Say> }
            if vip {} else {}
        </Response>
    }
}
