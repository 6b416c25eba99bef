fn a() {
    twiml! {
        <Say>{ name of   caller }</Say>
        <Say>{ foo(
            bar baz,
                  qux
        ) }</Say>
        <Say>{x . trim ( )}</Say>
    }
}
