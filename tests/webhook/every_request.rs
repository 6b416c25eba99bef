//! What holds for every request, by the rows that describe them.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde_json::Value;
use twiml::Parameters;
use twiml::webhook::*;

/// A name for each thing that is done with every request.
macro_rules! for_every_request {
    ($check:ident) => {
        for_every_request!(@each $check Call CallStatusCallback CallProgressCallback AmdStatusCallback ConversationAction
            ConversationStatusCallback ConversationRecordingCallback ConversationRelayAction VirtualAgentAction
            VirtualAgentStatusCallback GatherAction GatherPartialResult RecordAction RecordTranscription DialAction
            DialRefer ReferAction EnqueueAction EnqueueWait QueueUrl PayAction PayStatusCallback
            ConferenceStatusCallback ConferenceRecordEndCallback RecordingStatusCallback StreamStatusCallback
            SiprecStatusCallback TranscriptionStatusCallback Message MessageStatusCallback)
    };
    (@each $check:ident $($request:ident)+) => {{
        let checked = [$({ $check::<$request>(); $request::ROW.id }),+];
        assert_eq!(BTreeSet::from(checked), all().map(|row| row.id).collect());
    }};
}

/// Own parameters, and those of the request that comes along.
fn rows<T: Webhook>() -> impl Iterator<Item = &'static Parameter> {
    T::ROW.parameters.iter().chain(T::ROW.including.into_iter().flat_map(|row| row.parameters))
}

/// The name in a sample.
fn sample_name(row: &Parameter) -> String {
    row.name.replace("{N}", "0").replace("{Name}", "X-Trace")
}

fn words(row: &Parameter) -> &'static [twiml::Word] {
    if let Kind::Listed(list) = row.kind { list.values } else { &[] }
}

fn sorted(parameters: &Parameters) -> BTreeSet<(&str, &str)> {
    parameters.iter().collect()
}

#[test]
fn the_requests_have_their_size() {
    let parameters: Vec<_> = all().flat_map(|row| row.parameters).collect();
    let names = parameters.len() + parameters.iter().filter(|row| row.companion.is_some()).count();
    // Six more come with the call that their request includes.
    assert_eq!((all().count(), names), (30, 316 - 6));
    assert_eq!(all().filter(|row| row.including.is_some()).count(), 17);
    let lists: BTreeSet<_> = parameters
        .iter()
        .filter_map(|row| if let Kind::Listed(list) = row.kind { Some(list.name) } else { None })
        .collect();
    assert_eq!(lists.len(), 36);
    assert_eq!(parameters.iter().filter(|row| row.undocumented).count(), 17);
    assert_eq!(parameters.iter().filter(|row| row.open).count(), 4);
    let of = |named: fn(&Row) -> bool| all().filter(|row| named(row)).map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(of(|row| row.partial), ["virtual-agent-action", "virtual-agent-status"]);
    assert_eq!(of(|row| row.deprecated.is_some()), ["conference-record-end"]);
}

#[test]
fn everything_comes_back() {
    fn check<T: Webhook + Debug + PartialEq>() {
        let mut sample = T::ROW.full_sample();
        sample.push("Newer", "than this crate");
        let request = T::from_parameters(sample.clone()).unwrap();
        assert_eq!(sorted(&request.to_parameters()), sorted(&sample), "{}", T::ROW.id);
        let form = sample.to_form();
        assert_eq!(T::from_form(form.as_bytes()).unwrap(), request);
        assert_eq!(T::from_query(&format!("?{form}")).unwrap(), request);
    }
    for_every_request!(check);
}

