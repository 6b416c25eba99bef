fn answer() -> VoiceResponse {
    twiml! {
        <Response>
            <Connect>
                <Conversation serviceInstanceSid="ISXX"/>
            </Connect>
            <Gather><Say>"Hi"</Say><Pause/></Gather>
            <Dial><Number>"+15551234567"</Number>
            <Number>"+15557654321"</Number></Dial>
        </Response>
    }
}
