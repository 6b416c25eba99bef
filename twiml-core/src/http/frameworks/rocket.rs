//! `rocket`.

use alloc::borrow::Cow;
use std::io::Cursor;

use rocket::http::Header;
use rocket::response::{self, Responder};
use rocket::{Request, Response as Answer};

use crate::Response;

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