#[test]
fn every_word_is_recognised_and_an_unknown_one_survives() {
    fn check<T: Webhook + Debug + PartialEq>() {
        for row in rows::<T>().filter(|row| !words(row).is_empty()) {
            for word in words(row).iter().map(|word| word.value).chain(["newer-word"]) {
                let mut parameters = T::ROW.full_sample();
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
    fn check<T: Webhook + Debug>() {
        for row in rows::<T>() {
            let mut parameters = T::ROW.full_sample();
            parameters.take(&sample_name(row)).unwrap();
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
fn all_of_a_request_that_no_page_covers_may_be_missing() {
    for row in all().filter(|row| row.partial) {
        assert!(row.parameters.iter().all(Parameter::may_be_missing), "{}", row.id);
    }
}

#[test]
fn samples_are_whole_and_look_like_life() {
    fn check<T: Webhook + Debug + PartialEq>() {
        let id = T::ROW.id;
        assert_eq!(T::from_parameters(T::ROW.sample()).as_ref(), Ok(&T::sample()), "{id}");
        assert_eq!(T::from_parameters(T::ROW.full_sample()).as_ref(), Ok(&T::full_sample()), "{id}");
        assert_eq!(T::sample().to_parameters(), T::ROW.sample(), "{id}");
        assert_eq!(sorted(&T::full_sample().to_parameters()), sorted(&T::ROW.full_sample()), "{id}");
        let least: BTreeSet<_> = rows::<T>().filter(|row| !row.may_be_missing()).map(sample_name).collect();
        assert!(T::ROW.sample().iter().map(|(name, _)| name.to_owned()).collect::<BTreeSet<_>>() == least, "{id}");

        let full = T::ROW.full_sample();
        if let (Some(from), Some(to)) = (full.get("From"), full.get("To")) {
            assert_ne!(from, to, "{id}");
        }
        for row in rows::<T>() {
            let name = sample_name(row);
            let value = full.get(&name).unwrap();
            assert!(!value.is_empty() && value != "text", "{id} {name}");
            match row.kind {
                Kind::Listed(list) => assert!(list.word(value).is_some(), "{id} {name}: {value}"),
                Kind::Sid(prefixes) => {
                    assert!(
                        value.len() == 34 && (prefixes.is_empty() || prefixes.contains(&&value[..2])),
                        "{id} {name}"
                    );
                }
                Kind::Json => assert!(serde_json::from_str::<Value>(value).unwrap().is_object(), "{id} {name}"),
                Kind::Url => assert!(value.starts_with("https://"), "{id} {name}"),
                _ => {}
            }
        }
    }
    for_every_request!(check);
}

#[test]
fn a_sample_of_a_call_says_how_it_stands() {
    assert_eq!(Call::sample().call_status, CallStatus::Ringing);
    assert_eq!(GatherAction::sample().call.call_status, CallStatus::InProgress);
    assert_eq!(CallStatusCallback::sample().call.call_status, CallStatus::Completed);
    let progress = CallProgressCallback::sample();
    assert_eq!((progress.call.call_status, progress.call.direction), (CallStatus::Ringing, Direction::OutboundDial));
    assert_eq!(progress.callback_source, CallbackSource::CallProgressEvents);
}

/// A value that this kind does not take, if there is one.
fn malformed(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Int => "1.5",
        Kind::Float => "high",
        Kind::Bool => "yes",
        Kind::Rfc2822 | Kind::Iso8601 => "noon",
        Kind::Listed(_) => "",
        _ => return None,
    })
}

#[test]
fn what_always_comes_and_is_malformed_is_named_with_its_value() {
    fn check<T: Webhook + Debug>() {
        for row in rows::<T>().filter(|row| !row.may_be_missing()) {
            let Some(value) = malformed(row.kind) else { continue };
            let mut parameters = T::ROW.full_sample();
            parameters.set(row.name, value);
            let error = T::from_parameters(parameters).unwrap_err();
            assert_eq!((error.parameter(), error.value()), (row.name, Some(value)));
            assert!(error.to_string().starts_with(&format!("parameter `{}` is `{value}`, not ", row.name)), "{error}");
        }
    }
    for_every_request!(check);
}

#[test]
fn what_may_be_missing_and_is_malformed_is_kept_as_it_came() {
    fn check<T: Webhook + Debug + PartialEq>() {
        for value in ["", "1.5.2", "yes", "{'a': 1}", "noon", " ", "NaN"] {
            let mut parameters = T::ROW.full_sample();
            for row in rows::<T>().filter(|row| row.may_be_missing()) {
                parameters.set(&sample_name(row), value);
            }
            let request = T::from_parameters(parameters.clone()).unwrap();
            assert_eq!(sorted(&request.to_parameters()), sorted(&parameters), "{}", T::ROW.id);
            assert_eq!(T::from_parameters(request.to_parameters()), Ok(request));
        }
    }
    for_every_request!(check);
}

#[test]
fn durations_that_twilio_does_not_know_are_kept() {
    fn check<T: Webhook + Debug + PartialEq>() {
        for row in rows::<T>().filter(|row| matches!(row.kind, Kind::Int)) {
            let mut parameters = T::ROW.full_sample();
            parameters.set(row.name, "-1");
            let request = T::from_parameters(parameters).unwrap();
            assert_eq!((request.to_parameters().get(row.name)), Some("-1"), "{}", row.name);
            assert!(format!("{request:?}").contains(": -1") || format!("{request:?}").contains("Some(-1)"));
        }
    }
    for_every_request!(check);
}

#[test]
fn what_comes_beside_the_form_is_not_lost() {
    fn check<T: Webhook + Debug + PartialEq>() {
        let mut form = T::ROW.sample();
        form.push("Newer", "1");
        // Also a name of its own: what is written into the address is no word of Twilio's.
        let own = sample_name(rows::<T>().next().unwrap());
        let query = Parameters::from_iter([("worker", "7"), (own.as_str(), "mine"), ("Newer", "2")]);
        let request = T::from_delivery(form.clone(), query.clone(), Some("0b6d5c6e".into())).unwrap();
        let told: Vec<_> = request.to_parameters().into_iter().collect();
        let expected: Vec<_> = form.into_iter().chain(query).collect();
        assert_eq!(told, expected, "{}", T::ROW.id);
        assert!(format!("{request:?}").contains("idempotency_token: Some(\"0b6d5c6e\")"));
    }
    for_every_request!(check);
}

#[test]
fn serde_says_the_same() {
    fn check<T: Webhook + Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned>() {
        let request = T::full_sample();
        let form = serde_urlencoded::to_string(&request).unwrap();
        assert_eq!(Parameters::from_form(form.as_bytes()), request.to_parameters());
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
