fn a() {
    twiml! {
        <Say>{/* who */ name}</Say>
        <Say>{name // who
        }</Say>
        <Say>{
            // Who calls.
            name
        }</Say>
        <Say loop={ /* how often */ 2 }>"a"</Say>
        <Say>{ /* nothing yet */ }</Say>
    }
}
