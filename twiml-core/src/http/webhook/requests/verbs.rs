//! What verbs report: `<Gather>`, `<Record>`, `<Dial>`, `<Refer>`.

use super::Call;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Request, Webhook, form};

requests! {
    /// `<Gather>` got input, or ended without any and has `actionOnEmptyResult`.
    GatherAction = "gather-action" ("https://www.twilio.com/docs/voice/twiml/gather", "POST, or what `method` says", Voice "") {
        including call: Call;

        /// The keys, without the one that ended the input.
        digits = "Digits": Digits {when: "keys"};
        /// What was said.
        speech_result = "SpeechResult": Text {when: "speech"};
        /// How sure that is, from 0 to 1.
        confidence = "Confidence": Float {when: "speech, not always"};
    }

    /// `<Gather>` understood something so far.
    GatherPartialResult = "gather-partial" ("https://www.twilio.com/docs/voice/twiml/gather", "POST, or what `partialResultCallbackMethod` says", Nothing "") {
        including call: Call;

        /// What will hardly change any more.
        stable_speech_result = "StableSpeechResult": Text {undocumented: true};
        /// What may still change.
        unstable_speech_result = "UnstableSpeechResult": Text {undocumented: true};
        /// How stable that is, from 0 to 1.
        stability = "Stability": Float {undocumented: true};
        /// Place in the order of results.
        sequence_number = "SequenceNumber": Int {undocumented: true};
        /// Language that was listened for.
        language = "Language": Text {undocumented: true};
    }

    /// `<Record>` has ended.
    RecordAction = "record-action" ("https://www.twilio.com/docs/voice/twiml/record", "POST, or what `method` says", Voice "") {
        including call: Call;

        /// Address of the recording, where the file may still be missing.
        recording_url = "RecordingUrl": Url {};
        /// Its duration in seconds, before trimming.
        recording_duration = "RecordingDuration": Int {};
        /// The key that ended it, or hangup.
        digits = "Digits": Text {when: "a key or the caller ended it"};
    }

    /// A recording of `<Record>` has been written down.
    RecordTranscription = "record-transcription" ("https://www.twilio.com/docs/voice/twiml/record", "POST", Nothing "") {
        including call: Call;

        /// The transcript.
        transcription_sid = "TranscriptionSid": Sid(["TR"]) {};
        /// The text.
        transcription_text = "TranscriptionText": Text {};
        /// How it went.
        transcription_status = "TranscriptionStatus": Listed(TranscriptionStatus) {};
        /// Address of the transcript.
        transcription_url = "TranscriptionUrl": Url {};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {};
        /// Its address.
        recording_url = "RecordingUrl": Url {};
    }

    /// The call made by `<Dial>` has ended.
    DialAction = "dial-action" ("https://www.twilio.com/docs/voice/twiml/dial", "POST, or what `method` says", Voice "") {
        including call: Call;

        /// How it ended; answered is said of conferences.
        dial_call_status = "DialCallStatus": Listed(DialCallStatus) {};
        /// The call that was made.
        dial_call_sid = "DialCallSid": Sid(["CA"]) {when: "not a conference"};
        /// Its duration in seconds.
        dial_call_duration = "DialCallDuration": Int {when: "not a conference, not redirected"};
        /// Whether the two sides were joined.
        dial_bridged = "DialBridged": Bool {when: "not a conference"};
        /// Address of the recording.
        recording_url = "RecordingUrl": Url {when: "recorded by the `record` attribute"};
        /// Call id of SIP.
        dial_sip_call_id = "DialSipCallId": Text {when: "SIP"};
        /// Last SIP answer.
        dial_sip_response_code = "DialSipResponseCode": Int {when: "SIP"};
        /// Each header of the last answer that begins with X-.
        dial_sip_headers = "DialSipHeader_{Name}": Headers {when: "SIP"};
    }

    /// `<Refer>` has ended.
    ReferAction = "refer-action" ("https://www.twilio.com/docs/voice/twiml/refer", "POST, or what `method` says", Voice "") {
        including call: Call;

        /// How it ended.
        refer_call_status = "ReferCallStatus": Listed(ReferCallStatus) {when: "the other side told"};
        /// Answer to the transfer request.
        refer_sip_response_code = "ReferSipResponseCode": Int {};
        /// Answer of the new party.
        notify_sip_response_code = "NotifySipResponseCode": Int {when: "the other side told"};
    }
}
