//! What holds for every request, by the rows that describe them.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde_json::Value;
use twiml::Parameters;
use twiml::webhook::*;

/// A name for each thing that is done with every request.
macro_rules! for_every_request {
    ($check:ident) => {
        for_every_request!(@each $check Call CallStatusCallback CallProgressCallback ConversationAction
            ConversationStatusCallback ConversationRecordingCallback GatherAction GatherPartialResult RecordAction
            RecordTranscription DialAction ReferAction EnqueueAction EnqueueWait QueueUrl PayAction PayStatusCallback
            ConferenceStatusCallback RecordingStatusCallback StreamStatusCallback SiprecStatusCallback
            TranscriptionStatusCallback Message MessageStatusCallback)
    };
    (@each $check:ident $($request:ident)+) => {{
        let checked = [$({ $check::<$request>(); $request::WEBHOOK.id }),+];
        assert_eq!(BTreeSet::from(checked), all().map(|row| row.id).collect());
    }};
}

/// Own parameters, and those of the request that comes along.
fn rows<T: Request>() -> impl Iterator<Item = &'static Parameter> {
    T::WEBHOOK.parameters.iter().chain(T::WEBHOOK.including.into_iter().flat_map(|row| row.parameters))
}

/// The name in a sample.
fn sample_name(row: &Parameter) -> String {
    row.name.replace("{N}", "0").replace("{Name}", "X-Name")
}

fn words(row: &Parameter) -> &'static [twiml::Word] {
    if let Kind::Listed(list) = row.kind { list.values } else { &[] }
}

#[test]
fn the_requests_have_their_size() {
    let parameters: Vec<_> = all().flat_map(|row| row.parameters).collect();
    let names = parameters.len() + parameters.iter().filter(|row| row.companion.is_some()).count();
    // Six more come with the call that their request includes.
    assert_eq!((all().count(), names), (24, 273 - 6));
    assert_eq!(all().filter(|row| row.including.is_some()).count(), 14);
    let lists: BTreeSet<_> = parameters
        .iter()
        .filter_map(|row| if let Kind::Listed(list) = row.kind { Some(list.name) } else { None })
        .collect();
    assert_eq!(lists.len(), 32);
    assert_eq!(parameters.iter().filter(|row| row.undocumented).count(), 18);
}

#[test]
fn everything_comes_back() {
    fn check<T: Request + Debug + PartialEq>() {
        let mut sample = T::WEBHOOK.sample();
        sample.push("Newer", "than this crate");
        let request = T::from_parameters(sample.clone()).unwrap();
        assert_eq!(
            request.to_parameters().iter().collect::<BTreeSet<_>>(),
            sample.iter().collect(),
            "{}",
            T::WEBHOOK.id
        );
        let form = sample.to_form();
        assert_eq!(T::from_form(form.as_bytes()).unwrap(), request);
        assert_eq!(T::from_query(&form).unwrap(), request);
    }
    for_every_request!(check);
}

#[test]
fn every_word_is_recognised_and_an_unknown_one_survives() {
    fn check<T: Request + Debug + PartialEq>() {
        for row in rows::<T>().filter(|row| !words(row).is_empty()) {
            for word in words(row).iter().map(|word| word.value).chain(["newer-word"]) {
                let mut parameters = T::WEBHOOK.sample();
                parameters.set(row.name, word);
                let request = T::from_parameters(parameters).unwrap();
                assert_eq!(request.to_parameters().get(row.name), Some(word));
                let shown = format!("{request:?}");
                assert_eq!(shown.contains("Other(\"newer-word\")"), word == "newer-word", "{} {word}", row.name);
            }
        }
    }
    for_every_request!(check);
}

#[test]
fn what_may_be_missing_may_be_missing_and_nothing_else() {
    fn check<T: Request + Debug>() {
        for row in rows::<T>() {
            let mut parameters = T::WEBHOOK.sample();
            parameters.take(&sample_name(row));
            match T::from_parameters(parameters) {
                Ok(_) => assert!(row.may_be_missing(), "{}", row.name),
                Err(error) => {
                    assert!(!row.may_be_missing(), "{}", row.name);
                    assert_eq!(error.to_string(), format!("parameter `{}` is missing", row.name));
                    assert_eq!((error.parameter(), error.value()), (row.name, None));
                }
            }
        }
    }
    for_every_request!(check);
}

#[test]
fn what_always_comes_is_enough() {
    fn check<T: Request + Debug>() {
        assert!(T::from_parameters(T::WEBHOOK.least_sample()).is_ok(), "{}", T::WEBHOOK.id);
    }
    for_every_request!(check);
}

#[test]
fn an_empty_value_is_none_where_it_may_be_missing() {
    fn check<T: Request + Debug>() {
        let mut parameters = T::WEBHOOK.sample();
        for row in rows::<T>().filter(|row| row.may_be_missing()) {
            parameters.set(&sample_name(row), "");
        }
        assert!(T::from_parameters(parameters).is_ok(), "{}", T::WEBHOOK.id);
    }
    for_every_request!(check);
}

#[test]
fn what_is_malformed_is_named_with_its_value() {
    fn check<T: Request + Debug>() {
        for row in rows::<T>() {
            let Some(value) = malformed(row.kind) else { continue };
            let name = sample_name(row);
            let mut parameters = T::WEBHOOK.sample();
            parameters.set(&name, value);
            let error = T::from_parameters(parameters).unwrap_err();
            assert_eq!((error.parameter(), error.value()), (name.as_str(), Some(value)));
            assert_eq!(error.to_string(), format!("parameter `{name}` is `{value}`, not {}", row.kind));
        }
    }
    for_every_request!(check);
}

/// A value that this kind does not take, if there is one.
fn malformed(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Url | Kind::Media => "https://example.com/my file",
        Kind::Digits => "1 2",
        Kind::Json => "{'a': 1}",
        Kind::Int => "1.5",
        Kind::Float => "high",
        Kind::Bool => "yes",
        Kind::Rfc2822 => "2026-11-24T14:39:48Z",
        Kind::Iso8601 => "Tue, 24 Nov 2026 14:39:48 +0000",
        _ => return None,
    })
}

#[test]
fn serde_says_the_same() {
    fn check<T: Request + Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned>() {
        let request = T::from_parameters(T::WEBHOOK.sample()).unwrap();
        let form = serde_urlencoded::to_string(&request).unwrap();
        assert_eq!(Parameters::from_form(form.as_bytes()).unwrap(), request.to_parameters());
        assert_eq!(serde_urlencoded::from_str::<T>(&form).unwrap(), request);
        let json: Value = serde_json::to_value(&request).unwrap();
        assert_eq!(serde_json::from_value::<T>(json).unwrap(), request);
    }
    for_every_request!(check);
}

#[test]
fn every_page_is_one_of_twilio() {
    for row in all() {
        assert!(row.page.starts_with("https://www.twilio.com/docs/"), "{}", row.page);
        assert!(row.doc.ends_with('.'), "{}", row.doc);
    }
}
