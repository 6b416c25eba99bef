fn answer(body: &str) -> String {
    let answer = send(first, second, twiml! { <Response><Say>"Some text of this length"</Say></Response> })?.into_string();
    twiml! { <Response><Say>"Some more text that takes up the whole of a line, until"</Say></Response> }.into_string()
}
