fn a() {
    twiml! {
      <Response>
        <Say>"We are unable to take your call right now. \
              Please leave a message."</Say>
        <Say>
            "One \
             two"
        </Say>
        <Say voice="alice">{name} "One
two" {other}</Say>
        <Say>r#"raw
  lines"#</Say>
        </Response>
    }
}
