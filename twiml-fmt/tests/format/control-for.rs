fn a() {
    twiml! {
        for entry in entries { <Say>{entry}</Say> }
        for (index,Person{name,keys}) in people.iter( ).enumerate( ) { <Say>{index+1} ": " {name} for &key in *keys { " " {key} }</Say> }
        'outer : for a in b { for c in d { if c { break 'outer; } <Say>{c}</Say> } }
        for _ in 0..2 {}
    }
}
