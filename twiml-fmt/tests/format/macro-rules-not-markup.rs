macro_rules! raw {
    ($($tokens:tt)*) => { twiml! { $($tokens)* } };
    (open $name:ident) => { twiml! { <Response><$name   > } };
    ($a:tt $b:tt) => { twiml! { $a=$b   } };
}

fn a() {
    twiml! { <Response   /> };
}
