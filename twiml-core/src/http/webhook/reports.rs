//! What the parameters of Twilio's requests report, as Rust enums.
//!
//! All of them are open: a word that is newer than this crate becomes `Other` and comes back as it was. Their names are
//! other ones than those of the values that attributes take, as far as they do not mean the same.

use alloc::borrow::Cow;

use super::field::Report;
/// An attribute takes the same words, and its list is open too.
pub(super) use crate::values::TranscriptionEngine;

impl Report for TranscriptionEngine {
    fn blank() -> Self {
        Self::Other(Cow::Borrowed(""))
    }
}

reports! {
    /// State of a call.
    CallStatus {
        /// It waits for its turn.
        Queued = "queued";
        /// Dialling begins.
        Initiated = "initiated";
        /// It rings.
        Ringing = "ringing";
        /// Both sides are connected.
        InProgress = "in-progress";
        /// It was answered and has ended.
        Completed = "completed";
        /// The other side was busy.
        Busy = "busy";
        /// It could not be made.
        Failed = "failed";
        /// Nobody answered.
        NoAnswer = "no-answer";
        /// It was given up before anybody answered.
        Canceled = "canceled";
    }

    /// Who began a call.
    Direction {
        /// Somebody called a number of yours.
        Inbound = "inbound";
        /// The REST API did.
        OutboundApi = "outbound-api";
        /// `<Dial>` did.
        OutboundDial = "outbound-dial";
    }

    /// How far the carrier could verify who calls (SHAKEN/STIR).
    StirVerstat {
        /// The carrier knows the caller and their right to the number.
        PassedA = "TN-Validation-Passed-A";
        /// The carrier knows the caller, not their right to the number.
        PassedB = "TN-Validation-Passed-B";
        /// The carrier knows only where the call came in.
        PassedC = "TN-Validation-Passed-C";
        /// As `A`, of a call that was forwarded.
        PassedADiverted = "TN-Validation-Passed-A-Diverted";
        /// As `B`, of a call that was forwarded.
        PassedBDiverted = "TN-Validation-Passed-B-Diverted";
        /// As `C`, of a call that was forwarded.
        PassedCDiverted = "TN-Validation-Passed-C-Diverted";
        /// As `A`, of a call that was passed through.
        PassedAPassthrough = "TN-Validation-Passed-A-Passthrough";
        /// As `B`, of a call that was passed through.
        PassedBPassthrough = "TN-Validation-Passed-B-Passthrough";
        /// As `C`, of a call that was passed through.
        PassedCPassthrough = "TN-Validation-Passed-C-Passthrough";
        /// The token claims `A` and is not valid.
        FailedA = "TN-Validation-Failed-A";
        /// The token claims `B` and is not valid.
        FailedB = "TN-Validation-Failed-B";
        /// The token claims `C` and is not valid.
        FailedC = "TN-Validation-Failed-C";
        /// The token is not valid.
        Failed = "TN-Validation-Failed";
        /// There is no token.
        NoValidation = "No-TN-Validation";
    }

    /// Who or what answered a call, as machine detection found out.
    AnsweredBy {
        /// Somebody.
        Human = "human";
        /// A machine, which goes on speaking.
        MachineStart = "machine_start";
        /// A machine, after its beep.
        MachineEndBeep = "machine_end_beep";
        /// A machine, after silence that followed its greeting.
        MachineEndSilence = "machine_end_silence";
        /// A machine, at the end of its greeting.
        MachineEndOther = "machine_end_other";
        /// A fax machine.
        Fax = "fax";
        /// It could not be found out.
        Unknown = "unknown";
    }

    /// How a session of `<Conversation>` ended.
    ConversationResult {
        /// The two sides talked with each other.
        SessionSuccess = "session-success";
        /// The other party was called and did not answer; `DialCallStatus` says why.
        DialedCallIncomplete = "dialed-call-incomplete";
        /// No conversation could be created.
        FailedCreateConversation = "failed-create-conversation";
        /// No worker was assigned in time.
        NoOtherParticipants = "no-other-participants";
        /// On an outbound call the app sent the SID of a conversation that is none.
        InvalidConversation = "invalid-conversation";
        /// There is no conversation, and none is created.
        NoExistingConversation = "no-existing-conversation";
        /// Something failed at Twilio.
        InternalError = "internal-error";
    }

    /// How a session of `<ConversationRelay>` ended.
    SessionStatus {
        /// Your server ended it.
        Ended = "ended";
        /// By a fault; `ErrorCode` and `ErrorMessage` say which.
        Failed = "failed";
        /// The caller hung up.
        Completed = "completed";
    }

    /// State of a session of `<VirtualAgent>`.
    VirtualAgentStatus {
        /// The agent has finished.
        Completed = "completed";
        /// The agent hands over to somebody.
        LiveAgentHandoff = "live-agent-handoff";
        /// The caller hung up.
        Hangup = "hangup";
        /// Something failed.
        Failed = "failed";
    }

    /// How the call to the other party ended.
    DialCallStatus {
        /// It was answered and has ended.
        Completed = "completed";
        /// Said of conferences: the caller got in.
        Answered = "answered";
        /// The other side was busy.
        Busy = "busy";
        /// Nobody answered.
        NoAnswer = "no-answer";
        /// It could not be made.
        Failed = "failed";
        /// It was given up before anybody answered.
        Canceled = "canceled";
    }

    /// Step of the call to the other party of a conversation.
    ConversationStatus {
        /// Dialling begins.
        CallInitiated = "call-initiated";
        /// It rings.
        CallRinging = "call-ringing";
        /// It is answered.
        CallAnswered = "call-answered";
        /// It has ended, whether anybody answered or not.
        CallCompleted = "call-completed";
    }

    /// Which part of Twilio makes a request.
    CallbackSource {
        /// `<Conversation>`.
        VoiceConversationService = "voice-conversation-service";
        /// The nouns of `<Dial>`.
        CallProgressEvents = "call-progress-events";
    }

    /// State of a recording.
    RecordingStatus {
        /// It has begun.
        InProgress = "in-progress";
        /// It is complete and can be fetched.
        Completed = "completed";
        /// There is none to fetch.
        Absent = "absent";
        /// It could not be made.
        Failed = "failed";
    }

    /// What made a recording.
    RecordingSource {
        /// `<Record>`.
        RecordVerb = "RecordVerb";
        /// `<Dial>`.
        DialVerb = "DialVerb";
        /// `<Conference>`.
        Conference = "Conference";
        /// A call that the REST API made with recording on.
        OutboundApi = "OutboundAPI";
        /// The REST API, during a call.
        StartCallRecordingApi = "StartCallRecordingAPI";
        /// The REST API, during a conference.
        StartConferenceRecordingApi = "StartConferenceRecordingAPI";
        /// A SIP trunk.
        Trunking = "Trunking";
    }

    /// Side of a call that was recorded.
    RecordedTrack {
        /// What Twilio heard.
        Inbound = "inbound";
        /// What Twilio played.
        Outbound = "outbound";
        /// Both.
        Both = "both";
    }

    /// How writing down a recording went.
    TranscriptionStatus {
        /// There is a text.
        Completed = "completed";
        /// There is none.
        Failed = "failed";
    }

    /// How a caller left a queue.
    QueueResult {
        /// By being joined with somebody, and that call has ended.
        Bridged = "bridged";
        /// By being joined with somebody, and that call goes on.
        BridgingInProcess = "bridging-in-process";
        /// Something in the document was wrong.
        Error = "error";
        /// By hanging up.
        Hangup = "hangup";
        /// By `<Leave>`.
        Leave = "leave";
        /// By a redirect while waiting.
        Redirected = "redirected";
        /// By a redirect after being joined with somebody.
        RedirectedFromBridged = "redirected-from-bridged";
        /// The queue took nobody in.
        QueueFull = "queue-full";
        /// Something failed at Twilio.
        SystemError = "system-error";
    }

    /// How the call that `<Refer>` asks for ended.
    ReferCallStatus {
        /// The new party talks.
        InProgress = "in-progress";
        /// The new party was busy.
        Busy = "busy";
        /// It could not be made.
        Failed = "failed";
        /// It was given up.
        Canceled = "canceled";
    }

    /// How `<Pay>` ended.
    PayResult {
        /// The payment was made, or there is a token for it.
        Success = "success";
        /// The caller had no attempt left.
        TooManyFailedAttempts = "too-many-failed-attempts";
        /// The payment provider failed; `PaymentError` says how.
        PaymentConnectorError = "payment-connector-error";
        /// The caller pressed the star key.
        CallerInterruptedWithStar = "caller-interrupted-with-star";
        /// The caller hung up.
        CallerHungUp = "caller-hung-up";
        /// An attribute was wrong.
        ValidationError = "validation-error";
        /// Something failed at Twilio.
        InternalError = "internal-error";
    }

    /// What was paid with.
    PayMethod {
        /// A bank account.
        AchDebit = "ach-debit";
        /// A card.
        CreditCard = "credit-card";
    }

    /// Brand of a card.
    PaymentCardType {
        /// Visa.
        Visa = "visa";
        /// Mastercard.
        Mastercard = "mastercard";
        /// American Express.
        Amex = "amex";
        /// Maestro.
        Maestro = "maestro";
        /// Discover.
        Discover = "discover";
        /// Optima.
        Optima = "optima";
        /// JCB.
        Jcb = "jcb";
        /// Diners Club.
        DinersClub = "diners-club";
        /// enRoute.
        Enroute = "enroute";
    }

    /// Kind of a bank account.
    PayAccountType {
        /// A private account for payments.
        ConsumerChecking = "consumer-checking";
        /// A private account for savings.
        ConsumerSavings = "consumer-savings";
        /// A company's account for payments.
        CommercialChecking = "commercial-checking";
        /// A private account.
        Personal = "personal";
        /// A company's account.
        Business = "business";
    }

    /// What happened in a conference.
    ConferenceStatusEvent {
        /// It has started.
        ConferenceStart = "conference-start";
        /// It has ended.
        ConferenceEnd = "conference-end";
        /// Somebody came in.
        ParticipantJoin = "participant-join";
        /// Somebody left.
        ParticipantLeave = "participant-leave";
        /// Somebody was muted.
        ParticipantMute = "participant-mute";
        /// Somebody can be heard again.
        ParticipantUnmute = "participant-unmute";
        /// Somebody was put on hold.
        ParticipantHold = "participant-hold";
        /// Somebody was taken back from hold.
        ParticipantUnhold = "participant-unhold";
        /// Settings of a participant changed.
        ParticipantModify = "participant-modify";
        /// Somebody began to speak.
        ParticipantSpeechStart = "participant-speech-start";
        /// Somebody stopped speaking.
        ParticipantSpeechStop = "participant-speech-stop";
        /// An announcement is over.
        AnnouncementEnd = "announcement-end";
        /// An announcement could not be played.
        AnnouncementFail = "announcement-fail";
    }

    /// What happened in a conference, to an older kind of callback.
    ConferenceRecordEvent {
        /// Its recording is ready.
        ConferenceRecordEnd = "conference-record-end";
    }

    /// State of the call of a participant who has left.
    ParticipantCallStatus {
        /// Nobody answered.
        NoAnswer = "no-answer";
        /// The other side was busy.
        Busy = "busy";
        /// It goes on elsewhere.
        InProgress = "in-progress";
        /// It could not be made.
        Failed = "failed";
        /// It was given up before anybody answered.
        Canceled = "canceled";
        /// It has ended.
        Completed = "completed";
    }

    /// Why a participant left.
    ReasonParticipantLeft {
        /// The REST API ended the conference.
        ConferenceEndedViaApi = "conference_ended_via_api";
        /// A participant with `endConferenceOnExit` left.
        ModeratorEndedConference = "moderator_ended_conference";
        /// The REST API took the participant elsewhere.
        ParticipantUpdatedViaApi = "participant_updated_via_api";
        /// The participant hung up.
        ParticipantHungUp = "participant_hung_up";
        /// The participant never got in.
        ParticipantAddFailed = "participant_add_failed";
    }

    /// Why a conference ended.
    ReasonConferenceEnded {
        /// The REST API ended it.
        ConferenceEndedViaApi = "conference-ended-via-api";
        /// The last participant was removed.
        LastParticipantKicked = "last-participant-kicked";
        /// The last participant left.
        LastParticipantLeft = "last-participant-left";
        /// A participant with `endConferenceOnExit` was removed.
        ModeratorKicked = "participant-with-end-conference-on-exit-kicked";
        /// A participant with `endConferenceOnExit` left.
        ModeratorLeft = "participant-with-end-conference-on-exit-left";
    }

    /// What happened to a `<Stream>`.
    StreamEvent {
        /// It has started.
        Started = "stream-started";
        /// It has stopped.
        Stopped = "stream-stopped";
        /// It has failed.
        Error = "stream-error";
    }

    /// What happened to a `<Siprec>` stream.
    SiprecEvent {
        /// It has started.
        Started = "siprec-started";
        /// It has stopped.
        Stopped = "siprec-stopped";
        /// It has failed.
        Error = "siprec-error";
    }

    /// What happened to a `<Transcription>`.
    TranscriptionEvent {
        /// It has started.
        Started = "transcription-started";
        /// Something was understood.
        Content = "transcription-content";
        /// It has stopped.
        Stopped = "transcription-stopped";
        /// It has failed.
        Error = "transcription-error";
    }

    /// Side of a call that is transcribed.
    TranscribedTrack {
        /// What Twilio hears.
        Inbound = "inbound_track";
        /// What Twilio plays.
        Outbound = "outbound_track";
        /// Both.
        Both = "both_tracks";
    }

    /// What `<Pay>` asks the caller for.
    PayStep {
        /// Number of the card.
        PaymentCardNumber = "payment-card-number";
        /// When the card expires.
        ExpirationDate = "expiration-date";
        /// The code on the card.
        SecurityCode = "security-code";
        /// Postal code.
        PostalCode = "postal-code";
        /// Routing number of the bank.
        BankRoutingNumber = "bank-routing-number";
        /// Number of the account.
        BankAccountNumber = "bank-account-number";
        /// Nothing: the payment is made.
        PaymentProcessing = "payment-processing";
    }

    /// Mistake of a caller's attempt in `<Pay>`.
    PayErrorType {
        /// Nothing was entered.
        InputTimeout = "input-timeout";
        /// No number of a card.
        InvalidCardNumber = "invalid-card-number";
        /// A card that is not accepted.
        InvalidCardType = "invalid-card-type";
        /// No date, or one in the past.
        InvalidDate = "invalid-date";
        /// No code of this card.
        InvalidSecurityCode = "invalid-security-code";
        /// No postal code.
        InvalidPostalCode = "invalid-postal-code";
        /// No routing number.
        InvalidBankRoutingNumber = "invalid-bank-routing-number";
        /// No number of an account.
        InvalidBankAccountNumber = "invalid-bank-account-number";
        /// No kind of account.
        InvalidBankAccountType = "invalid-bank-account-type";
        /// The code was asked for before the card.
        InvalidCardNumberSecurityCodeCaptureSequence = "invalid-card-number-security-code-capture-sequence";
        /// The second input is not the first.
        InputMatchingFailed = "input-matching-failed";
        /// Another payment is under way.
        SessionInProgress = "session-in-progress";
        /// Something failed at Twilio.
        InternalError = "internal-error";
    }

    /// State of a message.
    MessageStatus {
        /// It has come in.
        Received = "received";
        /// It waits for its turn.
        Queued = "queued";
        /// It is being handed to the carrier.
        Sending = "sending";
        /// The carrier has it.
        Sent = "sent";
        /// The recipient has it, as the carrier says.
        Delivered = "delivered";
        /// The recipient does not get it, as the carrier says.
        Undelivered = "undelivered";
        /// It could not be sent.
        Failed = "failed";
        /// The recipient has read it.
        Read = "read";
        /// The messaging service has it and chooses a sender.
        Accepted = "accepted";
        /// It is to be sent later.
        Scheduled = "scheduled";
        /// It was given up before it was sent.
        Canceled = "canceled";
        /// It cannot be sent as it is.
        Invalid = "invalid";
    }

    /// What the sender of a message asked for.
    OptOutType {
        /// No more messages.
        Stop = "STOP";
        /// Help.
        Help = "HELP";
        /// Messages again.
        Start = "START";
    }

    /// Kind of a button in a message.
    ButtonType {
        /// It answers with its text.
        Reply = "REPLY";
        /// It does something.
        Action = "ACTION";
    }

    /// What a channel reports of a message.
    ChannelEvent {
        /// It was read.
        Read = "READ";
    }
}
