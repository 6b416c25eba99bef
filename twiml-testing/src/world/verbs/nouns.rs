//! Whom a `<Dial>` calls: its text, and its nouns.

use std::collections::VecDeque;

use crate::names::Attribute;
use crate::names::voice;

use super::{kind, method};
use crate::answer::{Element, Node};
use crate::world::leg::{Hook, Progress};
use crate::world::parties::Party;
use crate::world::{LegId, World};

/// The attributes that all callable nouns have, each by its own row.
struct Rows {
    url: Attribute,
    method: Attribute,
    status_callback: Attribute,
    status_callback_method: Attribute,
    status_callback_event: Attribute,
}

macro_rules! rows {
    ($noun:ident) => {
        Rows {
            url: voice::$noun::url,
            method: voice::$noun::method,
            status_callback: voice::$noun::statusCallback,
            status_callback_method: voice::$noun::statusCallbackMethod,
            status_callback_event: voice::$noun::statusCallbackEvent,
        }
    };
}

fn rows(noun: &str) -> Option<Rows> {
    Some(match noun {
        kind::NUMBER => rows!(Number),
        kind::CLIENT => rows!(Client),
        kind::SIP => rows!(Sip),
        kind::WHATSAPP => rows!(WhatsApp),
        kind::APPLICATION => rows!(Application),
        _ => return None,
    })
}

impl World {
    /// Whom a `<Dial>` calls.
    pub(super) fn parties(&self, leg: LegId, frame: u64, element: &Element) -> VecDeque<Party> {
        let from = element.written(&voice::Dial::callerId).map_or_else(|| self.legs[leg].from.clone(), str::to_owned);
        let mut parties = VecDeque::new();
        let own: String = element
            .children
            .iter()
            .filter_map(|node| match node {
                Node::Text(text) => Some(text.as_str()),
                Node::Element(_) => None,
            })
            .collect();
        if !own.trim().is_empty() {
            parties.push_back(Party::plain(from.clone(), normalise(own.trim())));
        }
        for noun in element.elements() {
            let to = match noun.id() {
                kind::NUMBER => normalise(&noun.raw_text()),
                kind::CLIENT => {
                    let identity = noun.elements().find(|child| child.id() == kind::IDENTITY);
                    format!("client:{}", identity.map_or_else(|| noun.raw_text(), Element::raw_text))
                }
                kind::SIP => {
                    let uri = noun.raw_text();
                    if uri.starts_with("sip") { uri } else { format!("sip:{uri}") }
                }
                kind::WHATSAPP => {
                    let number = noun.raw_text();
                    if number.starts_with("whatsapp:") { number } else { format!("whatsapp:{number}") }
                }
                kind::SIM => noun.raw_text(),
                kind::APPLICATION => {
                    let sid = noun.elements().find(|child| child.id() == kind::APPLICATION_SID);
                    format!("app:{}", sid.map_or_else(|| noun.raw_text(), Element::raw_text))
                }
                _ => continue,
            };
            parties.push_back(self.party(leg, frame, noun, from.clone(), to));
        }
        parties
    }

    fn party(&self, leg: LegId, frame: u64, noun: &Element, from: String, to: String) -> Party {
        let Some(rows) = rows(noun.id()) else { return Party::plain(from, to) };
        let hook = |url: &Attribute, how: &Attribute| {
            let url = self.resolve(leg, frame, noun.written(url)?).ok()?;
            Some(Hook { url, method: method(noun, how) })
        };
        let events = noun.value(&rows.status_callback_event).unwrap_or("completed");
        let progress = hook(&rows.status_callback, &rows.status_callback_method).map(|hook| Progress {
            hook,
            events: events.split_ascii_whitespace().map(str::to_owned).collect(),
            sequence: 0,
        });
        let detects = noun.written(&voice::Number::machineDetection).is_some();
        Party {
            from,
            to,
            whisper: hook(&rows.url, &rows.method),
            progress,
            send_digits: noun.written(&voice::Number::sendDigits).map(str::to_owned),
            detects,
            detection: hook(&voice::Number::amdStatusCallback, &voice::Number::amdStatusCallbackMethod),
        }
    }
}

/// A phone number as requests write it; what is none stays as it is.
pub(crate) fn normalise(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let punctuated = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.'));
    match (punctuated, number.starts_with('+'), digits.len()) {
        (false, ..) => number.to_owned(),
        (true, true, _) => format!("+{digits}"),
        (true, false, 10) => format!("+1{digits}"),
        (true, false, 11) if digits.starts_with('1') => format!("+{digits}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn numbers_are_written_with_a_plus() {
        for (written, number) in [
            ("415-123-4567", "+14151234567"),
            ("+1 (415) 123-4567", "+14151234567"),
            ("1 415 123 4567", "+14151234567"),
            ("+443069990000", "+443069990000"),
            ("911", "911"),
            ("client:joey", "client:joey"),
        ] {
            assert_eq!(normalise(written), number);
        }
    }
}
