//! Requests through `serde`, as the form extractors of web frameworks read them.

use twiml::Parameters;
use twiml::webhook::{DialAction, DialCallStatus, RecordAction, Webhook};

#[test]
fn an_error_names_the_parameter_and_its_value() {
    let mut parameters = RecordAction::ROW.sample();
    parameters.set("RecordingDuration", "soon");
    let error = serde_urlencoded::from_str::<RecordAction>(&parameters.to_form()).unwrap_err();
    assert_eq!(error.to_string(), "parameter `RecordingDuration` is `soon`, not a whole number");
    let error = serde_urlencoded::from_str::<DialAction>("").unwrap_err();
    assert_eq!(error.to_string(), "parameter `DialCallStatus` is missing");
}

#[test]
fn repeated_parameters_are_kept() {
    let parameters: Parameters = serde_urlencoded::from_str("a=1&b=2&a=3").unwrap();
    assert_eq!(parameters, Parameters::from_iter([("a", "1"), ("b", "2"), ("a", "3")]));
}

#[test]
fn json_may_hold_numbers_and_booleans() {
    let mut json = serde_json::to_value(DialAction::ROW.full_sample()).unwrap();
    json["DialCallDuration"] = 61.into();
    json["DialBridged"] = true.into();
    json["DialCallStatus"] = "busy".into();
    let dial: DialAction = serde_json::from_value(json).unwrap();
    assert_eq!((dial.dial_call_duration, dial.dial_bridged), (Some(61), Some(true)));
    assert_eq!(dial.dial_call_status, DialCallStatus::Busy);
    assert!(serde_json::from_str::<Parameters>(r#"{"a": [1]}"#).is_err());
    assert!(serde_json::from_str::<Parameters>("[]").is_err());
}
