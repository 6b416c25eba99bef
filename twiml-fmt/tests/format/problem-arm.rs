fn a() { twiml! { match x { 1 => <Pause/> 2 => <Pause/>, } } }
