//! A message for later.

use std::sync::PoisonError;

use axum::extract::State;
use axum::http::StatusCode;
use twiml::signature::Signed;
use twiml::webhook::{Call, RecordAction, RecordingStatus, RecordingStatusCallback};
use twiml::{VoiceResponse, twiml};

use super::app::App;
use super::language::Language;

/// Asks for the message.
pub(crate) async fn ask(language: Language, _: Signed<Call>) -> VoiceResponse {
    twiml! {
        <Response>
            <Say language={language.tag()}>
                {language.of("Please leave a message after the beep.", "Deje un mensaje después del tono.")}
            </Say>
            <Record
                action={language.address("/voicemail/done")}
                maxLength=60
                finishOnKey="#"
                recordingStatusCallback="/voicemail/ready"
            />
        </Response>
    }
}

/// It was left.
pub(crate) async fn done(language: Language, _: Signed<RecordAction>) -> VoiceResponse {
    twiml! {
        <Response>
            <Say language={language.tag()}>{language.of("Thank you. Goodbye.", "Gracias. Adiós.")}</Say>
            <Hangup/>
        </Response>
    }
}

/// It can be fetched.
pub(crate) async fn ready(State(app): State<App>, Signed(recording): Signed<RecordingStatusCallback>) -> StatusCode {
    if recording.recording_status == RecordingStatus::Completed {
        let mut voicemails = app.voicemails.lock().unwrap_or_else(PoisonError::into_inner);
        voicemails.extend(recording.recording_url);
    }
    StatusCode::NO_CONTENT
}
