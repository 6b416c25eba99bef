fn a() {
    twiml! {
        if match number { 4 => 1, _ => 2 } == 1 { <Say>"four"</Say> }
        if (Person { name: "x", keys: &[] }).keys.is_empty() { <Say>"none"</Say> }
        for _ in 0..if number>3 { 1 } else { 2 } { <Pause/> }
        if unsafe { danger() } { <Pause/> }
        match async { 1 }.await { 1 => <Pause/>, _ => {} }
    }
}
