//! The enums of enumerated attributes, against the tables.

use std::{collections::BTreeSet, fmt, str::FromStr};

use proptest::prelude::*;
use twiml::{Enumeration, List, SpeechTimeout, values};
use twiml_core::vocabulary::{self, Kind};

/// Each value parses, displays and is documented under its name.
fn known<E: Enumeration + FromStr + fmt::Debug + PartialEq>() -> &'static List {
    let words = E::VOCABULARY.values;
    assert_eq!(E::ALL.len(), words.len());
    for (value, word) in E::ALL.iter().zip(words) {
        assert_eq!(value.to_string(), word.value);
        assert_eq!(format!("{value:?}"), word.variant);
        assert_eq!(word.value.parse::<E>().ok().as_ref(), Some(value));
        let canonical = word.alias_of.and_then(|of| E::VOCABULARY.word(of));
        assert_eq!(canonical.is_some(), word.alias_of.is_some(), "{} is an alias of a value", word.value);
    }
    assert_eq!(words.iter().map(|word| word.value).collect::<BTreeSet<_>>().len(), words.len());
    E::VOCABULARY
}

macro_rules! closed {
    ($found:ident: $($name:ident)+) => { $(
        $found.push(known::<values::$name>());
        for word in ["", " ", "unknown word", "GET ", "Other"] {
            let error = word.parse::<values::$name>().unwrap_err();
            assert_eq!(error.value(), word);
            let shown = error.to_string();
            assert!(shown.starts_with(&format!("`{word}` is no `{}`: one of `", stringify!($name))), "{shown}");
            assert!(<values::$name>::VOCABULARY.values.iter().all(|word| shown.contains(word.value)), "{shown}");
        }
        assert!(!<values::$name>::VOCABULARY.open);
    )+ };
}

macro_rules! open {
    ($found:ident: $($name:ident)+) => { $(
        $found.push(known::<values::$name>());
        for word in ["", "newer than the crate"] {
            let value = values::$name::from(word);
            assert_eq!(value, values::$name::Other(word.into()));
            assert_eq!((value.as_str(), value.to_string().as_str()), (word, word));
            assert_eq!(values::$name::from(word.to_owned()), value);
            assert_eq!(word.parse(), Ok(value));
        }
        assert!(<values::$name>::VOCABULARY.open);
    )+ };
}

fn all() -> Vec<&'static List> {
    let mut found = Vec::new();
    closed!(found:
        Method Record ConferenceRecord Trim RecordingEvent RecordingTrack RecordingChannels CallEvent
        ConversationEvent ConferenceEvent DialEvents MachineDetection Beep JitterBufferSize RejectReason
        GatherInput Track Interruptible InterruptSensitivity TextNormalization PayInput PaymentMethod
        BankAccountType TokenType CardType PaymentStep BreakStrength FaxMediaType FaxPageSize
    );
    open!(found:
        ConferenceRegion RingTone SpeechModel TranscriptionEngine TranscriptionModel TtsProvider
        TranscriptionProvider RelayDebug RelayEvent PromptDetail PaymentError EmphasisLevel PhonemeAlphabet
        InterpretAs DateFormat
    );
    found.push(known::<SpeechTimeout>());
    found
}

#[test]
fn every_value_of_every_enum_parses_and_displays() {
    let found = all();
    assert_eq!(found.len(), 45);
    assert_eq!(found.iter().filter(|list| list.open).count(), 15);
    assert_eq!(found.iter().map(|list| list.values.len()).sum::<usize>(), 229);
}

#[test]
fn the_tables_use_every_enum_and_no_other() {
    let attributes = vocabulary::all().flat_map(|element| element.attributes);
    let used: BTreeSet<_> = attributes
        .filter_map(|attribute| match attribute.kind {
            Kind::Enum(list) | Kind::EnumSet(list) | Kind::IntOr(list) => Some(list.name),
            _ => None,
        })
        .collect();
    let names: Vec<_> = all().iter().map(|list| list.name).collect();
    assert_eq!(used, names.iter().copied().collect());
    assert_eq!(used.len(), names.len(), "each is listed once");
}

#[test]
fn folded_lists_ignore_case() {
    assert_eq!(values::TtsProvider::from("elevenlabs"), values::TtsProvider::ElevenLabs);
    assert_eq!("DEEPGRAM".parse(), Ok(values::TranscriptionProvider::Deepgram));
    assert!("RECORD-FROM-ANSWER".parse::<values::Record>().is_err());
    assert_eq!(values::RingTone::from("DE"), values::RingTone::Other("DE".into()));
}

#[test]
fn padding_of_a_format_is_kept() {
    assert_eq!(format!("{:>6}|{:<5}|", values::Method::Get, SpeechTimeout::Auto), "   GET|auto |");
    assert_eq!(format!("{:03}", SpeechTimeout::After(7)), "007");
}

proptest! {
    #[test]
    fn speech_timeout_is_a_number_or_auto(seconds: u32) {
        let value: SpeechTimeout = seconds.to_string().parse().unwrap();
        prop_assert_eq!(value, SpeechTimeout::After(seconds));
        prop_assert_eq!(value.to_string(), seconds.to_string());
    }

    #[test]
    fn no_other_word_is_a_speech_timeout(word in "[^0-9+]{0,8}|-[0-9]{1,3}|[1-9][0-9]{10,19}") {
        prop_assume!(word != "auto");
        let error = word.parse::<SpeechTimeout>().unwrap_err();
        prop_assert_eq!(error.value(), word);
    }

    #[test]
    fn an_open_list_takes_every_word(word in crate::text()) {
        prop_assert_eq!(values::RingTone::from(word.as_str()).to_string(), word);
    }
}
