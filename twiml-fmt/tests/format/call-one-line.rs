fn answer() -> VoiceResponse { twiml!{<Response><Hangup / ></Response>} }
const HOLD: VoiceResponse=twiml! {
<Response>   <Say>"Please hold"</Say>
</Response>};
static NOTHING: MessagingResponse = twiml! {   <Response/>   };
