fn a() {
    twiml! {
        <Say>{ name }{name . trim ( )}{self . name}{&name}{a+b}{ items [ 0 ] }{format_args!( "{}-{}",a,b )}{x?}{ y . await ? }{1}{ "literal" }{'c'}{- 1}</Say>
    }
}
