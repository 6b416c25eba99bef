//! Files of messages, and headers of SIP: parameters with numbers and names in their names.

use twiml::Parameters;
use twiml::webhook::{Call, DialAction, Message, MessageStatus, MessageStatusCallback, Webhook};

fn message(more: &[(&str, &str)]) -> Message {
    let mut parameters = Message::ROW.full_sample();
    parameters.take("MediaUrl0");
    parameters.take("MediaContentType0");
    parameters.extend(more.iter().copied());
    let message = Message::from_parameters(parameters.clone()).unwrap();
    assert_eq!(Message::from_parameters(message.to_parameters()).as_ref(), Ok(&message));
    message
}

#[test]
fn files_are_numbered_from_0() {
    let message = message(&[
        ("MediaUrl1", "https://example.com/b"),
        ("MediaContentType0", "image/png"),
        ("MediaUrl0", "https://example.com/a"),
        ("MediaUrl2", "https://example.com/c"),
        ("MediaContentType2", "text/vcard"),
    ]);
    let files: Vec<_> = message.media.iter().map(|file| (file.url.as_str(), file.content_type.as_deref())).collect();
    assert_eq!(
        files,
        [
            ("https://example.com/a", Some("image/png")),
            ("https://example.com/b", None),
            ("https://example.com/c", Some("text/vcard")),
        ]
    );
    assert!(message.other.is_empty());
}

#[test]
fn more_than_ten_files() {
    let names: Vec<_> = (0..12).map(|number| format!("MediaUrl{number}")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "/file")).collect();
    assert_eq!(message(&files).media.len(), 12);
}

#[test]
fn files_behind_a_gap_are_not_lost() {
    let message = message(&[("MediaUrl0", "/a"), ("MediaUrl2", "/c"), ("MediaContentType1", "image/png")]);
    assert_eq!(message.media.len(), 1);
    assert_eq!(message.other, Parameters::from_iter([("MediaUrl2", "/c"), ("MediaContentType1", "image/png")]));
}

#[test]
fn a_message_without_files() {
    let message = message(&[]);
    assert!(message.media.is_empty());
    assert_eq!(message.sms_status, Some(MessageStatus::Received));
}

#[test]
fn headers_of_sip_by_their_names() {
    let mut parameters = DialAction::ROW.full_sample();
    parameters.extend([("SipHeader_X-Agent", "7"), ("DialSipHeader_X-Reason", "busy")]);
    let dial = DialAction::from_parameters(parameters).unwrap();
    assert_eq!(dial.call.sip_headers.get("X-Agent"), Some("7"));
    assert_eq!(dial.dial_sip_headers.get("X-Reason"), Some("busy"));
    assert_eq!(dial.call.sip_headers.get("X-Reason"), None);
    assert_eq!(dial.to_parameters().get("SipHeader_X-Agent"), Some("7"));
    assert_eq!(dial.to_parameters().get("DialSipHeader_X-Reason"), Some("busy"));
}

#[test]
fn a_call_without_sip_has_no_headers() {
    let mut parameters = Call::ROW.full_sample();
    parameters.take("SipHeader_X-Trace");
    assert!(Call::from_parameters(parameters).unwrap().sip_headers.is_empty());
}

#[test]
fn why_a_message_did_not_arrive() {
    let mut parameters = MessageStatusCallback::ROW.sample();
    parameters.set("MessageStatus", "undelivered");
    parameters.set("ErrorCode", "30003");
    let callback = MessageStatusCallback::from_parameters(parameters).unwrap();
    assert_eq!((callback.message_status, callback.error_code), (MessageStatus::Undelivered, Some(30_003)));
}
