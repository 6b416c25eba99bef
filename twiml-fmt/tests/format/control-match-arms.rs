fn a() {
    twiml! {
        <Say>
            match number {
                0 => "zero",
                1 => "one" " and only",
                2 => "a text that is long enough to need a line of its own behind the arrow, as one",
                negative if negative < 0 => { "minus " {-negative} }
                large@100.. => {large},
                other => { other },
                _ => { assert!(!names.is_empty()); return Err("nobody"); }
                Kind::A{ref name,..} | Kind::B(name) | Kind::SomeVeryLongName(name) | Kind::AnotherVeryLongName(name) => {name}
                A => { break } B => continue, C => {return},
            }
        </Say>
        match kind {
            Kind::Dial => <Dial timeout=20 action="/next/address/of/the/call" record="record-from-answer"><Number>{number}</Number></Dial>,
            Kind::Menu => if vip { <Say>"vip"</Say> } else { <Pause/> },
            Kind::List => for entry in entries { <Say>"a text that is a bit longer than what fits " {entry}</Say> },
            Kind::Many => <Say>"a text that is a bit longer"</Say> <Pause length=2/> <Say>"and one more of them"</Say>,

            Kind::Nest => match other { A => <Pause/>, _ => {} },


            _ => { <Say>"Bye"</Say>
            <Hangup/> }
        }
    }
}
