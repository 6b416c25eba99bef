fn answer() {
    twiml! {
        <Response>
            <Record
                action="/voicemail" maxLength=20
            />
            <Gather
                numDigits=1>"x"</Gather>
            <Say voice="alice"
                loop=2>"joined"</Say>
        </Response>
    }
}
