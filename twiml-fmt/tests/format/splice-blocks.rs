fn a() {
    twiml! {
        <Say>{ let mut digits = [2,1]; digits.sort_unstable(); digits[0] }</Say>
        <Say>{if first { "a" } else { "b" }}</Say>
        <Say>{ if first_condition_is_true_today { "some text for the first" } else { "other text for the second" } }</Say>
        <Say>{ match name { Some("stop") => break, Some(name) => name, None => continue } }</Say>
        <Say>{ unsafe { danger() } }</Say>
        <Say>{Person { name }}</Say>
        <Say>{{ name }}</Say>
    }
}
