//! Names of this crate beside those of the crates that a server uses.

#![expect(clippy::wildcard_imports, reason = "that is what is tried")]

use axum::extract::Request;
use axum::response::{IntoResponse, Response as Answer};
use twiml::prelude::*;
use twiml::webhook::*;
use twiml::*;

/// `axum` is the crate, and `Request` that of the framework.
fn router(verifier: Verifier) -> axum::Router {
    async fn path(request: Request) -> Answer {
        http_of(&request).into_response()
    }
    axum::Router::new().route("/", axum::routing::get(path)).with_state(verifier)
}

fn http_of(request: &Request) -> axum::http::Version {
    let _: Option<Call> = None;
    let _: Option<(MessagingResponse, UnknownValue, Word)> = None;
    request.version()
}

trait Text {
    fn into_response(self) -> Answer;
}

impl Text for axum::http::Version {
    fn into_response(self) -> Answer {
        IntoResponse::into_response(format!("{self:?}"))
    }
}

#[test]
fn nothing_is_ambiguous() {
    assert!(router(Verifier::dangerously_unverified()).has_routes());
}
