fn f() {
    let answer = twiml! { <Response> match word { "skip" =>  continue, "a" => last  =  "a", "b" => { last = "b"; } other => <Say>{other}</Say>, _ => count+=1 } </Response> };
}
