//! `twiml` 0.3, the builder of that name. It has one field for each verb, so that it makes nothing else from here.

use ::twiml_builder::{Method, Redirect, Response, Twiml as _};

use super::Contender;
use crate::Document;

pub(super) const CONTENDER: Contender =
    Contender { name: "twiml 0.3", documents: &[(Document::Redirect, |inputs| redirect(&inputs.next).into())] };

fn redirect(next: &str) -> String {
    let response = Response::new().redirect(Redirect::new(next).method(Method::Post));
    response.build().expect("a vector takes everything")
}
