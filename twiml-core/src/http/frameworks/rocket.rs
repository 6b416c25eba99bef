//! `rocket`: documents as answers, and the guards.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io::Cursor;

use rocket::data::{self, Data, FromData, ToByteUnit as _};
use rocket::http::{Header, Status};
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::response::{self, Responder};
use rocket::tokio::io::AsyncReadExt as _;
use rocket::{Request, Response as Answer};

use super::body::{self, Buffer};
use crate::Response;
use crate::signature::{Handshake, Reason, Received, Refused, Signed, Verified, Verifier};
use crate::webhook::Webhook;

impl<'r, 'o: 'r, K> Responder<'r, 'o> for Response<K> {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'o> {
        let length = self.as_str().len();
        let text = match self.into_cow() {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        };
        // Rocket sends the length of a body that knows its size.
        Answer::build()
            .header(Header::new("Content-Type", Self::CONTENT_TYPE))
            .sized_body(length, Cursor::new(text))
            .ok()
    }
}

/// For handlers that take a `Result<Signed<T>, Refused>`. Otherwise the catcher of the status answers; it finds the reason in
/// `request.local_cache(|| None::<Refused>)`.
impl<'r, 'o: 'r> Responder<'r, 'o> for Refused {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'o> {
        let answer = self.answer();
        Answer::build().status(status(&self)).sized_body(answer.len(), Cursor::new(answer)).ok()
    }
}

/// For POST: `data = "<request>"`. The [`Verifier`] is managed: `.manage(verifier)`.
#[rocket::async_trait]
impl<'r, T: Webhook + Send> FromData<'r> for Signed<T> {
    type Error = Refused;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match typed(request, receive(request, data).await) {
            Ok(typed) => Outcome::Success(typed),
            Err(refused) => Outcome::Error(failure(request, refused)),
        }
    }
}

/// For POST: `data = "<request>"`. The [`Verifier`] is managed: `.manage(verifier)`.
#[rocket::async_trait]
impl<'r> FromData<'r> for Verified {
    type Error = Refused;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match receive(request, data).await {
            Ok(genuine) => Outcome::Success(genuine),
            Err(refused) => Outcome::Error(failure(request, refused)),
        }
    }
}

/// For GET: an argument. Of another method it is refused with 500, as nothing is known of its body here.
#[rocket::async_trait]
impl<'r, T: Webhook> FromRequest<'r> for Signed<T> {
    type Error = Refused;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Refused> {
        match typed(request, receive_head(request).await) {
            Ok(typed) => Outcome::Success(typed),
            Err(refused) => Outcome::Error(failure(request, refused)),
        }
    }
}

/// For GET: an argument. Of another method it is refused with 500, as nothing is known of its body here.
#[rocket::async_trait]
impl<'r> FromRequest<'r> for Verified {
    type Error = Refused;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Refused> {
        match receive_head(request).await {
            Ok(genuine) => Outcome::Success(genuine),
            Err(refused) => Outcome::Error(failure(request, refused)),
        }
    }
}

/// An argument beside what opens the socket.
#[rocket::async_trait]
impl<'r> FromRequest<'r> for Handshake {
    type Error = Refused;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Refused> {
        match open(request).await {
            Ok(_) => Outcome::Success(Self(())),
            Err(refused) => Outcome::Error(failure(request, refused)),
        }
    }
}

fn status(refused: &Refused) -> Status {
    Status::new(refused.status())
}

/// Leaves the reason where a catcher finds it, which does not get it otherwise.
fn failure(request: &Request<'_>, refused: Refused) -> (Status, Refused) {
    request.local_cache(|| Some(refused.clone()));
    (status(&refused), refused)
}

fn verifier<'r>(request: &'r Request<'_>) -> Result<&'r Verifier, Refused> {
    request.rocket().state().ok_or_else(Verifier::missing)
}

/// Path and query, as they came: mounting takes nothing off.
fn target(request: &Request<'_>) -> String {
    request.uri().to_string()
}

fn head<'a>(request: &'a Request<'_>, target: &'a str) -> Received<'a> {
    let received = Received::new(request.method().as_str(), target);
    let headers = request.headers();
    let names = ["Host", "Content-Type", "Upgrade"].into_iter();
    let names = names.chain([crate::signature::HEADER, crate::signature::SETTINGS_HEADER]);
    names
        .chain([crate::signature::IDEMPOTENCY_HEADER])
        .filter_map(|name| headers.get_one(name).map(|value| (name, value)))
        .fold(received, |received, (name, value)| received.header(name, value))
}

async fn receive(request: &Request<'_>, data: Data<'_>) -> Result<Verified, Refused> {
    let verifier = verifier(request)?;
    body::verify(verifier, head(request, &target(request)), |buffer| fill(buffer, data)).await
}

async fn receive_head(request: &Request<'_>) -> Result<Verified, Refused> {
    let verifier = verifier(request)?;
    let target = target(request);
    let head = head(request, &target);
    if head.has_no_body() {
        verifier.verify_async(&head).await
    } else {
        Err(verifier.refuse(Reason::BodyOutOfReach, Vec::new()))
    }
}

async fn open(request: &Request<'_>) -> Result<Verified, Refused> {
    verifier(request)?.verify_handshake_async(&head(request, &target(request))).await
}

fn typed<T: Webhook>(request: &Request<'_>, genuine: Result<Verified, Refused>) -> Result<Signed<T>, Refused> {
    verifier(request)?.read(genuine?).map(Signed)
}

async fn fill(mut buffer: Buffer, data: Data<'_>) -> Result<Buffer, Reason> {
    // The buffer says when it is enough.
    let mut stream = data.open(u64::MAX.bytes());
    let mut chunk = alloc::vec![0; 8 * 1024];
    loop {
        let length = stream.read(&mut chunk).await.map_err(|_| Reason::Unreadable)?;
        if length == 0 || !buffer.push(chunk.get(..length).unwrap_or_default()) {
            return Ok(buffer);
        }
    }
}
