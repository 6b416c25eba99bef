//! `poem`.

use poem::IntoResponse;
use poem::http::header::CONTENT_LENGTH;

use super::bytes;
use crate::Response;

impl<K> IntoResponse for Response<K> {
    fn into_response(self) -> poem::Response {
        let length = self.as_str().len();
        poem::Response::builder().content_type(Self::CONTENT_TYPE).header(CONTENT_LENGTH, length).body(bytes(self))
    }
}
