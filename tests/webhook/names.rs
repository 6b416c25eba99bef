//! All names of the crate at once: none of them means two things, or that of another crate.

#![expect(clippy::wildcard_imports, reason = "that is what is tried")]

use twiml::prelude::*;
use twiml::webhook::*;
use twiml::*;

/// Names that are in `webhook` and could be in the root, or the reverse.
#[test]
fn every_name_has_one_meaning() {
    fn is<T: Enumeration>(name: &str) {
        assert_eq!(T::VOCABULARY.name, name);
    }
    // What attributes take.
    is::<ConferenceEvent>("ConferenceEvent");
    is::<Track>("Track");
    is::<RecordingTrack>("RecordingTrack");
    is::<PaymentMethod>("PaymentMethod");
    is::<BankAccountType>("BankAccountType");
    is::<TranscriptionEngine>("TranscriptionEngine");
    is::<RecordingEvent>("RecordingEvent");
    is::<CallEvent>("CallEvent");
    // What requests report.
    is::<ConferenceStatusEvent>("ConferenceStatusEvent");
    is::<TranscribedTrack>("TranscribedTrack");
    is::<RecordedTrack>("RecordedTrack");
    is::<PayMethod>("PayMethod");
    is::<PayAccountType>("PayAccountType");
    is::<RecordingStatus>("RecordingStatus");
    is::<CallStatus>("CallStatus");
}

#[test]
fn no_report_is_named_as_a_value_of_an_attribute() {
    let kinds = all().flat_map(|row| row.parameters).map(|parameter| parameter.kind);
    let reports: Vec<_> =
        kinds.filter_map(|kind| if let Kind::Listed(list) = kind { Some(list) } else { None }).collect();
    let source = include_str!("../../twiml-core/src/vocabulary/values.rs");
    for list in reports.iter().filter(|list| list.name != "TranscriptionEngine") {
        let taken = ["closed", "open", "folded", "number"].map(|mode| format!("    {mode} {} ", list.name));
        assert!(!taken.iter().any(|row| source.contains(row)), "{}", list.name);
    }
}

#[test]
fn known_words_are_on_the_type() {
    assert!(CallStatus::ALL.contains(&CallStatus::Busy));
    assert_eq!(CallStatus::ALL.len(), CallStatus::VOCABULARY.values.len());
}
