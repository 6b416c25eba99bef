//! Callers wait, and agents take them.

use twiml::signature::Signed;
use twiml::webhook::{Call, DialAction, EnqueueAction, EnqueueWait, QueueResult, QueueUrl};
use twiml::{VoiceResponse, twiml};

use super::language::Language;

/// How long a caller waits before the voicemail is offered.
const LONGEST_WAIT: i64 = 120;

/// What a caller hears while waiting; asked again whenever it has run out.
pub(crate) async fn wait(language: Language, Signed(wait): Signed<EnqueueWait>) -> VoiceResponse {
    if wait.queue_time >= LONGEST_WAIT {
        return twiml! { <Response><Leave/></Response> };
    }
    twiml! {
        <Response>
            <Say language={language.tag()}>
                {language.of("Your place in the queue is ", "Su lugar en la fila es ")} {wait.queue_position} "."
            </Say>
            <Play>"https://bank.example.com/music.mp3"</Play>
        </Response>
    }
}

/// The caller is out of the queue.
pub(crate) async fn left(language: Language, Signed(queue): Signed<EnqueueAction>) -> VoiceResponse {
    match queue.queue_result {
        QueueResult::Bridged => twiml! {
            <Response>
                <Say language={language.tag()}>{language.of("Thank you for calling.", "Gracias por llamar.")}</Say>
                <Hangup/>
            </Response>
        },
        QueueResult::Hangup => twiml! { <Response/> },
        _ => twiml! {
            <Response>
                <Say language={language.tag()}>
                    {language.of("All agents are busy.", "Todos los agentes están ocupados.")}
                </Say>
                <Redirect>{language.address("/voicemail")}</Redirect>
            </Response>
        },
    }
}

/// An agent calls in to take the next caller.
pub(crate) async fn agent(_: Signed<Call>) -> VoiceResponse {
    twiml! {
        <Response><Dial action="/agent/done" timeout=60><Queue url="/agent/connect">"agents"</Queue></Dial></Response>
    }
}

/// What the caller hears before the agent.
pub(crate) async fn connect(_: Signed<QueueUrl>) -> VoiceResponse {
    twiml! { <Response><Say>"You are being connected. This call may be recorded."</Say></Response> }
}

/// The agent is free again.
pub(crate) async fn done(Signed(dial): Signed<DialAction>) -> VoiceResponse {
    let talked = dial.dial_bridged == Some(true);
    let english = if talked { "Thank you. Call again for the next caller." } else { "Nobody is waiting." };
    twiml! { <Response><Say>{english}</Say><Hangup/></Response> }
}
