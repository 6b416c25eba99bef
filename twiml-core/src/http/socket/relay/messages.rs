//! The messages of ConversationRelay, one row for each.

use crate::http::Direction;
use crate::socket::object::{self, Ordered};
use crate::socket::{
    Basis, Broken, Fault, Field, Json, Kind, Message, NoObject, Object, Presence, Refused, Side, Unknown, form,
};

reports! {
    "socket::relay"

    /// Way of a call.
    CallType {
        /// The telephone network.
        Pstn = "PSTN";
        /// SIP.
        Sip = "SIP";
        /// A client of Twilio's SDKs.
        Client = "CLIENT";
    }

    /// State of a call, in capitals with underscores, unlike the `CallStatus` of requests.
    CallStatus {
        /// It rings.
        Ringing = "RINGING";
        /// It was answered already.
        InProgress = "IN_PROGRESS";
    }

    /// What an [`Info`] tells.
    InfoName {
        /// The agent begins or ends to speak: `on` or `off`.
        AgentSpeaking = "agentSpeaking";
        /// The caller begins or ends to speak: `on` or `off`.
        ClientSpeaking = "clientSpeaking";
        /// The text or the digits that were played.
        TokensPlayed = "tokensPlayed";
        /// How long the way there and back is, in milliseconds.
        RoundTripDelayMs = "roundTripDelayMs";
    }
}

