fn answer() -> VoiceResponse {
    twiml! {
        <Response><Gather input="dtmf speech" timeout=5 numDigits=1><Say>"Press one for sales, or say sales."</Say></Gather><Redirect>"/menu"</Redirect></Response>
    }
}
