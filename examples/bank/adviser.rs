//! A personal adviser, who is asked before the two are joined.

use std::sync::PoisonError;

use axum::extract::State;
use axum::http::StatusCode;
use twiml::signature::Signed;
use twiml::webhook::{Call, CallProgressCallback, DialAction, GatherAction};
use twiml::{VoiceResponse, twiml};

use super::app::App;
use super::language::Language;

/// Calls the adviser.
pub(crate) async fn call(language: Language, _: Signed<Call>) -> VoiceResponse {
    twiml! {
        <Response>
            <Say language={language.tag()}>{language.of("We call your adviser.", "Llamamos a su asesor.")}</Say>
            <Dial action={language.address("/adviser/done")} timeout=20>
                <Number
                    url="/adviser/screen"
                    statusCallback="/adviser/progress"
                    statusCallbackEvent="initiated ringing answered completed"
                >
                    {App::ADVISER}
                </Number>
            </Dial>
        </Response>
    }
}

/// The adviser has answered; or a mailbox, which presses nothing.
pub(crate) async fn screen(Signed(call): Signed<Call>) -> VoiceResponse {
    twiml! {
        <Response>
            <Gather numDigits=1 action="/adviser/accept">
                <Say>"A call from " {call.from} ". Press 1 to accept."</Say>
            </Gather>
            <Hangup/>
        </Response>
    }
}

/// The adviser has pressed a key.
pub(crate) async fn accept(Signed(gather): Signed<GatherAction>) -> VoiceResponse {
    if gather.digits.as_deref() == Some("1") {
        twiml! { <Response><Say>"Connecting."</Say></Response> }
    } else {
        twiml! { <Response><Hangup/></Response> }
    }
}

/// The call to the adviser got on. Callbacks may overtake each other, and come twice.
pub(crate) async fn progress(State(app): State<App>, Signed(callback): Signed<CallProgressCallback>) -> StatusCode {
    let mut calls = app.calls.lock().unwrap_or_else(PoisonError::into_inner);
    let steps = calls.entry(callback.call.call_sid).or_default();
    steps.insert(callback.sequence_number, callback.call.call_status.to_string());
    StatusCode::NO_CONTENT
}

/// They have talked, or not.
pub(crate) async fn done(language: Language, Signed(dial): Signed<DialAction>) -> VoiceResponse {
    if dial.dial_bridged == Some(true) {
        return twiml! {
            <Response>
                <Say language={language.tag()}>{language.of("Thank you for calling.", "Gracias por llamar.")}</Say>
                <Hangup/>
            </Response>
        };
    }
    twiml! {
        <Response>
            <Say language={language.tag()}>{language.of("Your adviser is not there.", "Su asesor no está.")}</Say>
            <Redirect>{language.address("/voicemail")}</Redirect>
        </Response>
    }
}
