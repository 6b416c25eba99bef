fn a() {
    twiml! { <Say>{ f(a,b,) }{ (a,) }{ [1,2,] }{ g(|x| { x }) }{ h(|x| x+1,) }</Say> };
}
