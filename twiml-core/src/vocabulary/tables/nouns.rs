//! Voice: what stands in a verb.

macro_rules! voice_nouns { ($callback:ident $($argument:tt)*) => { $callback! { [$($argument)*] Voice;
    /// Joins the call to an AI session set up with a connector.
    AiSession = "AiSession" ("voice/AiSession") {
        status: Undocumented,
    } attributes {
        /// Name or SID of the installed connector.
        aiConnector = "aiConnector": String {};
        /// Name or id of the session configuration.
        aiSessionConfiguration = "aiSessionConfiguration": String {};
    } rules {}

    /// Dials another TwiML application of yours.
    Application = "Application" ("voice/Application", "https://www.twilio.com/docs/voice/twiml/dial/application") {
        children: [ApplicationSid Parameter],
        limits: ["ApplicationSid" 0..=1],
        text: (Optional Sid("AP") "SID of the application; the documented form is a nested `<ApplicationSid>`."),
    } attributes {
        /// Label of the customer for whom the call is made.
        customerId = "customerId": String { max: "256", unit: "characters" };
        /// Whether the application sees the parent call's `To`.
        copyParentTo = "copyParentTo": Bool { default: "false" };
        /// TwiML that the application hears before the two sides are joined.
        url = "url": Url { status: Undocumented };
        /// How Twilio requests `url`.
        method = "method": Enum(Method) { default: "POST", status: Undocumented };
        /// Where Twilio reports the progress of this call leg.
        statusCallback = "statusCallback": Url { status: Undocumented };
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST", status: Undocumented };
        /// Which steps of the call leg are reported to `statusCallback`.
        statusCallbackEvent = "statusCallbackEvent": EnumSet(CallEvent) { default: "completed", status: Undocumented };
    } rules {
        "application-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@url"],
            message: attribute "has no effect without `url`",
            basis: Implied,
            source: "voice/twiml/dial/application",
        };
        "application-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod", "statusCallbackEvent"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/dial/application",
        };
        "application-sid" Requires Error {
            needs: ["ApplicationSid", "#text"],
            message: "`<Application>` needs an `<ApplicationSid>`",
            basis: Stated,
            source: "voice/twiml/dial/application",
        };
    }

    /// Names the application that is dialled.
    ApplicationSid = "ApplicationSid" ("voice/ApplicationSid", "https://www.twilio.com/docs/voice/twiml/dial/application") {
        text: (Required Sid("AP") "SID of the application."),
    } attributes {} rules {}

    /// Joins the call to an AI assistant.
    Assistant = "Assistant" ("voice/Assistant") {
        status: Retired("Twilio removed it in August 2026; see `<ConversationRelay>`."),
        children: [Language Parameter],
    } attributes {
        /// Id of the assistant.
        id = "id": String {};
        /// What is said first.
        welcomeGreeting = "welcomeGreeting": String {};
        /// Which input cuts the greeting short.
        welcomeGreetingInterruptible = "welcomeGreetingInterruptible": Enum(Interruptible) {};
        /// Language in both directions.
        language = "language": Language {};
        /// Language that is spoken.
        ttsLanguage = "ttsLanguage": Language {};
        /// Language that is understood.
        transcriptionLanguage = "transcriptionLanguage": Language {};
        /// Who makes the speech.
        ttsProvider = "ttsProvider": Enum(TtsProvider) { open: true };
        /// Voice of the assistant.
        voice = "voice": String {};
        /// Who understands the speech.
        transcriptionProvider = "transcriptionProvider": Enum(TranscriptionProvider) { open: true };
        /// Speech recognition model.
        speechModel = "speechModel": String {};
        /// Which input interrupts the assistant.
        interruptible = "interruptible": Enum(Interruptible) {};
        /// How readily speech interrupts.
        interruptSensitivity = "interruptSensitivity": Enum(InterruptSensitivity) {};
        /// Whether keys are reported.
        dtmfDetection = "dtmfDetection": Bool {};
        /// Which input is reported while the assistant speaks.
        reportInputDuringAgentSpeech = "reportInputDuringAgentSpeech": Enum(Interruptible) {};
        /// Whether newer speech replaces what is being said.
        preemptible = "preemptible": Bool {};
        /// Whether unfinished sentences are reported.
        partialPrompts = "partialPrompts": Bool {};
        /// Whether swear words come back masked.
        profanityFilter = "profanityFilter": Bool {};
        /// Words and phrases that are likely to be said.
        hints = "hints": CommaList {};
        /// Whether ElevenLabs spells out numbers and the like.
        elevenlabsTextNormalization = "elevenlabsTextNormalization": Enum(TextNormalization) {};
        /// Conversational Intelligence service that analyses the call.
        intelligenceService = "intelligenceService": String {};
        /// Debugging messages to send.
        debug = "debug": EnumSet(RelayDebug) { open: true };
    } rules {}

    /// Joins the call to an Autopilot assistant.
    Autopilot = "Autopilot" ("voice/Autopilot", "https://www.twilio.com/docs/voice/twiml/autopilot") {
        status: Retired("Twilio shut Autopilot down in August 2023."),
        text: (Required String "SID or unique name of the assistant."),
    } attributes {} rules {}

    /// Tag that shows up in the billing of the call.
    BillingReferenceTag = "BillingReferenceTag" ("voice/BillingReferenceTag", "https://www.twilio.com/docs/api/errors/13120") {
        status: Undocumented,
        text: (Required String max 128 "The tag."),
    } attributes {} rules {}

    /// Dials a Voice SDK client.
    Client = "Client" ("voice/Client", "https://www.twilio.com/docs/voice/twiml/client") {
        children: [Identity Parameter],
        text: (Optional Identity max 256 "Identity of the client, instead of a nested `<Identity>`."),
    } attributes {
        /// TwiML that the client hears before the two sides are joined.
        url = "url": Url {};
        /// How Twilio requests `url`.
        method = "method": Enum(Method) { default: "POST" };
        /// Where Twilio reports the progress of this call leg.
        statusCallback = "statusCallback": Url { dns: true };
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which steps of the call leg are reported to `statusCallback`.
        statusCallbackEvent = "statusCallbackEvent": EnumSet(CallEvent) { default: "completed" };
        /// Where Twilio reports on the notification that wakes the client.
        clientNotificationUrl = "clientNotificationUrl": Url { dns: true };
    } rules {
        "client-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@url"],
            message: attribute "has no effect without `url`",
            basis: Implied,
            source: "voice/twiml/client",
        };
        "client-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod", "statusCallbackEvent"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/client",
        };
        "client-empty" Requires Warning {
            needs: ["#text", "Identity"],
            message: "`<Client>` needs the identity of the client",
            basis: Implied,
            source: "voice/twiml/client",
        };
        "client-two-identities" Conflicts Warning {
            when: ["#text"],
            forbids: ["Identity"],
            message: "`<Client>` names its client twice",
            basis: Implied,
            source: "voice/twiml/client",
        };
        "client-one-identity" AtMost Warning {
            of: ["Identity"],
            count: 1,
            message: "`<Client>` dials one client",
            basis: Implied,
            source: "voice/twiml/client",
        };
        "client-parameter-identity" Requires Warning {
            when: ["Parameter"],
            needs: ["Identity"],
            message: "with `<Parameter>`, name the client in `<Identity>`",
            basis: Implied,
            source: "voice/twiml/client",
        };
    }

    /// Puts the caller into a conference room.
    Conference = "Conference" ("voice/Conference", "https://www.twilio.com/docs/voice/twiml/conference") {
        text: (Required String max 128 "Name of the room."),
    } attributes {
        /// Whether the others cannot hear the caller.
        muted = "muted": Bool { default: "false" };
        /// When a beep is played to the room.
        beep = "beep": Enum(Beep) { default: "true" };
        /// Whether the caller's arrival starts the conference.
        startConferenceOnEnter = "startConferenceOnEnter": Bool { default: "true" };
        /// Whether the caller's departure ends the conference.
        endConferenceOnExit = "endConferenceOnExit": Bool { default: "false" };
        /// Name by which the API addresses the participant.
        participantLabel = "participantLabel": Label { max: "128", unit: "characters" };
        /// How much the audio is smoothed.
        jitterBufferSize = "jitterBufferSize": Enum(JitterBufferSize) { default: "large" };
        /// What is heard until the conference starts: TwiML or audio; empty for silence.
        waitUrl = "waitUrl": Url { empty: true };
        /// How Twilio requests `waitUrl`.
        waitMethod = "waitMethod": Enum(Method) { default: "POST" };
        /// How many may be in the room.
        maxParticipants = "maxParticipants": Int { min: "1", max: "250", default: "250" };
        /// Whether the conference is recorded.
        record = "record": Enum(ConferenceRecord) { default: "do-not-record" };
        /// Whether silence at both ends of the recording is cut off.
        trim = "trim": Enum(Trim) { default: "trim-silence" };
        /// Where Twilio reports the state of the recording.
        recordingStatusCallback = "recordingStatusCallback": Url {};
        /// How Twilio requests `recordingStatusCallback`.
        recordingStatusCallbackMethod = "recordingStatusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which states are reported to `recordingStatusCallback`.
        recordingStatusCallbackEvent = "recordingStatusCallbackEvent": EnumSet(RecordingEvent) { default: "completed" };
        /// Id of the recording configuration to apply.
        recordingConfigurationId = "recordingConfigurationId": String {};
        /// Where the audio is mixed.
        region = "region": Enum(ConferenceRegion) { open: true };
        /// Call of the participant whom only this one can whisper to.
        coach = "coach": Sid("CA") {};
        /// Where Twilio reports what happens in the conference.
        statusCallback = "statusCallback": Url {};
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
        /// What is reported to `statusCallback`; nothing by default.
        statusCallbackEvent = "statusCallbackEvent": EnumSet(ConferenceEvent) {};
        /// Older place where the recording is reported.
        eventCallbackUrl = "eventCallbackUrl": Url { status: Deprecated("Use `recordingStatusCallback`.") };
        /// Older name of `coach`.
        whisper = "whisper": Sid("CA") { status: Retired("It is called `coach` since 2019.") };
    } rules {
        "conference-recording-off" Requires Warning {
            attributes: ["trim", "recordingStatusCallback", "recordingConfigurationId", "eventCallbackUrl"],
            needs: ["@record=record-from-start"],
            message: attribute "has no effect unless `record` is record-from-start",
            basis: Implied,
            source: "voice/twiml/conference",
        };
        "conference-event-callback" Conflicts Warning {
            attributes: ["eventCallbackUrl"],
            forbids: ["@recordingStatusCallback"],
            message: attribute "is ignored beside `recordingStatusCallback`",
            basis: Stated,
            source: "voice/twiml/conference",
        };
        "conference-recording-callback-url" NeedsCallback Warning {
            attributes: ["recordingStatusCallbackMethod", "recordingStatusCallbackEvent"],
            needs: ["@recordingStatusCallback"],
            message: attribute "has no effect without `recordingStatusCallback`",
            basis: Implied,
            source: "voice/twiml/conference",
        };
        "conference-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod", "statusCallbackEvent"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/conference",
        };
        "conference-callback-event" Requires Warning {
            attributes: ["statusCallback"],
            needs: ["@statusCallbackEvent"],
            message: "nothing is reported without `statusCallbackEvent`",
            basis: Implied,
            source: "voice/twiml/conference",
        };
        "conference-wait-url" NeedsCallback Warning {
            attributes: ["waitMethod"],
            needs: ["@waitUrl"],
            message: attribute "has no effect without `waitUrl`",
            basis: Implied,
            source: "voice/twiml/conference",
        };
        "conference-muted-coach" Conflicts Warning {
            attributes: ["coach"],
            forbids: ["@muted=true"],
            message: "a muted coach cannot be heard",
            basis: Implied,
            source: "voice/twiml/conference",
        };
    }

    /// Setting of the engine that the parent uses.
    Config = "Config" ("voice/Config", "https://www.twilio.com/docs/voice/twiml/connect/virtualagent/virtualagent-dialogflow-cx") {} attributes {
        /// Name of the setting.
        name = "name": String { required: true };
        /// Its value.
        value = "value": String { required: true };
    } rules {}

    /// Connects a caller and a Frontline worker and keeps the call in their conversation.
    Conversation = "Conversation" ("voice/Conversation", "https://www.twilio.com/docs/voice/twiml/connect/conversation") {
        notes: "The page lists all attributes, so the url and method of the libraries are left out.\nSince 9 February 2023 Frontline is open to accounts that had it before only.",
    } attributes {
        /// Conversation service in which the conversation is found or made.
        serviceInstanceSid = "serviceInstanceSid": Sid("IS") { required: true };
        /// Whether an unknown caller gets a new conversation instead of being rejected.
        inboundAutocreation = "inboundAutocreation": Bool { default: "true" };
        /// How long to wait until a worker is assigned to a new conversation.
        routingAssignmentTimeout = "routingAssignmentTimeout": Int { unit: "seconds", default: "5" };
        /// How long a caller waits for the worker to answer.
        inboundTimeout = "inboundTimeout": Int { unit: "seconds", default: "60" };
        /// Whether, from when and in how many channels the call is recorded.
        record = "record": Enum(Record) { default: "do-not-record" };
        /// Whether silence at both ends of the recording is cut off.
        trim = "trim": Enum(Trim) { default: "do-not-trim" };
        /// Where Twilio reports the state of the recording.
        recordingStatusCallback = "recordingStatusCallback": AbsoluteUrl {};
        /// How Twilio requests `recordingStatusCallback`.
        recordingStatusCallbackMethod = "recordingStatusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which states are reported to `recordingStatusCallback`.
        recordingStatusCallbackEvent = "recordingStatusCallbackEvent": EnumSet(RecordingEvent) { default: "completed", notes: "The table of the page adds absent to the default." };
        /// Where Twilio reports the progress of the call to the other party.
        statusCallback = "statusCallback": Url {};
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which steps are reported to `statusCallback`.
        statusCallbackEvent = "statusCallbackEvent": EnumSet(ConversationEvent) { default: "call-completed" };
    } rules {
        "conversation-routing-timeout" Requires Error {
            attributes: ["routingAssignmentTimeout"],
            needs: ["@inboundAutocreation=true"],
            message: "`routingAssignmentTimeout` needs `inboundAutocreation=\"true\"`, written out",
            code: 32501,
            basis: Stated,
            source: "voice/twiml/connect/conversation",
        };
        "conversation-trim" Requires Error {
            attributes: ["trim"],
            needs: ["@record!=do-not-record|false"],
            message: "`trim` needs a `record` that turns recording on",
            code: 32501,
            basis: Stated,
            source: "voice/twiml/connect/conversation",
        };
        "conversation-recording-callback" Requires Warning {
            attributes: ["recordingStatusCallback"],
            needs: ["@record!=do-not-record|false"],
            message: "`recordingStatusCallback` is never requested unless `record` turns recording on",
            basis: Implied,
            source: "voice/twiml/connect/conversation",
        };
        "conversation-recording-callback-url" NeedsCallback Warning {
            attributes: ["recordingStatusCallbackMethod", "recordingStatusCallbackEvent"],
            needs: ["@recordingStatusCallback"],
            message: attribute "has no effect without `recordingStatusCallback`",
            basis: Implied,
            source: "voice/twiml/connect/conversation",
        };
        "conversation-status-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod", "statusCallbackEvent"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/connect/conversation",
        };
    }

    /// Lets your WebSocket server talk to the caller in text; Twilio speaks and listens.
    ConversationRelay = "ConversationRelay" ("voice/ConversationRelay", "https://www.twilio.com/docs/voice/twiml/connect/conversationrelay") {
        children: [Language Parameter],
    } attributes {
        /// WebSocket server that carries the conversation.
        url = "url": WssUrl { required: true };
        /// What is said first.
        welcomeGreeting = "welcomeGreeting": String {};
        /// Which input cuts the greeting short.
        welcomeGreetingInterruptible = "welcomeGreetingInterruptible": Enum(Interruptible) { default: "any" };
        /// Language in both directions.
        language = "language": Language { default: "en-US", notes: "multi: see the rules." };
        /// Language that is spoken, if it differs from `language`.
        ttsLanguage = "ttsLanguage": Language {};
        /// Language that is understood, if it differs from `language`.
        transcriptionLanguage = "transcriptionLanguage": Language {};
        /// Who makes the speech.
        ttsProvider = "ttsProvider": Enum(TtsProvider) { open: true, default: "ElevenLabs" };
        /// Voice, as the provider names it.
        voice = "voice": String {};
        /// Who understands the speech.
        transcriptionProvider = "transcriptionProvider": Enum(TranscriptionProvider) { open: true, default: "Deepgram", notes: "Google for accounts that used the relay before September 2025." };
        /// Speech recognition model, as the provider names it.
        speechModel = "speechModel": String {};
        /// Which input interrupts what is being said.
        interruptible = "interruptible": Enum(Interruptible) { default: "any" };
        /// How readily speech interrupts.
        interruptSensitivity = "interruptSensitivity": Enum(InterruptSensitivity) { default: "high" };
        /// Whether keys are sent to your server.
        dtmfDetection = "dtmfDetection": Bool {};
        /// Which input is sent on while something is being said.
        reportInputDuringAgentSpeech = "reportInputDuringAgentSpeech": Enum(Interruptible) { default: "none" };
        /// Whether newer text replaces what is being said.
        preemptible = "preemptible": Bool { default: "false" };
        /// Words and phrases that are likely to be said.
        hints = "hints": CommaList {};
        /// Whether ElevenLabs spells out numbers and the like.
        elevenlabsTextNormalization = "elevenlabsTextNormalization": Enum(TextNormalization) { default: "off" };
        /// Conversational Intelligence service that analyses the call.
        intelligenceService = "intelligenceService": String {};
        /// Debugging messages to send to your server.
        debug = "debug": EnumSet(RelayDebug) { open: true };
        /// Events to send to your server.
        events = "events": EnumSet(RelayEvent) { open: true, status: Undocumented };
        /// Whether swear words come back masked.
        profanityFilter = "profanityFilter": Bool { status: Undocumented };
        /// Whether unfinished sentences are sent on.
        partialPrompts = "partialPrompts": Bool { default: "false", status: Undocumented };
        /// Whether an unfinished sentence is sent on when the caller hangs up.
        partialPromptOnHangup = "partialPromptOnHangup": Bool { status: Undocumented };
        /// Silence that ends a sentence, or `auto`.
        speechTimeout = "speechTimeout": IntOr(SpeechTimeout) { soft_min: "600", soft_max: "5000", unit: "milliseconds", default: "auto", status: Undocumented };
        /// How sure the model must be that the caller has finished.
        eotThreshold = "eotThreshold": Float { status: Undocumented };
        /// How sure the model must be to announce the end of a sentence early.
        eagerEotThreshold = "eagerEotThreshold": Float { soft_min: "0.3", soft_max: "0.9", status: Undocumented };
        /// Whether turn detection decides when the caller has finished speaking.
        turnDetection = "turnDetection": String { words: ["true", "false"], default: "false", status: Undocumented };
        /// Whether Deepgram formats numbers, dates and the like.
        deepgramSmartFormat = "deepgramSmartFormat": Bool { status: Undocumented };
        /// Whether what is understood is formatted for reading.
        asrSmartFormat = "asrSmartFormat": Bool { status: Undocumented };
        /// Whether short agreeing sounds do not interrupt.
        ignoreBackchannel = "ignoreBackchannel": Bool { status: Undocumented };
        /// Whether transcripts that only echo the agent's own speech are dropped.
        echoPromptFiltering = "echoPromptFiltering": Bool { default: "false", status: Undocumented };
        /// How background noise is reduced.
        backgroundNoiseReduction = "backgroundNoiseReduction": String { status: Undocumented };
        /// Whether numbers and the like are spelled out.
        ttsTextNormalization = "ttsTextNormalization": Enum(TextNormalization) { status: Undocumented };
        /// Whether that follows the language of the text.
        ttsLanguageTextNormalization = "ttsLanguageTextNormalization": Bool { status: Undocumented };
        /// Older name of `ttsLanguageTextNormalization`.
        elevenlabsLanguageTextNormalization = "elevenlabsLanguageTextNormalization": Bool { status: Undocumented };
        /// What is added to the prompts that your server gets.
        includeInPrompt = "includeInPrompt": EnumSet(PromptDetail) { open: true, status: Undocumented };
        /// Name of the customer, as the conversation and its analysis get it.
        customerName = "customerName": String { status: Undocumented, notes: "Default: the caller's id." };
        /// Whether Twilio connects to your server again if the connection drops during the call.
        applicationReconnect = "applicationReconnect": Bool { default: "false", status: Undocumented };
        /// Configuration of the conversation that the relay keeps.
        conversationConfiguration = "conversationConfiguration": String { status: Undocumented };
        /// Conversation that the relay writes to.
        conversationId = "conversationId": String { status: Undocumented };
        /// Whether keys interrupt what is being said.
        interruptByDtmf = "interruptByDtmf": Bool { status: Retired("Use `interruptible`.") };
    } rules {
        "relay-multi-transcription-provider" Requires Error {
            attributes: ["transcriptionProvider"],
            when: ["@transcriptionLanguage=multi"],
            needs: ["@transcriptionProvider=Deepgram"],
            message: "`transcriptionLanguage=\"multi\"` works with Deepgram only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-multi-speech-model" Requires Error {
            attributes: ["speechModel"],
            when: ["@transcriptionLanguage=multi"],
            needs: ["@speechModel=nova-2-general|nova-3-general"],
            message: "`transcriptionLanguage=\"multi\"` works with nova-2-general and nova-3-general only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-multi-transcription-provider-language" Requires Error {
            attributes: ["transcriptionProvider"],
            when: ["@language=multi", "!@transcriptionLanguage"],
            needs: ["@transcriptionProvider=Deepgram"],
            message: "`language=\"multi\"` works with Deepgram only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-multi-speech-model-language" Requires Error {
            attributes: ["speechModel"],
            when: ["@language=multi", "!@transcriptionLanguage"],
            needs: ["@speechModel=nova-2-general|nova-3-general"],
            message: "`language=\"multi\"` works with nova-2-general and nova-3-general only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-multi-tts-provider" Requires Error {
            attributes: ["ttsProvider"],
            when: ["@ttsLanguage=multi"],
            needs: ["@ttsProvider=ElevenLabs"],
            message: "`ttsLanguage=\"multi\"` works with ElevenLabs only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-multi-tts-provider-language" Requires Error {
            attributes: ["ttsProvider"],
            when: ["@language=multi", "!@ttsLanguage"],
            needs: ["@ttsProvider=ElevenLabs"],
            message: "`language=\"multi\"` works with ElevenLabs only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-language-overridden" Conflicts Warning {
            attributes: ["language"],
            when: ["@ttsLanguage", "@transcriptionLanguage"],
            message: "`language` has no effect beside `ttsLanguage` and `transcriptionLanguage`",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-elevenlabs-only" Conflicts Warning {
            attributes: ["elevenlabsTextNormalization"],
            forbids: ["@ttsProvider=Google|Amazon"],
            message: attribute "has an effect with ElevenLabs only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-deepgram-only" Conflicts Warning {
            attributes: ["deepgramSmartFormat"],
            forbids: ["@transcriptionProvider=Google"],
            message: attribute "has an effect with Deepgram only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-greeting" Requires Warning {
            attributes: ["welcomeGreetingInterruptible"],
            needs: ["@welcomeGreeting"],
            message: attribute "has no effect without `welcomeGreeting`",
            basis: Implied,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-sensitivity" Conflicts Warning {
            attributes: ["interruptSensitivity"],
            forbids: ["@interruptible=none|dtmf|false"],
            message: attribute "has no effect when speech does not interrupt",
            basis: Implied,
            source: "voice/twiml/connect/conversationrelay",
        };
    }

    /// Joins the call to a relay session set up with a connector.
    ConversationRelaySession = "ConversationRelaySession" ("voice/ConversationRelaySession") {
        status: Undocumented,
    } attributes {
        /// Name or SID of the installed connector.
        connector = "connector": String {};
        /// Name or id of the session configuration.
        sessionConfiguration = "sessionConfiguration": String {};
    } rules {}

    /// One SIP header.
    Header = "Header" ("voice/Header") {
        status: Undocumented,
    } attributes {
        /// Name of the header.
        name = "name": String { required: true };
        /// Its value.
        value = "value": String { required: true };
    } rules {}

    /// SIP headers to send along.
    Headers = "Headers" ("voice/Headers") {
        status: Undocumented,
        children: [Header],
    } attributes {} rules {}

    /// Names the client that is dialled.
    Identity = "Identity" ("voice/Identity", "https://www.twilio.com/docs/voice/twiml/client") {
        text: (Required Identity max 256 "Identity of the client."),
    } attributes {} rules {}

    /// Speech settings for one language of the relay.
    Language = "Language" ("voice/Language", "https://www.twilio.com/docs/voice/twiml/connect/conversationrelay") {} attributes {
        /// Language that the settings are for.
        code = "code": Language { required: true };
        /// Who makes the speech.
        ttsProvider = "ttsProvider": Enum(TtsProvider) { open: true };
        /// Voice, as the provider names it.
        voice = "voice": String {};
        /// Who understands the speech.
        transcriptionProvider = "transcriptionProvider": Enum(TranscriptionProvider) { open: true };
        /// Speech recognition model, as the provider names it.
        speechModel = "speechModel": String {};
        /// Words and phrases that are likely to be said.
        hints = "hints": CommaList { status: Undocumented };
        /// Whether what is understood is formatted for reading.
        asrSmartFormat = "asrSmartFormat": Bool { status: Undocumented };
        /// Whether numbers and the like are spelled out.
        ttsTextNormalization = "ttsTextNormalization": Enum(TextNormalization) { status: Undocumented };
        /// Whether that follows the language of the text.
        ttsLanguageTextNormalization = "ttsLanguageTextNormalization": Bool { status: Undocumented };
    } rules {
        "relay-language-multi-tts" Requires Error {
            attributes: ["ttsProvider"],
            when: ["@code=multi"],
            needs: ["@ttsProvider=ElevenLabs"],
            message: "`code=\"multi\"` works with ElevenLabs only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-language-multi-transcription" Requires Error {
            attributes: ["transcriptionProvider"],
            when: ["@code=multi"],
            needs: ["@transcriptionProvider=Deepgram"],
            message: "`code=\"multi\"` works with Deepgram only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-language-multi-model" Requires Error {
            attributes: ["speechModel"],
            when: ["@code=multi"],
            needs: ["@speechModel=nova-2-general|nova-3-general"],
            message: "`code=\"multi\"` works with nova-2-general and nova-3-general only",
            basis: Stated,
            source: "voice/twiml/connect/conversationrelay",
        };
        "relay-language-twice" Unique Warning {
            of: ["@code"],
            message: "the relay has this language already",
            basis: Implied,
            source: "voice/twiml/connect/conversationrelay",
        };
    }

    /// Dials a phone number.
    Number = "Number" ("voice/Number", "https://www.twilio.com/docs/voice/twiml/number") {
        also: ["Phone", "PhoneNumber"],
        text: (Required Phone "The number, best with `+` and country code."),
    } attributes {
        /// Keys that are pressed once the call is answered.
        sendDigits = "sendDigits": Digits {};
        /// TwiML that the called party hears before the two sides are joined.
        url = "url": Url {};
        /// How Twilio requests `url`.
        method = "method": Enum(Method) { default: "POST" };
        /// Trunk of your own carrier to use.
        byoc = "byoc": AnySid {};
        /// Where Twilio reports the progress of this call leg.
        statusCallback = "statusCallback": Url { dns: true };
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which steps of the call leg are reported to `statusCallback`.
        statusCallbackEvent = "statusCallbackEvent": EnumSet(CallEvent) { default: "completed" };
        /// Whether Twilio finds out if a person or a machine picked up.
        machineDetection = "machineDetection": Enum(MachineDetection) {};
        /// How long the detection may take.
        machineDetectionTimeout = "machineDetectionTimeout": Int { min: "3", max: "60", unit: "seconds", default: "30" };
        /// Speech longer than this is taken for a machine.
        machineDetectionSpeechThreshold = "machineDetectionSpeechThreshold": Int { min: "1000", max: "6000", unit: "milliseconds", default: "2400" };
        /// Silence after speech that counts as the end of it.
        machineDetectionSpeechEndThreshold = "machineDetectionSpeechEndThreshold": Int { min: "500", max: "5000", unit: "milliseconds", default: "1200" };
        /// Silence at the start after which detection gives up.
        machineDetectionSilenceTimeout = "machineDetectionSilenceTimeout": Int { min: "2000", max: "10000", unit: "milliseconds", default: "5000" };
        /// Where Twilio sends the result of the detection.
        amdStatusCallback = "amdStatusCallback": Url {};
        /// How Twilio requests `amdStatusCallback`.
        amdStatusCallbackMethod = "amdStatusCallbackMethod": Enum(Method) { default: "POST" };
    } rules {
        "number-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@url"],
            message: attribute "has no effect without `url`",
            basis: Implied,
            source: "voice/twiml/number",
        };
        "number-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod", "statusCallbackEvent"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/number",
        };
        "number-machine-detection" Requires Warning {
            attributes: ["machineDetectionTimeout", "machineDetectionSpeechThreshold", "machineDetectionSpeechEndThreshold", "machineDetectionSilenceTimeout", "amdStatusCallback"],
            needs: ["@machineDetection"],
            message: attribute "has no effect without `machineDetection`",
            basis: Implied,
            source: "voice/twiml/number",
        };
        "number-amd-callback-url" NeedsCallback Warning {
            attributes: ["amdStatusCallbackMethod"],
            needs: ["@amdStatusCallback"],
            message: attribute "has no effect without `amdStatusCallback`",
            basis: Implied,
            source: "voice/twiml/number",
        };
    }

    /// Name and value handed to whatever the parent connects to.
    Parameter = "Parameter" ("voice/Parameter", "https://www.twilio.com/docs/voice/twiml/stream#custom-parameters") {} attributes {
        /// Name of the parameter.
        name = "name": String { required: true };
        /// Its value.
        value = "value": String { required: true };
    } rules {
        "stream-parameter-length" CombinedLength Error {
            places: ["Stream"],
            of: ["@name", "@value"],
            count: 499,
            message: "name and value together must be shorter than 500 characters",
            basis: Stated,
            source: "voice/twiml/stream",
        };
    }

    /// Replaces what `<Pay>` says at one of its steps.
    Prompt = "Prompt" ("voice/Prompt", "https://www.twilio.com/docs/voice/twiml/pay/prompt") {
        children: [Pause Play Say],
    } attributes {
        /// Step that the prompt belongs to.
        r#for = "for": Enum(PaymentStep) { required: true };
        /// Attempts at which the prompt is used.
        attempt = "attempt": IntList { min: "1", max: "10" };
        /// Cards for which the prompt is used.
        cardType = "cardType": EnumSet(CardType) {};
        /// Mistakes after which the prompt is used.
        errorType = "errorType": EnumSet(PaymentError) { open: true };
        /// Whether the input must equal the one before.
        requireMatchingInputs = "requireMatchingInputs": Bool { default: "false" };
    } rules {
        "prompt-empty" Requires Warning {
            needs: ["Say", "Play"],
            message: "`<Prompt>` needs a `<Say>` or a `<Play>`",
            basis: Stated,
            source: "voice/twiml/pay/prompt",
        };
        "prompt-matching" Requires Warning {
            attributes: ["requireMatchingInputs"],
            when: ["@requireMatchingInputs=true"],
            needs: ["@for=bank-account-number|bank-routing-number"],
            message: attribute "works for bank numbers only",
            basis: Stated,
            source: "voice/twiml/pay/prompt",
        };
        "prompt-place" Misplaced Warning {
            places: ["Response"],
            message: "`<Prompt>` is documented inside `<Pay>` only",
            basis: Implied,
            source: "voice/twiml/pay/prompt",
        };
    }

    /// Connects to the first caller in a queue.
    Queue = "Queue" ("voice/Queue", "https://www.twilio.com/docs/voice/twiml/queue") {
        text: (Optional String max 64 "Name of the queue."),
    } attributes {
        /// TwiML that the waiting caller hears before the two are joined.
        url = "url": Url {};
        /// How Twilio requests `url`.
        method = "method": Enum(Method) { default: "POST" };
        /// TaskRouter reservation to take instead of the first caller.
        reservationSid = "reservationSid": Sid("WR") {};
        /// Activity that the worker is moved to afterwards.
        postWorkActivitySid = "postWorkActivitySid": Sid("WA") {};
    } rules {
        "queue-name" Requires Error {
            needs: ["#text", "@reservationSid"],
            message: "`<Queue>` needs the name of a queue or a `reservationSid`",
            code: 14212,
            basis: ErrorCode,
            source: "voice/twiml/queue",
        };
        "queue-activity" Requires Error {
            attributes: ["postWorkActivitySid"],
            needs: ["@reservationSid"],
            message: "`postWorkActivitySid` works with `reservationSid` only",
            basis: Stated,
            source: "voice/twiml/queue",
        };
        "queue-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@url"],
            message: attribute "has no effect without `url`",
            basis: Implied,
            source: "voice/twiml/queue",
        };
        "queue-place" Misplaced Warning {
            places: ["Response"],
            message: "`<Queue>` is documented inside `<Dial>` only",
            basis: Implied,
            source: "voice/twiml/queue",
        };
    }

    /// Records the call in the background.
    Recording = "Recording" ("voice/Recording", "https://www.twilio.com/docs/voice/twiml/recording") {} attributes {
        /// Name by which the recording can be stopped.
        name = "name": String {};
        /// Which side of the call is recorded.
        track = "track": Enum(RecordingTrack) { default: "both" };
        /// Whether the sides share one channel.
        channels = "channels": Enum(RecordingChannels) { default: "dual" };
        /// Whether silence at both ends of the recording is cut off.
        trim = "trim": Enum(Trim) { default: "trim-silence" };
        /// Where Twilio reports the state of the recording.
        recordingStatusCallback = "recordingStatusCallback": Url {};
        /// How Twilio requests `recordingStatusCallback`.
        recordingStatusCallbackMethod = "recordingStatusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which states are reported to `recordingStatusCallback`.
        recordingStatusCallbackEvent = "recordingStatusCallbackEvent": EnumSet(RecordingEvent) { default: "completed" };
        /// Id of the recording configuration to apply.
        recordingConfigurationId = "recordingConfigurationId": String {};
    } rules {
        "recording-stop-name" Requires Error {
            places: ["Stop"],
            needs: ["@name"],
            message: "to stop it, `<Recording>` needs the `name` it was started with",
            basis: Stated,
            source: "voice/twiml/recording",
        };
        "recording-callback-url" NeedsCallback Warning {
            attributes: ["recordingStatusCallbackMethod", "recordingStatusCallbackEvent"],
            needs: ["@recordingStatusCallback"],
            message: attribute "has no effect without `recordingStatusCallback`",
            basis: Implied,
            source: "voice/twiml/recording",
        };
    }

    /// Joins the call to a video room.
    Room = "Room" ("voice/Room", "https://www.twilio.com/docs/voice/twiml/connect/room") {
        text: (Required String "Unique name of a running group room."),
    } attributes {
        /// Identity of the caller in the room.
        participantIdentity = "participantIdentity": String {};
    } rules {}

    /// Dials a SIM of Programmable Wireless.
    Sim = "Sim" ("voice/Sim") {
        status: Undocumented,
        text: (Required Sid("DE") "SID of the SIM."),
    } attributes {} rules {}

    /// Dials a SIP address.
    Sip = "Sip" ("voice/Sip", "https://www.twilio.com/docs/voice/twiml/sip") {
        children: [Headers Uri],
        text: (Optional SipUri "SIP address, with headers after `?`."),
    } attributes {
        /// User name for SIP authentication.
        username = "username": String {};
        /// Password for SIP authentication.
        password = "password": String {};
        /// TwiML that the called party hears before the two sides are joined.
        url = "url": Url {};
        /// How Twilio requests `url`.
        method = "method": Enum(Method) { default: "POST" };
        /// Where Twilio reports the progress of this call leg.
        statusCallback = "statusCallback": Url { dns: true };
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which steps of the call leg are reported to `statusCallback`.
        statusCallbackEvent = "statusCallbackEvent": EnumSet(CallEvent) { default: "completed" };
        /// Whether Twilio finds out if a person or a machine picked up.
        machineDetection = "machineDetection": Enum(MachineDetection) {};
        /// How long the detection may take.
        machineDetectionTimeout = "machineDetectionTimeout": Int { min: "3", max: "60", unit: "seconds", default: "30" };
        /// Speech longer than this is taken for a machine.
        machineDetectionSpeechThreshold = "machineDetectionSpeechThreshold": Int { min: "1000", max: "6000", unit: "milliseconds", default: "2400" };
        /// Silence after speech that counts as the end of it.
        machineDetectionSpeechEndThreshold = "machineDetectionSpeechEndThreshold": Int { min: "500", max: "5000", unit: "milliseconds", default: "1200" };
        /// Silence at the start after which detection gives up.
        machineDetectionSilenceTimeout = "machineDetectionSilenceTimeout": Int { min: "2000", max: "10000", unit: "milliseconds", default: "5000" };
        /// Where Twilio sends the result of the detection.
        amdStatusCallback = "amdStatusCallback": Url {};
        /// How Twilio requests `amdStatusCallback`.
        amdStatusCallbackMethod = "amdStatusCallbackMethod": Enum(Method) { default: "POST" };
        /// Keys that are pressed once the call is answered.
        sendDigits = "sendDigits": Digits { status: Undocumented, notes: "Known from error 13242 only." };
    } rules {
        "sip-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@url"],
            message: attribute "has no effect without `url`",
            basis: Implied,
            source: "voice/twiml/sip",
        };
        "sip-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod", "statusCallbackEvent"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/sip",
        };
        "sip-machine-detection" Requires Warning {
            attributes: ["machineDetectionTimeout", "machineDetectionSpeechThreshold", "machineDetectionSpeechEndThreshold", "machineDetectionSilenceTimeout", "amdStatusCallback"],
            needs: ["@machineDetection"],
            message: attribute "has no effect without `machineDetection`",
            basis: Implied,
            source: "voice/twiml/sip",
        };
        "sip-amd-callback-url" NeedsCallback Warning {
            attributes: ["amdStatusCallbackMethod"],
            needs: ["@amdStatusCallback"],
            message: attribute "has no effect without `amdStatusCallback`",
            basis: Implied,
            source: "voice/twiml/sip",
        };
        "sip-empty" Requires Warning {
            needs: ["#text", "Uri"],
            message: "`<Sip>` needs a SIP address",
            basis: Implied,
            source: "voice/twiml/sip",
        };
        "sip-two-addresses" Conflicts Warning {
            when: ["#text"],
            forbids: ["Uri"],
            message: "write all addresses as `<Uri>`",
            basis: Implied,
            source: "voice/twiml/sip",
        };
        "sip-username" Requires Warning {
            attributes: ["username"],
            needs: ["@password"],
            message: "`username` belongs with a `password`",
            basis: Implied,
            source: "voice/twiml/sip",
        };
        "sip-password" Requires Warning {
            attributes: ["password"],
            needs: ["@username"],
            message: "`password` belongs with a `username`",
            basis: Implied,
            source: "voice/twiml/sip",
        };
    }

    /// Address that the call is transferred to.
    ReferSip = "Sip" ("voice/ReferSip", "https://www.twilio.com/docs/voice/twiml/refer") {
        text: (Required SipUri "SIP address, with headers after `?`."),
    } attributes {} rules {}

    /// Sends the call's audio to a SIPREC recorder.
    Siprec = "Siprec" ("voice/Siprec", "https://www.twilio.com/docs/voice/twiml/siprec") {
        children: [Parameter],
    } attributes {
        /// Name by which it can be stopped.
        name = "name": String {};
        /// Name of the installed SIPREC connector.
        connectorName = "connectorName": String {};
        /// Which side of the call is sent.
        track = "track": Enum(Track) { default: "inbound_track" };
        /// Where Twilio reports start, stop and errors.
        statusCallback = "statusCallback": AbsoluteUrl {};
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) {};
    } rules {
        "siprec-stop-name" Requires Error {
            places: ["Stop"],
            needs: ["@name"],
            message: "to stop it, `<Siprec>` needs the `name` it was started with",
            basis: Stated,
            source: "voice/twiml/siprec",
        };
        "siprec-connector" Requires Error {
            places: ["Start"],
            needs: ["@connectorName"],
            message: "`<Siprec>` needs a `connectorName`",
            basis: Stated,
            source: "voice/twiml/siprec",
        };
        "siprec-name-twice" Unique Error {
            places: ["Start"],
            of: ["@name"],
            scope: Document,
            message: "the document starts a SIPREC stream of this name already",
            basis: Stated,
            source: "voice/twiml/siprec",
        };
        "siprec-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/siprec",
        };
    }

    /// Sends the call's audio to a WebSocket server.
    Stream = "Stream" ("voice/Stream", "https://www.twilio.com/docs/voice/twiml/stream") {
        children: [Parameter],
    } attributes {
        /// WebSocket server that gets the audio.
        url = "url": WssUrl { relative: true, query: false };
        /// Name by which the stream can be stopped, used once per call.
        name = "name": String {};
        /// Which side of the call is sent.
        track = "track": Enum(Track) { default: "inbound_track" };
        /// Where Twilio reports start, stop and errors.
        statusCallback = "statusCallback": AbsoluteUrl {};
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
        /// Name of the installed stream connector.
        connectorName = "connectorName": String { status: Undocumented };
        /// Encoding of the audio.
        audioFormat = "audioFormat": String { status: Undocumented };
        /// Sample rate of the audio.
        sampleRate = "sampleRate": String { status: Undocumented };
    } rules {
        "stream-url" Requires Error {
            places: ["Connect", "Start"],
            needs: ["@url", "@connectorName"],
            message: "`<Stream>` needs a `url`",
            basis: Stated,
            source: "voice/twiml/stream",
        };
        "stream-connect-track" Requires Error {
            places: ["Connect"],
            attributes: ["track"],
            needs: ["@track=inbound_track"],
            message: "in `<Connect>` the track can only be inbound_track",
            code: 31941,
            basis: Stated,
            source: "voice/twiml/stream",
        };
        "stream-name-twice" Unique Error {
            places: ["Connect", "Start"],
            of: ["@name"],
            scope: Document,
            message: "the document starts a stream of this name already",
            basis: Stated,
            source: "voice/twiml/stream",
        };
        "stream-stop-name" Requires Error {
            places: ["Stop"],
            needs: ["@name"],
            message: "to stop it, `<Stream>` needs the `name` it was started with",
            basis: Stated,
            source: "voice/twiml/stream",
        };
        "stream-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/stream",
        };
    }

    /// Attributes of the TaskRouter task that is made.
    Task = "Task" ("voice/Task", "https://www.twilio.com/docs/taskrouter/twiml-queue-calls") {
        text: (Required Json "Attributes, as a JSON object."),
    } attributes {
        /// Priority of the task.
        priority = "priority": Int {};
        /// How long the task may wait.
        timeout = "timeout": Int { unit: "seconds" };
    } rules {}

    /// Older name of `<Task>`.
    TaskAttributes = "TaskAttributes" ("voice/TaskAttributes", "https://www.twilio.com/docs/taskrouter/twiml-queue-calls") {
        status: Deprecated("Use `<Task>`."),
        text: (Required Json "Attributes, as a JSON object."),
    } attributes {} rules {}

    /// Writes down the call while it runs.
    Transcription = "Transcription" ("voice/Transcription", "https://www.twilio.com/docs/voice/twiml/transcription") {
        children: [Config Parameter],
    } attributes {
        /// Name by which it can be stopped.
        name = "name": String {};
        /// Where Twilio sends what was said.
        statusCallbackUrl = "statusCallbackUrl": AbsoluteUrl {};
        /// How Twilio requests `statusCallbackUrl`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { status: Undocumented };
        /// Language that is spoken.
        languageCode = "languageCode": Language { default: "en-US" };
        /// Which side of the call is written down.
        track = "track": Enum(Track) { default: "both_tracks" };
        /// Name of the caller's side in the result.
        inboundTrackLabel = "inboundTrackLabel": String {};
        /// Name of the other side in the result.
        outboundTrackLabel = "outboundTrackLabel": String {};
        /// Who understands the speech.
        transcriptionEngine = "transcriptionEngine": Enum(TranscriptionEngine) { open: true, default: "google" };
        /// Speech recognition model.
        speechModel = "speechModel": Enum(TranscriptionModel) { open: true, notes: "Default: telephony with google, nova-2 with deepgram." };
        /// Whether unfinished sentences are sent on.
        partialResults = "partialResults": Bool { default: "false" };
        /// Whether swear words come back masked.
        profanityFilter = "profanityFilter": Bool { default: "true" };
        /// Whether punctuation is added.
        enableAutomaticPunctuation = "enableAutomaticPunctuation": Bool { default: "true" };
        /// Whether the provider's own answer is sent along.
        enableProviderData = "enableProviderData": Bool { default: "false" };
        /// Words and phrases that are likely to be said.
        hints = "hints": CommaList { max: "500", item_max: 100 };
        /// Conversational Intelligence service that analyses the call.
        intelligenceService = "intelligenceService": String {};
        /// Configuration of the conversation that gets the transcript.
        conversationConfiguration = "conversationConfiguration": String {};
        /// Conversation that gets the transcript.
        conversationId = "conversationId": String {};
    } rules {
        "transcription-stop-name" Requires Error {
            places: ["Stop"],
            needs: ["@name"],
            message: "to stop it, `<Transcription>` needs the `name` it was started with",
            basis: Stated,
            source: "voice/twiml/transcription",
        };
        "transcription-name-twice" Unique Warning {
            places: ["Start"],
            of: ["@name"],
            scope: Document,
            message: "the document starts a transcription of this name already",
            basis: Stated,
            source: "voice/twiml/transcription",
        };
        "transcription-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod"],
            needs: ["@statusCallbackUrl"],
            message: attribute "has no effect without `statusCallbackUrl`",
            basis: Implied,
            source: "voice/twiml/transcription",
        };
        "transcription-deepgram-model" Requires Error {
            attributes: ["speechModel"],
            when: ["@speechModel=nova-2|nova-3", "@transcriptionEngine"],
            needs: ["@transcriptionEngine!=google"],
            message: "this model belongs to the deepgram engine",
            code: 32650,
            basis: Stated,
            source: "voice/twiml/transcription",
        };
        "transcription-google-model" Requires Error {
            attributes: ["speechModel"],
            when: ["@speechModel=telephony|long|short|chirp|medical_conversation", "@transcriptionEngine"],
            needs: ["@transcriptionEngine!=deepgram"],
            message: "this model belongs to the google engine",
            code: 32650,
            basis: Stated,
            source: "voice/twiml/transcription",
        };
        "transcription-medical" Requires Warning {
            when: ["@speechModel=medical_conversation"],
            needs: ["@profanityFilter=false"],
            message: "medical_conversation does not support the profanity filter; turn it off",
            basis: Stated,
            source: "voice/twiml/transcription",
        };
        "transcription-conversation" Conflicts Warning {
            attributes: ["conversationConfiguration"],
            forbids: ["@conversationId"],
            message: attribute "has no effect beside `conversationId`",
            basis: Stated,
            source: "voice/twiml/transcription",
        };
        "transcription-inbound-label" Conflicts Warning {
            attributes: ["inboundTrackLabel"],
            forbids: ["@track=outbound_track"],
            message: attribute "names a side that is not written down",
            basis: Implied,
            source: "voice/twiml/transcription",
        };
        "transcription-outbound-label" Conflicts Warning {
            attributes: ["outboundTrackLabel"],
            forbids: ["@track=inbound_track"],
            message: attribute "names a side that is not written down",
            basis: Implied,
            source: "voice/twiml/transcription",
        };
        "transcription-nobody" Requires Warning {
            places: ["Start"],
            needs: ["@statusCallbackUrl", "@intelligenceService", "@conversationConfiguration", "@conversationId"],
            message: "nobody gets this transcription: give `statusCallbackUrl`",
            basis: Implied,
            source: "voice/twiml/transcription",
        };
    }

    /// One of several SIP addresses to try.
    Uri = "Uri" ("voice/Uri") {
        status: Undocumented,
        text: (Required SipUri "SIP address."),
    } attributes {
        /// Place in the order in which the addresses are tried.
        priority = "priority": Int {};
        /// Share among addresses of the same priority.
        weight = "weight": Int {};
        /// User name for SIP authentication.
        username = "username": String {};
        /// Password for SIP authentication.
        password = "password": String {};
    } rules {}

    /// Joins the call to a Dialogflow agent.
    VirtualAgent = "VirtualAgent" ("voice/VirtualAgent", "https://www.twilio.com/docs/voice/twiml/connect/virtualagent/virtualagent-dialogflow-cx") {
        children: [Config Parameter],
    } attributes {
        /// Name of the installed connector.
        connectorName = "connectorName": String { required: true };
        /// Language of the agent.
        language = "language": Language {};
        /// Whether the mood of the caller is analysed.
        sentimentAnalysis = "sentimentAnalysis": Bool {};
        /// Where Twilio reports what happens in the session.
        statusCallback = "statusCallback": Url {};
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
    } rules {
        "virtual-agent-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/connect/virtualagent/virtualagent-dialogflow-cx",
        };
    }

    /// Dials a WhatsApp user.
    WhatsApp = "WhatsApp" ("voice/WhatsApp", "https://www.twilio.com/docs/voice/twiml/whatsapp") {
        text: (Required Phone "Phone number of the user, with `+`."),
    } attributes {
        /// TwiML that the called party hears before the two sides are joined.
        url = "url": Url {};
        /// How Twilio requests `url`.
        method = "method": Enum(Method) { default: "POST" };
        /// Where Twilio reports the progress of this call leg.
        statusCallback = "statusCallback": Url { dns: true };
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which steps of the call leg are reported to `statusCallback`.
        statusCallbackEvent = "statusCallbackEvent": EnumSet(CallEvent) { default: "completed" };
    } rules {
        "whatsapp-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@url"],
            message: attribute "has no effect without `url`",
            basis: Implied,
            source: "voice/twiml/whatsapp",
        };
        "whatsapp-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod", "statusCallbackEvent"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/whatsapp",
        };
    }
} } }
