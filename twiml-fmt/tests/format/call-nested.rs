fn menu(names: &[&str]) -> VoiceResponse {
    twiml! {
        <Response>
            {names.iter().map(|word| ::twiml::twiml! { <Say >{word}</Say> }).collect::<Vec<_>>()}
            {names.iter().map(|word| {
                let upper = word.to_uppercase();
                twiml! { <Say voice = "alice">{upper}</Say  >
                    <Pause/> }
            }).collect::<Vec<_>>()}
            if names.iter().any(|name| twiml! { <Say>{name}</Say  > }.len() > 3) { <Hangup/> }
        </Response>
    }
}
