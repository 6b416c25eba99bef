//! Voice: speech markup, what stands in `<Say>`.

macro_rules! speech_markup { ($callback:ident $($argument:tt)*) => { $callback! { [$($argument)*] Voice;
    /// A pause.
    r#break = "break" ("voice/break", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {} attributes {
        /// How strong the pause is.
        strength = "strength": Enum(BreakStrength) { default: "medium" };
        /// How long the pause is.
        time = "time": Duration { soft_max: "10", unit: "seconds" };
    } rules {}

    /// Words spoken with more or less stress.
    emphasis = "emphasis" ("voice/emphasis", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        children: [r#break emphasis lang phoneme prosody say_as sub w],
        text: (Mixed String),
    } attributes {
        /// How much stress.
        level = "level": Enum(EmphasisLevel) { open: true, default: "moderate" };
    } rules {}

    /// Words in another language.
    lang = "lang" ("voice/lang", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        children: [r#break emphasis lang p phoneme prosody s say_as sub w],
        text: (Mixed String),
    } attributes {
        /// That language.
        xml_lang = "xml:lang": Language { known: LANG, required: true };
    } rules {}

    /// A paragraph.
    p = "p" ("voice/p", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        children: [r#break emphasis lang phoneme prosody s say_as sub w],
        text: (Mixed String),
    } attributes {} rules {}

    /// Words with a given pronunciation.
    phoneme = "phoneme" ("voice/phoneme", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        text: (Required String),
    } attributes {
        /// Phonetic alphabet.
        alphabet = "alphabet": Enum(PhonemeAlphabet) { open: true, required: true };
        /// The pronunciation.
        ph = "ph": String { required: true };
    } rules {}

    /// Words spoken louder, faster, higher or the reverse.
    prosody = "prosody" ("voice/prosody", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        children: [r#break emphasis lang p phoneme prosody s say_as sub w],
        text: (Mixed String),
    } attributes {
        /// Loudness, as a word or a change in decibels.
        volume = "volume": Decibel { words: ["default", "silent", "x-soft", "soft", "medium", "loud", "x-loud"], open: true };
        /// Speed, as a word or a share of the normal one.
        rate = "rate": Percent { words: ["x-slow", "slow", "medium", "fast", "x-fast"], open: true, soft_min: "20", soft_max: "200" };
        /// Pitch, as a word or a change in percent.
        pitch = "pitch": SignedPercent { words: ["default", "x-low", "low", "medium", "high", "x-high"], open: true };
    } rules {
        "prosody-empty" Requires Warning {
            needs: ["@volume", "@rate", "@pitch"],
            message: "`<prosody>` needs `volume`, `rate` or `pitch`",
            basis: Implied,
            source: "voice/twiml/say/text-speech",
        };
    }

    /// A sentence.
    s = "s" ("voice/s", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        children: [r#break emphasis lang phoneme prosody say_as sub w],
        text: (Mixed String),
    } attributes {} rules {}

    /// Words read as a date, digits, an address and so on.
    say_as = "say-as" ("voice/say-as", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        text: (Required String),
    } attributes {
        /// What the words are.
        interpret_as = "interpret-as": Enum(InterpretAs) { open: true, required: true };
        /// Order of the parts of a date.
        format = "format": Enum(DateFormat) { open: true };
        /// Older name of `format`.
        role = "role": String { status: Retired("Use `format`.") };
    } rules {
        "date-format" Requires Warning {
            when: ["@interpret-as=date"],
            needs: ["@format", "@role"],
            message: "a date needs a `format`",
            basis: Implied,
            source: "voice/twiml/say/text-speech",
        };
        "format-date" Requires Warning {
            attributes: ["format"],
            needs: ["@interpret-as=date"],
            message: "`format` has an effect on dates only",
            basis: Implied,
            source: "voice/twiml/say/text-speech",
        };
    }

    /// Words replaced by others when spoken.
    sub = "sub" ("voice/sub", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        text: (Required String),
    } attributes {
        /// What is spoken instead.
        alias = "alias": String { required: true };
    } rules {}

    /// A word with a given part of speech, which settles its pronunciation.
    w = "w" ("voice/w", "https://www.twilio.com/docs/voice/twiml/say/text-speech") {
        children: [r#break emphasis phoneme prosody say_as sub],
        text: (Mixed String),
    } attributes {
        /// The part of speech, such as `amazon:VB`.
        role = "role": String {};
    } rules {}
} } }
