fn a() {
    twiml! {
        <Response>
            <Say>{entries.iter().filter(|entry| entry.is_open_at(now)).map(|entry| entry.name.as_str()).collect::<Vec<_>>().join(", ")}</Say>
            <Say voice={voices.get(&call.language).copied().unwrap_or_else(|| Voice::neural_default_of(&call.language, &settings))}>"Hi"</Say>
            {menu(&["sales", "support", "accounting", "human resources"], Some(Language::English), settings.timeout, true)}
        </Response>
    }
}
