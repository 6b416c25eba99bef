//! Finished documents and their kinds.

use std::{
    borrow::Cow,
    collections::{HashSet, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
};

use twiml::{FaxResponse, MessagingResponse, Response, VoiceResponse, twiml};

const HANGUP: VoiceResponse = twiml! { <Response><Hangup/></Response> };
static REPLY: MessagingResponse = twiml! { <Response><Message>"Thanks & bye"</Message></Response> };
const EMPTY: MessagingResponse = twiml! { <Response/> };

const fn constant() -> VoiceResponse {
    twiml! { <Response><Say>"constant"</Say></Response> }
}

#[test]
fn markup_without_run_time_values_is_a_constant() {
    assert!(matches!(HANGUP.into_cow(), Cow::Borrowed(_)));
    assert!(matches!(REPLY.clone().into_cow(), Cow::Borrowed(_)));
    assert!(matches!(constant().into_cow(), Cow::Borrowed(_)));
    assert_body!(REPLY, "<Response><Message>Thanks &amp; bye</Message></Response>");
    assert_body!(EMPTY, "<Response/>");
}

#[test]
fn run_time_values_make_an_owned_document() {
    let seconds = 5_u8;
    let answer = twiml! { <Response><Pause length={seconds}/></Response> };
    assert!(matches!(answer.clone().into_cow(), Cow::Owned(_)));
    let text = answer.as_str().as_ptr();
    let owned = answer.into_string();
    assert_eq!(owned.as_ptr(), text, "the text is handed over, not copied");
}

#[test]
fn verbs_decide_the_kind() {
    let voice = twiml! { <Response><Say>"a"</Say></Response> };
    let message = twiml! { <Response><Message>"a"</Message></Response> };
    let _: (VoiceResponse, MessagingResponse) = (voice, message);
}

#[test]
fn verbs_in_control_flow_decide_the_kind_too() {
    let flag = true;
    let message: MessagingResponse =
        twiml! { <Response>if flag { <Redirect/> } else { <Message>"a"</Message> }</Response> };
    assert_body!(message, "<Response><Redirect/></Response>");
}

#[test]
fn a_document_that_fits_both_is_used_as_either() {
    let address = "/next";
    let voice: VoiceResponse = twiml! { <Response><Redirect>{address}</Redirect></Response> };
    let message: MessagingResponse = twiml! { <Response><Redirect>{address}</Redirect></Response> };
    assert_eq!(voice.as_str(), message.as_str());
    let voice: VoiceResponse = twiml! { <Response/> };
    let message: MessagingResponse = twiml! { <Response/> };
    let fax: FaxResponse = twiml! { <Response/> };
    assert_eq!((voice.as_str(), message.as_str()), (fax.as_str(), fax.as_str()));
}

#[test]
fn a_document_that_fits_both_needs_no_kind() {
    let address = "/next";
    assert_eq!(twiml! { <Response/> }.to_string(), concat!(r#"<?xml version="1.0" encoding="UTF-8"?>"#, "<Response/>"));
    assert_body!(
        twiml! { <Response><Redirect method="GET">{address}</Redirect></Response> },
        r#"<Response><Redirect method="GET">/next</Redirect></Response>"#
    );
    let text: String = twiml! { <Response><Redirect>{address}</Redirect></Response> }.into();
    assert!(text.ends_with("</Response>"));
    let owned: Cow<'static, str> = twiml! { <Response/> }.into();
    assert!(matches!(owned, Cow::Borrowed(_)));
}

#[test]
fn a_generic_function_takes_every_kind() {
    fn length<K>(document: &Response<K>) -> usize {
        document.as_str().len()
    }
    assert_eq!(length(&twiml! { <Response/> }), length(&EMPTY));
    assert!(length(&HANGUP) > length(&EMPTY));
}

#[test]
fn a_document_shows_its_text() {
    let name = "Ada";
    let answer = twiml! { <Response><Say>{name}</Say></Response> };
    let text = concat!(r#"<?xml version="1.0" encoding="UTF-8"?>"#, "<Response><Say>Ada</Say></Response>");
    assert_eq!(answer.to_string(), text);
    assert_eq!(format!("{answer:?}"), format!("Response({text:?})"));
    assert_eq!(answer.as_str(), text);
    assert_eq!(AsRef::<str>::as_ref(&answer), text);
    assert_eq!(AsRef::<[u8]>::as_ref(&answer), text.as_bytes());
    assert_eq!(answer.clone().into_string(), text);
    assert_eq!(answer.clone().into_cow(), text);
    assert_eq!(String::from(answer), text);
}

#[test]
fn documents_of_the_same_text_are_equal() {
    fn hash<K>(document: &Response<K>) -> u64 {
        let mut hasher = DefaultHasher::new();
        document.hash(&mut hasher);
        hasher.finish()
    }
    let word = "constant";
    let written = twiml! { <Response><Say>{word}</Say></Response> };
    assert_eq!(written, constant());
    assert_eq!(hash(&written), hash(&constant()));
    assert_ne!(written, HANGUP);
    assert_eq!(HashSet::from([written.clone(), constant(), HANGUP, written]).len(), 2);
}

#[test]
fn a_document_carries_its_content_type() {
    assert_eq!(HANGUP.content_type(), "text/xml; charset=utf-8");
    assert_eq!(REPLY.content_type(), MessagingResponse::CONTENT_TYPE);
}

#[test]
fn documents_move_between_threads() {
    fn shareable<T: Send + Sync + Unpin + 'static>(_: &T) {}
    shareable(&HANGUP);
    shareable(&REPLY);
}
