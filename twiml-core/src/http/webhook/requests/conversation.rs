//! The three requests of `<Conversation>`.

use super::Call;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Request, Webhook, form};

requests! {
    /// The session of `<Connect><Conversation>` has ended.
    ConversationAction = "conversation-action" ("https://www.twilio.com/docs/voice/twiml/connect/conversation", "POST, or what `<Connect method>` says", Voice "") {
        including call: Call;

        /// How the session ended.
        ///
        /// An example on the page expects `no-answer` here, which is a `DialCallStatus`.
        result = "Result": Listed(ConversationResult) {};
        /// Whether the worker made the call.
        worker_initiated = "WorkerInitiated": Bool {};
        /// How the call to the other party ended.
        dial_call_status = "DialCallStatus": Listed(DialCallStatus) {when: "the other party was called"};
        /// The call to the other party.
        dial_call_sid = "DialCallSid": Sid(["CA"]) {when: "the other party was called"};
        /// Its duration in seconds.
        dial_call_duration = "DialCallDuration": Int {when: "the other party was called"};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {when: "recorded"};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int {when: "recorded"};
        /// Its address, where the file may still be missing.
        recording_url = "RecordingUrl": Url {when: "recorded by the `record` attribute"};
    }

    /// The call to the other party of a `<Conversation>` got on.
    ConversationStatusCallback = "conversation-status" ("https://www.twilio.com/docs/voice/twiml/connect/conversation", "POST, or what `statusCallbackMethod` says", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The conversation.
        conversation_sid = "ConversationSid": Sid(["CH"]) {};
        /// The call to the other party.
        dial_call_sid = "DialCallSid": Sid(["CA"]) {};
        /// Whether the worker made the call.
        worker_initiated = "WorkerInitiated": Bool {};
        /// The event that is reported.
        ///
        /// `call-completed` does not say whether anybody answered.
        status = "Status": Listed(ConversationStatus) {};
        /// Place of the request in the order of events, from 1.
        sequence_number = "SequenceNumber": Int {};
        /// When it happened.
        timestamp = "Timestamp": Rfc2822 {};
        /// Where the request comes from.
        callback_source = "CallbackSource": Listed(CallbackSource) {};
    }

    /// The recording of a `<Conversation>` changed its state.
    ConversationRecordingCallback = "conversation-recording" ("https://www.twilio.com/docs/voice/twiml/connect/conversation", "POST, or what `recordingStatusCallbackMethod` says", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {};
        /// Its address.
        recording_url = "RecordingUrl": Url {};
        /// Its state.
        ///
        /// The page lists `completed` and `failed`, though `in-progress` and `absent` can be asked for.
        recording_status = "RecordingStatus": Listed(RecordingStatus) {};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int {when: "completed"};
        /// Number of channels: 1 or 2.
        recording_channels = "RecordingChannels": Int {};
        /// What made the recording.
        recording_source = "RecordingSource": Text {};
    }
}
