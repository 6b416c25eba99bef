//! The values of enumerated attributes.
//!
//! A row reads: kind of list, name of the Rust enum, then a variant and its value each. A list is `closed`, `open` (newer
//! values may come), `folded` (open, and whatever the case) or of words beside a `number`.

macro_rules! values { ($callback:ident $($argument:tt)*) => { $callback! { [$($argument)*]
    /// HTTP method of a request.
    closed Method {
        /// Parameters go into the query.
        Get = "GET";
        /// Parameters go into the body.
        Post = "POST";
    }

    /// Whether, from when and in how many channels a call is recorded.
    closed Record {
        /// Not recorded.
        DoNotRecord = "do-not-record";
        /// From the answer, both sides in one channel.
        FromAnswer = "record-from-answer";
        /// From the first ring, both sides in one channel.
        FromRinging = "record-from-ringing";
        /// From the answer, one channel for each side.
        FromAnswerDual = "record-from-answer-dual";
        /// From the first ring, one channel for each side.
        FromRingingDual = "record-from-ringing-dual";
        /// Older way to write `record-from-answer`.
        True = "true" alias_of "record-from-answer";
        /// Older way to write `do-not-record`.
        False = "false" alias_of "do-not-record";
    }

    /// Whether a conference is recorded.
    closed ConferenceRecord {
        /// Not recorded.
        DoNotRecord = "do-not-record";
        /// From the start of the conference.
        FromStart = "record-from-start";
    }

    /// Whether silence at both ends of a recording is cut off.
    closed Trim {
        /// Cut off.
        TrimSilence = "trim-silence";
        /// Kept.
        DoNotTrim = "do-not-trim";
    }

    /// State of a recording.
    closed RecordingEvent {
        /// It has begun.
        InProgress = "in-progress";
        /// It is complete and can be fetched.
        Completed = "completed";
        /// There is none to fetch.
        Absent = "absent";
    }

    /// Side of a call that is recorded.
    closed RecordingTrack {
        /// What Twilio hears.
        Inbound = "inbound";
        /// What Twilio plays.
        Outbound = "outbound";
        /// Both.
        Both = "both";
    }

    /// Channels of a recording.
    closed RecordingChannels {
        /// Both sides in one channel.
        Mono = "mono";
        /// One channel for each side.
        Dual = "dual";
    }

    /// Step of a call leg.
    closed CallEvent {
        /// Dialling begins.
        Initiated = "initiated";
        /// It rings.
        Ringing = "ringing";
        /// It is answered.
        Answered = "answered";
        /// It has ended, for whatever reason.
        Completed = "completed";
    }

    /// Step of the call to the other party of a conversation.
    closed ConversationEvent {
        /// Dialling begins.
        Initiated = "call-initiated";
        /// It rings.
        Ringing = "call-ringing";
        /// It is answered.
        Answered = "call-answered";
        /// It has ended, for whatever reason.
        Completed = "call-completed";
    }

    /// What happens in a conference.
    closed ConferenceEvent {
        /// It starts.
        Start = "start";
        /// It ends.
        End = "end";
        /// Somebody comes in.
        Join = "join";
        /// Somebody leaves.
        Leave = "leave";
        /// Somebody is muted or heard again.
        Mute = "mute";
        /// Somebody is put on hold or taken back.
        Hold = "hold";
        /// Settings of a participant change.
        Modify = "modify";
        /// Somebody starts or stops speaking.
        Speaker = "speaker";
        /// An announcement is played.
        Announcement = "announcement";
    }

    /// Events of a dialled call.
    closed DialEvents {
        /// Call progress events.
        CallProgress = "call-progress-event";
    }

    /// How long machine detection listens.
    closed MachineDetection {
        /// Until it knows.
        Enable = "Enable";
        /// Until a machine has played its greeting.
        DetectMessageEnd = "DetectMessageEnd";
    }

    /// When a conference beeps.
    closed Beep {
        /// When somebody comes or leaves.
        True = "true";
        /// Never.
        False = "false";
        /// When somebody comes.
        OnEnter = "onEnter";
        /// When somebody leaves.
        OnExit = "onExit";
    }

    /// How much conference audio is smoothed.
    closed JitterBufferSize {
        /// Little.
        Small = "small";
        /// Somewhat.
        Medium = "medium";
        /// Much.
        Large = "large";
        /// Not at all.
        Off = "off";
    }

    /// Where conference audio is mixed.
    open ConferenceRegion {
        /// United States, east.
        Us1 = "us1";
        /// United States, west.
        Us2 = "us2";
        /// Ireland.
        Ie1 = "ie1";
        /// Germany.
        De1 = "de1";
        /// Singapore.
        Sg1 = "sg1";
        /// Brazil.
        Br1 = "br1";
        /// Australia.
        Au1 = "au1";
        /// Japan.
        Jp1 = "jp1";
    }

    /// Country of a ringing tone.
    open RingTone {
        /// Austria.
        At = "at";
        /// Australia.
        Au = "au";
        /// Bulgaria.
        Bg = "bg";
        /// Brazil.
        Br = "br";
        /// Belgium.
        Be = "be";
        /// Switzerland.
        Ch = "ch";
        /// Chile.
        Cl = "cl";
        /// China.
        Cn = "cn";
        /// Czechia.
        Cz = "cz";
        /// Germany.
        De = "de";
        /// Denmark.
        Dk = "dk";
        /// Estonia.
        Ee = "ee";
        /// Spain.
        Es = "es";
        /// Finland.
        Fi = "fi";
        /// France.
        Fr = "fr";
        /// Greece.
        Gr = "gr";
        /// Hungary.
        Hu = "hu";
        /// Israel.
        Il = "il";
        /// India.
        In = "in";
        /// Italy.
        It = "it";
        /// Lithuania.
        Lt = "lt";
        /// Japan.
        Jp = "jp";
        /// Mexico.
        Mx = "mx";
        /// Malaysia.
        My = "my";
        /// Netherlands.
        Nl = "nl";
        /// Norway.
        No = "no";
        /// New Zealand.
        Nz = "nz";
        /// Philippines.
        Ph = "ph";
        /// Poland.
        Pl = "pl";
        /// Portugal.
        Pt = "pt";
        /// Russia.
        Ru = "ru";
        /// Sweden.
        Se = "se";
        /// Singapore.
        Sg = "sg";
        /// Thailand.
        Th = "th";
        /// United Kingdom.
        Uk = "uk";
        /// United States.
        Us = "us";
        /// United States, old tone.
        UsOld = "us-old";
        /// Taiwan.
        Tw = "tw";
        /// Venezuela.
        Ve = "ve";
        /// South Africa.
        Za = "za";
    }

    /// What a rejected caller hears.
    closed RejectReason {
        /// That the number is not in service.
        Rejected = "rejected";
        /// A busy signal.
        Busy = "busy";
    }

    /// Kind of input.
    closed GatherInput {
        /// Keys.
        Dtmf = "dtmf";
        /// Speech.
        Speech = "speech";
    }

    /// Speech recognition model of `<Gather>`.
    open SpeechModel prefixes ["deepgram_nova-2-" "deepgram_nova-3-"] {
        /// Any.
        Default = "default";
        /// Short answers.
        NumbersAndCommands = "numbers_and_commands";
        /// Telephone calls.
        PhoneCall = "phone_call";
        /// Free speech, experimental.
        ExperimentalConversations = "experimental_conversations";
        /// Short utterances, experimental.
        ExperimentalUtterances = "experimental_utterances";
        /// Google, long speech.
        GoogleLong = "googlev2_long";
        /// Google, short speech.
        GoogleShort = "googlev2_short";
        /// Google, telephone calls.
        GoogleTelephony = "googlev2_telephony";
        /// Google, short speech on the telephone.
        GoogleTelephonyShort = "googlev2_telephony_short";
        /// Deepgram Nova 2; more specific models begin like this.
        DeepgramNova2 = "deepgram_nova-2";
        /// Deepgram Nova 3; more specific models begin like this.
        DeepgramNova3 = "deepgram_nova-3";
    }

    /// Side of a call that is sent on.
    closed Track {
        /// What Twilio hears.
        Inbound = "inbound_track";
        /// What Twilio plays.
        Outbound = "outbound_track";
        /// Both.
        Both = "both_tracks";
    }

    /// Engine of `<Transcription>`.
    open TranscriptionEngine {
        /// Google.
        Google = "google";
        /// Deepgram.
        Deepgram = "deepgram";
    }

    /// Speech recognition model of `<Transcription>`.
    open TranscriptionModel {
        /// Google, telephone calls.
        Telephony = "telephony";
        /// Google, long speech.
        Long = "long";
        /// Google, short speech.
        Short = "short";
        /// Google Chirp.
        Chirp = "chirp";
        /// Google, medical conversations.
        MedicalConversation = "medical_conversation";
        /// Deepgram Nova 2.
        Nova2 = "nova-2";
        /// Deepgram Nova 3.
        Nova3 = "nova-3";
    }

    /// Input of the caller that matters.
    closed Interruptible {
        /// None.
        None = "none";
        /// Keys.
        Dtmf = "dtmf";
        /// Speech.
        Speech = "speech";
        /// Keys and speech.
        Any = "any";
        /// Older way to write `any`.
        True = "true" alias_of "any";
        /// Older way to write `none`.
        False = "false" alias_of "none";
    }

    /// How readily speech interrupts.
    closed InterruptSensitivity {
        /// Seldom.
        Low = "low";
        /// In between.
        Medium = "medium";
        /// At once.
        High = "high";
    }

    /// Who makes the speech of a relay.
    folded TtsProvider {
        /// Google.
        Google = "Google";
        /// Amazon Polly.
        Amazon = "Amazon";
        /// ElevenLabs.
        ElevenLabs = "ElevenLabs";
    }

    /// Who understands the speech of a relay.
    folded TranscriptionProvider {
        /// Google.
        Google = "Google";
        /// Deepgram.
        Deepgram = "Deepgram";
    }

    /// Whether numbers and the like are spelled out before they are spoken.
    closed TextNormalization {
        /// Always.
        On = "on";
        /// When it helps; off in calls.
        Auto = "auto";
        /// Never.
        Off = "off";
    }

    /// Debugging messages of a relay.
    open RelayDebug {
        /// Debugging details.
        Debugging = "debugging";
        /// Who speaks; `events` is the newer place.
        SpeakerEvents = "speaker-events";
        /// What has been spoken; `events` is the newer place.
        TokensPlayed = "tokens-played";
    }

    /// Events of a relay.
    open RelayEvent {
        /// Who speaks.
        SpeakerEvents = "speaker-events";
        /// What has been spoken.
        TokensPlayed = "tokens-played";
    }

    /// What a relay adds to its prompts.
    open PromptDetail {
        /// Where the turn stands.
        TurnState = "turn-state";
        /// The parts of the prompt.
        PromptSegments = "prompt-segments";
    }

    /// How payment data is entered.
    closed PayInput {
        /// By keypad.
        Dtmf = "dtmf";
    }

    /// What is paid with.
    closed PaymentMethod {
        /// A card.
        CreditCard = "credit-card";
        /// A bank account in the United States.
        AchDebit = "ach-debit";
    }

    /// Kind of bank account.
    closed BankAccountType {
        /// Checking account of a person.
        ConsumerChecking = "consumer-checking";
        /// Savings account of a person.
        ConsumerSavings = "consumer-savings";
        /// Checking account of a company.
        CommercialChecking = "commercial-checking";
        /// Savings account of a company.
        CommercialSavings = "commercial-savings" | undocumented;
    }

    /// Kind of payment token.
    closed TokenType {
        /// For one payment.
        OneTime = "one-time";
        /// For several payments.
        Reusable = "reusable";
        /// Stripe's payment method.
        PaymentMethod = "payment-method";
    }

    /// Card brand.
    closed CardType {
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

    /// Step of a payment.
    closed PaymentStep {
        /// Card number.
        PaymentCardNumber = "payment-card-number";
        /// Expiration date.
        ExpirationDate = "expiration-date";
        /// Security code.
        SecurityCode = "security-code";
        /// Postal code.
        PostalCode = "postal-code";
        /// Routing number of the bank.
        BankRoutingNumber = "bank-routing-number";
        /// Bank account number.
        BankAccountNumber = "bank-account-number";
        /// While the payment is made.
        PaymentProcessing = "payment-processing";
    }

    /// Mistake at a step of a payment.
    open PaymentError {
        /// Nothing was entered in time.
        Timeout = "timeout";
        /// Card number wrong.
        InvalidCardNumber = "invalid-card-number";
        /// Card not taken.
        InvalidCardType = "invalid-card-type";
        /// Date wrong.
        InvalidDate = "invalid-date";
        /// Security code wrong.
        InvalidSecurityCode = "invalid-security-code";
        /// Postal code wrong.
        InvalidPostalCode = "invalid-postal-code";
        /// Routing number wrong.
        InvalidBankRoutingNumber = "invalid-bank-routing-number";
        /// Account number wrong.
        InvalidBankAccountNumber = "invalid-bank-account-number";
        /// The second input differs from the first.
        InputMatchingFailed = "input-matching-failed";
        /// Something failed at Twilio.
        InternalError = "internal-error" | undocumented;
    }

    /// Strength of a pause.
    closed BreakStrength {
        /// No pause.
        None = "none";
        /// Hardly any.
        XWeak = "x-weak";
        /// Like a comma.
        Weak = "weak";
        /// Like a comma.
        Medium = "medium";
        /// Like the end of a sentence.
        Strong = "strong";
        /// Like the end of a paragraph.
        XStrong = "x-strong";
    }

    /// How much stress.
    open EmphasisLevel {
        /// Louder and slower.
        Strong = "strong";
        /// A little louder and slower.
        Moderate = "moderate";
        /// Softer and faster.
        Reduced = "reduced";
    }

    /// Phonetic alphabet.
    open PhonemeAlphabet {
        /// International Phonetic Alphabet.
        Ipa = "ipa";
        /// X-SAMPA.
        XSampa = "x-sampa";
        /// Jyutping, for Cantonese.
        XAmazonJyutping = "x-amazon-jyutping";
        /// Pinyin, for Mandarin.
        XAmazonPinyin = "x-amazon-pinyin";
        /// Pronunciation kana, for Japanese.
        XAmazonPronKana = "x-amazon-pron-kana";
        /// Yomigana, for Japanese.
        XAmazonYomigana = "x-amazon-yomigana";
    }

    /// What words are read as.
    open InterpretAs {
        /// Letter by letter.
        Characters = "characters";
        /// Letter by letter.
        SpellOut = "spell-out";
        /// A number.
        Cardinal = "cardinal";
        /// A number.
        Number = "number";
        /// A position, such as third.
        Ordinal = "ordinal";
        /// Digit by digit.
        Digits = "digits";
        /// A fraction.
        Fraction = "fraction";
        /// A measure.
        Unit = "unit";
        /// A date; see `format`.
        Date = "date";
        /// Minutes and seconds.
        Time = "time";
        /// A street address.
        Address = "address";
        /// A beep instead.
        Expletive = "expletive";
        /// A telephone number.
        Telephone = "telephone";
    }

    /// Order of the parts of a date.
    open DateFormat {
        /// Month, day, year.
        Mdy = "mdy";
        /// Day, month, year.
        Dmy = "dmy";
        /// Year, month, day.
        Ymd = "ymd";
        /// Month, day.
        Md = "md";
        /// Day, month.
        Dm = "dm";
        /// Year, month.
        Ym = "ym";
        /// Month, year.
        My = "my";
        /// Day.
        D = "d";
        /// Month.
        M = "m";
        /// Year.
        Y = "y";
        /// Year, month and day in eight digits.
        Yyyymmdd = "yyyymmdd";
    }

    /// File type of a fax.
    closed FaxMediaType {
        /// PDF.
        Pdf = "application/pdf";
        /// TIFF.
        Tiff = "image/tiff";
    }

    /// Paper size of a fax.
    closed FaxPageSize {
        /// US letter.
        Letter = "letter";
        /// US legal.
        Legal = "legal";
        /// A4.
        A4 = "a4";
    }

    /// Silence that ends speech.
    number SpeechTimeout {
        /// Twilio decides.
        Auto = "auto";
    }
} } }

/// One list as data.
macro_rules! list {
    (
        $(#[doc = $doc:literal])+
        $mode:ident $name:ident $(prefixes [$($prefix:literal)+])? { $(
            $(#[doc = $value_doc:literal])+
            $variant:ident = $value:literal $(alias_of $alias:literal)? $(| $undocumented:ident)?;
        )+ }
    ) => {
        $crate::vocabulary::List {
            name: stringify!($name),
            doc: sentence!($($doc)+),
            open: mode!($mode open),
            prefixes: &[$($($prefix),+)?],
            ignore_case: mode!($mode ignore_case),
            values: &[$(
                $crate::vocabulary::Word::new($value, stringify!($variant), sentence!($($value_doc)+))
                    $(.alias_of($alias))? $(.$undocumented())?
            ),+],
        }
    };
}

/// What a kind of list says of its values.
macro_rules! mode {
    (folded $property:ident) => {
        true
    };
    (open open) => {
        true
    };
    (report open) => {
        true
    };
    ($mode:ident $property:ident) => {
        false
    };
}

/// The lists as data, each under the name of its enum.
#[expect(non_upper_case_globals, reason = "a list is named as its enum")]
pub(crate) mod lists {
    use crate::vocabulary::List;

    macro_rules! lists {
        ([] $( $(#[doc = $doc:literal])+ $mode:ident $name:ident $(prefixes $prefixes:tt)? { $($values:tt)+ } )+) => { $(
            pub(crate) const $name: &List = &list! { $(#[doc = $doc])+ $mode $name $(prefixes $prefixes)? { $($values)+ } };
        )+ };
    }
    values! { lists }
}
