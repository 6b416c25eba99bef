//! The three requests of `<Conversation>`, and those of the other sessions that `<Connect>` opens.

use super::Call;
use crate::http::webhook::field::{self, Field};
use crate::http::webhook::parts::Parts;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Row, Webhook};

requests! {
    /// The session of `<Connect><Conversation>` has ended.
    ConversationAction = "conversation-action" ("https://www.twilio.com/docs/voice/twiml/connect/conversation", "POST, or what `<Connect method>` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// How the session ended.
        ///
        /// An example on the page expects `no-answer` here, which is a `DialCallStatus`.
        result = "Result": Listed(ConversationResult) {};
        /// Whether the worker made the call.
        worker_initiated = "WorkerInitiated": Bool {};
        /// How the call to the other party ended.
        dial_call_status = "DialCallStatus": Listed(DialCallStatus) {when: "the other party was called"};
        /// The call to the other party.
        dial_call_sid = "DialCallSid": Sid(["CA"]) "CA00112233445566778899aabbccddeeff" {when: "the other party was called"};
        /// Its duration in seconds.
        dial_call_duration = "DialCallDuration": Int "20" {when: "the other party was called"};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {when: "recorded"};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int "17" {when: "recorded"};
        /// Its address, where the file may still be missing.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {when: "recorded by the `record` attribute"};
    }

    /// The call to the other party of a `<Conversation>` got on.
    ConversationStatusCallback = "conversation-status" ("https://www.twilio.com/docs/voice/twiml/connect/conversation", "POST, or what `statusCallbackMethod` says", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The conversation.
        conversation_sid = "ConversationSid": Sid(["CH"]) {};
        /// The call to the other party.
        dial_call_sid = "DialCallSid": Sid(["CA"]) "CA00112233445566778899aabbccddeeff" {};
        /// Whether the worker made the call.
        worker_initiated = "WorkerInitiated": Bool {};
        /// The event that is reported.
        ///
        /// `call-completed` does not say whether anybody answered.
        status = "Status": Listed(ConversationStatus) {};
        /// Place of the request in the order of events, from 1.
        sequence_number = "SequenceNumber": Int {};
        /// When the request was made.
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
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {optional: true};
        /// Its state.
        ///
        /// The page lists `completed` and `failed`, though `in-progress` and `absent` can be asked for.
        recording_status = "RecordingStatus": Listed(RecordingStatus) "completed" {};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int "17" {optional: true};
        /// Number of channels: 1 or 2.
        recording_channels = "RecordingChannels": Int "2" {optional: true};
        /// What made the recording.
        recording_source = "RecordingSource": Text "Conversation" {};
    }

    /// The session of `<Connect><ConversationRelay>` has ended.
    ConversationRelayAction = "conversation-relay-action" ("https://www.twilio.com/docs/voice/twiml/connect/conversationrelay", "POST, or what `<Connect method>` says", Voice "") {
        including call: Call { "CallStatus": "in-progress" };

        /// The session.
        session_id = "SessionId": Sid(["VX"]) {};
        /// How it ended: by your server, by a fault, by the caller.
        session_status = "SessionStatus": Listed(SessionStatus) {};
        /// Its duration in seconds.
        session_duration = "SessionDuration": Int "61" {};
        /// What your server sent when it ended the session.
        handoff_data = "HandoffData": Json "{\"reasonCode\":\"live-agent-handoff\",\"reason\":\"The caller wants to talk to a person\"}" {when: "ended", open: true};
        /// Code at Twilio.
        error_code = "ErrorCode": Int "64105" {when: "failed"};
        /// What went wrong.
        error_message = "ErrorMessage": Text "WebSocket - Handshake Error." {when: "failed"};
        /// TwiML application that was called.
        application_sid = "ApplicationSid": Sid(["AP"]) {optional: true};
    }

    /// The session of `<Connect><VirtualAgent>` has ended.
    VirtualAgentAction = "virtual-agent-action" ("https://www.twilio.com/docs/voice/twiml/connect/virtualagent/virtualagent-dialogflow-cx", "POST, or what `<Connect method>` says", Voice "", partial: true) {
        including call: Call { "CallStatus": "in-progress" };

        /// Provider of the agent.
        virtual_agent_provider = "VirtualAgentProvider": Text "google-dialflow-cx" {optional: true};
        /// How the session ended.
        virtual_agent_status = "VirtualAgentStatus": Listed(VirtualAgentStatus) {optional: true};
        /// What the provider says of the session.
        virtual_agent_provider_data = "VirtualAgentProviderData": Json "{\"ConversationId\":\"projects/1/conversations/2\"}" {optional: true, open: true};
        /// What went wrong.
        virtual_agent_error = "VirtualAgentError": Text "The agent could not be reached" {optional: true};
        /// Its code.
        virtual_agent_error_code = "VirtualAgentErrorCode": Text "INTERNAL_ERROR" {optional: true};
    }

    /// Something happened in the session of a `<VirtualAgent>`.
    VirtualAgentStatusCallback = "virtual-agent-status" ("https://www.twilio.com/docs/voice/twiml/connect/virtualagent/virtualagent-dialogflow-cx", "POST, or what `statusCallbackMethod` says", Nothing "", partial: true) {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {optional: true};
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {optional: true};
        /// What happened.
        status_callback_event = "StatusCallbackEvent": Text "session-started" {optional: true};
        /// When it happened.
        timestamp = "Timestamp": Text "2026-11-24T14:39:48Z" {optional: true};
        /// Provider of the agent.
        virtual_agent_provider = "VirtualAgentProvider": Text "google-dialflow-cx" {optional: true};
        /// State of the session.
        virtual_agent_status = "VirtualAgentStatus": Listed(VirtualAgentStatus) {optional: true};
        /// What the provider says of the session.
        virtual_agent_provider_data = "VirtualAgentProviderData": Json "{\"ConversationId\":\"projects/1/conversations/2\"}" {optional: true, open: true};
        /// What went wrong.
        virtual_agent_error = "VirtualAgentError": Text "The agent could not be reached" {optional: true};
        /// Its code.
        virtual_agent_error_code = "VirtualAgentErrorCode": Text "INTERNAL_ERROR" {optional: true};
    }
}