events! {
    "relay" "type"

    /// Which session and which call this socket belongs to.
    ///
    /// The signature of the handshake proves Twilio and the account, not the call: hold `call_sid` against the calls that were
    /// answered with this relay.
    Setup = "relay-setup" ("setup", "voice/conversationrelay/websocket-messages")
    { when: "first, once; after `<Connect>` opened another session for the same call: again, with the same callSid and a new sessionId" }
    [r#"{"type":"setup","sessionId":"VX0123456789abcdef0123456789abcdef","accountSid":"AC0123456789abcdef0123456789abcdef","parentCallSid":"","callSid":"CA0123456789abcdef0123456789abcdef","from":"+14155550100","to":"+14155550199","forwardedFrom":"","callType":"PSTN","callerName":"","direction":"inbound","callStatus":"RINGING","customParameters":{"customerId":"c-4711"}}"#] {
        /// The session, which is `SessionId` of the request of `action`.
        session_id = "sessionId": Always Sid("VX") {};
        /// Your account.
        account_sid = "accountSid": Always Sid("AC") {};
        /// The call.
        call_sid = "callSid": Always Sid("CA") {};
        /// Call that made this one.
        parent_call_sid = "parentCallSid": UnlessEmpty Sid("CA") { may_be_empty: true };
        /// The caller.
        from = "from": Always Address {};
        /// The called party.
        to = "to": Always Address {};
        /// Who forwarded the call.
        forwarded_from = "forwardedFrom": UnlessEmpty Address { may_be_empty: true };
        /// Name of the caller, if looked up.
        caller_name = "callerName": UnlessEmpty Text { may_be_empty: true };
        /// Way of the call.
        call_type = "callType": Optional Listed(CallType) {};
        /// Who began the call, as in the requests.
        direction = "direction": Always Listed(Direction) {};
        /// State of the call.
        call_status = "callStatus": Optional Listed(CallStatus) {};
        /// Names and values of the `<Parameter>` elements in `<ConversationRelay>`, and with a conversation configuration ids that
        /// Twilio adds. Values that are no text stay in `other`.
        custom_parameters = "customParameters": Optional Map {};
    }

    /// What the caller said.
    ///
    /// With the attribute `partialPrompts` it also comes while they speak. The text of such a message is all of it so far: take
    /// the place of the one before, do not append.
    Prompt = "relay-prompt" ("prompt", "voice/conversationrelay/websocket-messages")
    { when: "after each utterance; with `partialPrompts` also while it lasts" }
    [r#"{"type":"prompt","voicePrompt":"I would like to change my booking.","lang":"en-US","last":true}"#] {
        /// The utterance as text; while `last` is false, all of it so far and not the difference.
        voice_prompt = "voicePrompt": Always Text {};
        /// Language of the transcription.
        lang = "lang": Optional Language {};
        /// Whether the utterance is complete; false only with `partialPrompts`. See [`is_last`](Self::is_last).
        last = "last": Optional Bool {};
        /// Whether the agent was speaking then.
        agent_speaking = "agentSpeaking": Optional Text { undocumented: true, basis: Library };
        /// Conversation that the session belongs to.
        conversation_id = "conversationId": Optional Text { undocumented: true, basis: Library };
    }

    /// A key was pressed.
    Dtmf = "relay-dtmf" ("dtmf", "voice/conversationrelay/websocket-messages")
    { when: "if `dtmfDetection` is true; one for each key; during speech of the agent only as `reportInputDuringAgentSpeech` or `interruptible` allows" }
    [r#"{"type":"dtmf","digit":"1"}"#] {
        /// The key.
        digit = "digit": Always Digits("0123456789*#ABCD") {};
    }

    /// The caller cut the speech off; Twilio has stopped playing, and dropped what was queued.
    ///
    /// Stop the model, and keep `utterance_until_interrupt` as what was said: [`Answer`](super::Answer) does.
    Interrupt = "relay-interrupt" ("interrupt", "voice/conversationrelay/websocket-messages")
    { when: "if `interruptible` allows it" }
    [r#"{"type":"interrupt","utteranceUntilInterrupt":"Your booking for the third of","durationUntilInterruptMs":460}"#] {
        /// What the caller heard of it; empty if nothing.
        utterance_until_interrupt = "utteranceUntilInterrupt": Optional Text { may_be_empty: true };
        /// How long it had been playing; of a fraction what stands before the point.
        duration_until_interrupt_ms = "durationUntilInterruptMs": Optional Int { also: String, unit: "milliseconds" };
        /// Conversation that the session belongs to.
        conversation_id = "conversationId": Optional Text { undocumented: true, basis: Library };
    }

    /// Something went wrong; mostly a message of the application that Twilio did not take.
    ///
    /// After ten of those in a row Twilio closes the socket.
    Error = "relay-error" ("error", "voice/conversationrelay/websocket-messages")
    { when: "any time; the session goes on unless the tenth in a row is malformed" }
    [r#"{"type":"error","description":"Invalid message received: { \"foo\" : \"bar\" }"}"#] {
        /// What went wrong, in words; a code of the debugger may stand in it.
        description = "description": Always Text {};
    }

    /// Who speaks, what was played, how long the way is.
    Info = "relay-info" ("info", "voice/twiml/connect/conversationrelay")
    { when: "if `events` (`speaker-events`, `tokens-played`) or `debug` (`debugging`) of `<ConversationRelay>` asks for it", undocumented: true, basis: Observed }
    [r#"{"type":"info","name":"agentSpeaking","value":"on","ts":1790000000123}"#] {
        /// What is told.
        name = "name": Always Listed(InfoName) {};
        /// `on` or `off` for the speakers, the text or digits played, milliseconds in quotes.
        value = "value": Always Text {};
        /// When it happened.
        ts = "ts": Optional Int { unit: "milliseconds since 1970" };
    }

    /// A change of the configuration has been made.
    ConfigUpdated = "relay-config-updated" ("configUpdated", "voice/conversationrelay/dynamic-configuration")
    { when: "after `config`, `hints` or `language`", partial: true, since: "2026-10-28" } {}
}

