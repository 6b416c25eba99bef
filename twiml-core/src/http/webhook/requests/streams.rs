//! What conferences, recordings, streams and transcriptions report.

use super::Call;
use crate::webhook::{Answer, Kind, Malformed, Parameter, Parameters, Request, Webhook, form};

requests! {
    /// Something happened in a conference.
    ConferenceStatusCallback = "conference-status" ("https://www.twilio.com/docs/voice/twiml/conference", "POST, or what `statusCallbackMethod` says", Nothing "") {
        /// The conference.
        conference_sid = "ConferenceSid": Sid(["CF"]) {};
        /// Its name.
        friendly_name = "FriendlyName": Text {};
        /// Your account.
        account_sid = "AccountSid": Sid(["AC"]) {};
        /// Place of the request in the order of events, from 1.
        sequence_number = "SequenceNumber": Int {};
        /// When it happened.
        timestamp = "Timestamp": Rfc2822 {};
        /// What happened.
        status_callback_event = "StatusCallbackEvent": Listed(ConferenceEvent) {};
        /// Call of the participant.
        call_sid = "CallSid": Sid(["CA"]) {when: "events of a participant"};
        /// Label of the participant.
        participant_label = "ParticipantLabel": Text {when: "events of a participant"};
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
        reason = "Reason": Text {when: "conference-end"};
        /// Call that ended it.
        call_sid_ending_conference = "CallSidEndingConference": Sid(["CA"]) {when: "conference-end, if any"};
        /// Label of the participant that ended it.
        participant_label_ending_conference = "ParticipantLabelEndingConference": Text {when: "conference-end, if any"};
        /// Address of the announcement.
        announce_url = "AnnounceUrl": Url {when: "announcements"};
        /// Why it failed.
        reason_announcement_failed = "ReasonAnnouncementFailed": Text {when: "announcement-fail"};
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
        recording_url = "RecordingUrl": Url {};
        /// Its state.
        recording_status = "RecordingStatus": Listed(RecordingStatus) {};
        /// Its duration in seconds.
        recording_duration = "RecordingDuration": Int {when: "completed"};
        /// Number of channels.
        recording_channels = "RecordingChannels": Int {};
        /// When it began.
        recording_start_time = "RecordingStartTime": Rfc2822 {when: "not `<Record>`"};
        /// What made it.
        recording_source = "RecordingSource": Listed(RecordingSource) {};
        /// Side that was recorded.
        recording_track = "RecordingTrack": Listed(RecordingTrack) {when: "`<Start><Recording>`"};
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
        stream_name = "StreamName": Text {};
        /// What happened.
        stream_event = "StreamEvent": Listed(StreamEvent) {};
        /// What went wrong.
        stream_error = "StreamError": Text {when: "stream-error"};
        /// When it happened.
        timestamp = "Timestamp": Iso8601 {};
    }

    /// A `<Siprec>` stream started, stopped or failed.
    SiprecStatusCallback = "siprec-status" ("https://www.twilio.com/docs/voice/twiml/siprec", "what `statusCallbackMethod` says", Nothing "") {
        including call: Call;

        /// The stream.
        siprec_sid = "SiprecSid": Sid(["SR"]) {};
        /// Its name.
        siprec_name = "SiprecName": Text {};
        /// What happened.
        siprec_event = "SiprecEvent": Listed(SiprecEvent) {};
        /// What went wrong.
        siprec_error = "SiprecError": Text {when: "siprec-error"};
        /// Its code at Twilio.
        siprec_error_code = "SiprecErrorCode": Int {when: "siprec-error"};
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
        transcription_data = "TranscriptionData": Json {when: "transcription-content"};
        /// Provider's own answer.
        transcription_provider_data = "TranscriptionProviderData": Json {when: "transcription-content, `enableProviderData`"};
        /// Whether the text will not change any more.
        is_final = "Final": Bool {when: "transcription-content"};
        /// How stable it is, from 0 to 1.
        stability = "Stability": Float {when: "transcription-content, `partialResults`"};
        /// Side of the call.
        track = "Track": Listed(Track) {when: "transcription-started, transcription-content"};
        /// Language.
        language_code = "LanguageCode": Text {when: "transcription-started, transcription-content"};
        /// Name of the transcription.
        name = "Name": Text {when: "transcription-started"};
        /// Engine.
        transcription_engine = "TranscriptionEngine": Listed(TranscriptionEngine) {when: "transcription-started"};
        /// Settings of the engine.
        provider_configuration = "ProviderConfiguration": Json {when: "transcription-started"};
        /// Name of the caller's side.
        inbound_track_label = "InboundTrackLabel": Text {when: "transcription-started"};
        /// Name of the other side.
        outbound_track_label = "OutboundTrackLabel": Text {when: "transcription-started"};
        /// Whether unfinished sentences are sent.
        partial_results = "PartialResults": Bool {when: "transcription-started"};
        /// Code at Twilio.
        transcription_error_code = "TranscriptionErrorCode": Int {when: "transcription-error"};
        /// What went wrong.
        transcription_error = "TranscriptionError": Text {when: "transcription-error"};
    }
}
