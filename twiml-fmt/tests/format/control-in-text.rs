fn a() {
    twiml! {
        <Response>
            <Body>"Thank you for " {count} if count==1 { " file." } else { " files." }</Body>
            <Body>"Thank you for the " {message.media.len()} if message.media.len() == 1 { " file." } else { " files that you sent." }</Body>
            <Say>"Your digits are " for digit in digits { {digit} ", " } "goodbye."</Say>
        </Response>
    }
}
