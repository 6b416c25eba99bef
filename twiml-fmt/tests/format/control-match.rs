fn a() {
    twiml! {
        match digits { Some(1) => <Say>"Sales"</Say> <Pause/>, Some(2|3) => { <Say>"Support"</Say> <Hangup/> } Some(number)  if number>9 => { <Say>{number} " is too large"</Say> },
            Some(_) => {}
            None => <Redirect>"/again"</Redirect> }
        match x {}
    }
}
