fn a() {
    twiml! { <Say loop={const TIMES}>{const  GREETING}{const { "a" }}{ const crate :: NAME }</Say> };
}
