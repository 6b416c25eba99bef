fn a() {
    twiml! {
        let names=["a","b"];
        let Some(name)=name else{return Err("nobody")};
        <Response>
            for name in names { let upper = name.to_uppercase(); <Say>{upper}</Say> }
            count+=1;
            *total  =  count ;
            totals[ 0 ] = 1;
            (a, b) = (b, a);
            let Person{name:first,..} = &people[0];
            let long = some_function(with_arguments, that_are_long).and_then(|value| value.checked_mul(1_000)).unwrap_or(0);
            return Err( "x" );
        </Response>
    }
}
