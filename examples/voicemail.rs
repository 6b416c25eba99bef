//! The two documents of Twilio's page on `<Connect><Conversation>`: a caller is connected to a worker and waits for 20
//! seconds; if nobody answers, Twilio asks the action URL, and its answer takes a voicemail.
//!
//! ```sh
//! cargo run --example voicemail
//! ```

use twiml::{Method, VoiceResponse, twiml};

/// The answer to an incoming call: nothing in it depends on the run time, so it is a string in the binary.
const CONNECT: VoiceResponse = twiml! {
    <Response>
        <Connect action="https://example.com/voicemail">
            <Conversation serviceInstanceSid="ISxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" inboundTimeout="20"/>
        </Connect>
    </Response>
};

/// What a deployment may set.
struct Settings {
    /// Where the recording is sent.
    action: String,
    /// Longest message, in seconds.
    max_length: u32,
    /// Where Twilio reports that the recording can be fetched, if anybody wants to know.
    recording_status_callback: Option<String>,
}

/// The answer to the action URL after nobody has answered.
fn voicemail(worker: &str, settings: &Settings) -> VoiceResponse {
    twiml! {
        <Response>
            <Say>
                {worker}
                " cannot answer right now. Please leave a message at the beep. Press the star key when finished."
            </Say>
            <Record
                action={settings.action}
                method={Method::Get}
                maxLength={settings.max_length}
                finishOnKey="*"
                recordingStatusCallback={settings.recording_status_callback}
            />
        </Response>
    }
}

fn main() {
    let settings = Settings {
        action: "https://example.com/recording?from=frontline&kind=voicemail".to_owned(),
        max_length: 20,
        recording_status_callback: Some("https://example.com/recorded".to_owned()),
    };
    println!("{CONNECT}");
    println!("{}", voicemail("Tom & Jerry", &settings));
}
