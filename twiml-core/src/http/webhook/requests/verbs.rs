//! What verbs report: `<Gather>`, `<Record>`, `<Dial>`, `<Refer>`.

use super::Call;
use crate::http::webhook::field::{self, Field};
use crate::http::webhook::parts::Parts;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Row, Webhook};

requests! {
    /// `<Gather>` got input, or ended without any and has `actionOnEmptyResult`.
    GatherAction = "gather-action" ("https://www.twilio.com/docs/voice/twiml/gather", "POST, or what `method` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// The keys, without the one that ended the input.
        digits = "Digits": Digits {when: "keys"};
        /// What was said.
        speech_result = "SpeechResult": Text "I would like to talk to somebody." {when: "speech"};
        /// How sure that is, from 0 to 1.
        confidence = "Confidence": Float "0.9128302" {when: "speech, not always"};
    }

    /// `<Gather>` understood something so far.
    GatherPartialResult = "gather-partial" ("https://www.twilio.com/docs/voice/twiml/gather", "POST, or what `partialResultCallbackMethod` says", Nothing "") {
        including call: Call { "CallStatus": "in-progress" };

        /// What will hardly change any more.
        stable_speech_result = "StableSpeechResult": Text "I would like" {undocumented: true};
        /// What may still change.
        unstable_speech_result = "UnstableSpeechResult": Text "to talk to somebody" {optional: true};
        /// How stable that is, from 0 to 1.
        stability = "Stability": Float "0.9" {undocumented: true};
        /// Place in the order of results.
        sequence_number = "SequenceNumber": Int {undocumented: true};
        /// Language that was listened for.
        language = "Language": Text "en-US" {undocumented: true};
    }

    /// `<Record>` has ended.
    RecordAction = "record-action" ("https://www.twilio.com/docs/voice/twiml/record", "POST, or what `method` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// Address of the recording, where the file may still be missing.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {};
        /// Its duration in seconds, before trimming.
        recording_duration = "RecordingDuration": Int "17" {};
        /// The key that ended it, or hangup.
        digits = "Digits": Text "hangup" {when: "a key or the caller ended it"};
    }

    /// A recording of `<Record>` has been written down.
    RecordTranscription = "record-transcription" ("https://www.twilio.com/docs/voice/twiml/record", "POST", Nothing "") {
        including call: Call { "CallStatus": "in-progress" };

        /// The transcript.
        transcription_sid = "TranscriptionSid": Sid(["TR"]) {};
        /// The text.
        transcription_text = "TranscriptionText": Text "Please call me back." {};
        /// How it went.
        transcription_status = "TranscriptionStatus": Listed(TranscriptionStatus) {};
        /// Address of the transcript.
        transcription_url = "TranscriptionUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Transcriptions/TR0123456789abcdef0123456789abcdef" {};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {};
        /// Its address.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {};
    }

    /// The call made by `<Dial>` has ended.
    DialAction = "dial-action" ("https://www.twilio.com/docs/voice/twiml/dial", "POST, or what `method` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// How it ended; answered is said of conferences.
        dial_call_status = "DialCallStatus": Listed(DialCallStatus) {};
        /// The call that was made.
        dial_call_sid = "DialCallSid": Sid(["CA"]) "CA00112233445566778899aabbccddeeff" {when: "not a conference"};
        /// Its duration in seconds.
        dial_call_duration = "DialCallDuration": Int "20" {when: "not a conference, not redirected"};
        /// Whether the two sides were joined.
        dial_bridged = "DialBridged": Bool {when: "not a conference"};
        /// Address of the recording.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {when: "recorded by the `record` attribute"};
        /// Call id of SIP.
        dial_sip_call_id = "DialSipCallId": Text "b95c5d87f77821@198.51.100.8" {when: "SIP"};
        /// Last SIP answer.
        dial_sip_response_code = "DialSipResponseCode": Int "486" {when: "SIP"};
        /// Each header of the last answer that begins with X-.
        dial_sip_headers = "DialSipHeader_{Name}": Headers "42" {when: "SIP"};
        /// The queue that was dialled.
        queue_sid = "QueueSid": Sid(["QU"]) {when: "after `<Queue>`"};
        /// Seconds that the other caller spent in it.
        queue_time = "QueueTime": Int "42" {when: "after `<Queue>`"};
        /// Call of the one who dialled; spelled like this.
        dequeing_call_sid = "DequeingCallSid": Sid(["CA"]) "CA00112233445566778899aabbccddeeff" {when: "after `<Queue>`"};
    }

    /// The SIP party called by `<Dial>` transfers the call: asks for TwiML at `referUrl`.
    DialRefer = "dial-refer" ("https://www.twilio.com/docs/voice/twiml/dial", "POST, or what `referMethod` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// Phone number or SIP address to transfer to.
        refer_transfer_target = "ReferTransferTarget": Address "sip:alice@example.com" {};
    }

    /// `<Refer>` has ended.
    ReferAction = "refer-action" ("https://www.twilio.com/docs/voice/twiml/refer", "POST, or what `method` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// How it ended.
        refer_call_status = "ReferCallStatus": Listed(ReferCallStatus) {when: "the other side told"};
        /// Answer to the transfer request.
        refer_sip_response_code = "ReferSipResponseCode": Int "202" {};
        /// Answer of the new party.
        notify_sip_response_code = "NotifySipResponseCode": Int "200" {when: "the other side told"};
    }
}
