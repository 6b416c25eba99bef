fn answer() {
    twiml! {
        <Gather hints="one, two, \
                three" speechModel="x">"a"</Gather>
    };
    twiml! { <Gather action={match kind { Kind::A => "/a", Kind::B => "/b" }} timeout=5/> };
    twiml! { <Gather action={format_args!("https://example.com/a/long/address/{}/{}", first_argument, second_argument)} timeout=5/> };
}
