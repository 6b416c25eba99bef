//! What conferences, recordings, streams and transcriptions report.

use super::Call;
use crate::http::webhook::field::{self, Field};
use crate::http::webhook::parts::Parts;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Row, Webhook};

requests! {
    /// Something happened in a conference.
    ConferenceStatusCallback = "conference-status" ("https://www.twilio.com/docs/voice/twiml/conference", "POST, or what `statusCallbackMethod` says", Nothing "") {
        /// The conference.
        conference_sid = "ConferenceSid": Sid(["CF"]) {};
        /// Its name.
        friendly_name = "FriendlyName": Text "Room 1234" {};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// Place of the request in the order of events, from 1.
        sequence_number = "SequenceNumber": Int {};
        /// When it happened.
        timestamp = "Timestamp": Rfc2822 {};
        /// What happened.
        status_callback_event = "StatusCallbackEvent": Listed(ConferenceStatusEvent) {};
        /// Call of the participant.
        call_sid = "CallSid": Sid(["CA"]) {when: "events of a participant"};
        /// Label of the participant.
        participant_label = "ParticipantLabel": Text "customer" {when: "events of a participant"};
        /// Whether the others cannot hear the participant.
        muted = "Muted": Bool {when: "events of a participant"};
        /// Whether the participant is on hold.
        hold = "Hold": Bool {when: "events of a participant"};
        /// Whether the participant coaches somebody.
        coaching = "Coaching": Bool {when: "events of a participant"};
        /// As set on `<Conference>`.
        start_conference_on_enter = "StartConferenceOnEnter": Bool {when: "events of a participant"};
        /// As set on `<Conference>`.
        end_conference_on_exit = "EndConferenceOnExit": Bool {when: "events of a participant"};
        /// State of the participant's call.
        participant_call_status = "ParticipantCallStatus": Listed(ParticipantCallStatus) {when: "participant-leave"};
        /// Why the participant left.
        reason_participant_left = "ReasonParticipantLeft": Listed(ReasonParticipantLeft) {when: "participant-leave"};
        /// Why the conference ended.
        reason_conference_ended = "ReasonConferenceEnded": Listed(ReasonConferenceEnded) {when: "conference-end"};
        /// The same in words.
        reason = "Reason": Text "Participant CA0123456789abcdef0123456789abcdef with endConferenceOnExit left" {when: "conference-end"};
        /// Call that ended it.
        call_sid_ending_conference = "CallSidEndingConference": Sid(["CA"]) {when: "conference-end, if any"};
        /// Label of the participant that ended it.
        participant_label_ending_conference = "ParticipantLabelEndingConference": Text "agent" {when: "conference-end, if any"};
        /// Address of the announcement.
        announce_url = "AnnounceUrl": Url "https://voice.example.com/announcement" {when: "announcements"};
        /// Why it failed.
        reason_announcement_failed = "ReasonAnnouncementFailed": Text "The file could not be fetched" {when: "announcement-fail"};
    }

    /// The recording of a conference is ready: request to `eventCallbackUrl`.
    ConferenceRecordEndCallback = "conference-record-end" ("https://www.twilio.com/docs/voice/twiml/conference", "POST", Nothing "", deprecated: "Use `recordingStatusCallback`.") {
        /// What happened.
        event_name = "EventName": Listed(ConferenceRecordEvent) {};
        /// The conference.
        conference_sid = "ConferenceSid": Sid(["CF"]) {};
        /// Address of the recording.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {};
        /// Its duration in seconds.
        duration = "Duration": Int "61" {};
        /// Its size in bytes.
        recording_file_size = "RecordingFileSize": Int "488044" {};
        /// When it happened.
        timestamp = "Timestamp": Rfc2822 {optional: true};
        /// Name of the conference.
        friendly_name = "FriendlyName": Text "Room 1234" {optional: true};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {optional: true};
        /// Place of the request in the order of events.
        sequence_number = "SequenceNumber": Int {optional: true};
    }

    /// A recording changed its state: `<Record>`, `<Dial>`, `<Conference>`, `<Start><Recording>`.
    RecordingStatusCallback = "recording-status" ("https://www.twilio.com/docs/voice/twiml/recording", "POST, or what `recordingStatusCallbackMethod` says", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {when: "not a conference"};
        /// The conference.
        conference_sid = "ConferenceSid": Sid(["CF"]) {when: "a conference"};
        /// The recording.
        recording_sid = "RecordingSid": Sid(["RE"]) {};
        /// Its address.
        recording_url = "RecordingUrl": Url "https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Recordings/RE0123456789abcdef0123456789abcdef" {optional: true};
        /// Its state.
        recording_status = "RecordingStatus": Listed(RecordingStatus) "completed" {};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int "17" {when: "completed"};
        /// Number of channels.
        recording_channels = "RecordingChannels": Int "2" {optional: true};
        /// When it began.
        recording_start_time = "RecordingStartTime": Rfc2822 {when: "not `<Record>`"};
        /// What made it.
        recording_source = "RecordingSource": Listed(RecordingSource) {};
        /// Side that was recorded.
        recording_track = "RecordingTrack": Listed(RecordedTrack) {when: "`<Start><Recording>`"};
    }

    /// A `<Stream>` started, stopped or failed.
    StreamStatusCallback = "stream-status" ("https://www.twilio.com/docs/voice/twiml/stream", "POST, or what `statusCallbackMethod` says", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {};
        /// The stream.
        stream_sid = "StreamSid": Sid(["MZ"]) {};
        /// Its name.
        stream_name = "StreamName": Text "audio" {};
        /// What happened.
        stream_event = "StreamEvent": Listed(StreamEvent) {};
        /// What went wrong.
        stream_error = "StreamError": Text "Handshake failed" {when: "stream-error"};
        /// When it happened.
        timestamp = "Timestamp": Iso8601 {};
    }

    /// A `<Siprec>` stream started, stopped or failed.
    SiprecStatusCallback = "siprec-status" ("https://www.twilio.com/docs/voice/twiml/siprec", "what `statusCallbackMethod` says", Nothing "") {
        including call: Call { "CallStatus": "in-progress" };

        /// The stream.
        siprec_sid = "SiprecSid": Sid(["SR"]) {};
        /// Its name.
        siprec_name = "SiprecName": Text "audio" {};
        /// What happened.
        siprec_event = "SiprecEvent": Listed(SiprecEvent) {};
        /// What went wrong.
        siprec_error = "SiprecError": Text "The connector could not be reached" {when: "siprec-error"};
        /// Its code at Twilio.
        siprec_error_code = "SiprecErrorCode": Int "32114" {when: "siprec-error"};
        /// When it happened.
        timestamp = "Timestamp": Iso8601 {};
    }

    /// A `<Transcription>` started, stopped, failed or understood something.
    TranscriptionStatusCallback = "transcription-status" ("https://www.twilio.com/docs/voice/twiml/transcription", "POST", Nothing "") {
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// The call.
        call_sid = "CallSid": Sid(["CA"]) {};
        /// The transcription.
        transcription_sid = "TranscriptionSid": Sid(["GT"]) {};
        /// When it happened.
        timestamp = "Timestamp": Iso8601 {};
        /// Place in the order of events.
        sequence_id = "SequenceId": Int {};
        /// What happened.
        transcription_event = "TranscriptionEvent": Listed(TranscriptionEvent) {};
        /// The text, and how sure it is.
        transcription_data = "TranscriptionData": Json "{\"transcript\":\"to be or not to be\",\"confidence\":0.96823084}" {when: "transcription-content"};
        /// Provider's own answer.
        transcription_provider_data = "TranscriptionProviderData": Json "{\"results\":[]}" {when: "transcription-content, `enableProviderData`", open: true};
        /// Whether the text will not change any more.
        is_final = "Final": Bool {when: "transcription-content"};
        /// How stable it is, from 0 to 1.
        stability = "Stability": Float "0.9" {when: "transcription-content, `partialResults`"};
        /// Side of the call.
        track = "Track": Listed(TranscribedTrack) {when: "transcription-started, transcription-content"};
        /// Language.
        language_code = "LanguageCode": Text "en-US" {when: "transcription-started, transcription-content"};
        /// Name of the transcription.
        name = "Name": Text "transcription of the call" {when: "transcription-started"};
        /// Engine.
        transcription_engine = "TranscriptionEngine": Listed(TranscriptionEngine) {when: "transcription-started"};
        /// Settings of the engine.
        provider_configuration = "ProviderConfiguration": Json "{\"profanityFilter\":\"true\"}" {when: "transcription-started"};
        /// Name of the caller's side.
        inbound_track_label = "InboundTrackLabel": Text "customer" {when: "transcription-started"};
        /// Name of the other side.
        outbound_track_label = "OutboundTrackLabel": Text "agent" {when: "transcription-started"};
        /// Whether unfinished sentences are sent.
        partial_results = "PartialResults": Bool {when: "transcription-started"};
        /// Code at Twilio.
        transcription_error_code = "TranscriptionErrorCode": Int "32655" {when: "transcription-error"};
        /// What went wrong.
        transcription_error = "TranscriptionError": Text "The engine failed" {when: "transcription-error"};
    }
}
