fn later(name: &str) -> VoiceResponse {
    twiml! { <Response> <Say voice = "alice">"Hello "{ name }</Say>
    <Record maxLength=60 /></Response> }
}
