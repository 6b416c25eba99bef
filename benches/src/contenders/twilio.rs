//! `twilio` 1.1. It escapes nothing, so the value is escaped beforehand.

use ::twilio::twiml::{Method, Redirect, Twiml};

use super::Contender;
use crate::Document;

pub(super) const CONTENDER: Contender =
    Contender { name: "twilio 1.1", documents: &[(Document::Redirect, |inputs| redirect(&inputs.next).into())] };

fn redirect(next: &str) -> String {
    let mut url = String::with_capacity(next.len() + 16);
    ::twiml::escape::text(&mut url, next);
    Twiml::new().add(&Redirect { url, method: Method::Post }).as_twiml()
}
