fn a() {
    twiml! {
        let mut left = number;
        while left>0 { left -= 1; <Pause/> }
        while let Some( word )=words.next() { <Say>{word}</Say> }
        loop { <Pause/>
        if done() { break; } else { continue; } }
        'a: loop{break 'a;}
    }
}
