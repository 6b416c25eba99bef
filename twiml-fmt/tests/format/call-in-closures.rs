fn menu(entries: &[&str]) {
    let item = |entry: &str| twiml! {<Say>"For " {entry}</Say>};
    let answer = entries.iter().map(|entry| {
        twiml! {
            <Response><Say>{entry}</Say
            ></Response>
        }
    });
    let later = async move { twiml! { <Response><Say>{name().await}</Say></Response> } };
}
