//! `http`: hyper, tower, `lambda_http` and whatever else takes an `http::Response`.

use alloc::borrow::Cow;

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};

use crate::Response;

/// An answer with this body.
pub(super) fn respond<K, B>(length: usize, body: B) -> http::Response<B> {
    let mut response = http::Response::new(body);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(Response::<K>::CONTENT_TYPE));
    headers.insert(CONTENT_LENGTH, length.into());
    response
}

impl<K, B: From<Cow<'static, str>>> From<Response<K>> for http::Response<B> {
    fn from(document: Response<K>) -> Self {
        respond::<K, B>(document.as_str().len(), document.into_cow().into())
    }
}