commands! {
    "relay" "type"

    /// Text to be spoken, whole or in pieces as a language model makes them.
    ///
    /// Speech begins before the last piece comes. Spaces at the ends of pieces belong to the text. Speech markup may stand in it,
    /// as the provider allows; with ElevenLabs `phoneme` alone, in en-US. [`Answer`](super::Answer) keeps `last` in order.
    Text: SendText = "relay-send-text" ("text", "voice/conversationrelay/websocket-messages") {}
    [r#"{"type":"text","token":"One moment, ","last":false,"interruptible":true,"preemptible":false}"#]
    required {
        /// The piece, with the spaces that belong to it; it may be empty.
        token = "token": Text { may_be_empty: true };
    }
    optional {
        /// Whether the talk cycle ends with this piece.
        last = "last": Bool { default: "false" };
        /// Language of this text, in place of the session's: one that Twilio supports.
        lang = "lang": Language {};
        /// Whether the caller can cut it off; without it as in TwiML. A boolean here, four words in TwiML.
        interruptible = "interruptible": Bool {};
        /// Whether a later text or play of the application cuts this one off, of which no interrupt tells; without it as in TwiML.
        preemptible = "preemptible": Bool {};
    }

    /// A recording to be played. Its end is not reported.
    Play: SendPlay = "relay-send-play" ("play", "voice/conversationrelay/websocket-messages") {}
    [r#"{"type":"play","source":"https://example.com/hold.mp3","loop":1,"preemptible":false,"interruptible":true}"#]
    required {
        /// Address of the recording.
        source = "source": Url {};
    }
    optional {
        /// How often; 0 means 1000 times, the most.
        times = "loop": Int { default: "1", max: 1000 };
        /// Whether a later text or play of the application cuts it off.
        preemptible = "preemptible": Bool { default: "false" };
        /// Whether the caller can cut it off; without it as in TwiML.
        interruptible = "interruptible": Bool {};
    }

    /// Keys to be pressed towards the caller's side, in the queue of what is played.
    ///
    /// They wait behind text that is still to be spoken, and when played are told of like text, as `tokensPlayed`.
    Digits: SendDigits = "relay-send-digits" ("sendDigits", "voice/conversationrelay/websocket-messages") {}
    [r#"{"type":"sendDigits","digits":"9www4085551212"}"#]
    required {
        /// The keys, and `w` for half a second; not empty. Neither `A` to `D` nor `W` as in `<Play digits>`.
        digits = "digits": Digits("0123456789#*w") {};
    }

    /// Another language from now on, for speech, for listening, or for both.
    Language: SendLanguage = "relay-send-language" ("language", "voice/conversationrelay/websocket-messages") { some_field: true }
    [r#"{"type":"language","ttsLanguage":"sv-SE","transcriptionLanguage":"sv-SE"}"#]
    optional {
        /// Language to speak: one that Twilio supports.
        tts_language = "ttsLanguage": Language {};
        /// Language to listen for: one that Twilio supports.
        transcription_language = "transcriptionLanguage": Language {};
    }

    /// Ends the session; the call goes on with the TwiML of `<Connect action>`.
    ///
    /// Twilio then closes the socket with 1000, and requests `action` with `SessionStatus` `ended`.
    End: SendEnd = "relay-send-end" ("end", "voice/conversationrelay/websocket-messages") {}
    [r#"{"type":"end","handoffData":"{\"reasonCode\":\"live-agent-handoff\",\"reason\":\"wants a person\"}"}"#]
    optional {
        /// Comes as `HandoffData` of the request of `action`, as it is: JSON must be put into this text, an object in its place is
        /// malformed. No data of cards: it is not treated as such.
        handoff_data = "handoffData": Text {};
    }

    /// Changes settings of the session or of a language while the call goes on.
    Config: SendConfig = "relay-send-config" ("config", "voice/conversationrelay/dynamic-configuration")
    {
        partial: true, since: "2026-10-28",
        settings: [
            "interruptible" "preemptible" "dtmfDetection" "reportInputDuringAgentSpeech" "partialPrompts" "speechTimeout"
            "echoPromptFiltering" "interruptSensitivity" "ignoreBackchannel" "profanityFilter" "eotThreshold"
        ],
        language_settings: ["speechModel" "hints" "transcriptionProvider" "voice" "ttsProvider" "text normalization"]
    }
    raw { fields }

    /// Other words to listen for.
    Hints: SendHints = "relay-send-hints" ("hints", "voice/conversationrelay/dynamic-configuration") { partial: true, since: "2026-10-28" }
    raw { fields }
}
