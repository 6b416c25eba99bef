//! Values of attributes.

use std::{borrow::Cow, sync::Arc};

use proptest::prelude::*;
use twiml::{Fragment, RelayDebug, Response, RingTone, element, twiml};

use crate::{carried, text};

/// What a parser reads: the values of all attributes of an element.
fn read<K>(document: &Response<K>, element: &str) -> Result<Vec<String>, TestCaseError> {
    let tree = roxmltree::Document::parse(document.as_str()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let element = tree.descendants().find(|node| node.has_tag_name(element));
    let values = element.into_iter().flat_map(|element| element.attributes());
    Ok(values.map(|attribute| attribute.value().to_owned()).collect())
}

fn parameter(name: &str, value: &str) -> impl Fragment<element::Hangup> {
    twiml! { <Parameter name={name} value={value}/> }
}

proptest! {
    #[test]
    fn every_textual_type_comes_back(text in text()) {
        let (cow, boxed, shared) = (Cow::from(&text), Box::<str>::from(text.as_str()), Arc::<str>::from(text.as_str()));
        let document = twiml! {
            <Response>
                <Pay
                    description={text}
                    action={text}
                    statusCallback={text.as_str()}
                    paymentConnector={cow}
                    currency={boxed}
                    postalCode={shared}
                    chargeAmount={Some(&text)}
                    language={format_args!("{text}")}
                    timeout={None::<u32>}
                />
            </Response>
        };
        prop_assert_eq!(read(&document, "Pay")?, vec![carried(&text); 8]);
    }

    #[test]
    fn quoted_names_take_every_text(text in text()) {
        let document = twiml! {
            <Response>
                <"New"
                    "a"={text}
                    b={text.as_str()}
                    "c"={Some(text.as_str())}
                    d={format_args!("{text}")}
                    "e"={Cow::from(&text)}
                />
            </Response>
        };
        prop_assert_eq!(read(&document, "New")?, vec![carried(&text); 5]);
    }

    #[test]
    fn names_and_values_of_fragments_come_back(name in text(), value in text()) {
        let document = twiml! { <Response><Hangup>{parameter(&name, &value)}</Hangup></Response> };
        prop_assert_eq!(read(&document, "Parameter")?, [carried(&name), carried(&value)]);
    }

    #[test]
    fn parts_of_formatted_values_come_back(first in text(), second in text(), number: u64) {
        let document = twiml! { <Response><Pay action={format_args!("/{first}?a={number}&b={second}")}/></Response> };
        prop_assert_eq!(read(&document, "Pay")?, [carried(&format!("/{first}?a={number}&b={second}"))]);
    }

    #[test]
    fn values_newer_than_the_crate_come_back(word in text()) {
        let (tone, debug) = (RingTone::from(word.as_str()), [RelayDebug::Debugging, RelayDebug::Other(word.clone().into())]);
        let document = twiml! {
            <Response>
                <Dial ringTone={tone}><Client>"joe"</Client></Dial>
                <Connect><ConversationRelay url="wss://example.com" debug={debug}/></Connect>
            </Response>
        };
        let is_word = !word.is_empty() && !word.contains(char::is_whitespace);
        let written: Vec<_> = is_word.then(|| carried(&word)).into_iter().collect();
        prop_assert_eq!(read(&document, "Dial")?, written.clone());
        let values = read(&document, "ConversationRelay")?;
        let debugged = [vec!["debugging".to_owned()], written].concat().join(" ");
        prop_assert_eq!(values.last(), Some(&debugged));
    }

    #[test]
    fn integers_come_back(seconds: u64, large: u128) {
        let document = twiml! { <Response><Dial timeout={seconds} timeLimit={large}>"+15551234567"</Dial></Response> };
        prop_assert_eq!(read(&document, "Dial")?, [seconds.to_string(), large.to_string()]);
    }
}
