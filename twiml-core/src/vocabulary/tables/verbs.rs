//! Voice: the root and its verbs.

macro_rules! voice_verbs { ($callback:ident $($argument:tt)*) => { $callback! { [$($argument)*] Voice;
    /// Root of a voice document: its verbs run one after the other.
    Response [root] = "Response" ("voice/Response", "https://www.twilio.com/docs/voice/twiml") {
        children: [Annotate Connect Dial Echo Enqueue Gather Hangup Leave Pause Pay Play Prompt Queue Record Redirect Refer Reject Say Sms Start Stop],
    } attributes {} rules {
        "voice-size" MaxBytes Error {
            count: 65536,
            message: "a TwiML document may not be larger than 64 kB",
            code: 11750,
            basis: ErrorCode,
            source: "api/errors/11750",
        };
    }

    /// Puts a note of your own on the call, for billing.
    Annotate = "Annotate" ("voice/Annotate", "https://www.twilio.com/docs/api/errors/13110") {
        status: Undocumented,
        children: [BillingReferenceTag],
        limits: ["BillingReferenceTag" 1..=1],
        notes: "Known from the error pages only.",
    } attributes {} rules {}

    /// Joins the call to a service and waits until that session ends.
    Connect = "Connect" ("voice/Connect", "https://www.twilio.com/docs/voice/twiml/connect") {
        children: [AiSession Assistant Autopilot Conversation ConversationRelay ConversationRelaySession Room Stream VirtualAgent],
        terminal: Written("action"),
    } attributes {
        /// Where Twilio asks for new TwiML once the session has ended.
        action = "action": Url { notes: "Default: the current document after Conversation and VirtualAgent; none on the page of Connect itself." };
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
    } rules {
        "connect-one-noun" ExactlyOne Warning {
            of: ["AiSession", "Assistant", "Autopilot", "Conversation", "ConversationRelay", "ConversationRelaySession", "Room", "Stream", "VirtualAgent"],
            message: "`<Connect>` joins the call to one thing",
            basis: Implied,
            source: "voice/twiml/connect",
        };
        "after-connect" Unreachable Warning {
            when: ["@action"],
            message: "this verb never runs: `<Connect>` goes on with the answer to its `action`",
            basis: Implied,
            source: "voice/twiml/connect",
        };
    }

    /// Connects the caller to somebody else.
    Dial = "Dial" ("voice/Dial", "https://www.twilio.com/docs/voice/twiml/dial") {
        also: ["Call", "Transfer", "Forward"],
        children: [Application Client Conference Number Queue Sim Sip WhatsApp],
        text: (Optional Phone "Phone number to call, instead of a nested noun."),
        terminal: Written("action"),
    } attributes {
        /// Where Twilio asks for new TwiML once the dialled call has ended.
        action = "action": Url {};
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
        /// Whether the caller hears ringing until the called party answers.
        answerOnBridge = "answerOnBridge": Bool { default: "false" };
        /// What the called party sees as the caller.
        callerId = "callerId": CallerId { also: ["from"], notes: "Default: the caller's own id." };
        /// Reason for the call, shown to the called party.
        callReason = "callReason": String { max: "50", unit: "characters" };
        /// Whether the caller can leave the dialled call with `*`.
        hangupOnStar = "hangupOnStar": Bool { default: "false" };
        /// Whether, from when and in how many channels the call is recorded.
        record = "record": Enum(Record) { default: "do-not-record" };
        /// Whether silence at both ends of the recording is cut off.
        trim = "trim": Enum(Trim) { default: "do-not-trim" };
        /// Which side of the call is recorded.
        recordingTrack = "recordingTrack": Enum(RecordingTrack) { default: "both" };
        /// Where Twilio reports the state of the recording.
        recordingStatusCallback = "recordingStatusCallback": Url {};
        /// How Twilio requests `recordingStatusCallback`.
        recordingStatusCallbackMethod = "recordingStatusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which states are reported to `recordingStatusCallback`.
        recordingStatusCallbackEvent = "recordingStatusCallbackEvent": EnumSet(RecordingEvent) { default: "completed" };
        /// Id of the recording configuration to apply.
        recordingConfigurationId = "recordingConfigurationId": String {};
        /// Where Twilio asks for TwiML when the called SIP party transfers the call.
        referUrl = "referUrl": Url {};
        /// How Twilio requests `referUrl`.
        referMethod = "referMethod": Enum(Method) { default: "POST" };
        /// Country whose ringing tone the caller hears.
        ringTone = "ringTone": Enum(RingTone) { open: true };
        /// Whether the nested targets are tried one by one instead of all at once.
        sequential = "sequential": Bool { default: "false" };
        /// Longest duration of the call.
        timeLimit = "timeLimit": Int { min: "1", max: "86400", soft_max: "14400", unit: "seconds", default: "14400", notes: "Over 14400 needs the 24 hour setting of the account." };
        /// How long it may ring unanswered.
        timeout = "timeout": Int { min: "1", max: "600", soft_min: "5", unit: "seconds", default: "30" };
        /// Asks for call progress events.
        events = "events": Enum(DialEvents) { status: Undocumented };
        /// SHAKEN/STIR passports to hand on, base64 coded.
        passports = "passports": CommaList { status: Undocumented };
    } rules {
        "dial-empty" Requires Warning {
            needs: ["#text", "Application", "Client", "Conference", "Number", "Queue", "Sim", "Sip", "WhatsApp"],
            message: "`<Dial>` has nobody to call",
            code: 13223,
            basis: ErrorCode,
            source: "voice/twiml/dial",
        };
        "dial-text-and-noun" Conflicts Warning {
            when: ["#text"],
            forbids: ["Application", "Client", "Conference", "Number", "Queue", "Sim", "Sip", "WhatsApp"],
            message: "write the number as a nested `<Number>` too",
            basis: Implied,
            source: "voice/twiml/dial",
        };
        "dial-ten" AtMost Error {
            of: ["Number", "Client", "Sip"],
            count: 10,
            message: "`<Dial>` calls at most ten numbers, clients and SIP addresses",
            basis: Stated,
            source: "voice/twiml/number",
        };
        "dial-one-conference" AtMost Error {
            of: ["Conference"],
            count: 1,
            message: "`<Dial>` leads into one conference only",
            code: 13000,
            basis: ErrorCode,
            source: "api/errors/13000",
        };
        "dial-conference-number" Conflicts Error {
            when: ["Conference"],
            forbids: ["Number"],
            message: "`<Conference>` and `<Number>` cannot be mixed",
            code: 13000,
            basis: ErrorCode,
            source: "api/errors/13000",
        };
        "dial-application-alone" Alone Error {
            of: ["Application"],
            message: "`<Application>` cannot be dialled together with others",
            basis: Stated,
            source: "voice/twiml/dial/application",
        };
        "dial-alone" Alone Warning {
            of: ["Conference", "Queue", "Sim", "WhatsApp"],
            message: "this noun is meant to be the only one in `<Dial>`",
            basis: Implied,
            source: "voice/twiml/dial",
        };
        "dial-application-refer" Conflicts Error {
            attributes: ["referUrl"],
            forbids: ["Application"],
            message: attribute "is not supported with `<Application>`",
            basis: Stated,
            source: "voice/twiml/dial/application",
        };
        "dial-application-unsupported" Conflicts Warning {
            attributes: ["trim", "sequential", "recordingConfigurationId", "referMethod"],
            forbids: ["Application"],
            message: attribute "has no effect with `<Application>`",
            basis: Stated,
            source: "voice/twiml/dial/application",
        };
        "dial-conference-no-effect" Conflicts Warning {
            attributes: ["callerId", "timeout"],
            forbids: ["Conference"],
            message: attribute "has no effect with `<Conference>`",
            basis: Stated,
            source: "voice/twiml/conference",
        };
        "dial-whatsapp-caller" Requires Error {
            attributes: ["callerId"],
            when: ["WhatsApp"],
            needs: ["@callerId~whatsapp"],
            message: "to dial `<WhatsApp>`, `callerId` must be a WhatsApp sender: \"whatsapp:+15551234567\"",
            code: 37008,
            basis: Stated,
            source: "voice/twiml/whatsapp",
        };
        "dial-whatsapp-no-caller" Requires Error {
            when: ["WhatsApp"],
            needs: ["@callerId"],
            of: ["WhatsApp"],
            message: "to dial `<WhatsApp>`, `<Dial>` needs a `callerId`, a WhatsApp sender: \"whatsapp:+15551234567\"",
            basis: Stated,
            source: "voice/twiml/whatsapp",
        };
        "dial-number-caller" Requires Error {
            attributes: ["callerId"],
            when: ["Number"],
            needs: ["@callerId~phone"],
            message: "to dial a `<Number>`, `callerId` must be a phone number",
            code: 13214,
            basis: Stated,
            source: "voice/twiml/dial",
        };
        "dial-sip-caller" Requires Warning {
            attributes: ["callerId"],
            when: ["Sip"],
            needs: ["@callerId~sip-caller"],
            message: "to dial `<Sip>`, `callerId` may hold letters, digits and + - _ . only",
            basis: Stated,
            source: "voice/twiml/sip",
        };
        "dial-recording-off" Requires Warning {
            attributes: ["trim", "recordingTrack", "recordingStatusCallback", "recordingConfigurationId"],
            needs: ["@record!=do-not-record|false"],
            message: attribute "has no effect unless `record` turns recording on",
            basis: Implied,
            source: "voice/twiml/dial",
        };
        "dial-track-dual" Conflicts Warning {
            attributes: ["recordingTrack"],
            when: ["@recordingTrack=inbound|outbound"],
            forbids: ["@record=record-from-answer-dual|record-from-ringing-dual"],
            message: "one side makes one channel: `record` asks for two",
            basis: Stated,
            source: "voice/twiml/dial",
        };
        "dial-recording-callback-url" NeedsCallback Warning {
            attributes: ["recordingStatusCallbackMethod", "recordingStatusCallbackEvent"],
            needs: ["@recordingStatusCallback"],
            message: attribute "has no effect without `recordingStatusCallback`",
            basis: Implied,
            source: "voice/twiml/dial",
        };
        "dial-action-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@action"],
            message: attribute "has no effect without `action`",
            basis: Implied,
            source: "voice/twiml/dial",
        };
        "dial-refer-url" NeedsCallback Warning {
            attributes: ["referMethod"],
            needs: ["@referUrl"],
            message: attribute "has no effect without `referUrl`",
            basis: Implied,
            source: "voice/twiml/dial",
        };
        "dial-bridge-first" FirstOnly Warning {
            when: ["@answerOnBridge=true"],
            message: "`answerOnBridge` works only when `<Dial>` is the first verb",
            basis: Stated,
            source: "voice/twiml/dial",
        };
        "after-dial" Unreachable Warning {
            when: ["@action"],
            message: "this verb never runs: `<Dial>` goes on with the answer to its `action`",
            basis: Stated,
            source: "voice/twiml/dial",
        };
    }

    /// Plays the caller's own audio back.
    Echo = "Echo" ("voice/Echo") {
        status: Undocumented,
    } attributes {} rules {}

    /// Puts the caller into a queue.
    Enqueue = "Enqueue" ("voice/Enqueue", "https://www.twilio.com/docs/voice/twiml/enqueue") {
        children: [Task TaskAttributes],
        text: (Optional String max 64 "Name of the queue, made if it does not exist."),
        terminal: Written("action"),
    } attributes {
        /// Where Twilio asks for new TwiML once the caller has left the queue.
        action = "action": Url {};
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
        /// What the caller hears while waiting: TwiML or an audio file; empty for silence.
        waitUrl = "waitUrl": Url { empty: true };
        /// How Twilio requests `waitUrl`.
        waitUrlMethod = "waitUrlMethod": Enum(Method) { default: "POST" };
        /// TaskRouter workflow that the call is handed to.
        workflowSid = "workflowSid": Sid("WW") {};
        /// How many callers the queue may hold.
        maxQueueSize = "maxQueueSize": Int { min: "1", status: Undocumented };
    } rules {
        "enqueue-name" Requires Error {
            needs: ["#text", "@workflowSid"],
            message: "`<Enqueue>` needs the name of a queue or a `workflowSid`",
            code: 14204,
            basis: ErrorCode,
            source: "voice/twiml/enqueue",
        };
        "enqueue-name-and-workflow" Conflicts Warning {
            when: ["#text"],
            forbids: ["@workflowSid"],
            message: "the workflow chooses the queue: leave the name out",
            basis: Implied,
            source: "voice/twiml/enqueue",
        };
        "enqueue-task" Requires Warning {
            when: ["Task|TaskAttributes"],
            needs: ["@workflowSid"],
            message: "a task has an effect with `workflowSid` only",
            basis: Implied,
            source: "taskrouter/twiml-queue-calls",
        };
        "enqueue-one-task" AtMost Warning {
            of: ["Task", "TaskAttributes"],
            count: 1,
            message: "`<Enqueue>` makes one task",
            basis: Implied,
            source: "taskrouter/twiml-queue-calls",
        };
        "enqueue-action-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@action"],
            message: attribute "has no effect without `action`",
            basis: Implied,
            source: "voice/twiml/enqueue",
        };
        "enqueue-wait-url" NeedsCallback Warning {
            attributes: ["waitUrlMethod"],
            needs: ["@waitUrl"],
            message: attribute "has no effect without `waitUrl`",
            basis: Implied,
            source: "voice/twiml/enqueue",
        };
        "after-enqueue" Unreachable Warning {
            when: ["@action"],
            message: "this verb never runs: `<Enqueue>` goes on with the answer to its `action`",
            basis: Stated,
            source: "voice/twiml/enqueue",
        };
    }

    /// Collects keys or speech while nested prompts play.
    Gather = "Gather" ("voice/Gather", "https://www.twilio.com/docs/voice/twiml/gather") {
        also: ["Input", "Collect", "GetDigits"],
        children: [Pause Play Say],
        terminal: Is("actionOnEmptyResult", "true"),
    } attributes {
        /// Where Twilio sends the input and asks for new TwiML.
        action = "action": Url { notes: "Default: the current document." };
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
        /// Whether `action` is requested even without any input.
        actionOnEmptyResult = "actionOnEmptyResult": Bool { default: "false" };
        /// Which kinds of input are taken.
        input = "input": EnumSet(GatherInput) { default: "dtmf" };
        /// Key that ends the input; empty for none.
        finishOnKey = "finishOnKey": Key { also: ["endOnKey", "terminator"], default: "#" };
        /// Number of digits after which the input is complete.
        numDigits = "numDigits": Int { also: ["digits", "maxDigits"], min: "1", unit: "digits" };
        /// Silence after which the input is taken as complete.
        timeout = "timeout": Int { contested: ["auto"], min: "1", unit: "seconds", default: "5" };
        /// Silence that ends speech, or `auto` to let Twilio decide.
        speechTimeout = "speechTimeout": IntOr(SpeechTimeout) { min: "1", unit: "seconds", notes: "Default: the value of timeout." };
        /// Speech recognition model.
        speechModel = "speechModel": Enum(SpeechModel) { open: true, default: "default" };
        /// Language that the caller speaks.
        language = "language": Language { known: GATHER, default: "en-US" };
        /// Words and phrases that are likely to be said.
        hints = "hints": CommaList { max: "500", item_max: 100 };
        /// Whether swear words come back masked.
        profanityFilter = "profanityFilter": Bool { default: "true" };
        /// Where Twilio sends what it has understood so far.
        partialResultCallback = "partialResultCallback": Url {};
        /// How Twilio requests `partialResultCallback`.
        partialResultCallbackMethod = "partialResultCallbackMethod": Enum(Method) { default: "POST" };
        /// Whether the better phone call model is used.
        enhanced = "enhanced": Bool { default: "false", status: Deprecated("Choose a `speechModel` instead.") };
        /// Longest time that speech is listened to.
        maxSpeechTime = "maxSpeechTime": Int { min: "1", unit: "seconds", status: Undocumented };
        /// Whether speech interrupts the nested prompts.
        bargeIn = "bargeIn": Bool { status: Undocumented };
        /// Whether debugging details are sent along.
        debug = "debug": Bool { status: Undocumented };
        /// Sound that acknowledges the input.
        acknowledgeSoundUrl = "acknowledgeSoundUrl": Url { status: Retired("Twilio dropped it in 2017.") };
    } rules {
        "gather-auto-timeout" Conflicts Error {
            attributes: ["speechTimeout"],
            when: ["@speechTimeout=auto"],
            forbids: ["@speechModel"],
            message: "with a `speechModel`, `speechTimeout` must be a number of seconds",
            code: 13335,
            basis: Stated,
            source: "voice/twiml/gather",
        };
        "gather-multi" Requires Error {
            attributes: ["language"],
            when: ["@language=multi"],
            needs: ["@speechModel=deepgram_nova-3"],
            message: "`language=\"multi\"` works with the model deepgram_nova-3 only",
            code: 13331,
            basis: Stated,
            source: "voice/twiml/gather",
        };
        "gather-speech-only" Requires Warning {
            attributes: ["hints", "speechModel", "speechTimeout", "profanityFilter", "partialResultCallback", "enhanced", "maxSpeechTime"],
            needs: ["@input=speech"],
            message: attribute "has no effect unless `input` holds speech",
            basis: Implied,
            source: "voice/twiml/gather",
        };
        "gather-keys-only" Requires Warning {
            attributes: ["numDigits", "finishOnKey"],
            needs: ["!@input", "@input=dtmf"],
            message: attribute "has no effect unless `input` holds dtmf",
            basis: Implied,
            source: "voice/twiml/gather",
        };
        "gather-partial-url" NeedsCallback Warning {
            attributes: ["partialResultCallbackMethod"],
            needs: ["@partialResultCallback"],
            message: attribute "has no effect without `partialResultCallback`",
            basis: Implied,
            source: "voice/twiml/gather",
        };
        "gather-enhanced" Requires Warning {
            attributes: ["enhanced"],
            when: ["@enhanced=true"],
            needs: ["@speechModel=phone_call"],
            message: "`enhanced` works with the model phone_call only",
            basis: Stated,
            source: "voice/twiml/gather",
        };
        "gather-profanity" Conflicts Warning {
            attributes: ["profanityFilter"],
            forbids: ["@speechModel=numbers_and_commands"],
            message: "numbers_and_commands does not support the profanity filter",
            basis: Stated,
            source: "voice/twiml/gather",
        };
        "gather-profanity-language" Conflicts Warning {
            attributes: ["profanityFilter"],
            when: [
                "@profanityFilter=true",
                "!@speechModel!=default|phone_call|experimental_conversations|experimental_utterances",
            ],
            forbids: [
                "@language=es-AR|es-BO|es-CL|es-CO|es-CR|es-DO|es-EC|es-GT|es-HN|es-MX|es-NI|es-PA|es-PE|es-PR|es-PY|es-SV|es-US|es-UY|es-VE|es-419",
                "@language=vi-VN|de-CH",
            ],
            message: "the generic models do not support the profanity filter in this language",
            basis: Stated,
            source: "voice/twiml/gather",
        };
        "gather-phone-call-language" Requires Warning {
            attributes: ["speechModel"],
            when: ["@speechModel=phone_call", "@language"],
            needs: ["@language=en-US|en-GB|en-AU|fr-FR|fr-CA|ja-JP|ru-RU|es-US|es-ES|pt-BR"],
            message: "the model phone_call does not know this language",
            code: 13334,
            basis: Stated,
            source: "voice/twiml/gather",
        };
        "after-gather" Unreachable Warning {
            when: ["@actionOnEmptyResult=true"],
            message: "this verb never runs: `<Gather>` always goes on with the answer to its `action`",
            basis: Implied,
            source: "voice/twiml/gather",
        };
    }

    /// Ends the call.
    Hangup = "Hangup" ("voice/Hangup", "https://www.twilio.com/docs/voice/twiml/hangup") {
        also: ["End", "Disconnect"],
        children: [Parameter],
        terminal: Always,
    } attributes {} rules {
        "after-hangup" Unreachable Warning {
            message: "this verb never runs: `<Hangup>` has ended the call",
            basis: Implied,
            source: "voice/twiml/hangup",
        };
    }

    /// Takes the caller out of the queue and goes on after `<Enqueue>`.
    Leave = "Leave" ("voice/Leave", "https://www.twilio.com/docs/voice/twiml/leave") {
        terminal: Always,
    } attributes {} rules {
        "after-leave" Unreachable Warning {
            message: "this verb never runs: `<Leave>` goes on after `<Enqueue>`",
            basis: Stated,
            source: "voice/twiml/leave",
        };
    }

    /// Waits in silence.
    Pause = "Pause" ("voice/Pause", "https://www.twilio.com/docs/voice/twiml/pause") {
        also: ["Wait", "Sleep"],
    } attributes {
        /// How long to wait.
        length = "length": Int { also: ["duration", "seconds", "time"], min: "1", unit: "seconds", default: "1" };
    } rules {}

    /// Takes a payment by keypad and passes it to a payment provider.
    Pay = "Pay" ("voice/Pay", "https://www.twilio.com/docs/voice/twiml/pay") {
        children: [Parameter Prompt],
    } attributes {
        /// Where Twilio sends the result and asks for new TwiML.
        action = "action": HttpsUrl { relative: true, notes: "Default: the current document." };
        /// Where Twilio reports each step of the payment.
        statusCallback = "statusCallback": Url {};
        /// How Twilio requests `statusCallback`.
        statusCallbackMethod = "statusCallbackMethod": Enum(Method) { default: "POST", status: Undocumented };
        /// How the caller enters the data.
        input = "input": Enum(PayInput) { default: "dtmf" };
        /// What the caller pays with.
        paymentMethod = "paymentMethod": Enum(PaymentMethod) { default: "credit-card" };
        /// Kind of bank account that is charged.
        bankAccountType = "bankAccountType": Enum(BankAccountType) { default: "consumer-checking" };
        /// How long to wait for the next digit.
        timeout = "timeout": Int { min: "1", unit: "seconds", default: "5" };
        /// How often a step is repeated after a mistake.
        maxAttempts = "maxAttempts": Int { min: "1", max: "3", notes: "Default: none or 1, the page says both." };
        /// Whether the card security code is asked for.
        securityCode = "securityCode": Bool { default: "true" };
        /// Whether the postal code is asked for, or the code itself.
        postalCode = "postalCode": String { words: ["true", "false"], default: "true" };
        /// Shortest postal code that is taken.
        minPostalCodeLength = "minPostalCodeLength": Int { min: "1", unit: "digits" };
        /// Name of the payment connector.
        paymentConnector = "paymentConnector": String { default: "Default" };
        /// Kind of token that is made when nothing is charged.
        tokenType = "tokenType": Enum(TokenType) { default: "reusable" };
        /// Amount to charge, without a currency sign; 0 makes a token only.
        chargeAmount = "chargeAmount": Float { min: "0", max: "1000000" };
        /// Currency of the amount.
        currency = "currency": String { default: "usd" };
        /// Language of the prompts.
        language = "language": Language { known: PAY, default: "en-US" };
        /// What the payment is for.
        description = "description": String {};
        /// Cards that are taken.
        validCardTypes = "validCardTypes": EnumSet(CardType) { default: "visa mastercard amex" };
        /// Credential of the payment provider.
        credentialSid = "credentialSid": AnySid { status: Retired("Use `paymentConnector`.") };
    } rules {
        "pay-bank-account" Requires Error {
            attributes: ["bankAccountType"],
            needs: ["@paymentMethod=ach-debit"],
            message: "`bankAccountType` works with `paymentMethod=\"ach-debit\"` only",
            code: 64017,
            basis: ErrorCode,
            source: "voice/twiml/pay",
        };
        "pay-card-only" Conflicts Warning {
            attributes: ["securityCode", "postalCode", "minPostalCodeLength", "validCardTypes"],
            forbids: ["@paymentMethod=ach-debit"],
            message: attribute "has no effect on a bank payment",
            basis: Implied,
            source: "voice/twiml/pay",
        };
        "pay-ach-language" Conflicts Warning {
            attributes: ["language"],
            when: ["@language!=en-AU|en-CA|en-GB|en-IN|en-US"],
            forbids: ["@paymentMethod=ach-debit"],
            message: "a bank payment speaks English only",
            basis: Stated,
            source: "voice/twiml/pay",
        };
        "pay-token" Conflicts Warning {
            attributes: ["tokenType"],
            forbids: ["@chargeAmount!=0|0.0|0.00"],
            message: "`tokenType` has no effect when an amount is charged",
            basis: Stated,
            source: "voice/twiml/pay",
        };
        "pay-currency" Requires Warning {
            attributes: ["currency"],
            needs: ["@chargeAmount"],
            message: "`currency` has no effect without `chargeAmount`",
            basis: Implied,
            source: "voice/twiml/pay",
        };
        "pay-postal-code" Conflicts Warning {
            attributes: ["minPostalCodeLength"],
            forbids: ["@postalCode=false"],
            message: attribute "has no effect when no postal code is asked for",
            basis: Implied,
            source: "voice/twiml/pay",
        };
        "pay-callback-url" NeedsCallback Warning {
            attributes: ["statusCallbackMethod"],
            needs: ["@statusCallback"],
            message: attribute "has no effect without `statusCallback`",
            basis: Implied,
            source: "voice/twiml/pay",
        };
        "pay-bank-prompt" Requires Warning {
            when: ["Prompt[for=bank-account-number|bank-routing-number]"],
            needs: ["@paymentMethod=ach-debit"],
            message: "this prompt is used for bank payments only",
            basis: Implied,
            source: "voice/twiml/pay/prompt",
        };
        "pay-card-prompt" Conflicts Warning {
            when: ["@paymentMethod=ach-debit"],
            forbids: ["Prompt[for=payment-card-number|expiration-date|security-code|postal-code]"],
            message: "this prompt is used for card payments only",
            basis: Implied,
            source: "voice/twiml/pay/prompt",
        };
    }

    /// Plays an audio file or key tones.
    Play = "Play" ("voice/Play", "https://www.twilio.com/docs/voice/twiml/play") {
        also: ["Audio", "Sound"],
        text: (Optional Url "Address of the audio file."),
    } attributes {
        /// How often it is played; 0 goes on until the call ends.
        r#loop = "loop": Int { min: "0", default: "1" };
        /// Key tones to play instead of a file.
        digits = "digits": Digits {};
    } rules {
        "play-empty" Requires Warning {
            needs: ["#text", "@digits"],
            message: "`<Play>` has nothing to play",
            basis: Implied,
            source: "voice/twiml/play",
        };
        "play-digits-in-gather" Conflicts Error {
            places: ["Gather"],
            attributes: ["digits"],
            message: "`digits` is not allowed in `<Gather>`",
            basis: Stated,
            source: "voice/twiml/play",
        };
    }

    /// Records the caller's voice.
    Record = "Record" ("voice/Record", "https://www.twilio.com/docs/voice/twiml/record") {} attributes {
        /// Where Twilio sends the recording and asks for new TwiML.
        action = "action": Url { notes: "Default: the current document." };
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
        /// Silence that ends the recording; 0 never ends it.
        timeout = "timeout": Int { min: "0", unit: "seconds", default: "5" };
        /// Keys that end the recording.
        finishOnKey = "finishOnKey": Keys { default: "1234567890*#" };
        /// Longest recording.
        maxLength = "maxLength": Int { also: ["maxDuration", "duration"], min: "1", max: "86400", soft_min: "2", soft_max: "14400", unit: "seconds", default: "3600", notes: "Over 14400 needs the 24 hour setting of the account; the default is 120 with transcribe." };
        /// Whether a beep announces the recording.
        playBeep = "playBeep": Bool { default: "true" };
        /// Whether silence at both ends of the recording is cut off.
        trim = "trim": Enum(Trim) { default: "trim-silence" };
        /// Where Twilio reports the state of the recording.
        recordingStatusCallback = "recordingStatusCallback": Url {};
        /// How Twilio requests `recordingStatusCallback`.
        recordingStatusCallbackMethod = "recordingStatusCallbackMethod": Enum(Method) { default: "POST" };
        /// Which states are reported to `recordingStatusCallback`.
        recordingStatusCallbackEvent = "recordingStatusCallbackEvent": EnumSet(RecordingEvent) { default: "completed" };
        /// Whether the recording is written down.
        transcribe = "transcribe": Bool { default: "false" };
        /// Where Twilio sends the transcript.
        transcribeCallback = "transcribeCallback": Url {};
        /// Id of the recording configuration to apply.
        recordingConfigurationId = "recordingConfigurationId": String {};
    } rules {
        "record-transcribe" Requires Warning {
            attributes: ["transcribeCallback"],
            needs: ["@transcribe=true"],
            message: attribute "has no effect without `transcribe=\"true\"`",
            basis: Stated,
            source: "voice/twiml/record",
        };
        "record-callback-url" NeedsCallback Warning {
            attributes: ["recordingStatusCallbackMethod", "recordingStatusCallbackEvent"],
            needs: ["@recordingStatusCallback"],
            message: attribute "has no effect without `recordingStatusCallback`",
            basis: Implied,
            source: "voice/twiml/record",
        };
    }

    /// Goes on with the TwiML at another address.
    Redirect = "Redirect" ("voice/Redirect", "https://www.twilio.com/docs/voice/twiml/redirect") {
        also: ["Goto", "Jump"],
        text: (Optional Url "Address of the next document; without it, the same document again."),
        terminal: Always,
    } attributes {
        /// How Twilio requests that address.
        method = "method": Enum(Method) { default: "POST" };
    } rules {
        "after-redirect" Unreachable Warning {
            message: "this verb never runs: `<Redirect>` goes on with another document",
            basis: Stated,
            source: "voice/twiml/redirect",
        };
    }

    /// Transfers a SIP call away from Twilio.
    Refer = "Refer" ("voice/Refer", "https://www.twilio.com/docs/voice/twiml/refer") {
        children: [ReferSip],
        terminal: Written("action"),
    } attributes {
        /// Where Twilio reports the outcome and asks for new TwiML.
        action = "action": Url {};
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
    } rules {
        "refer-address" ExactlyOne Warning {
            of: ["Sip"],
            message: "`<Refer>` needs one `<Sip>`",
            basis: Implied,
            source: "voice/twiml/refer",
        };
        "refer-action-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@action"],
            message: attribute "has no effect without `action`",
            basis: Implied,
            source: "voice/twiml/refer",
        };
        "after-refer" Unreachable Warning {
            when: ["@action"],
            message: "this verb never runs: `<Refer>` goes on with the answer to its `action`",
            basis: Stated,
            source: "voice/twiml/refer",
        };
    }

    /// Declines an incoming call without answering it.
    Reject = "Reject" ("voice/Reject", "https://www.twilio.com/docs/voice/twiml/reject") {
        children: [Parameter],
        terminal: Always,
    } attributes {
        /// What the caller hears.
        reason = "reason": Enum(RejectReason) { default: "rejected" };
    } rules {
        "after-reject" Unreachable Warning {
            message: "this verb never runs: `<Reject>` has ended the call",
            basis: Stated,
            source: "voice/twiml/reject",
        };
        "reject-first" FirstOnly Warning {
            except: ["Pause"],
            message: "a verb before `<Reject>` answers the call, and it is paid for",
            basis: Stated,
            source: "voice/twiml/reject",
        };
    }

    /// Reads text aloud.
    Say = "Say" ("voice/Say", "https://www.twilio.com/docs/voice/twiml/say") {
        also: ["Speak", "Speech", "Talk", "Tts"],
        children: [r#break emphasis lang p phoneme prosody s say_as sub w],
        text: (Mixed String max 5000 "What is read, with speech markup in any place."),
        notes: "Stricter limits by voice: 4000 characters for man and woman, 3000 for Polly without markup.",
    } attributes {
        /// Voice that reads the text.
        voice = "voice": Voice { known: VOICES, default: "man", notes: "The account can set another default." };
        /// Language of the text.
        language = "language": Language {
            known: SAY,
            legacy: ["de" => "de-DE", "en" => "en-US", "en-gb" => "en-GB", "es" => "es-ES", "fr" => "fr-FR", "it" => "it-IT"],
            default: "en-US",
        };
        /// How often it is read; 0 goes on until the call ends.
        r#loop = "loop": Int { min: "0", default: "1" };
    } rules {
        "say-empty" Requires Warning {
            needs: ["#text", "break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"],
            message: "`<Say>` has nothing to say",
            code: 13520,
            basis: ErrorCode,
            source: "voice/twiml/say",
        };
        "say-basic-voice" Conflicts Error {
            when: ["@voice=man|woman"],
            forbids: ["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"],
            message: "the voices man and woman do not support speech markup",
            code: 13513,
            basis: Stated,
            source: "voice/twiml/say/text-speech",
        };
    }

    /// Sends a text message during a call.
    Sms = "Sms" ("voice/Sms", "https://www.twilio.com/docs/voice/twiml/sms") {
        status: Deprecated("Send the message through the REST API."),
        text: (Required String max 1600 "Text of the message."),
        terminal: Written("action"),
    } attributes {
        /// Who gets the message; by default the other party of the call.
        to = "to": Phone {};
        /// Number that sends the message; by default your side of the call.
        from = "from": Phone {};
        /// Where Twilio reports the outcome and asks for new TwiML.
        action = "action": Url {};
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { default: "POST" };
        /// Where Twilio reports the delivery.
        statusCallback = "statusCallback": Url {};
    } rules {
        "sms-action-url" NeedsCallback Warning {
            attributes: ["method"],
            needs: ["@action"],
            message: attribute "has no effect without `action`",
            basis: Implied,
            source: "voice/twiml/sms",
        };
        "after-sms" Unreachable Warning {
            when: ["@action"],
            message: "this verb never runs: `<Sms>` goes on with the answer to its `action`",
            basis: Stated,
            source: "voice/twiml/sms",
        };
    }

    /// Starts something in the background and goes straight on.
    Start = "Start" ("voice/Start", "https://www.twilio.com/docs/voice/twiml/stream") {
        children: [Recording Siprec Stream Transcription],
    } attributes {
        /// Meaning not published.
        action = "action": Url { status: Undocumented };
        /// How Twilio requests `action`.
        method = "method": Enum(Method) { status: Undocumented };
    } rules {
        "start-empty" Requires Warning {
            needs: ["Recording", "Siprec", "Stream", "Transcription"],
            message: "`<Start>` has nothing to start",
            basis: Implied,
            source: "voice/twiml/stream",
        };
        "start-last" NotLast Warning {
            message: "the call ends at once: no verb follows `<Start>`",
            basis: Stated,
            source: "voice/twiml/stream",
        };
    }

    /// Ends what `<Start>` began.
    Stop = "Stop" ("voice/Stop", "https://www.twilio.com/docs/voice/twiml/stream#stop-a-stream") {
        children: [Recording Siprec Stream Transcription],
    } attributes {} rules {
        "stop-empty" Requires Warning {
            needs: ["Recording", "Siprec", "Stream", "Transcription"],
            message: "`<Stop>` has nothing to stop",
            basis: Implied,
            source: "voice/twiml/stream",
        };
    }
} } }
