fn a() {
    twiml! {
        <Response>
            if let Some(name) = caller.name.as_deref() && !name.is_empty() && let Some(age @ 18..) = caller.age_in_years { <Say>{name}</Say> }
            if some_function(with_arguments, that_are_long) || another_function(with_more_arguments, that_are_long_too) { <Hangup/> } else if a { <Pause/> }
            if matches!(kind, Kind::A | Kind::B) { <Say>"a"</Say> } else if  let  Person{name:"y",..}=person { <Say>"b"</Say> }
        </Response>
    }
}
